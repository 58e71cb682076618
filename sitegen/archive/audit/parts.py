"""Parts beside their whole: 其中, lists with a total, households beside persons, averages beside totals."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from sitegen.archive.audit.finding import finding, spell
from sitegen.archive.audit.reach import Reach, add_up, is_one_slip, power_of_ten, reach_of
from sitegen.archive.audit.said import Said, Sentence
from sitegen.archive.audit.units import one_unit
from sitegen.lexicon.audit import load_audit_words
from sitegen.problems import Problem

_EXACT = Decimal("1.005")
"""How far, as a factor, a sum may be from a power of ten times its whole."""
_ROUNDING = Decimal("0.001")
"""Share of a whole that its parts may lack or exceed: each of them is rounded."""
_FEW = 3
"""Figures that a number must have for one of them to be told as wrong."""
_REACH_BACK = 15
"""Characters between a whole and the 其中 that divides it."""


@dataclass(frozen=True, slots=True)
class _Division:
    """A whole and the numbers that are said to be of it."""

    whole: Said
    parts: tuple[Said, ...]
    """In the list behind 其中, up to the first that is of another kind."""
    nearest: tuple[Said, ...]
    """Those of them before the first comma."""


def audit_parts(sentence: Sentence) -> Iterator[Problem]:
    """Yield parts behind 其中 that are larger than their whole, and lists of parts whose sum shows a slip."""
    for division in _divisions(sentence):
        whole = division.whole
        over = [part for part in division.nearest if part.reach.low > whole.reach.high]
        for part in over:
            yield finding("audit-part-over", sentence.report, part.stat, whole=whole.stat.printed)
        if not over and _sum_shows_slip(sentence, division):
            yield _sum_differs(sentence, whole, division.parts)


def audit_totals(sentence: Sentence) -> Iterator[Problem]:
    """Yield totals behind a list (共计, 合计) that its numbers would make but for a slip."""
    words = load_audit_words()
    for number, total in enumerate(sentence.said):
        if not (total.is_level and sentence.text[: total.span.start].endswith(words.totals)):
            continue
        listed = _listed_before(sentence, number)
        if len(listed) < 2 or total.stat.unit in words.no_sums:
            continue
        ends = [listed[start:] for start in range(len(listed))]
        if any(_sum_of(end).meets(total.reach, _ROUNDING * total.stat.value) for end in ends):
            continue
        if _is_off(total, listed):
            yield _sum_differs(sentence, total, listed)


def audit_households(sentence: Sentence) -> Iterator[Problem]:
    """Yield households beside fewer persons, or beside more than ten for each: ``412户123人``."""
    for homes, persons in zip(sentence.said, sentence.said[1:], strict=False):
        if (homes.stat.unit, persons.stat.unit) not in (("户", "人"), ("户", "名")):
            continue
        if sentence.between(homes, persons) not in ("", "、") or not (homes.is_level and persons.is_level):
            continue
        crowded = homes.stat.value >= 10 and persons.reach.low > 10 * homes.reach.high
        if persons.reach.high < homes.reach.low or crowded:
            yield finding("audit-households", sentence.report, persons.stat, households=homes.stat.printed)


def _divisions(sentence: Sentence) -> Iterator[_Division]:
    openers = load_audit_words().of_which
    matches = list(re.finditer("|".join(re.escape(word) for word in openers), sentence.text))
    for number, match in enumerate(matches):
        close = matches[number + 1].start() if number + 1 < len(matches) else len(sentence.text)
        if match[0][0] in "（(" or sentence.text[match.start() - 1 : match.start()] in ("（", "("):
            bracket = re.search("[）)]", sentence.text[match.end() :])
            close = min(close, match.end() + bracket.start()) if bracket else close
        comma = re.search("[，,]", sentence.text[match.end() : close])
        first_end = match.end() + comma.start() if comma else close
        for whole in _wholes(sentence, match.start()):
            parts = _parts(sentence, whole, match.end(), close)
            if parts:
                yield _Division(whole, parts, tuple(p for p in parts if p.span.start < first_end))


def _wholes(sentence: Sentence, opening: int) -> list[Said]:
    """Return the number right before ``opening``, and those that are joined to it (412户1230人)."""
    before = [said for said in sentence.said if said.span.end <= opening]
    if not before or opening - before[-1].span.end > _REACH_BACK:
        return []
    group = [before.pop()]
    while before and sentence.between(before[-1], group[0]) in ("", "、"):
        group.insert(0, before.pop())
    words = load_audit_words()
    return [
        said
        for said in group
        if said.is_level
        and said.stat.unit not in words.no_sums
        and not any(word in sentence.clause_before(said) or word in said.stat.indicator for word in words.no_wholes)
    ]


def _parts(sentence: Sentence, whole: Said, start: int, close: int) -> tuple[Said, ...]:
    """Return the numbers of the whole's unit between two places, up to one that is of another kind."""
    words = load_audit_words()
    parts: list[Said] = []
    for said in sentence.said:
        if not (start <= said.span.start and said.span.end <= close and one_unit(said.stat.unit, whole.stat.unit)):
            continue
        other = said.stat.status is not whole.stat.status or said.stat.period != whole.stat.period
        clause = sentence.text[max(start, said.span.start - len(sentence.clause_before(said))) : said.span.start]
        if other or not said.is_level or any(word in clause for word in words.no_parts):
            break
        parts.append(said)
    return tuple(parts)


