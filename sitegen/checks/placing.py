"""Findings to problems: the file is read again for line, column and the words there."""

from collections.abc import Iterable
from functools import partial
from itertools import groupby
from pathlib import Path

from sitegen.checks.finding import Finding
from sitegen.checks.memory import CheckMemory
from sitegen.problems import Problem
from sitegen.problems.catalogue import make_problem
from sitegen.store.desk import Desk
from sitegen.store.locate import Locator


def place_findings(
    findings: Iterable[Finding], folder: Path | None, memory: CheckMemory | None = None
) -> tuple[Problem, ...]:
    """Return the problems of findings.

    Only files with a finding are opened, so that records need not carry the place of each of their values.

    Args:
        findings: In any order.
        folder: The content folder; without one, problems name the file below it and no line.
        memory: Of this folder.
    """
    memory = memory or CheckMemory()
    problems: list[Problem] = []
    ordered = sorted(findings, key=lambda finding: finding.file)
    for file, group in groupby(ordered, key=lambda finding: finding.file):
        text = _read(folder / file, memory) if folder else None
        if folder is None or text is None:
            shown = (folder / file).as_posix() if folder else file
            problems += [make_problem(f.code, shown, near=f.near, **f.values) for f in group]
        else:
            path, own = folder / file, tuple(group)
            problems += memory.place(path, text, own, partial(_place, own, text, path.as_posix()))
    return tuple(problems)


def _place(findings: Iterable[Finding], text: str, path: str) -> tuple[Problem, ...]:
    desk = Desk(path, text)
    locator = Locator(text, front_matter=path.endswith(".md"))
    for finding in findings:
        if finding.body_line:
            line, column, value = locator.body_line + finding.body_line - 1, 0, ""
            column = max(desk.line(line).find(finding.mark), 0) + 1
        elif finding.at:
            line, column, value = locator.find(finding.at)
        else:
            line, column, value = 0, 0, ""
        desk.add(finding.code, line, column, mark=finding.mark or value, near=finding.near, **finding.values)
    return desk.problems


def _read(path: Path, memory: CheckMemory) -> str | None:
    try:
        return memory.files.read(path)[0]
    except OSError:
        return None
