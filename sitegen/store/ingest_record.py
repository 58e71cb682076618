"""``content/.ingest/<stem>.json``: what ingest last wrote for each report of a bulletin, and the ledger.

JSON with one line of text, and one decision of the ledger, a line: a change shows as a change of those lines.
"""

import json
from dataclasses import dataclass, field
from typing import Any

from sitegen.model.ledger import Fate, Ledger, LedgerEntry
from sitegen.model.terms import ReportPath
from sitegen.problems import Problem
from sitegen.problems.borrowed import tell_json_error
from sitegen.problems.catalogue import make_problem


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestedPart:
    """One report as ingest last wrote it."""

    path: ReportPath
    part: int
    """Which report of the bulletin, from 1."""
    text: str
    """The whole file; a report file that differs from it was edited by a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestRecord:
    """What ingest knows of one bulletin."""

    stem: str
    """The source's base name without its ending; the record's own file name."""
    file: str
    sha256: str
    parts: tuple[IngestedPart, ...]
    bulletin: str = ""
    """The bulletin's own file as ingest last wrote it."""
    ledger: Ledger = field(default=Ledger(()))


def write_record(record: IngestRecord) -> str:
    """Return the JSON text of a record."""
    parts = ",\n".join(
        f'  {{"path": {_json(p.path)}, "part": {p.part}, "text": {_lines(p.text)}}}' for p in record.parts
    )
    ledger = ",\n".join(f"  {_entry(entry)}" for entry in record.ledger.entries)
    return (
        "{\n"
        f'"stem": {_json(record.stem)},\n'
        f'"file": {_json(record.file)},\n'
        f'"sha256": {_json(record.sha256)},\n'
        f'"parts": [\n{parts}\n],\n'
        f'"bulletin": {_lines(record.bulletin)},\n'
        f'"ledger": [\n{ledger}\n]\n'
        "}\n"
    )


def read_record(text: str, path: str) -> tuple[IngestRecord | None, tuple[Problem, ...]]:
    """Read the JSON text of a record; None where it is none."""
    try:
        raw = json.loads(text)
        record = IngestRecord(
            stem=_text(raw["stem"]),
            file=_text(raw["file"]),
            sha256=_text(raw["sha256"]),
            parts=tuple(_part(part) for part in raw["parts"]),
            bulletin=_joined(raw["bulletin"]),
            ledger=Ledger(tuple(_ledger_entry(entry) for entry in raw["ledger"])),
        )
    except json.JSONDecodeError as error:
        return None, (make_problem("record-broken", path, error.lineno, error.colno, why=tell_json_error(error)),)
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        return None, (make_problem("record-broken", path, why=tell_json_error(error)),)
    return record, ()


def _part(raw: dict[str, Any]) -> IngestedPart:
    return IngestedPart(path=ReportPath(_text(raw["path"])), part=int(raw["part"]), text=_joined(raw["text"]))


def _ledger_entry(raw: dict[str, Any]) -> LedgerEntry:
    return LedgerEntry(
        fate=Fate(raw["fate"]),
        reason=_text(raw["reason"]),
        line=int(raw["line"]),
        text=_text(raw["text"]),
        to=_text(raw.get("to", "")),
        count=int(raw.get("count", 1)),
    )


def _entry(entry: LedgerEntry) -> str:
    fields: dict[str, Any] = {
        "fate": str(entry.fate),
        "reason": entry.reason,
        "line": entry.line,
        "text": entry.text,
    }
    fields |= {"to": entry.to} if entry.to else {}
    fields |= {"count": entry.count} if entry.count != 1 else {}
    return _json(fields)


def _lines(text: str) -> str:
    """A text as a JSON list of its lines, each on a line of its own."""
    return "[\n" + ",\n".join(f"    {_json(line)}" for line in text.split("\n")) + "\n  ]" if text else "[]"


def _joined(lines: list[Any]) -> str:
    return "\n".join(_text(line) for line in lines)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"text expected, not {value!r}")
    return value
