"""Stated changes beside the levels that they lead from and to, in one sentence."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from sitegen.archive.audit.finding import finding, spell
from sitegen.archive.audit.reach import Reach
from sitegen.archive.audit.said import Said, Sentence
from sitegen.archive.audit.units import one_unit
from sitegen.lexicon.audit import load_audit_words
from sitegen.model.terms import Kind
from sitegen.problems import Problem

_SLACK = Decimal("0.05")
"""In percent: some rates are cut off, not rounded."""
_GAP = 10
"""Characters between two levels, 由A增加到B."""
_NEAR = 14
"""Characters between numbers that belong to one change."""
_OTHER_BASIS = ("同比", "环比", "较", "比", "相比")


def audit_levels(sentence: Sentence) -> Iterator[Problem]:
    """Yield levels that lead the wrong way, and changes behind two levels that are not their difference.

    由5.2%降到41%; 由5.2%降到4.1%，下降11个百分点.
    """
    for number, (before, after) in enumerate(pairwise(sentence.said)):
        if not _leads(sentence, before, after):
            continue
        down = _goes_down(sentence.between(before, after))
        lower, higher = (after, before) if down else (before, after)
        if down is not None and lower.reach.low > higher.reach.high:
            yield _differs(sentence, after, before, after)
            continue
        change = sentence.said[number + 2] if number + 2 < len(sentence.said) else None
        if change is None or change.stat.kind is not Kind.CHANGE or not _is_behind(sentence, after, change):
            continue
        if any(word in sentence.between(after, change) for word in _OTHER_BASIS):
            continue
        ways = _ways(before, after, change)
        if ways and not any(way.meets(change.reach, slack) for way, slack in ways):
            yield _differs(sentence, change, before, after)


def audit_differences(sentence: Sentence) -> Iterator[Problem]:
    """Yield changes in percent that are not what a level and its difference make: 1200万元，增加200万元，增长20%."""
    for level, first, second in zip(sentence.said, sentence.said[1:], sentence.said[2:], strict=False):
        if (
            not level.is_level
            or level.stat.unit == "%"
            or first.stat.kind != Kind.CHANGE
            or second.stat.kind != Kind.CHANGE
        ):
            continue
        if not (_is_behind(sentence, level, first) and _is_behind(sentence, first, second)):
            continue
        difference, rate = (second, first) if first.stat.unit == "%" else (first, second)
        if rate.stat.unit != "%" or not one_unit(difference.stat.unit, level.stat.unit):
            continue
        if first.stat.basis != second.stat.basis and any(
            word in sentence.between(first, second) for word in _OTHER_BASIS
        ):
            continue
        before = _before(level.reach, difference)
        if before.low <= 0:
            continue
        worked = difference.reach.share_of(before)
        if not worked.meets(rate.reach, _SLACK):
            value = level.stat.value - difference.stat.value
            yield finding(
                "audit-change-differs",
                sentence.report,
                rate.stat,
                before=spell(value, level.stat.unit),
                after=level.stat.printed,
                worked=spell(difference.stat.value * 100 / value, "%"),
            )


def _leads(sentence: Sentence, before: Said, after: Said) -> bool:
    """Whether two levels are said as 由…到…."""
    words = load_audit_words()
    gap = sentence.between(before, after)
    return (
        before.is_level
        and after.is_level
        and one_unit(before.stat.unit, after.stat.unit)
        and len(gap) <= _GAP
        and "，" not in gap
        and any(word in gap for word in words.reached)
        and any(word in sentence.clause_before(before)[-_NEAR:] for word in words.from_words)
    )


def _goes_down(gap: str) -> bool | None:
    """Return whether words between two levels say that the second is lower; None where they say neither."""
    words = load_audit_words()
    ends = [gap[: gap.rfind(word)] for word in words.reached if word in gap]
    if any(end.endswith(words.fallen) for end in ends):
        return True
    return False if any(end.endswith(words.risen) for end in ends) else None


def _is_behind(sentence: Sentence, first: Said, second: Said) -> bool:
    gap = sentence.between(first, second)
    return len(gap) <= _NEAR and "其中" not in gap


def _ways(before: Said, after: Said, change: Said) -> list[tuple[Reach, Decimal]]:
    """Return what the change can be, in its own unit, by each way of reading it, and the slack that it has."""
    difference = after.reach.change_from(before.reach)
    unit = before.stat.unit
    ways = []
    if one_unit(change.stat.unit, unit) or (unit, change.stat.unit) == ("%", "百分点"):
        ways.append((difference, Decimal(0)))
    if change.stat.unit == "%" and before.reach.low > 0:
        ways.append((difference.share_of(before.reach), _SLACK))
    return ways


def _before(level: Reach, difference: Said) -> Reach:
    reach = difference.reach
    if difference.stat.value < 0:
        return Reach(level.low + reach.low, level.high + reach.high)
    return Reach(level.low - reach.high, level.high - reach.low)


def _differs(sentence: Sentence, said: Said, before: Said, after: Said) -> Problem:
    change = after.stat.value - before.stat.value
    unit = before.stat.unit
    percent = change * 100 / before.stat.value
    in_percent = said.stat.unit == "%" and unit != "%"
    worked = spell(percent, "%") if in_percent else spell(change, "个百分点" if unit == "%" else unit)
    return finding(
        "audit-change-differs",
        sentence.report,
        said.stat,
        before=before.stat.printed,
        after=after.stat.printed,
        worked=worked,
    )
