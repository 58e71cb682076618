"""By what reports may be narrowed down: place, year, sort of period, theme, indicator, practice."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sitegen.archive.periods import count_months
from sitegen.archive.records import Archive, ReportEntry
from sitegen.model.period import Period
from sitegen.model.terms import PlaceId, PracticeId, ReportPath, SeriesId, ThemeId


class PeriodSort(StrEnum):
    """How long the period of a report is."""

    YEAR = "year"
    """Twelve whole months."""
    HALF = "half"
    """Six whole months."""
    QUARTER = "quarter"
    """Three whole months."""
    MONTH = "month"
    """One whole month."""
    OTHER = "other"
    """Any other stretch of time, or none that is known."""


_SORTS = {12: PeriodSort.YEAR, 6: PeriodSort.HALF, 3: PeriodSort.QUARTER, 1: PeriodSort.MONTH}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacets:
    """What a report may be found by."""

    path: ReportPath
    place: PlaceId
    period: Period | None
    themes: tuple[ThemeId, ...]
    indicators: tuple[SeriesId, ...]
    """Those that have a page, each once, in the order of its stats."""
    practices: tuple[PracticeId, ...]

    @property
    def year(self) -> int | None:
        """The year in which the period ends; None where there is no period."""
        return self.period.year if self.period else None

    @property
    def sort(self) -> PeriodSort:
        """How long the period is."""
        return sort_period(self.period)


def sort_period(period: Period | None) -> PeriodSort:
    """Return how long a period is."""
    return _SORTS.get(count_months(period), PeriodSort.OTHER) if period else PeriodSort.OTHER


def list_facets(archive: Archive) -> Iterator[ReportFacets]:
    """Yield the facets of every report, the newest report first."""
    for path in archive.newest:
        yield _facets_of(archive.reports[path], archive.indicators, archive.themes)


def _facets_of(entry: ReportEntry, indicators: Collection[SeriesId], themes: Collection[ThemeId]) -> ReportFacets:
    report = entry.report
    return ReportFacets(
        path=report.path,
        place=entry.place.id,
        period=report.period,
        themes=tuple(dict.fromkeys(theme for theme in report.themes if theme in themes)),
        indicators=_once(stat.series for stat in report.stats if stat.series in indicators),
        practices=tuple(use.practice for use in entry.practices),
    )


def _once(series: Iterable[SeriesId | None]) -> tuple[SeriesId, ...]:
    return tuple(dict.fromkeys(one for one in series if one))
