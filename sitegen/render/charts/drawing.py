"""Elements of SVG with escaped text and short numbers, on top of svg.py, which escapes nothing itself."""

from collections.abc import Iterable
from decimal import Decimal

import svg
from markupsafe import Markup, escape

from sitegen.render.charts.marks import Mark
from sitegen.render.charts.type import Label

Number = Decimal | float | int


def share(value: Number) -> svg.Length:
    """Return a share of the width, in percent."""
    return svg.Length(_short(value), "%")


def em(value: Number) -> svg.Length:
    """Return a length in the size of the type."""
    return svg.Length(_short(value), "em")


def write(label: Label, name: str = "", language: str | None = None, stat: str = "") -> svg.Text:
    """Return words at their place.

    Args:
        label: The words.
        name: Their classes.
        language: Theirs, where it is not the page's.
        stat: Id of the stat that they are the printed number of; empty for other words.
    """
    return svg.Text(
        text=str(escape(label.text)),
        x=share(label.share),
        y=em(label.down),
        text_anchor=None if label.anchor == "start" else label.anchor,
        class_=[name] if name else None,
        lang=language,
        data={"stat": str(escape(stat))} if stat else None,
    )


def rule(x1: Number, y1: Number, x2: Number, y2: Number, name: str) -> svg.Line:
    """Return a straight line; across in percent, down in the size of the type."""
    return svg.Line(x1=share(x1), y1=em(y1), x2=share(x2), y2=em(y2), stroke="currentColor", class_=[name])


def link(mark: Mark, elements: list[svg.Element]) -> svg.A:
    """Return what leads to a mark's words.

    For pointers alone: the table beside each chart has the same link for keys, and screen readers read that.
    """
    return svg.A(href=str(escape(mark.address)), tabindex=-1, elements=elements)


def picture(id: str, title: str, height: float, kind: str, elements: Iterable[svg.Element]) -> Markup:
    """Return a whole chart.

    Screen readers meet a group with a name, and the values in the table beside it: an ``img`` may not hold links.

    Args:
        id: Its own on the page.
        title: What it shows, in words; where the values stand as text.
        height: In the size of the type.
        kind: Its class.
        elements: What is in it.
    """
    hidden = svg.G(fill="currentColor", elements=list(elements), extra={"aria-hidden": "true"})
    drawn = svg.SVG(
        xmlns=None,
        id=str(escape(id)),
        class_=[kind],
        width=svg.Length(100, "%"),
        height=em(height),
        elements=[svg.Title(id=f"{escape(id)}-title", text=str(escape(title))), hidden],
        extra={"role": "group", "aria-labelledby": f"{escape(id)}-title"},
    )
    return Markup(drawn.as_str())


def _short(value: Number) -> float | int:
    """Drop what no screen shows."""
    rounded = round(float(value), 2)
    return int(rounded) if rounded.is_integer() else rounded
