"""Lists beside their total: a sum that is wrong, or that one slip would make right."""

from collections.abc import Iterator
from decimal import Decimal

from sitegen.archive.audit.finding import finding, spell
from sitegen.archive.audit.reach import Reach, add_up, reach_of
from sitegen.archive.audit.said import Said, Sentence
from sitegen.archive.audit.slips import Slip, align, find_slip
from sitegen.archive.audit.units import one_unit
from sitegen.lexicon.audit import load_audit_words
from sitegen.problems import Problem

_ROUNDING = Decimal("0.001")
"""Share of a whole that its parts may lack or exceed: each of them is rounded."""
_MANY = 4
"""Figures of a whole that a small part left out of the list cannot explain by changing just one of them."""


def audit_totals(sentence: Sentence) -> Iterator[Problem]:
    """Yield totals behind a list (共计, 合计) that its numbers would make but for a slip."""
    words = load_audit_words()
    for number, total in enumerate(sentence.said):
        if not (total.is_level and sentence.text[: total.span.start].endswith(words.totals)):
            continue
        listed = _listed_before(sentence, number)
        if len(listed) < 2 or total.stat.unit in words.no_sums:
            continue
        if not any(_makes(listed[start:], total) for start in range(len(listed))) and _slips(total, listed):
            yield sum_differs(sentence, total, listed)


def sum_shows_slip(sentence: Sentence, whole: Said, parts: tuple[Said, ...]) -> bool:
    """Return whether a list that may be incomplete, or whose members may overlap, still shows a slip."""
    if len(parts) < 2 or _makes(parts, whole):
        return False
    made, stated = _added(parts), whole.stat.value
    slips = _slips(whole, parts)
    if slips - {Slip.FIGURE}:
        return True
    first, second = align(stated, made)
    if find_slip(stated, made) is Slip.FIGURE and (
        made > stated or (len(first) >= _MANY and first[:-2] != second[:-2])
    ):
        return True
    named = all(
        any(word in p.stat.indicator + sentence.clause_before(p) for word in load_audit_words().sources) for p in parts
    )
    return whole.stat.unit == "元" and named and _sum_of(parts).low > reach_of(whole.stat, rounded=False).high


def sum_differs(sentence: Sentence, whole: Said, parts: tuple[Said, ...]) -> Problem:
    """Return the problem of a whole that its parts do not make."""
    return finding(
        "audit-sum-differs",
        sentence.report,
        whole.stat,
        parts=" + ".join(p.stat.printed for p in parts),
        worked=spell(_added(parts), whole.stat.unit),
    )


def _listed_before(sentence: Sentence, number: int) -> tuple[Said, ...]:
    """Return the numbers of one unit before a total, back to the first that is of another."""
    total = sentence.said[number]
    listed: list[Said] = []
    for said in reversed(sentence.said[:number]):
        if not said.is_level or not one_unit(said.stat.unit, total.stat.unit):
            break
        listed.insert(0, said)
    return tuple(listed)


def _makes(parts: tuple[Said, ...], whole: Said) -> bool:
    return _sum_of(parts).meets(whole.reach, _ROUNDING * whole.stat.value)


def _slips(whole: Said, parts: tuple[Said, ...]) -> set[Slip]:
    """Return the slips of which one, in the whole or in a part, would explain why the parts do not make the whole."""
    made, stated = _added(parts), whole.stat.value
    found = [find_slip(stated, made)]
    found += [find_slip(p.stat.value, stated - made + p.stat.value) for p in parts]
    return {slip for slip in found if slip is not None}


def _added(parts: tuple[Said, ...]) -> Decimal:
    return sum((p.stat.value for p in parts), Decimal(0))


def _sum_of(parts: tuple[Said, ...]) -> Reach:
    return add_up(reach_of(p.stat, rounded=False) for p in parts)
