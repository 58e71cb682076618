"""Decide, for each report read now, which file is its own and whether that file may be written.

A report's file is *edited* where it differs from the text that ingest last wrote; then it is left alone, wherever it
lies and whatever it is called. Nothing here touches a file.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from sitegen.engine.matching import match_texts
from sitegen.engine.on_disk import ReportFile
from sitegen.ingest.keep import keep_ids
from sitegen.model.report import Report
from sitegen.model.terms import ReportPath
from sitegen.problems import Problem
from sitegen.problems.catalogue import make_problem
from sitegen.store.ingest_record import IngestedPart
from sitegen.store.report_file import read_report, write_report

_FURTHER = re.compile(r"--n\d+$")
_DRAFTS = "unresolved/"


@dataclass(frozen=True, slots=True)
class EditedReport:
    """A report that ingest reads and does not write, because a person edited its file."""

    path: ReportPath
    base: str
    """The file as ingest last wrote it."""
    now: Report
    """As it is read now, with new ids."""


@dataclass(slots=True)
class Reconciled:
    """What becomes of the reports of one bulletin."""

    writes: dict[ReportPath, str] = field(default_factory=dict)
    removals: set[ReportPath] = field(default_factory=set)
    parts: list[IngestedPart] = field(default_factory=list)
    """The bulletin's record from now on."""
    left: int = 0
    """Reports that stay as a person left them."""
    notes: list[Problem] = field(default_factory=list)
    edited: list[EditedReport] = field(default_factory=list)

    def leave(self, code: str, path: ReportPath) -> None:
        """Note that the file at ``path`` is left as it is."""
        self.left += 1
        self.notes.append(make_problem(code, f"reports/{path}.md"))


def reconcile(
    reports: tuple[Report, ...],
    before: tuple[IngestedPart, ...],
    files: Mapping[ReportPath, ReportFile],
    taken: Collection[ReportPath],
) -> Reconciled:
    """Settle the reports of one bulletin against its record and its files.

    Args:
        reports: As read now.
        before: What ingest wrote for this bulletin when it last read it; empty where it never did.
        files: The report files that name this bulletin or that the record names.
        taken: All paths in use, of other bulletins and hand-written reports too.
    """
    made = Reconciled()
    used = set(taken)
    matches = match_texts([_body(part.text) for part in before], [report.body for report in reports])
    homes = _homes(before, files)
    for report, match in zip(reports, matches, strict=True):
        if match is None:
            _settle_new(report, files, homes, used, made)
        else:
            _settle_known(report, before[match], homes.get(before[match].path), used, made)
        used |= set(made.writes)
    for number, part in enumerate(before):
        if number not in matches:
            made.parts.append(part)
            if part.path in homes:
                made.leave("report-unread", homes[part.path].path)
    made.parts.sort(key=lambda part: (part.part, part.path))
    return made


def _settle_known(
    report: Report, part: IngestedPart, home: ReportFile | None, used: Collection[ReportPath], made: Reconciled
) -> None:
    """Settle a report that ingest has written before."""
    if home is None:
        made.parts.append(part)
        made.leave("report-removed", part.path)
        return
    if home.text != part.text:
        made.parts.append(replace(part, path=home.path))
        made.edited.append(EditedReport(home.path, part.text, report))
        made.leave("report-edited", home.path)
        return
    old, _ = read_report(part.text, f"reports/{part.path}.md")
    new = keep_ids(old, report) if old else report
    moved_by_hand = home.path != part.path
    if moved_by_hand or _FURTHER.sub("", home.path) == report.path:
        path = home.path
    else:
        path = _free(report.path, used)
        made.removals.add(home.path)
        if not home.path.startswith(_DRAFTS):
            new = replace(new, moved_from=(*(old.moved_from if old else ()), home.path))
    _write(replace(new, path=path), report.source.part if report.source else 0, made)


def _settle_new(
    report: Report,
    files: Mapping[ReportPath, ReportFile],
    homes: Mapping[ReportPath, ReportFile],
    used: Collection[ReportPath],
    made: Reconciled,
) -> None:
    """Settle a report of which no record tells; a file may be there all the same, where the record was lost."""
    number = report.source.part if report.source else 0
    known = {home.path for home in homes.values()}
    unknown = [file for file in files.values() if file.path not in known and file.part == number]
    for file in unknown:
        old, _ = read_report(file.text, f"reports/{file.path}.md")
        new = replace(keep_ids(old, report) if old else report, path=file.path)
        text = write_report(new)
        made.parts.append(IngestedPart(path=file.path, part=number, text=text))
        if text != file.text:
            made.leave("report-edited", file.path)
    if not unknown:
        _write(replace(report, path=_free(report.path, used)), number, made)


def _write(report: Report, number: int, made: Reconciled) -> None:
    text = write_report(report)
    made.writes[report.path] = text
    made.parts.append(IngestedPart(path=report.path, part=number, text=text))


def _homes(before: tuple[IngestedPart, ...], files: Mapping[ReportPath, ReportFile]) -> dict[ReportPath, ReportFile]:
    """Where each report of the record lies now, by the path it was written to: there, or where an editor moved it."""
    homes = {part.path: files[part.path] for part in before if part.path in files}
    strays = [file for path, file in files.items() if path not in homes]
    for part in before:
        if part.path not in homes:
            found = next((file for file in strays if file.part == part.part), None)
            if found:
                homes[part.path] = found
                strays.remove(found)
    return homes


def _free(wanted: ReportPath, used: Collection[ReportPath]) -> ReportPath:
    """The wanted path, or where that is taken the next ``--nN`` of it."""
    path, number = wanted, 1
    while path in used:
        number += 1
        path = ReportPath(f"{wanted}--n{number}")
    return path


def _body(text: str) -> str:
    return text.split("\n---\n", 1)[-1]
