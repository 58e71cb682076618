"""Changes: a number against another period, its sign and its base."""

import re
from dataclasses import dataclass

from sitegen.lexicon.comparisons import load_comparisons
from sitegen.quantities.amounts import Amount
from sitegen.quantities.clauses import Lead, strip_fillers

_LEFT = re.compile(r"[由从](\D{0,6}?\d{0,4}[^\d，,]{1,6}?)的?\d[^，,]*(?:[降升增减提下上]\S{0,3}|缩[短减])[到至]")
_REACH = 10
_LEVEL_MARKS = ("率", "到", "至", "为", "占", "达", "比", "面", "度", "在", "完成", "的")
_MORE_OR_LESS = ("多", "少", "高", "低")
_NET = ("净增", "净减", "净下降", "净增长", "净增加", "净减少")


@dataclass(frozen=True, slots=True)
class Basis:
    """What a change is against, as printed, and where that stands in the folded text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Change:
    """A number that is a change."""

    falls: bool
    basis: Basis | None
    start: int
    """Where the words begin that say so."""


def find_change(lead: Lead, amount: Amount) -> Change | None:
    """Return what makes the amount behind ``lead`` a change, or None where it is a level."""
    basis = find_basis(lead)
    direction = _direction(lead, amount, basis)
    times = amount.group == "multiple" and basis is None and _times_a_period(lead)
    if isinstance(times, Basis):
        return Change(False, times, times.start)
    if direction is None:
        if amount.group == "doubled":
            return Change(False, basis, basis.start if basis else amount.start)
        if amount.value < 0 and basis:
            return Change(False, basis, basis.start)
        return None
    falls, start = direction
    return Change(falls, basis, min(start, basis.start) if basis else start)


def find_basis(lead: Lead) -> Basis | None:
    """Return the nearest comparison in the clause, or one that fills the clause before (与上年同期相比，下降5%)."""
    found = _basis_in(lead.text, lead.start)
    if found:
        return found
    if any(lead.before.endswith(closer) for closer in load_comparisons().closers if len(closer) > 1):
        return _basis_in(lead.before, lead.before_start)
    return _basis_left(lead)


def _basis_left(lead: Lead) -> Basis | None:
    """Return the time that the level before was left from: 由上年的28.7%降到23.9%，降低4.8个百分点."""
    match = _LEFT.search(lead.before)
    if match and any(word in match[1] for word in load_comparisons().period_words):
        return Basis(match[1], lead.before_start + match.start(), lead.before_start + match.end(1))
    return None


def _basis_in(clause: str, offset: int) -> Basis | None:
    words = load_comparisons()
    best: Basis | None = None
    for word in words.bases:
        at = clause.rfind(word)
        if at >= 0 and (best is None or offset + at > best.start):
            best = Basis(word, offset + at, offset + at + len(word))
    for opener in words.openers:
        at = opener.find(clause)
        if at < 0 or (best and offset + at <= best.start):
            continue
        length = _basis_length(clause[at:], len(opener.word), opener.needs_closer)
        if length:
            best = Basis(clause[at : at + length], offset + at, offset + at + length)
    return best


def _basis_length(words: str, opener: int, needs_closer: bool) -> int:
    """Return how long a comparison that opens ``words`` is: up to its closing word or its direction; 0 for none."""
    lexicon = load_comparisons()
    closers = [(words.find(c, opener), len(c)) for c in lexicon.closers if words.find(c, opener) > opener]
    if needs_closer:
        closers = [c for c in closers if c[1] > 1]
        return min(at + length for at, length in closers) if closers else 0
    ends = [words.find(word, opener + 1) for word in (*lexicon.up, *lexicon.down, "分别", "均", "都", "又", "、", "(")]
    ends = [at for at in ends if at > 0]
    if closers:
        at, length = min(closers)
        if not ends or at < min(ends):
            return at + length
    end = min(ends, default=len(words))
    inside = words[opener:end]
    if 0 < len(inside) <= 16 and (ends or any(word in inside for word in lexicon.period_words)):
        return end
    return 0


def _direction(lead: Lead, amount: Amount, basis: Basis | None) -> tuple[bool, int] | None:
    """Return (whether it falls, where the word stands), or None where the number is a level."""
    words = load_comparisons()
    share = amount.group in ("share", "multiple", "doubled")
    stripped = strip_fillers(lead.text)
    for name in words.level_names:
        if stripped.endswith(name) and not (basis and name not in ("自然增长率", "人口增长率", "出生率")):
            return None
    for word, falls in _directions():
        if stripped.endswith(word):
            start = lead.start + len(stripped) - len(word)
            sure = word not in words.short or (share and word in "增升涨减降跌")
            net = word in _NET or stripped.endswith(_NET)
            if basis or net or (share and sure):
                return falls, start
            return None
    if amount.printed_unit.endswith("百分点") and basis:
        return False, basis.start
    return _object_between(lead, stripped, basis, share)


def _object_between(lead: Lead, stripped: str, basis: Basis | None, share: bool) -> tuple[bool, int] | None:
    """Find a direction whose object stands before the number: 压减支出20%, 同比减少纠纷32起."""
    words = load_comparisons()
    if stripped.endswith(words.reached) or not (share or basis):
        return None
    begins = max(basis.end - lead.start, 0) if basis else 0
    if basis and stripped[begins : begins + 1] in _MORE_OR_LESS:
        return stripped[begins] in "少低", lead.start + begins
    floor = max(begins, len(stripped) - _REACH)
    best: tuple[int, bool, str] | None = None
    for word, falls in _directions():
        if word in words.short and not (basis and len(word) > 1):
            continue
        at = stripped.rfind(word)
        if at >= floor and (best is None or at > best[0]):
            best = at, falls, word
    if best is None:
        return None
    at, falls, word = best
    between = stripped[at + len(word) :]
    if any(mark in between for mark in _LEVEL_MARKS):
        return None
    return falls, lead.start + at


def _times_a_period(lead: Lead) -> Basis | None:
    """Find the period in 是上年的2.3倍."""
    words = load_comparisons()
    stripped = strip_fillers(lead.text).removesuffix("的")
    for verb in ("相当于", "达到", "是", "为", "达"):
        at = stripped.rfind(verb)
        behind = stripped[at + len(verb) :]
        if at >= 0 and 1 < len(behind) <= 10 and any(word in behind for word in words.period_words):
            start = lead.start + at + len(verb)
            return Basis(behind, start, start + len(behind))
    return None


def _directions() -> tuple[tuple[str, bool], ...]:
    words = load_comparisons()
    both = [(word, False) for word in words.up] + [(word, True) for word in words.down]
    return tuple(sorted(both, key=lambda item: -len(item[0])))
