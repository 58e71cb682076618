"""The words before an amount that say what sort of number it is."""

from dataclasses import dataclass

from sitegen.lexicon.comparisons import load_comparisons
from sitegen.quantities.amounts import Amount
from sitegen.quantities.scan import Scan

_STOPS = "，。；！？,;!?…\n"
_SENTENCE_STOPS = "。；！？;!?…\n"
_LIST_JOINS = ("、", "和", "及", "与", "以及")


@dataclass(frozen=True, slots=True)
class Lead:
    """The clause in front of a number, up to its list's first number; places are indices into the folded text."""

    start: int
    end: int
    text: str
    before: str
    """The clause before this one where only a comma divides them, its stop left out; else empty."""
    before_start: int
    sentence: str
    """The sentence up to the clause's end; a semicolon ends one too."""
    sentence_start: int


def find_lead(scan: Scan, index: int) -> Lead:
    """Return the words in front of an amount; in a list (分别增长5.2%、8.8%和17.3%) those in front of its first."""
    text, first = scan.folded.text, index
    while first > 0 and _joined(text, scan.amounts[first - 1], scan.amounts[first]):
        first -= 1
    end = scan.amounts[first].start
    start = _clause_start(text, end)
    before_end = start - 1 if text[start - 1 : start] in ("，", ",") else start
    before_start = _clause_start(text, before_end)
    said = _clause_start(text, end, _SENTENCE_STOPS)
    return Lead(start, end, text[start:end], text[before_start:before_end], before_start, text[said:end], said)


def strip_fillers(words: str) -> str:
    """Take off the words that stand between a direction and its number: 了, 达到, 分别, 约…"""
    fillers = load_comparisons().fillers
    while found := next((filler for filler in fillers if words.endswith(filler)), None):
        words = words[: -len(found)]
    return words


def _joined(text: str, one: Amount, other: Amount) -> bool:
    """Whether two amounts stand side by side in a list, of one sort or each of its own (分别增加0.2万亩、560吨)."""
    if text[one.end : other.start] not in _LIST_JOINS:
        return False
    return one.group == other.group or "分别" in text[_clause_start(text, one.start) : one.start]


def _clause_start(text: str, end: int, stops: str = _STOPS) -> int:
    at = end
    while at > 0 and text[at - 1] not in stops:
        at -= 1
    return at
