"""The bulletins as received, and which reports a person has changed since they were read from them."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from sitegen.model.report import Bulletin
from sitegen.model.terms import ReportPath
from sitegen.problems import Problem
from sitegen.problems.catalogue import make_problem
from sitegen.store.ingest_record import read_record

_STATES = re.compile(rb"^(?:draft|publish_on|withdrawn): .*\r?\n", re.M)


def read_sources(bulletins: Iterable[Bulletin], seeds: Path) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Return the bytes of each bulletin by its stem.

    A file that is not there is left out; one that is another than was read is left out with a warning, because the
    site says that it is the source.
    """
    found: dict[str, bytes] = {}
    problems = []
    for bulletin in bulletins:
        file = seeds / Path(bulletin.file).name
        if not bulletin.file or not file.is_file():
            continue
        data = file.read_bytes()
        if hashlib.sha256(data).hexdigest() == bulletin.sha256:
            found[bulletin.stem] = data
        else:
            problems.append(make_problem("source-changed", str(file), stem=bulletin.stem))
    return found, tuple(problems)


def find_edited(content: Path) -> frozenset[ReportPath]:
    """Return the reports whose files differ from what ingest last wrote, in more than when they are published."""
    edited = set()
    for file in sorted((content / ".ingest").glob("*.json")):
        record, _ = read_record(file.read_text(encoding="utf-8", errors="replace"), str(file))
        for part in record.parts if record else ():
            report = content / "reports" / f"{part.path}.md"
            if report.is_file() and _differs(report.read_bytes(), part.text.encode()):
                edited.add(part.path)
    return frozenset(edited)


def _differs(data: bytes, ingested: bytes) -> bool:
    """Whether a file says anything else than ingest wrote; a line of its state changes nothing of the report."""
    return data != ingested and _STATES.sub(b"", data) != _STATES.sub(b"", ingested)
