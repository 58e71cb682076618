"""Show what ingest would now read in edited reports, and take single readings over into their files."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitegen.engine.changes import ParagraphChange, ReportChanges, StatChange, find_changes
from sitegen.engine.ingest import Progress, find_edited
from sitegen.engine.plan import WritePlan
from sitegen.engine.reconcile import EditedReport
from sitegen.engine.write_changes import write_changes
from sitegen.model.terms import ReportPath
from sitegen.problems import Problem, ReasonError, Severity, Words
from sitegen.problems.words import join_words
from sitegen.store.decode import decode
from sitegen.store.report_file import read_report

Change = StatChange | ParagraphChange


@dataclass(frozen=True, slots=True)
class ChangedReport:
    """An edited report in which ingest reads something differently now."""

    path: ReportPath
    file: Path
    changes: ReportChanges


class UnknownChangeError(ReasonError):
    """What is to be taken over names no change, or several; the message says which there are."""


def find_new_readings(
    given: Iterable[Path], content: Path, *, today: date, progress: Progress | None = None
) -> tuple[tuple[ChangedReport, ...], tuple[Problem, ...]]:
    """Return what is read differently now in every report that a person edited; nothing is written.

    Args:
        given: Files and folders of bulletins, as for ``ingest``.
        content: The content folder.
        today: The day that new reports would get; it plays no part in what is found.
        progress: Called before each source.

    Returns:
        The reports with changes, by path; warnings and errors of the sources and of files that cannot be read.
    """
    edited, problems = find_edited(given, content, today=today, progress=progress)
    said = [problem for problem in problems if problem.severity > Severity.NOTE]
    found = []
    for report in sorted(edited, key=lambda report: report.path):
        file = content / "reports" / f"{report.path}.md"
        changes, wrong = _compare(report, file)
        said += wrong
        if changes and (changes.stats or changes.paragraphs):
            found.append(ChangedReport(report.path, file, changes))
    return tuple(found), tuple(said)


def take_over(reports: Sequence[ChangedReport], wanted: Sequence[str]) -> tuple[Path, ...]:
    """Take changes over into their files and return the files; all of them are found before one is written.

    Args:
        reports: What ``find_new_readings`` found.
        wanted: Ids of stats and paragraphs, each bare or as ``REPORT#ID``.

    Raises:
        UnknownChangeError: if one of them names no change, or changes of several reports.
    """
    chosen: dict[ReportPath, list[Change]] = {}
    for name in wanted:
        report, change = _find(reports, name)
        listed = chosen.setdefault(report.path, [])
        if change not in listed:
            listed.append(change)
    plan = WritePlan()
    for report in reports:
        if report.path in chosen:
            original = report.file.read_bytes().decode("utf-8")
            plan.write(report.file, write_changes(original, report.path, report.changes, chosen[report.path]))
    return plan.carry_out()


def _compare(report: EditedReport, file: Path) -> tuple[ReportChanges | None, tuple[Problem, ...]]:
    """Compare an edited file with its readings; a file with errors is compared once they are mended."""
    text, problems = decode(file.read_bytes(), file.as_posix())
    if text is None:
        return None, problems
    theirs, problems = read_report(text, file.as_posix(), report.path)
    if theirs is None:
        return None, tuple(problem for problem in problems if problem.severity is Severity.ERROR)
    # where the record is of an older form and can no longer be read, all that differs from the file is shown
    base, _ = read_report(report.base, file.as_posix(), report.path)
    return find_changes(base or theirs, theirs, report.now), ()


def _find(reports: Sequence[ChangedReport], name: str) -> tuple[ChangedReport, Change]:
    """Return the one change that a name means."""
    path, _, ident = name.rpartition("#")
    found = [
        (report, change)
        for report in reports
        if not path or report.path == _bare(path)
        for change in _changes_of(report)
        if change.id == ident
    ]
    if not found:
        what = "no new reading has the id {name}; sitegen ingest --diff lists them"
        raise UnknownChangeError(
            Words(what, "没有编号为 {name} 的新读法；sitegen ingest --diff 会列出来").fill(name=name)
        )
    if len(found) > 1:
        names = join_words(f"{report.path}#{ident}" for report, _ in found)
        what = "several reports have a new reading {ident}; name one of {names}"
        said = Words(what, "好几篇报告都有编号为 {ident} 的新读法，请指明其中一个：{names}")
        raise UnknownChangeError(said.fill(ident=ident, names=names))
    return found[0]


def _changes_of(report: ChangedReport) -> tuple[Change, ...]:
    return (*report.changes.stats, *report.changes.paragraphs)


def _bare(path: str) -> str:
    """A report's path, also where it is typed as its file or its address."""
    return re.sub(r"^.*?reports/|^/|/$|\.md$", "", path)
