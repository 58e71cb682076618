"""What differs, as JSON for programs."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from sitegen.engine.diff.folders import FolderDiff
from sitegen.engine.diff.records import RecordDiff, ReportDiff, StatDiff
from sitegen.problems import Problem


def format_json(diff: FolderDiff) -> str:
    """Return all that differs; the same difference gives the same bytes."""
    made = {
        "pages": {
            "added": diff.content.added,
            "changed": diff.content.changed,
            "removed": diff.content.removed,
        },
        "reports": [_show_report(report, diff) for report in diff.content.reports],
        "records": [_show_record(record) for record in diff.content.records],
        "unread": diff.unread,
        "problems": {"new": [_show_problem(p) for p in diff.new], "mended": [_show_problem(p) for p in diff.mended]},
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _show_report(report: ReportDiff, diff: FolderDiff) -> dict[str, Any]:
    lines = diff.lines.get(report.path, {})
    return {
        "path": report.path,
        "before": report.before.path if report.before else None,
        "after": report.after.path if report.after else None,
        "title": report.shown.title,
        "fields": _show_fields(report.before, report.after, report.keys),
        "text": _plain(report.text),
        "stats": [_show_stat(stat, lines.get(stat.after.id) if stat.after else None) for stat in report.stats],
    }


def _show_stat(stat: StatDiff, line: int | None) -> dict[str, Any]:
    return {"line": line, "changed": stat.keys, "before": _plain(stat.before), "after": _plain(stat.after)}


def _show_record(record: RecordDiff) -> dict[str, Any]:
    return {"sort": record.sort, "key": record.key, "before": _plain(record.before), "after": _plain(record.after)}


def _show_problem(problem: Problem) -> dict[str, Any]:
    names = ("path", "line", "column", "code", "what", "what_zh", "text", "fix", "fix_zh")
    return {"severity": problem.severity.name.lower(), **{name: getattr(problem, name) for name in names}}


def _show_fields(before: Any, after: Any, keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: {"before": _plain(getattr(before, key)), "after": _plain(getattr(after, key))} for key in keys}


def _plain(value: Any) -> Any:
    """Return a value as JSON has it; numbers stay as exact as they are written."""
    if is_dataclass(value) and not isinstance(value, type):
        # A period is one thing, spelled in its one way.
        return str(value) if hasattr(value, "slug") else {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, (Decimal, date)) else value
