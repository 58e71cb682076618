"""Numbers as pages state them: alone, in groups, cited, drawn, in tables of values."""

from dataclasses import dataclass

from markupsafe import Markup

from sitegen.render.views.links import Link


@dataclass(frozen=True, slots=True)
class Figure:
    """A stat shown away from its text: the words, the number as printed, and where it is from."""

    id: str
    """The stat's id."""
    name: str
    """The indicator."""
    called: str
    """What the report calls it, where ``name`` is in another language; else empty."""
    printed: str
    plain: str
    """The printed number in words of the page's language; empty where that language is the report's."""
    address: str
    """Where it stands in the report."""
    sort: str
    """What sort of number it is; empty for a plain reported quantity."""
    differs: str
    """Of what other place or period it speaks; may be empty."""
    quote: str
    series: str
    """Address of its indicator's page; empty where it has none."""
    place: str
    """The report's place."""
    period: str
    """The period it speaks of."""
    source: str
    """Heading of the report."""
    cite: str
    """Address of where one cites it."""
    converted: str = ""
    """The value in another unit, what limits it included; empty where it has none."""


@dataclass(frozen=True, slots=True)
class CiteForm:
    """One form of a citation."""

    label: str
    """Its name."""
    text: str


@dataclass(frozen=True, slots=True)
class CiteBox:
    """A citation in all its forms."""

    forms: tuple[CiteForm, ...]
    """For people."""
    further: tuple[CiteForm, ...]
    """For programs."""
    others: str
    """The names of the forms for programs."""
    files: tuple[Link, ...]
    """The same as files."""
    bare_path: str
    """The address in the forms where it has no host; else empty."""


@dataclass(frozen=True, slots=True)
class CitedFigure:
    """A stat with its citation."""

    figure: Figure
    cite: CiteBox
    report_error: str
    """Where to write about a mistake in it; may be empty."""


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures of one theme or report."""

    heading: Link
    figures: tuple[Figure, ...]
    more: int = 0
    """How many further figures there are."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an indicator, in a table of comparable ones."""

    place: str
    place_address: str
    """Empty where the place has no page."""
    period: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of values that stand in a table beside it."""

    drawing: Markup
    """An ``svg`` element with a title of its own."""
    caption: str
    """What is measured."""
    period: str
    """When; empty where that is the axis."""
    unit: str
    """The unit of its axis, said as such; empty where there is none."""
    notes: tuple[str, ...]
    """How to read it."""


@dataclass(frozen=True, slots=True)
class ValueTable:
    """Values of an indicator that may be ranked: of one period, the largest first; or of days, the newest first."""

    id: str
    period: str
    """Empty where each value has its own."""
    values: tuple[Value, ...]
    changes: bool
    """Whether each value says for itself which way it changes."""
    chart: Chart | None
    """None where there is only one value, or values are no magnitudes."""
    more: int
    """How many further values there are."""


@dataclass(frozen=True, slots=True)
class ValueSection:
    """Values of an indicator in which nothing differs but place and period."""

    id: str
    heading: str
    tables: tuple[ValueTable, ...]
    """The newest period first."""
    value_count: int
    more_periods: int
    """How many older periods there are."""
