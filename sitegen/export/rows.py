"""One record per stat as open data: each with its permanent address and all that it says only through its report."""

from collections.abc import Iterator
from decimal import Decimal

from sitegen.archive import Archive, ReportEntry
from sitegen.model.place import Place
from sitegen.model.stat import Stat
from sitegen.routes import Routes

StatRow = dict[str, str | None]
"""Column to text; None where the report says nothing."""

COLUMNS: tuple[tuple[str, str], ...] = (
    ("address", "permanent address of the stat"),
    ("report", "path of the report"),
    ("id", "id of the stat, unique inside its report"),
    ("place", "full administrative name of what the stat speaks of"),
    ("place_id", "id of that place; empty where the archive has no page for it"),
    ("division_code", "its code of the statistics bureau"),
    ("issuer", "who reports, as printed"),
    ("period", "YYYY, YYYY-H1, YYYY-Q3, YYYY-MM, YYYY-MM-DD or start/end"),
    ("period_first", "first day of the period"),
    ("period_last", "last day of the period"),
    ("theme", "id of the subject"),
    ("theme_label", "name of the subject"),
    ("series", "id of the indicator where it is compared across reports"),
    ("indicator", "what is measured, in the report's words"),
    ("printed", "the number as printed"),
    ("value", "the number in the unit, scale worked in; a fall is negative"),
    ("value_to", "upper end of a range"),
    ("unit", "unit without scale, as printed"),
    ("bound", "exact, about, nearly, over, at_least, at_most"),
    ("kind", "level, change, completion, rank"),
    ("basis", "of a change: against what; of a completion: the target; of a rank: among whom"),
    ("status", "reported, forecast, target"),
    ("quote", "words of the report that hold the number"),
    ("occurrence", "which occurrence of the printed number in the quote, where there are several"),
    ("report_title", "title of the report, or place and period where none is printed"),
    ("source_file", "bulletin that the report was read from"),
    ("source_sha256", "SHA-256 of that file"),
)
"""Columns in their order, each with what it holds. New ones are added at the end."""


def list_stats(archive: Archive, routes: Routes) -> Iterator[StatRow]:
    """Yield the rows of all public stats, by report path and then in the order of the report."""
    places = {entry.place.full_name: entry.place for entry in archive.places.values()}
    for path in sorted(archive.reports):
        entry = archive.reports[path]
        of_report = _row_of_report(entry)
        for stat in entry.report.stats:
            yield _arrange(of_report | _row_of_stat(archive, entry, stat, places, routes))


def format_value(value: Decimal | None) -> str | None:
    """Return a number as plain decimal text, never with an exponent: ``117000``."""
    return None if value is None else format(value, "f")


def _row_of_report(entry: ReportEntry) -> StatRow:
    report = entry.report
    return {
        "report": report.path,
        "issuer": report.issuer,
        "report_title": entry.heading,
        "source_file": report.source.file if report.source else None,
        "source_sha256": report.source.sha256 if report.source else None,
    }


def _row_of_stat(archive: Archive, entry: ReportEntry, stat: Stat, places: dict[str, Place], routes: Routes) -> StatRow:
    place = places.get(stat.place) if stat.place else entry.place
    period = stat.period or entry.report.period
    theme = archive.themes.get(stat.theme)
    return {
        "address": routes.absolute(routes.report(entry.report.path, stat.id)),
        "id": stat.id,
        "place": stat.place or entry.place.full_name,
        "place_id": place.id if place else None,
        "division_code": place.code if place else None,
        "period": str(period) if period else None,
        "period_first": period.first.isoformat() if period else None,
        "period_last": period.last.isoformat() if period else None,
        "theme": stat.theme,
        "theme_label": theme.theme.label if theme else None,
        "series": stat.series,
        "indicator": stat.indicator,
        "printed": stat.printed,
        "value": format_value(stat.value),
        "value_to": format_value(stat.value_to),
        "unit": stat.unit,
        "bound": stat.bound.value,
        "kind": stat.kind.value,
        "basis": stat.basis,
        "status": stat.status.value,
        "quote": stat.quote,
        "occurrence": str(stat.at) if stat.at else None,
    }


def _arrange(row: StatRow) -> StatRow:
    return {name: row[name] for name, _ in COLUMNS}
