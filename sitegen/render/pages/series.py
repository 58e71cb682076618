"""What a place reports through time: periods side by side, and each series as a table and a chart."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, groupby

from sitegen.archive import FigureRow, StatRef, count_months
from sitegen.model.period import Period
from sitegen.model.terms import Kind, ThemeId
from sitegen.render.context import Site
from sitegen.render.pages.drawn import draw_periods, is_through_time
from sitegen.render.views import FigureGroup, PeriodsSideBySide, PlaceSeries, ThemeInPeriods, TimeRow, TimeTable

PERIODS = 3
"""Columns of periods side by side; older values stand in the series and in the reports."""
ROWS = 60
SERIES = 24
POINTS = 20
VALUES = 360
"""Values of all series of a page; a value stands in a table and in a chart, and a page has to reach a phone."""
FIGURES = 40
"""Figures of a subject in one period."""

_Shown = tuple[FigureRow, tuple[StatRef, ...], tuple[StatRef, ...]]
"""A figure, its comparable values, and the newest of them."""


def tabulate_periods(site: Site, rows: Iterable[FigureRow]) -> TimeTable | None:
    """Return figures of at least two of the newest periods, with a column for each period; None where there is none."""
    several = [row for row in rows if len(row.cells) > 1]
    periods = _newest({cell.period for row in several for cell in row.cells if cell.period})
    made = []
    for row in several:
        cells = tuple(tuple(site.figure(ref) for ref in _stats_of(row, period)) for period in periods)
        if sum(map(bool, cells)) > 1:
            series = site.routes.indicator(row.series) if row.series else ""
            made.append(TimeRow(_name(site, row), series, *_sort(site, row.cells[0].stats[0]), cells))
    names = tuple(site.words.period(period) for period in periods)
    return TimeTable(names, tuple(made[:ROWS]), max(len(made) - ROWS, 0)) if made else None


def chart_series(site: Site, rows: Iterable[FigureRow]) -> tuple[tuple[PlaceSeries, ...], int]:
    """Return figures of several periods of one length, each as a table and a chart, and how many more there are.

    Those of the most periods come first; then the order is that of ``rows``.
    """
    found = [(row, refs) for row in rows if is_through_time(refs := find_comparable(row))]
    found.sort(key=lambda one: -len({ref.period for ref in one[1]}))
    shown = _fit([(row, refs, _cut(refs)) for row, refs in found[:SERIES]])
    made = []
    for number, (row, refs, newest) in enumerate(shown, 1):
        name = _name(site, row)
        chart = draw_periods(site, f"series-{number}", name, newest)
        if chart:
            figures = tuple(site.figure(ref) for ref in reversed(newest))
            made.append(PlaceSeries(name, *_sort(site, newest[0]), figures, chart, len(refs) - len(newest)))
    return tuple(made), len(found) - len(shown)


def find_comparable(row: FigureRow) -> tuple[StatRef, ...]:
    """Return the values of a figure whose periods are of one length, the oldest first: of the length most periods have.

    Only whole months count, for nothing tells whether stretches of days may be compared.
    """
    lengths = Counter(count_months(cell.period) for cell in row.cells if cell.period)
    del lengths[0]
    if not lengths:
        return ()
    months = max(lengths, key=lambda length: (lengths[length], length))
    cells = [cell for cell in row.cells if cell.period and count_months(cell.period) == months]
    return tuple(ref for cell in reversed(cells) for ref in cell.stats)


def set_side_by_side(site: Site, rows: Iterable[FigureRow]) -> PeriodsSideBySide | None:
    """Return the figures of one period alone in columns for the newest periods; None where all are of one period."""
    by_place = [(row, _reported_in(site, row.cells[0].stats[0])) for row in rows if len(row.cells) == 1]
    periods = _newest({period for _, period in by_place if period})
    if len(periods) < 2:
        return None
    by_theme: dict[ThemeId, dict[Period, list[StatRef]]] = {}
    for row, period in by_place:
        if period in periods:
            by_theme.setdefault(row.theme, {}).setdefault(period, []).extend(row.cells[0].stats)
    themes = [_set_theme(site, theme, periods, by_theme[theme]) for theme in site.archive.themes if theme in by_theme]
    most = max((sum(map(bool, theme.columns)) for theme in themes), default=0)
    opened = next((number for number, theme in enumerate(themes) if sum(map(bool, theme.columns)) == most), 0)
    return PeriodsSideBySide(tuple(site.words.period(period) for period in periods), tuple(themes), opened)


def list_latest(site: Site, rows: Iterable[FigureRow]) -> tuple[FigureGroup, ...]:
    """Return the figures of one period alone by theme, as many of each as a page bears."""
    rows = tuple(row for row in rows if len(row.cells) == 1)
    groups = []
    for theme in site.archive.themes:
        refs = [ref for row in rows if row.theme == theme for ref in row.cells[0].stats]
        if refs:
            figures = tuple(site.figure(ref) for ref in refs[:FIGURES])
            groups.append(FigureGroup(site.theme_link(theme), figures, len(refs) - len(figures)))
    return tuple(groups)


def _set_theme(
    site: Site, theme: ThemeId, periods: Sequence[Period], found: Mapping[Period, Sequence[StatRef]]
) -> ThemeInPeriods:
    columns = tuple(tuple(site.figure(ref) for ref in found.get(period, ())[:FIGURES]) for period in periods)
    shown = sum(map(len, columns))
    count = sum(map(len, found.values()))
    return ThemeInPeriods(site.theme_link(theme), columns, count, count - shown)


def _reported_in(site: Site, ref: StatRef) -> Period | None:
    return site.archive.reports[ref.report].report.period


def _newest(periods: Iterable[Period]) -> list[Period]:
    return sorted(periods, key=lambda period: (period.last, period.first), reverse=True)[:PERIODS]


def _stats_of(row: FigureRow, period: Period) -> Iterable[StatRef]:
    return next((cell.stats for cell in row.cells if cell.period == period), ())


def _cut(refs: Sequence[StatRef]) -> tuple[StatRef, ...]:
    """Return the newest values, whole periods of them."""
    kept: list[StatRef] = []
    for _, same in groupby(reversed(refs), key=lambda ref: ref.period):
        together = tuple(same)
        if len(kept) + len(together) > POINTS:
            break
        kept += together
    return tuple(reversed(kept))


def _fit(found: Sequence[_Shown]) -> Sequence[_Shown]:
    """Return as many, from the first, as have no more values together than a page bears."""
    total = accumulate(len(newest) for _, _, newest in found)
    return [one for one, values in zip(found, total, strict=True) if values <= VALUES]


def _name(site: Site, row: FigureRow) -> str:
    return site.series_name(row.series) if row.series else row.name


def _sort(site: Site, ref: StatRef) -> tuple[str, bool]:
    """Say what sort of numbers a figure is, and whether each must say it for itself: which way it changes."""
    changes = ref.stat.kind is Kind.CHANGE
    return ("" if changes else site.words.sort_of(ref.stat)), changes
