"""Lines through time: points where something is reported, joined only where no period is missing."""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from decimal import Decimal
from itertools import groupby, pairwise

import svg
from markupsafe import Markup

from sitegen.model.period import Period
from sitegen.render.charts.axes import Axis, make_axis
from sitegen.render.charts.drawing import em, link, picture, rule, share, write
from sitegen.render.charts.labels import Spot, label_periods, label_values
from sitegen.render.charts.marks import Mark

_TOP, _PLOT, _FOOT = 1.6, 9.0, 1.7
_RADIUS = 0.3


def draw_lines(
    marks: Sequence[Mark], *, id: str, title: str, tick: Callable[[Decimal], str], language: str | None = None
) -> Markup:
    """Return a chart of values through time.

    Args:
        marks: With periods of one length, of at least two different periods, the oldest first.
        id: The chart's own on its page.
        title: What it shows, in words.
        tick: Writes a number of the axis.
        language: Of printed numbers where it is not the page's.
    """
    axis = make_axis((end for mark in marks for end in mark.ends), from_zero=False)
    spots = _place(marks, axis)
    grid = [element for at in axis.ticks for element in _draw_tick(axis, at, tick(at))]
    joined = [rule(a.across, a.down, b.across, b.down, "line") for a, b in _pair(spots)]
    values = {number: (label, name) for number, label, name in label_values(spots, _TOP + _PLOT)}
    points: list[svg.Element] = []
    for number, spot in enumerate(spots):
        words: list[svg.Element] = []
        if number in values:
            label, name = values[number]
            words.append(write(label, f"printed{name}", language, spot.mark.stat))
        points.append(link(spot.mark, [*_draw(spot), *words]))
    times = [write(label, f"period{name}") for _, label, name in label_periods(spots, _TOP + _PLOT)]
    return picture(id, title, _TOP + _PLOT + _FOOT, "lines", [*grid, *joined, *points, *times])


def follows(later: Period, earlier: Period) -> bool:
    """Whether nothing is missing between two periods: the next day begins it, or it is the same part of the next year.

    Both are of one length.
    """
    if later.first == earlier.last + timedelta(days=1):
        return True
    same_part = (later.first.month, later.first.day) == (earlier.first.month, earlier.first.day)
    return same_part and later.first.year == earlier.first.year + 1


def _place(marks: Sequence[Mark], axis: Axis) -> tuple[Spot, ...]:
    timed = [(mark, mark.period) for mark in marks if mark.period]
    first, last = timed[0][1].last.toordinal(), timed[-1][1].last.toordinal()
    spots = []
    for mark, when in timed:
        across = 100 * (when.last.toordinal() - first) / (last - first)
        near, far = mark.ends
        spots.append(Spot(mark, when, across, _down(axis, near), _down(axis, far)))
    return tuple(spots)


def _down(axis: Axis, value: Decimal) -> float:
    return _TOP + _PLOT * (100 - float(axis.share(value))) / 100


def _draw_tick(axis: Axis, at: Decimal, text: str) -> Iterable[svg.Element]:
    down = _down(axis, at)
    yield rule(0, down, 100, down, "axis" if at == 0 else "grid")
    yield svg.Text(text=text, x=em(-0.5), y=em(down + 0.35), text_anchor="end", class_=["tick"])


def _pair(spots: Iterable[Spot]) -> Iterable[tuple[Spot, Spot]]:
    """Yield neighbours to join; where reports state several values for a period, none of them is the one."""
    periods = [tuple(group) for _, group in groupby(spots, key=lambda spot: spot.when)]
    for earlier, later in pairwise(periods):
        if len(earlier) == len(later) == 1 and follows(later[0].when, earlier[0].when):
            yield earlier[0], later[0]


def _draw(spot: Spot) -> Iterable[svg.Element]:
    if spot.down != spot.down_to:
        yield rule(spot.across, spot.down, spot.across, spot.down_to, "line")
    name = "open" if spot.mark.hollow else "full"
    yield svg.Circle(cx=share(spot.across), cy=em(spot.down), r=em(_RADIUS), class_=[name])
    if spot.down != spot.down_to:
        yield svg.Circle(cx=share(spot.across), cy=em(spot.down_to), r=em(_RADIUS), class_=[name])
