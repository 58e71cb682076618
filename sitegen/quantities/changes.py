"""Changes: which numbers are a difference, and whether they fall."""

from dataclasses import dataclass

from sitegen.lexicon.comparisons import load_comparisons
from sitegen.quantities.amounts import Amount
from sitegen.quantities.bases import Basis, find_basis, find_beyond, find_times_basis, find_whole_basis
from sitegen.quantities.clauses import Lead, strip_fillers

_REACH = 10
"""How far in front of its number a direction may stand, in characters: 压缩办理时限60%."""
_POINTS = ("百分点", "千分点")
_SHARES = ("share", "multiple", "doubled")


@dataclass(frozen=True, slots=True)
class Change:
    """A number that is a change."""

    falls: bool
    basis: Basis | None
    start: int
    """Where in the folded text the words begin that say so."""


def find_change(lead: Lead, amount: Amount) -> Change | None:
    """Return what makes the amount behind ``lead`` a change, or None where it is a level.

    A share is one behind a word of direction (增长5%); any other number needs a comparison too (同比减少32起), or a
    word for a net difference. What a direction leads to (降到4.1%) is a level.
    """
    if amount.group == "share" and (beyond := find_beyond(lead, amount.value)):
        return Change(False, beyond, beyond.start)
    basis = find_basis(lead)
    if basis is None and amount.group == "multiple" and (times := find_times_basis(lead)):
        return Change(False, times, times.start)
    direction = _direction(lead, amount, basis)
    if direction:
        falls, start = direction
        basis = basis or find_whole_basis(lead)
        return Change(falls, basis, min(start, basis.start) if basis else start)
    always = amount.group == "doubled" or amount.unit in _POINTS
    signed = amount.value < 0 or lead.text.endswith("+")
    if always or (signed and basis):
        return Change(False, basis, basis.start if basis else amount.start)
    return None


def _direction(lead: Lead, amount: Amount, basis: Basis | None) -> tuple[bool, int] | None:
    """Return (whether it falls, where the word stands), or None where the number is a level."""
    words = load_comparisons()
    share = amount.group in _SHARES
    stripped = strip_fillers(lead.text)
    if stripped.endswith(words.rates):
        return None
    for word, falls in words.directions:
        if stripped.endswith(word):
            between = lead.text[len(stripped) :]
            if between == "为" and word not in words.change_rates:
                return None
            sure = word not in words.short or word in words.short_sure or between.startswith("了")
            if basis or stripped.endswith(words.net) or (share and sure):
                return falls, lead.start + len(stripped) - len(word)
            # The level before it says that this is a difference; without those words it would be a level itself.
            return (falls, lead.before_start) if _is_bare(lead, stripped, amount) else None
    if stripped.endswith(words.reached) or not (share or basis):
        return None
    return _inside(lead, stripped, basis)


def _is_bare(lead: Lead, stripped: str, amount: Amount) -> bool:
    """Whether a clause is a direction alone, behind a level of the same unit: 人均纯收入387元，增26元."""
    return stripped in load_comparisons().bare and lead.before.endswith(amount.printed_unit or "?")


def _inside(lead: Lead, stripped: str, basis: Basis | None) -> tuple[bool, int] | None:
    """Find a direction in the comparison itself (低于全市), behind it, or with its object behind (压减支出20%)."""
    words = load_comparisons()
    behind = 0
    if basis:
        if basis.text.startswith((*words.up, *words.down)):
            return basis.text.startswith(words.down), basis.start
        behind = max(basis.end - lead.start, 0)
        longer = any(len(word) > 1 and stripped.startswith(word, behind) for word, _ in words.directions)
        if stripped[behind : behind + 1] in words.more_or_less and not longer:
            return words.more_or_less[stripped[behind]], lead.start + behind
    floor = max(behind, len(stripped) - _REACH)
    usable = [(word, falls) for word, falls in words.directions if word not in words.short or (basis and len(word) > 1)]
    found = [(stripped.rfind(word), len(word), falls) for word, falls in usable]
    at, length, falls = max(found)
    between = stripped[at + length :]
    if at < floor or any(mark in between for mark in words.level_marks) or any(char.isdigit() for char in between):
        return None
    return falls, lead.start + at
