"""What checks found last time, kept so that only what has changed is checked again."""

from collections.abc import Callable, Iterable
from pathlib import Path

from sitegen.checks.finding import Finding, Findings
from sitegen.checks.quotes import check_practice_quotes, check_quotes
from sitegen.checks.states import check_body
from sitegen.checks.subject import Known, Subject
from sitegen.checks.terms import check_ids
from sitegen.checks.values import check_values
from sitegen.model.report import Report
from sitegen.model.terms import ReportPath
from sitegen.problems import Problem
from sitegen.store.memory import FileMemory

Check = Callable[[Subject, Known], Findings]

_ALONE: frozenset[Check] = frozenset((check_ids, check_quotes, check_values, check_practice_quotes, check_body))
"""Checks that look at nothing but the report; they are the slow ones."""


class CheckMemory:
    """Findings of reports and where they stand; the same problems are found with it and without it."""

    def __init__(self) -> None:
        self.files = FileMemory()
        """Of the content folder."""
        self._known: Known | None = None
        self._alone: dict[ReportPath, tuple[Report, tuple[Finding, ...]]] = {}
        self._related: dict[ReportPath, tuple[Report, tuple[Finding, ...]]] = {}
        self._placed: dict[Path, tuple[str, tuple[Finding, ...], tuple[Problem, ...]]] = {}

    def check(self, reports: Iterable[Report], known: Known, checks: Iterable[Check]) -> Findings:
        """Yield what the checks find in reports, in no order; those of last time are passed over."""
        if known != self._known:
            self._known, self._related = known, {}
        parts = [
            (self._alone, tuple(check for check in checks if check in _ALONE)),
            (self._related, tuple(check for check in checks if check not in _ALONE)),
        ]
        for report in reports:
            subject: Subject | None = None
            for memory, own in parts:
                kept = memory.get(report.path)
                if kept is None or kept[0] is not report:
                    subject = subject or Subject.of(report)
                    kept = memory[report.path] = (report, tuple(f for check in own for f in check(subject, known)))
                yield from kept[1]

    def place(
        self, path: Path, text: str, findings: tuple[Finding, ...], place: Callable[[], tuple[Problem, ...]]
    ) -> tuple[Problem, ...]:
        """Return the problems of a file's findings, from the last time if file and findings were the same."""
        kept = self._placed.get(path)
        if kept is None or kept[0] is not text or kept[1] != findings:
            kept = self._placed[path] = (text, findings, place())
        return kept[2]
