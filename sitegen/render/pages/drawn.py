"""Which reported values are drawn, and what is said beside a chart."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from sitegen.archive import StatRef
from sitegen.model.period import Period
from sitegen.model.terms import Kind
from sitegen.render.amounts import Scale, choose_scale, mark_axis, name_unit
from sitegen.render.charts import Mark, draw_bars, draw_lines, follows, make_axis
from sitegen.render.context import Site
from sitegen.render.foreign import CONTENT_LANGUAGE, holds_chinese
from sitegen.render.views import Chart

MOST_BARS = 20
FEWEST_POINTS = 4
"""Periods from which on values are joined to a line; fewer are compared as bars."""


def draw_places(site: Site, id: str, name: str, refs: Sequence[StatRef]) -> Chart | None:
    """Return values of one period as bars, the first of them at the most; None where there is nothing to compare.

    Args:
        site: The site.
        id: The chart's own on its page.
        name: What is measured.
        refs: Comparable values of one period, in the order in which they are to be drawn.
    """
    if len(refs) < 2 or refs[0].stat.kind is Kind.RANK:
        return None
    marks = [_mark(site, ref, site.place_of(ref)) for ref in refs[:MOST_BARS]]
    words, scale = site.words, _scale(site, marks)
    period = words.period(refs[0].period)
    title = words("chart.places", name=name, period=period, count=len(marks))
    drawn = draw_bars(marks, id=id, title=title, tick=mark_axis(scale), language=_language(site))
    notes = [words("chart.most", count=MOST_BARS)] if len(refs) > MOST_BARS else []
    return Chart(drawn, name, period, _say_unit(site, scale, refs[0].stat.unit), (*notes, *_explain(site, marks)))


def draw_periods(site: Site, id: str, name: str, refs: Sequence[StatRef]) -> Chart | None:
    """Return values of one place through time, as bars or as a line; None where there is nothing to compare.

    Args:
        site: The site.
        id: The chart's own on its page.
        name: What is measured.
        refs: Comparable values with periods of one length, the oldest first.
    """
    if not is_through_time(refs):
        return None
    periods = [period for period, _ in groupby(refs, key=lambda ref: ref.period) if period]
    words = site.words
    marks = [_mark(site, ref, words.period(ref.period), ref.period) for ref in refs]
    line = len(periods) >= FEWEST_POINTS
    scale = _scale(site, marks)
    first, last = words.period(periods[0]), words.period(periods[-1])
    title = words("chart.line" if line else "chart.times", name=name, first=first, last=last)
    draw = draw_lines if line else draw_bars
    drawn = draw(marks, id=id, title=title, tick=mark_axis(scale), language=_language(site))
    notes = [*_explain_line(site, marks, periods)] if line else []
    return Chart(drawn, name, "", _say_unit(site, scale, refs[0].stat.unit), (*notes, *_explain(site, marks)))


def is_through_time(refs: Sequence[StatRef]) -> bool:
    """Whether values are magnitudes of several periods."""
    return len({ref.period for ref in refs if ref.period}) > 1 and refs[0].stat.kind is not Kind.RANK


def _mark(site: Site, ref: StatRef, label: str, period: Period | None = None) -> Mark:
    stat = ref.stat
    return Mark(
        stat=stat.id,
        address=site.routes.report(ref.report, stat.id),
        label=label,
        label_language=_language(site) if holds_chinese(label) else None,
        printed=stat.printed,
        value=stat.value,
        value_to=stat.value_to,
        bound=stat.bound,
        period=period,
    )


def _scale(site: Site, marks: Iterable[Mark]) -> Scale:
    return choose_scale(site.words, max(abs(end) for mark in marks for end in mark.ends))


def _say_unit(site: Site, scale: Scale, unit: str) -> str:
    words = site.words
    name = name_unit(words, unit)
    scaled = words("number.scaled-unit", scale=scale.word, unit=name).strip() if scale.word else name
    return words("chart.unit", unit=scaled) if scaled else ""


def _explain(site: Site, marks: Sequence[Mark]) -> Iterable[str]:
    if any(mark.value < 0 for mark in marks):
        yield site.words("chart.falls")
    if any(mark.hollow for mark in marks):
        yield site.words("chart.open")
    if any(mark.value_to is not None for mark in marks):
        yield site.words("chart.range")


def _explain_line(site: Site, marks: Sequence[Mark], periods: Sequence[Period]) -> Iterable[str]:
    if not make_axis((end for mark in marks for end in mark.ends), from_zero=False).low <= Decimal(0):
        yield site.words("chart.not-zero")
    if not all(follows(later, earlier) for earlier, later in pairwise(periods)):
        yield site.words("chart.gap")
    if len(marks) > len(periods):
        yield site.words("chart.several")


def _language(site: Site) -> str | None:
    return None if site.words.language == CONTENT_LANGUAGE else CONTENT_LANGUAGE
