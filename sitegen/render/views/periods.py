"""Numbers of a place through time, and of places in a period."""

from dataclasses import dataclass

from sitegen.render.views.figures import Chart, Figure
from sitegen.render.views.links import Link


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A figure of a place in several periods."""

    name: str
    series: str
    """Address of the indicator's page; empty where it has none."""
    sort: str
    changes: bool
    """Whether each value says for itself which way it changes."""
    cells: tuple[tuple[Figure, ...], ...]
    """One per period of the table; empty where nothing is reported."""


@dataclass(frozen=True, slots=True)
class TimeTable:
    """Figures of a place that it reports for several periods."""

    periods: tuple[str, ...]
    rows: tuple[TimeRow, ...]
    more: int
    """How many further figures there are."""


@dataclass(frozen=True, slots=True)
class PlaceSeries:
    """A figure of a place through time: a table first, a chart second."""

    name: str
    sort: str
    changes: bool
    """Whether each value says for itself which way it changes."""
    figures: tuple[Figure, ...]
    """The newest first."""
    chart: Chart
    more: int
    """How many older values there are."""


@dataclass(frozen=True, slots=True)
class ThemeInPeriods:
    """What a place reports of a subject in each of some periods only, side by side."""

    heading: Link
    columns: tuple[tuple[Figure, ...], ...]
    """One per period; may be empty."""
    count: int
    """How many figures there are in all columns."""
    more: int
    """How many further figures there are."""


@dataclass(frozen=True, slots=True)
class PeriodsSideBySide:
    """What a place reports in one period and in no other, by subject."""

    periods: tuple[str, ...]
    """The newest first."""
    themes: tuple[ThemeInPeriods, ...]
    opened: int
    """Which subject stands open: the first of those that most periods speak of."""


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """An indicator in one period, place by place."""

    name: str
    address: str
    """Of the indicator's page, which has all of its values."""
    cells: tuple[tuple[Figure, ...], ...]
    """One per column; empty where a place reports nothing."""


@dataclass(frozen=True, slots=True)
class PeriodTable:
    """Indicators of a theme against the places that report them for one period."""

    id: str
    period: str
    scope: str
    """How wide an area its values speak of."""
    columns: tuple[Link, ...]
    """Places."""
    rows: tuple[PeriodRow, ...]
    value_count: int
    more_places: int
    """Places that report some of these indicators and have no column."""
