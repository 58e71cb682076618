"""All checks over a content folder, in one call."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

from sitegen.checks.finding import Finding, Findings
from sitegen.checks.images import check_images
from sitegen.checks.memory import Check, CheckMemory
from sitegen.checks.notes import check_footnotes
from sitegen.checks.paths import check_doubles, check_moves, check_path, check_sources
from sitegen.checks.places import check_place, check_place_files, check_stat_places
from sitegen.checks.placing import place_findings
from sitegen.checks.quotes import check_practice_quotes, check_quotes
from sitegen.checks.states import check_body, check_days, check_state
from sitegen.checks.subject import Known, Subject
from sitegen.checks.terms import (
    check_ids,
    check_practice_indicators,
    check_practice_names,
    check_series,
    check_series_themes,
    check_themes,
)
from sitegen.checks.values import check_values
from sitegen.model.content import Content
from sitegen.problems import Problem, Severity, sort_problems
from sitegen.store.content import read_content
from sitegen.store.texts import list_all_texts

REPORT_CHECKS: tuple[Check, ...] = (
    check_state,
    check_place,
    check_stat_places,
    check_path,
    check_themes,
    check_series,
    check_ids,
    check_quotes,
    check_values,
    check_practice_quotes,
    check_practice_names,
    check_body,
)
CONTENT_CHECKS: tuple[Callable[[Content], Findings], ...] = (
    check_doubles,
    check_sources,
    check_moves,
    check_place_files,
    check_series_themes,
    check_practice_indicators,
)


def check_folder(
    folder: Path, memory: CheckMemory | None = None, *, now: date | None = None
) -> tuple[Content, tuple[Problem, ...]]:
    """Read a content folder and check it; what has not changed since ``memory`` was last used is taken from there.

    Args:
        folder: The content folder.
        memory: Of this folder.
        now: The day that says what waits; without one, nothing is said of days.

    Returns:
        What has no error, and all problems of all files, by file and line.
    """
    memory = memory or CheckMemory()
    content, problems = read_content(folder, memory=memory.files)
    found = check_content(content, folder, memory)
    if now:
        found = (*found, *place_findings(check_days(content, now), folder))
    return without_errors(content, found, folder), sort_problems((*problems, *found))


def check_content(
    content: Content, folder: Path | None = None, memory: CheckMemory | None = None
) -> tuple[Problem, ...]:
    """Return what is wrong with records that were read, beyond what each file shows by itself.

    Args:
        content: The records.
        folder: Where they were read; then problems have lines and columns.
        memory: Of this folder.
    """
    memory = memory or CheckMemory()
    shown = check_images(content, folder) if folder else ()
    return sort_problems(place_findings((*_find(content, memory), *shown), folder, memory))


def check_report(subject: Subject, known: Known) -> Iterator[Finding]:
    """Yield what is wrong with one report."""
    for check in REPORT_CHECKS:
        yield from check(subject, known)


def without_errors(content: Content, problems: tuple[Problem, ...], folder: Path) -> Content:
    """Return the content without the reports that have an error; of a withdrawn one its address still has to say so."""
    root = PurePosixPath(folder.as_posix()) / "reports"
    wrong = {problem.path for problem in problems if problem.severity is Severity.ERROR}
    right = tuple(r for r in content.reports if r.withdrawn or str(root / f"{r.path}.md") not in wrong)
    return replace(content, reports=right)


def _find(content: Content, memory: CheckMemory) -> Findings:
    yield from memory.check(content.reports, Known.of(content), REPORT_CHECKS)
    for check in CONTENT_CHECKS:
        yield from check(content)
    yield from check_footnotes(list_all_texts(content))
