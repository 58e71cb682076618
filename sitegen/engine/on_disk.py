"""The report files of a content folder by the source they name, however an editor has left them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.model.terms import ReportPath

_FRONT_MATTER = re.compile(r"---\r?\n(.*?)\r?\n---", re.S)
_SOURCE = re.compile(r"^source:(.*(?:\n[ \t]+.*)*)", re.M)
_FIELD = re.compile(r"\b(file|sha256|part)[\"']?:\s*[\"']?([^,\s\"'}]+)")


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A report file that names a source."""

    path: ReportPath
    text: str
    file: str
    """Base name of the source, as the front matter has it; empty where it cannot be read."""
    sha256: str
    part: int
    """0 where it cannot be read."""


def find_report_files(content: Path) -> Iterator[ReportFile]:
    """Yield every report file below ``content/reports/``, sorted by path.

    The source is found by pattern and not by the YAML reader, so that a file which an editor has broken for the moment
    is still known as the report that it is, and is not ingested a second time.
    """
    root = content / "reports"
    for path in sorted(root.rglob("*.md")):
        text = path.read_bytes().decode("utf-8", "replace")
        matter = _FRONT_MATTER.match(text.removeprefix("\ufeff"))
        named = _SOURCE.search(matter[1] if matter else text)
        fields = dict(_FIELD.findall(named[1])) if named else {}
        part = fields.get("part", "")
        yield ReportFile(
            path=ReportPath(path.relative_to(root).with_suffix("").as_posix()),
            text=text,
            file=fields.get("file", ""),
            sha256=fields.get("sha256", ""),
            part=int(part) if part.isdecimal() else 0,
        )
