"""Cut a paragraph into clauses and list items, without breaking numbers, quotations and brackets."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.model.span import Span

_SENTENCE_ENDS = frozenset("。！？；!?;…")
_CLAUSE_ENDS = frozenset("，：,:—")
_LIST_MARK = "、"
_PAIRS = {"“": "”", "‘": "’", "《": "》", "（": "）", "(": ")", "「": "」", "【": "】", "〔": "〕"}
_BRACKETS = frozenset("（(")
_LABEL = re.compile(
    r"(?:【[^【】]{1,12}】|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d)"
    r"|[①-⑳㈠-㈩■●◆▲★○◎□]|\s)+"
)
"""What marks or numbers a paragraph at its start and is no word of it."""
_LONGEST_NAME = 24
"""Characters; a longer run between quotation marks is speech, and its commas divide clauses."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A run of words between two commas, full stops or brackets that hold numbers."""

    span: Span
    """In the paragraph, without the marks around it."""
    sentence: int
    """Number of the sentence, from 0; a semicolon ends one too."""
    items: tuple[Span, ...]
    """Its parts between ``、``, in the paragraph; one where there is no such mark."""


def split_clauses(paragraph: str, numbers: Sequence[Span]) -> tuple[Clause, ...]:
    """Return the clauses of a paragraph in order; together they hold every number.

    Args:
        paragraph: Repaired text.
        numbers: Where its quantities stand, in order; no mark inside one of them divides anything.
    """
    closed = _closed(paragraph, numbers)
    inside = {at for span in numbers for at in range(span.start, span.end)}
    clauses: list[Clause] = []
    sentence, start = 0, _label_end(paragraph, numbers)
    marks: list[int] = []

    def end_clause(end: int) -> None:
        span = _stripped(paragraph, Span(start, end))
        if span:
            clauses.append(Clause(span, sentence, _items(span, marks)))

    at = start
    while at < len(paragraph):
        char = paragraph[at]
        if at in closed:
            at = closed[at]
            continue
        if at not in inside:
            if char == _LIST_MARK:
                marks.append(at)
            elif _divides(paragraph, at):
                end_clause(at)
                sentence += char in _SENTENCE_ENDS
                start, marks = at + 1, []
        at += 1
    end_clause(len(paragraph))
    return tuple(clauses)


def _label_end(paragraph: str, numbers: Sequence[Span]) -> int:
    label = _LABEL.match(paragraph)
    return 0 if not label or any(number.start < label.end() for number in numbers) else label.end()


def _divides(paragraph: str, at: int) -> bool:
    char = paragraph[at]
    if char in ",:" and paragraph[at - 1 : at].isdigit() and paragraph[at + 1 : at + 2].isdigit():
        return False
    return char in _SENTENCE_ENDS or char in _CLAUSE_ENDS or char in _BRACKETS or char in "）)"


def _closed(paragraph: str, numbers: Sequence[Span]) -> dict[int, int]:
    """Map the start of each quotation or bracket that is one name to its end."""
    found: dict[int, int] = {}
    at = 0
    while at < len(paragraph):
        closer = _PAIRS.get(paragraph[at])
        end = paragraph.find(closer, at + 1) + 1 if closer else 0
        if end and _is_name(paragraph[at + 1 : end - 1]) and not any(n.meets(Span(at, end)) for n in numbers):
            found[at] = end
            at = end
        else:
            at += 1
    return found


def _is_name(inner: str) -> bool:
    return len(inner) <= _LONGEST_NAME and not set(inner) & (_SENTENCE_ENDS - {"…", ";"})


def _items(span: Span, marks: Sequence[int]) -> tuple[Span, ...]:
    cuts = [span.start - 1, *(m for m in marks if span.start <= m < span.end), span.end]
    return tuple(Span(a + 1, b) for a, b in itertools.pairwise(cuts) if b > a + 1)


def _stripped(paragraph: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and paragraph[start] in " 、":
        start += 1
    while start < end and paragraph[end - 1] in " 、":
        end -= 1
    return Span(start, end) if start < end else None
