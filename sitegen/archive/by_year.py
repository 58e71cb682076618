"""Reports by the year that they speak of."""

from collections.abc import Iterable, Mapping

from sitegen.archive.records import ReportEntry
from sitegen.model.terms import ReportPath


def year_of(entry: ReportEntry) -> int | None:
    """Return the year in which a report's period ends, else the one in which it was published, else None."""
    report = entry.report
    if report.period:
        return report.period.year
    return report.published.year if report.published else None


def by_year(
    paths: Iterable[ReportPath], entries: Mapping[ReportPath, ReportEntry]
) -> dict[int | None, tuple[ReportPath, ...]]:
    """Return reports by their years, the newest year first and None last; those of a year in the order given."""
    found: dict[int | None, list[ReportPath]] = {}
    for path in paths:
        found.setdefault(year_of(entries[path]), []).append(path)
    return {year: tuple(found[year]) for year in sorted(found, key=lambda y: (y is None, -(y or 0)))}
