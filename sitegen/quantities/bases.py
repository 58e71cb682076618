"""What a change is against: 同比, 较上年同期, 比一季度, the year that a level was left from."""

import re
from dataclasses import dataclass
from decimal import Decimal

from sitegen.lexicon.comparisons import load_comparisons
from sitegen.quantities.clauses import Lead, strip_fillers

_LEFT = re.compile(r"[由从](\D{0,6}?\d{0,4}[^\d，,]{1,6}?)的?\d[^，,]*(?:[降升增减提下上]\S{0,3}|缩[短减])[到至]")
_LONGEST = 16
_LONGEST_TIME = 10
_MOST_BEYOND = 60
"""A larger share than this is one of the target, not one beyond it."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a change is against, as printed, and where the words that say so stand in the folded text."""

    text: str
    start: int
    end: int


def find_basis(lead: Lead) -> Basis | None:
    """Return the nearest comparison in the clause, or one that fills the clause before (与上年同期相比，下降5%)."""
    if found := _nearest(lead.text, lead.start):
        return found
    if lead.before.endswith(tuple(closer for closer in load_comparisons().closers if len(closer) > 1)):
        return _nearest(lead.before, lead.before_start)
    return _left_behind(lead) or _of_the_same(lead)


def _of_the_same(lead: Lead) -> Basis | None:
    """Return the comparison that a clause of a direction alone shares: 比上年增加280万元，增长25.9%."""
    alone = strip_fillers(lead.text) in load_comparisons().bare
    return _nearest(lead.before, lead.before_start) if alone else None


def find_beyond(lead: Lead, value: Decimal) -> Basis | None:
    """Return the target that was passed by ``value`` per cent or points: 超年初计划 of 超年初计划14%."""
    words = load_comparisons()
    stripped = strip_fillers(lead.text)
    word = next((word for word in words.beyond if word in stripped), None)
    if word is None or value >= _MOST_BEYOND:
        return None
    at = stripped.rfind(word)
    name = stripped[at + len(word) :]
    if not 1 < len(name) <= _LONGEST or not name.endswith((*words.targets, *words.target_tails)):
        return None
    return Basis(stripped[at:], lead.start + at, lead.start + len(stripped))


def find_whole_basis(lead: Lead) -> Basis | None:
    """Return the comparison of what the clause is a part of: 同比增长5%，其中税收增长3%."""
    whole, part, _ = lead.sentence.rpartition("其中")
    clause = whole.rstrip("，,").rpartition("，")[2]
    offset = lead.sentence_start + whole.rfind(clause)
    return _nearest(clause, offset) if part and clause else None


def find_times_basis(lead: Lead) -> Basis | None:
    """Return the time that a multiple behind ``lead`` is of: 上年 of 是上年的2.3倍."""
    words = load_comparisons()
    stripped = strip_fillers(lead.text).removesuffix("的")
    for verb in words.times_verbs:
        at = stripped.rfind(verb)
        behind = stripped[at + len(verb) :]
        if at >= 0 and 1 < len(behind) <= _LONGEST_TIME and any(word in behind for word in words.period_words):
            start = lead.start + at + len(verb)
            return Basis(behind, start, start + len(behind))
    return None


def _left_behind(lead: Lead) -> Basis | None:
    """Return the time that the level before was left from: 由上年的28.7%降到23.9%，降低4.8个百分点."""
    match = _LEFT.search(lead.before)
    if match and any(word in match[1] for word in load_comparisons().period_words):
        return Basis(match[1], lead.before_start + match.start(), lead.before_start + match.end(1))
    return None


def _nearest(clause: str, offset: int) -> Basis | None:
    """Return the last comparison of a clause that stands at ``offset``."""
    words = load_comparisons()
    found = [(clause.rfind(word), len(word)) for word in words.bases if word in clause]
    for opener in words.openers:
        at = opener.find(clause)
        if at >= 0 and (length := _length(clause[at:], len(opener.word), opener.needs_closer)):
            found.append((at, length))
    if not found:
        return None
    at, length = max(found, key=lambda place: (sum(place), place[1]))
    text = clause[at : at + length]
    text = text if text.endswith(("平均", "年均")) else text.removesuffix("均")
    return Basis(text, offset + at, offset + at + length)


def _length(words: str, opener: int, needs_closer: bool) -> int:
    """Return how long a comparison that opens ``words`` is: up to its closing word or its direction; 0 for none."""
    lexicon = load_comparisons()
    closed = [(words.find(closer, opener), len(closer)) for closer in lexicon.closers]
    closed = [found for found in closed if found[0] > opener]
    if needs_closer:
        return min((at + length for at, length in closed if length > 1), default=0)
    ends = [words.find(word, opener + 1) for word in (*lexicon.up, *lexicon.down, *lexicon.basis_ends)]
    end = min((at for at in ends if at > 0 and words[at - 1] != "最"), default=0)
    if closed and (not end or min(closed)[0] < end):
        return sum(min(closed))
    inside = words[opener : end or len(words)]
    told = end or words.startswith((*lexicon.up, *lexicon.down))
    if 0 < len(inside) <= _LONGEST and (told or any(word in inside for word in lexicon.period_words)):
        return opener + len(inside)
    return 0
