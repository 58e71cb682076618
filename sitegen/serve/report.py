"""What a page of the preview is told: the problems, those of its own files first, in its language."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sitegen.problems import Problem, Severity
from sitegen.problems.words import Language, Words

_WORDS = {
    "region": Words("Preview", "预览"),
    "none": Words("No problems", "没有问题"),
    "own": Words("This page", "本页"),
    "others": Words("Other files", "其他文件"),
    "held": Words(
        "This page is as it was before the error. It is shown anew once the file is mended.",
        "文件有错误，本页暂时保留出错前的内容；改好后会自动更新。",
    ),
    "missing": Words(
        "There is no page at this address now. It is shown as soon as its file is there.",
        "此地址现在没有页面；文件出现后会自动显示。",
    ),
    "lost": Words("The preview has stopped; sitegen serve starts it again.", "预览已停止；用 sitegen serve 重新启动。"),
    "more": Words("and {n} more", "另有 {n} 条"),
    "show": Words("Show problems", "显示问题"),
    "hide": Words("Hide problems", "收起问题"),
}
_COUNTED = {
    Severity.ERROR: (Words("1 error", "1 个错误"), Words("{n} errors", "{n} 个错误")),
    Severity.WARNING: (Words("1 warning", "1 个警告"), Words("{n} warnings", "{n} 个警告")),
    Severity.NOTE: (Words("1 note", "1 条提示"), Words("{n} notes", "{n} 条提示")),
}
"""One of them, and several."""
_SHOWN = 200
"""Problems of other files at the most."""


def report_problems(
    problems: Iterable[Problem], is_own: Callable[[Problem], bool], language: Language, *, missing: bool
) -> dict[str, Any]:
    """Return the problems as JSON can hold them.

    Args:
        problems: Of all files.
        is_own: Whether a problem is one of the page that asks.
        language: Of the messages.
        missing: Whether there is no page at the address.
    """
    ordered = sorted(problems, key=lambda problem: (-problem.severity, problem.path, problem.line, problem.column))
    mine = [problem for problem in ordered if is_own(problem)]
    others = [problem for problem in ordered if not is_own(problem)]
    counts = {severity: sum(problem.severity is severity for problem in ordered) for severity in reversed(Severity)}
    counted = (_COUNTED[severity][number > 1].fill(n=number) for severity, number in counts.items() if number)
    return {
        "language": "zh-Hans" if language is Language.ZH else "en",
        "words": {name: words.told(language) for name, words in _WORDS.items()},
        "counts": {severity.name.lower(): number for severity, number in counts.items()},
        "counted": " · ".join(words.told(language) for words in counted),
        "missing": missing,
        "held": not missing and any(problem.severity is Severity.ERROR for problem in mine),
        "own": [_describe(problem, language) for problem in mine],
        "others": [_describe(problem, language) for problem in others[:_SHOWN]],
        "more": max(0, len(others) - _SHOWN),
    }


def _describe(problem: Problem, language: Language) -> dict[str, str]:
    places: Sequence[object] = (problem.path, problem.line, problem.column)
    return {
        "severity": problem.severity.name.lower(),
        "name": problem.severity.words.told(language),
        "code": problem.code,
        "where": ":".join(str(part) for part in places if part),
        "what": problem.what_in(language),
        "text": problem.text,
        "fix": problem.fix_in(language),
    }
