"""Open data as files: every stat as CSV and JSON; reports, places, indicators and themes as JSON."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sitegen.archive import Archive
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
    """Base name: ``stats.csv``."""
    title: str
    description: str
    data: bytes


def make_data_files(archive: Archive, routes: Routes) -> tuple[DataFile, ...]:
    """Return the files of open data, the most asked for first; titles are Chinese."""
    rows = tuple(list_stats(archive, routes))
    return (
        DataFile(
            "stats.csv",
            "全部数据（CSV）",
            "每行一个数据：数值、单位、地方、时段、原文和永久地址。",
            format_stats_csv(rows),
        ),
        DataFile(
            "stats.json",
            "全部数据（JSON）",
            "内容同上，附各列说明。",
            _format_json({"columns": dict(COLUMNS), "stats": rows}),
        ),
        _make_json(
            "reports", "报告目录", "每篇报告的标题、地方、单位、时段、主题和出处。", _list_reports(archive, routes)
        ),
        _make_json("places", "地方目录", "有报告的省、县、乡镇，附区划代码和曾用名。", _list_places(archive, routes)),
        _make_json(
            "indicators", "指标目录", "可以跨报告比较的指标，附单位、别名和定义。", _list_indicators(archive, routes)
        ),
        _make_json("themes", "主题目录", "主题的名称和范围，附报告数和数据数。", _list_themes(archive, routes)),
    )


def _make_json(name: str, title: str, description: str, records: Iterable[dict[str, Any]]) -> DataFile:
    return DataFile(f"{name}.json", title, description, _format_json({name: list(records)}))


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
            "values": entry.value_count,
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
