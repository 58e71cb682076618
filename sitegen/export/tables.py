"""Open data as files: every stat as CSV and JSON; reports, places, indicators and themes as JSON."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sitegen.archive import Archive
from sitegen.archive.compared import find_compared_places
from sitegen.export.rows import COLUMNS, StatRow, list_stats
from sitegen.routes import Routes

_BYTE_ORDER_MARK = "\ufeff"


def format_stats_csv(rows: Iterable[StatRow]) -> bytes:
    """Return stats as CSV by RFC 4180, in UTF-8 with a byte order mark.

    Without the mark, Excel on a Chinese Windows reads the file as GBK and shows noise.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, [name for name, _ in COLUMNS], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return (_BYTE_ORDER_MARK + text.getvalue()).encode()


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of open data."""

    name: str
    """Base name: ``stats.csv``; the strings of the interface say what is in it."""
    data: bytes


def make_data_files(archive: Archive, routes: Routes) -> tuple[DataFile, ...]:
    """Return the files of open data, the most asked for first."""
    rows = tuple(list_stats(archive, routes))
    return (
        DataFile("stats.csv", format_stats_csv(rows)),
        DataFile("stats.json", _format_json({"columns": dict(COLUMNS), "stats": rows})),
        _make_json("reports", _list_reports(archive, routes)),
        _make_json("places", _list_places(archive, routes)),
        _make_json("indicators", _list_indicators(archive, routes)),
        _make_json("themes", _list_themes(archive, routes)),
    )


def _make_json(name: str, records: Iterable[dict[str, Any]]) -> DataFile:
    return DataFile(f"{name}.json", _format_json({name: list(records)}))


def _list_reports(archive: Archive, routes: Routes) -> Iterator[dict[str, Any]]:
    for path in sorted(archive.reports):
        entry = archive.reports[path]
        report, period = entry.report, entry.report.period
        yield {
            "path": path,
            "address": routes.absolute(routes.report(path)),
            "heading": entry.heading,
            "title": report.title,
            "place": report.place,
            "place_id": entry.place.id,
            "division_code": entry.place.code,
            "issuer": report.issuer,
            "period": str(period) if period else None,
            "period_first": period.first.isoformat() if period else None,
            "period_last": period.last.isoformat() if period else None,
            "published": report.published.isoformat() if report.published else None,
            "themes": report.themes,
            "practices": [use.practice for use in entry.practices],
            "stats": len(report.stats),
            "source_file": report.source.file if report.source else None,
            "source_sha256": report.source.sha256 if report.source else None,
            "source_part": report.source.part if report.source else None,
        }


def _list_places(archive: Archive, routes: Routes) -> Iterator[dict[str, Any]]:
    for place_id in sorted(archive.places):
        entry = archive.places[place_id]
        place = entry.place
        yield {
            "id": place.id,
            "address": routes.absolute(routes.place(place.id)),
            "name": place.name,
            "full_name": place.full_name,
            "level": place.level.value,
            "division_code": place.code,
            "prefecture": place.prefecture,
            "former_names": place.former_names,
            "parent": entry.chain[-1] if entry.chain else None,
            "reports": entry.report_count,
        }


def _list_indicators(archive: Archive, routes: Routes) -> Iterator[dict[str, Any]]:
    for series_id in sorted(archive.indicators):
        entry = archive.indicators[series_id]
        series = entry.series
        yield {
            "id": series.id,
            "address": routes.absolute(routes.indicator(series.id)),
            "name": series.name,
            "aliases": series.aliases,
            "unit": series.unit,
            "theme": series.theme,
            "definition": series.definition,
            "places": len(find_compared_places(entry)),
            "values": entry.value_count,
            "value_file": routes.absolute(routes.indicator_values(series.id)),
        }


def _list_themes(archive: Archive, routes: Routes) -> Iterator[dict[str, Any]]:
    for theme_id, entry in archive.themes.items():
        yield {
            "id": theme_id,
            "address": routes.absolute(routes.theme(theme_id)),
            "label": entry.theme.label,
            "label_en": entry.theme.label_en,
            "covers": entry.theme.covers,
            "reports": len(entry.reports),
            "stats": entry.stat_count,
        }


def _format_json(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