def _listed_before(sentence: Sentence, number: int) -> tuple[Said, ...]:
    """Return the numbers of one unit before a total, back to the first that is of another."""
    total = sentence.said[number]
    listed: list[Said] = []
    for said in reversed(sentence.said[:number]):
        if not said.is_level or not one_unit(said.stat.unit, total.stat.unit):
            break
        listed.insert(0, said)
    return tuple(listed)


def _sum_shows_slip(sentence: Sentence, division: _Division) -> bool:
    """Whether a list that may be incomplete, or whose members may overlap, still shows a slip."""
    whole, parts = division.whole, division.parts
    if len(parts) < 2 or _sum_of(parts).meets(whole.reach, _ROUNDING * whole.stat.value):
        return False
    made = _added(parts)
    first, second = _figures(whole.stat.value, made)
    if power_of_ten(made / whole.stat.value, _EXACT):
        return True
    if is_one_slip(first, second) and (len(first) > _FEW if made < whole.stat.value else len(first) >= _FEW):
        return made > whole.stat.value or first[:-2] != second[:-2]
    named = all(
        any(word in p.stat.indicator + sentence.clause_before(p) for word in load_audit_words().sources) for p in parts
    )
    return whole.stat.unit == "元" and named and _sum_of(parts).low > reach_of(whole.stat, rounded=False).high


def _is_off(total: Said, listed: tuple[Said, ...]) -> bool:
    """Whether a stated total is a power of ten or one figure off what its list makes."""
    made = _added(listed)
    first, second = _figures(total.stat.value, made)
    return bool(power_of_ten(made / total.stat.value, _EXACT)) or (len(first) >= _FEW and is_one_slip(first, second))


def _added(parts: tuple[Said, ...]) -> Decimal:
    return sum((p.stat.value for p in parts), Decimal(0))


def _sum_of(parts: tuple[Said, ...]) -> Reach:
    return add_up(reach_of(p.stat, rounded=False) for p in parts)


def _figures(first: Decimal, second: Decimal) -> tuple[str, str]:
    """Return both numbers as figures without the point and the zeros that both end with."""
    places = max(-int(n.normalize().as_tuple().exponent) for n in (first, second))
    one, other = (str(int((n.scaleb(places)).to_integral_value())) for n in (first, second))
    return one, other


def _sum_differs(sentence: Sentence, whole: Said, parts: tuple[Said, ...]) -> Problem:
    return finding(
        "audit-sum-differs",
        sentence.report,
        whole.stat,
        parts=" + ".join(p.stat.printed for p in parts),
        worked=spell(_added(parts), whole.stat.unit),
    )
