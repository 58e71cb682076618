"""Stats with their place, period and scope, and the groups in which they may stand beside each other."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from sitegen.archive.periods import count_months
from sitegen.archive.records import FigureCell, FigureRow, ReportEntry, Scope, StatRef, ValueGroup
from sitegen.model.period import Period
from sitegen.model.place import Place, PlaceLevel
from sitegen.model.stat import Stat
from sitegen.model.terms import Kind, PlaceId, SeriesId, Status, ThemeId

_SCOPES = {level: Scope(level.value) for level in PlaceLevel}
_SCOPE_ORDER = (Scope.TOWNSHIP, Scope.COUNTY, Scope.PROVINCE, Scope.VILLAGE, Scope.OTHER)
_KINDS = tuple(Kind)
_STATUSES = tuple(Status)


def refer(entry: ReportEntry, stat: Stat, places: Mapping[str, Place], labels: Mapping[PlaceId, str]) -> StatRef:
    """Return a stat with its period, place and scope settled.

    Args:
        entry: Its report.
        stat: One of the report's stats.
        places: By full name.
        labels: Names that tell places apart.
    """
    own = entry.place
    period = stat.period or entry.report.period
    if stat.place is None or stat.place in (own.full_name, entry.report.place):
        place: Place | None = own
    else:
        place = places.get(stat.place)
    if place is not None:
        scope = _SCOPES[place.level]
        name = labels.get(place.id, place.full_name)
        page = place.id if place.id in labels else None
        return StatRef(report=entry.report.path, stat=stat, period=period, place=page, place_name=name, scope=scope)
    assert stat.place is not None
    inside = own.level is PlaceLevel.TOWNSHIP and stat.place.startswith(own.full_name)
    alone = labels.get(own.id) == own.name
    name = own.name + stat.place.removeprefix(own.full_name) if inside and alone else stat.place
    scope = Scope.VILLAGE if inside else Scope.OTHER
    return StatRef(report=entry.report.path, stat=stat, period=period, place=None, place_name=name, scope=scope)


def newest_first(period: Period | None) -> tuple[int, int]:
    """Return a key that sorts periods by their end, then their beginning, the newest first and None last."""
    return (-period.last.toordinal(), -period.first.toordinal()) if period else (0, 0)


def group_values(refs: Iterable[StatRef]) -> tuple[ValueGroup, ...]:
    """Return values in groups of the same scope, kind, status, unit, length of period and basis."""

    def head(ref: StatRef) -> tuple[Any, ...]:
        stat = ref.stat
        months = count_months(ref.period) if ref.period else -1
        return (
            _STATUSES.index(stat.status),
            _KINDS.index(stat.kind),
            _SCOPE_ORDER.index(ref.scope),
            -months,
            stat.unit,
            (stat.basis or "") if stat.kind is not Kind.LEVEL else "",
        )

    def rank(ref: StatRef) -> tuple[Any, ...]:
        return (*head(ref), *newest_first(ref.period), ref.place or "", ref.place_name, ref.report, ref.stat.id)

    groups = []
    for key, members in groupby(sorted(refs, key=rank), key=head):
        values = tuple(members)
        groups.append(
            ValueGroup(
                scope=values[0].scope,
                kind=values[0].stat.kind,
                status=values[0].stat.status,
                unit=values[0].stat.unit,
                months=None if key[3] == 1 else -key[3],
                basis=key[5] or None,
                values=values,
            )
        )
    return tuple(groups)


def tabulate_figures(
    refs: Iterable[StatRef], themes: Mapping[ThemeId, int], names: Mapping[SeriesId, str]
) -> tuple[FigureRow, ...]:
    """Return the figures of one place through time.

    Args:
        refs: Stats of the place itself, the newest report first, each report's in the order of its text.
        themes: Place of each theme in the lexicon.
        names: Names of the series that have a page.
    """
    rows: dict[tuple[Any, ...], list[StatRef]] = {}
    for ref in refs:
        stat = ref.stat
        series = stat.series if stat.series in names else None
        rows.setdefault((series or stat.indicator, stat.unit, stat.kind, stat.basis, stat.status), []).append(ref)
    made = []
    for members in rows.values():
        first = members[0].stat
        series = first.series if first.series in names else None
        by_period: dict[Period | None, list[StatRef]] = {}
        for ref in members:
            by_period.setdefault(ref.period, []).append(ref)
        made.append(
            FigureRow(
                name=names[series] if series else first.indicator,
                series=series,
                theme=first.theme,
                cells=tuple(
                    FigureCell(period=period, stats=tuple(by_period[period]))
                    for period in sorted(by_period, key=newest_first)
                ),
            )
        )
    return tuple(sorted(made, key=lambda row: themes.get(row.theme, len(themes))))
