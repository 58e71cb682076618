"""Bars that lie: a line of words for each value and its bar below, so that they fit a phone and a long name."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

import svg
from markupsafe import Markup, escape

from sitegen.render.charts.axes import make_axis
from sitegen.render.charts.drawing import em, link, picture, rule, share, write
from sitegen.render.charts.marks import Mark
from sitegen.render.charts.type import LINE, Anchor, Label, choose_labels, fit, measure

NARROW = 11.0
"""Width below which a chart is never shown: 390 pixels with type twice as large."""
WIDTH = 20.0
"""Width of the narrowest chart with type as it is: a screen of 320 pixels."""
_BAR = 0.7
_AFTER = 0.8
_BASE = 1.0
"""Down from the top of a line to its baseline."""


def draw_bars(
    marks: Sequence[Mark], *, id: str, title: str, tick: Callable[[Decimal], str], language: str | None = None
) -> Markup:
    """Return a chart with a bar for each mark, in their order, from a baseline at zero.

    Args:
        marks: At least two.
        id: The chart's own on its page.
        title: What it shows, in words.
        tick: Writes a number of the axis.
        language: Of printed numbers where it is not the page's.
    """
    axis = make_axis((end for mark in marks for end in mark.ends), from_zero=True)
    zero = axis.share(Decimal(0))
    rows: list[svg.Element] = []
    down = 0.0
    for mark in marks:
        words, height = _write_words(mark, down, language)
        top = down + height
        rows.append(link(mark, [*words, *_draw_bar(mark, axis.share, zero, top)]))
        down = top + _BAR + _AFTER
    places = [(axis.share(number), "axis" if number == 0 else "grid") for number in axis.ticks]
    grid = [rule(across, 0, across, down, name) for across, name in places if across]
    wished = _number(axis.ticks, axis.share, tick, down + _BASE + 0.1)
    always = choose_labels(wished, NARROW)
    rest = choose_labels((label for label in wished if label not in always), WIDTH, always)
    numbers = [write(label, name) for name, part in (("tick", always), ("tick minor", rest)) for label in part]
    return picture(id, title, down + LINE + 0.1, "bars", [*grid, *rows, *numbers])


def _write_words(mark: Mark, down: float, language: str | None) -> tuple[list[svg.Element], float]:
    """Return whose value it is and the value, on one line where both fit, and their height.

    A value that fits only with type as it is has the class ``minor``: the style sheet hides it where room is less.
    """
    name, printed = fit(mark.label, WIDTH), fit(mark.printed, WIDTH)
    needed = measure(name) + measure(printed) + 1
    together = needed <= WIDTH
    below = down + _BASE + (0 if together else LINE)
    words: list[svg.Element] = [
        write(Label(name, 0, down + _BASE, "start"), "period" if mark.period else "", mark.label_language),
        write(
            Label(printed, 100, below, "end"),
            "printed minor" if NARROW < needed <= WIDTH else "printed",
            language,
            mark.stat,
        ),
    ]
    return words, below - down + 0.4


def _draw_bar(mark: Mark, place: Callable[[Decimal], Decimal], zero: Decimal, top: float) -> Iterable[svg.Element]:
    near, far = mark.ends
    start, end = (zero, place(near)) if near >= 0 else (place(near), zero)
    yield _rectangle(start, end, top, hollow=mark.hollow)
    if near != far:
        yield _rectangle(place(near), place(far), top, hollow=True)
    if mark.sign:
        tip = place(far) if far > 0 else place(near)
        yield svg.Text(text=str(escape(mark.sign)), x=share(tip), y=em(top + _BAR), dx=em(0.3), class_=["sign"])


def _rectangle(start: Decimal, end: Decimal, top: float, *, hollow: bool) -> svg.Rect:
    return svg.Rect(
        x=share(start), y=em(top), width=share(end - start), height=em(_BAR), class_=["open" if hollow else "full"]
    )


def _number(
    ticks: Sequence[Decimal], place: Callable[[Decimal], Decimal], tick: Callable[[Decimal], str], down: float
) -> list[Label]:
    """Return labels of the axis: its ends first, then its middle, then the others."""
    ends, middle = (ticks[0], ticks[-1]), (ticks[0] + ticks[-1]) / 2
    labels = []
    for number in sorted(ticks, key=lambda t: (t not in ends, t != middle, t)):
        where = place(number)
        lean: Anchor = "start" if where == 0 else "end" if where == 100 else "middle"
        labels.append(Label(tick(number), float(where), down, lean))
    return labels
