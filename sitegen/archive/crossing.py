"""Indicators against places: what several places report for one and the same period, in one table.

Only plain reported quantities of whole places in the indicator's own unit are set side by side here; changes, shares,
forecasts, targets and what villages report stay in the groups of the indicator.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sitegen.archive.figures import newest_first
from sitegen.archive.records import IndicatorEntry, Scope, StatRef
from sitegen.model.period import Period
from sitegen.model.terms import Kind, PlaceId, SeriesId, Status

_SCOPES = (Scope.TOWNSHIP, Scope.COUNTY, Scope.PROVINCE)
"""Whole places, and the order of their tables."""


@dataclass(frozen=True, slots=True)
class CrossRow:
    """One indicator in one period."""

    series: SeriesId
    cells: tuple[tuple[StatRef, ...], ...]
    """One per place of the table; empty where that place reports nothing, several where reports state several."""


@dataclass(frozen=True, slots=True)
class CrossTable:
    """What places of one scope report for one period."""

    scope: Scope
    period: Period
    places: tuple[PlaceId, ...]
    """The columns."""
    rows: tuple[CrossRow, ...]
    """Those that most places report first, then in the given order; each has a value."""
    value_count: int
    """Values in the table."""
    more_places: int
    """Places that report one of these indicators, too, and have no column."""


def cross_values(
    indicators: Iterable[IndicatorEntry], order: Sequence[PlaceId], *, places: int, rows: int
) -> tuple[CrossTable, ...]:
    """Return a table for each scope and period in which places report indicators, the newest period first.

    Args:
        indicators: Whose values to show, in the order of their list.
        order: All places, in the order of columns.
        places: Columns at the most: those places that report most of the indicators.
        rows: Rows at the most.
    """
    found: dict[tuple[Scope, Period], dict[SeriesId, dict[PlaceId, list[StatRef]]]] = {}
    for series, ref in _plain_values(indicators):
        assert ref.period is not None and ref.place is not None
        by_series = found.setdefault((ref.scope, ref.period), {})
        by_series.setdefault(series, {}).setdefault(ref.place, []).append(ref)
    keys = sorted(found, key=lambda key: (newest_first(key[1]), _SCOPES.index(key[0])))
    numbers = {place: number for number, place in enumerate(order)}
    return tuple(_tabulate(*key, found[key], numbers, places, rows) for key in keys)


def _plain_values(indicators: Iterable[IndicatorEntry]) -> Iterator[tuple[SeriesId, StatRef]]:
    for entry in indicators:
        for group in entry.groups:
            plain = group.kind is Kind.LEVEL and group.status is Status.REPORTED and group.scope in _SCOPES
            if plain and group.unit == entry.series.unit:
                yield from ((entry.series.id, ref) for ref in group.values if ref.place and ref.period)


def _tabulate(
    scope: Scope,
    period: Period,
    by_series: dict[SeriesId, dict[PlaceId, list[StatRef]]],
    order: dict[PlaceId, int],
    places: int,
    rows: int,
) -> CrossTable:
    reporting: dict[PlaceId, int] = {}
    for by_place in by_series.values():
        for place in by_place:
            reporting[place] = reporting.get(place, 0) + 1
    chosen = sorted(reporting, key=lambda place: (-reporting[place], order[place]))[:places]
    columns = tuple(sorted(chosen, key=order.__getitem__))
    made = [
        CrossRow(series, tuple(tuple(by_place.get(place, ())) for place in columns))
        for series, by_place in by_series.items()
        if not by_place.keys().isdisjoint(columns)
    ]
    made.sort(key=lambda row: -sum(map(bool, row.cells)))
    shown = tuple(made[:rows])
    return CrossTable(
        scope=scope,
        period=period,
        places=columns,
        rows=shown,
        value_count=sum(len(cell) for row in shown for cell in row.cells),
        more_places=_count_others(by_series, columns, {row.series for row in shown}),
    )


def _count_others(
    by_series: dict[SeriesId, dict[PlaceId, list[StatRef]]],
    columns: Collection[PlaceId],
    shown: Collection[SeriesId],
) -> int:
    reporting = {place for series, by_place in by_series.items() if series in shown for place in by_place}
    return len(reporting.difference(columns))
