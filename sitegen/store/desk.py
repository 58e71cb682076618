"""Where the problems of one file are gathered, each with its place in the file and the words there."""

from collections.abc import Iterable

from sitegen.problems import Problem, Severity
from sitegen.problems.catalogue import make_problem
from sitegen.store.nodes import Node, Scalar

_WINDOW = 40
"""Characters of a long line that are shown to either side of the place."""


class Desk:
    """Gathers the problems of one file."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self._text = text
        self._lines: list[str] | None = None
        self._found: list[Problem] = []

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found, in the order of finding."""
        return tuple(self._found)

    @property
    def failed(self) -> bool:
        """Whether one of the problems is an error."""
        return any(problem.severity is Severity.ERROR for problem in self._found)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Take over problems that were found elsewhere."""
        self._found.extend(problems)

    def add(
        self,
        code: str,
        line: int = 0,
        column: int = 0,
        *,
        mark: str = "",
        near: str | None = None,
        severity: Severity | None = None,
        **values: object,
    ) -> None:
        """Note a problem at a place; ``mark`` is what stands there and gets the 「」."""
        shown = self.excerpt(line, column, mark) if line else ""
        self._found.append(
            make_problem(code, self.path, line, column, text=shown, near=near, severity=severity, **values)
        )

    def add_at(
        self, code: str, node: Node, *, near: str | None = None, severity: Severity | None = None, **values: object
    ) -> None:
        """Note a problem of a value in the front matter."""
        mark = node.text if isinstance(node, Scalar) else ""
        self.add(code, node.line, node.column, mark=mark, near=near, severity=severity, **values)

    def line(self, number: int) -> str:
        """Return a line of the file, counted from 1; empty where there is none."""
        if self._lines is None:
            self._lines = self._text.split("\n")
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def excerpt(self, line: int, column: int, mark: str = "") -> str:
        """Return a line of the file with ``mark`` in 「」, cut on both sides where it is long."""
        shown = self.line(line)
        start = shown.find(mark, max(column - 1, 0)) if mark else -1
        if start < 0:
            start = max(column - 1, 0)
            mark = shown[start : start + 1] if column else ""
        return mark_excerpt(shown, start, start + len(mark))


def mark_excerpt(text: str, start: int, end: int) -> str:
    """Return ``text`` with the characters from ``start`` to ``end`` in 「」, cut where it is long."""
    before, marked, after = text[:start], text[start:end], text[end:]
    if len(before) > _WINDOW:
        before = "…" + before[-_WINDOW:]
    if len(after) > _WINDOW:
        after = after[:_WINDOW] + "…"
    if len(marked) > 2 * _WINDOW:
        marked = marked[:_WINDOW] + "…" + marked[-_WINDOW:]
    return f"{before}「{marked}」{after}".strip() if marked else f"{before}{after}".strip()
