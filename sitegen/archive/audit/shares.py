"""Shares that no whole can have, and shares that the numbers beside them speak against."""

from collections.abc import Iterator
from decimal import Decimal

from sitegen.archive.audit.finding import finding, spell
from sitegen.archive.audit.reach import reach_of
from sitegen.archive.audit.said import Said, Sentence
from sitegen.archive.audit.units import one_unit
from sitegen.lexicon.audit import load_audit_words
from sitegen.model.report import Report
from sitegen.model.stat import Stat
from sitegen.model.terms import Kind
from sitegen.problems import Problem

_ALL = Decimal(100)
_SLACK = Decimal("0.05")
"""In percent: some shares are cut off, not rounded."""
_SHARE_WORDS = frozenset("，,（(占比为达的总数全部约")
"""What may stand between a part and its share where nothing else is named as the whole."""
_NEAR = 12


def audit_shares(report: Report) -> Iterator[Problem]:
    """Yield shares above 100 %, and falls by more than all, of what cannot be so."""
    for stat in report.stats:
        if stat.unit == "%" and _is_too_large(stat):
            yield finding("audit-share-over", report, stat)


def audit_stated_shares(sentence: Sentence) -> Iterator[Problem]:
    """Yield shares and completions that disagree with the part and the whole, or the target, printed before them."""
    for number, share in enumerate(sentence.said):
        if share.stat.unit != "%" or share.stat.kind not in (Kind.LEVEL, Kind.COMPLETION) or number < 2:
            continue
        part, whole = _part_and_whole(sentence, number)
        if part is None or whole is None:
            continue
        is_target = share.stat.kind is Kind.COMPLETION
        worked = part.reach.share_of(reach_of(whole.stat, rounded=not is_target))
        if not worked.meets(share.reach, _SLACK):
            code = "audit-completion-differs" if is_target else "audit-share-differs"
            yield finding(
                code,
                sentence.report,
                share.stat,
                part=part.stat.printed,
                whole=whole.stat.printed,
                worked=spell(part.stat.value * 100 / whole.stat.value, "%"),
            )


def _is_too_large(stat: Stat) -> bool:
    words = load_audit_words()
    if stat.kind is Kind.CHANGE:
        return stat.value < -_ALL and not any(word in stat.indicator for word in words.can_be_negative)
    return (
        stat.kind is Kind.LEVEL
        and stat.value > _ALL
        and stat.indicator.endswith(words.shares_of_a_whole)
        and not any(word in stat.indicator for word in words.can_exceed)
    )


def _part_and_whole(sentence: Sentence, number: int) -> tuple[Said | None, Said | None]:
    """Return the numbers that the share at ``number`` is worked out from, where the words leave no doubt."""
    first, second, share = sentence.said[number - 2 : number + 1]
    if not (first.is_level and second.is_level and one_unit(first.stat.unit, second.stat.unit)):
        return None, None
    if first.stat.unit == "%" or first.stat.period != second.stat.period:
        return None, None
    gap = sentence.between(second, share)
    if gap == "的" and "占" in sentence.clause_before(second):
        return first, second
    if share.stat.kind is Kind.COMPLETION:
        return (second, first) if _is_target(sentence, first, second, gap) else (None, None)
    named = "其中" in sentence.between(first, second) and len(sentence.between(first, second)) <= 2 * _NEAR
    if named and "占" in gap and set(gap) <= _SHARE_WORDS:
        return second, first
    return None, None


def _is_target(sentence: Sentence, target: Said, done: Said, gap: str) -> bool:
    """Whether the first of two numbers is the target that a completion behind the second is a share of."""
    words = load_audit_words().targets
    named = any(word in sentence.clause_before(target)[-_NEAR:] for word in words)
    after = sentence.between(target, done).lstrip("的").startswith(words)
    return (named or after) and len(gap) <= _NEAR and ("完成" in gap or "占" in gap)
