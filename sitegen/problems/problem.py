"""One problem: where it is, what it is, and what would be right."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from sitegen.problems.words import Language, Words


class Severity(IntEnum):
    """How much a problem stands in the way; the larger, the worse."""

    NOTE = 1
    """Worth knowing; never changes the exit status."""
    WARNING = 2
    """Probably wrong; fails only with ``--strict``."""
    ERROR = 3
    """Wrong; what has it is left out and the exit status is 1."""

    @property
    def words(self) -> Words:
        """Its name for people."""
        return _SEVERITIES[self]


_SEVERITIES = {
    Severity.NOTE: Words("note", "提示"),
    Severity.WARNING: Words("warning", "警告"),
    Severity.ERROR: Words("error", "错误"),
}
_LINES = {
    Language.EN: ("{where}{severity}[{code}]: {what}", "    text: {text}", "    fix:  {fix}"),
    Language.ZH: ("{where}{severity}[{code}]：{what}", "    原文：{text}", "    建议：{fix}"),
}
"""The lines of a message: the first, the words at fault, the advice."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that its editor can mend."""

    code: str
    """Key of the catalogue entry: ``theme-unknown``."""
    what: str
    """One sentence that names the thing: ``no theme has the id 'rural'``."""
    path: str = ""
    """The file as the user would type it; empty where no file is at fault."""
    line: int = 0
    """Line in the file, from 1; 0 for the file as a whole."""
    column: int = 0
    """Column in code points, from 1; 0 for the line as a whole."""
    severity: Severity = Severity.ERROR
    text: str = ""
    """The words at fault as they stand in the file, the place marked with 「」; may be empty."""
    fix: str = ""
    """What would be right: ``did you mean 'rural-revitalisation'?``; may be empty."""
    what_zh: str = ""
    """``what`` in Chinese."""
    fix_zh: str = ""
    """``fix`` in Chinese."""

    def __str__(self) -> str:
        """Show the problem in English."""
        return self.tell(Language.EN)

    def tell(self, language: Language) -> str:
        """Show the problem as the terminal does: one line, then text and fix where there are any."""
        where = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        first, text, fix = _LINES[language]
        said = {
            "where": f"{where}: " if where else "",
            "severity": self.severity.words.told(language),
            "code": self.code,
            "what": self.what_in(language),
            "text": self.text,
            "fix": self.fix_in(language),
        }
        return "\n".join(
            line.format(**said) for line, shown in ((first, "what"), (text, "text"), (fix, "fix")) if said[shown]
        )

    def what_in(self, language: Language) -> str:
        """Return the sentence that names the thing in a language."""
        return (self.what_zh if language is Language.ZH else "") or self.what

    def fix_in(self, language: Language) -> str:
        """Return the advice in a language."""
        return (self.fix_zh if language is Language.ZH else "") or self.fix


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems once each, by file, line, column and code."""
    return tuple(sorted(set(problems), key=lambda p: (p.path, p.line, p.column, p.code, p.what)))


def exit_status(problems: Iterable[Problem], *, strict: bool = False) -> int:
    """1 where a problem is an error (with ``strict`` a warning too), else 0."""
    least = Severity.WARNING if strict else Severity.ERROR
    return int(any(problem.severity >= least for problem in problems))
