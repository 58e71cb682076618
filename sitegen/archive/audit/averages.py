"""Averages beside how many there are and what they make together: 户均 times 户."""

from collections.abc import Iterator
from decimal import Decimal

from sitegen.archive.audit.finding import finding, spell
from sitegen.archive.audit.reach import power_of_ten
from sitegen.archive.audit.said import Said, Sentence
from sitegen.archive.audit.units import one_unit
from sitegen.lexicon.audit import load_audit_words
from sitegen.problems import Problem

_NEAR_POWER = Decimal("1.12")
_SAME_THING = Decimal("1.05")
"""Beyond this factor, a total of the same name disagrees."""


def audit_averages(sentence: Sentence) -> Iterator[Problem]:
    """Yield totals that their average and the number of heads, all three in one sentence, speak against."""
    for average in sentence.said:
        word = _average_word(sentence, average)
        heads = _heads(sentence, average, word) if word else None
        if heads is None:
            continue
        for total in sentence.said:
            if _is_total(sentence, total, average) and _disagree(total, average, heads, word):
                yield finding(
                    "audit-average-differs",
                    sentence.report,
                    total.stat,
                    average=average.stat.printed,
                    heads=heads.stat.printed,
                    worked=spell(average.stat.value * heads.stat.value, total.stat.unit),
                )


def _average_word(sentence: Sentence, said: Said) -> str:
    if not said.is_level:
        return ""
    clause = sentence.clause_before(said)
    return next((word for word in load_audit_words().averages if word in clause), "")


def _heads(sentence: Sentence, average: Said, word: str) -> Said | None:
    """Return the only number of heads before the average."""
    units = load_audit_words().averages[word]
    found = [
        said
        for said in sentence.said
        if said.is_level and said.stat.unit in units and said.span.end <= average.span.start
    ]
    return found[0] if len(found) == 1 else None


def _is_total(sentence: Sentence, total: Said, average: Said) -> bool:
    words = load_audit_words()
    clause = sentence.clause_before(total)
    return (
        total is not average
        and total.is_level
        and one_unit(total.stat.unit, average.stat.unit)
        and any(word in clause for word in words.sums)
        and not any(word in clause for word in words.averages)
    )


def _disagree(total: Said, average: Said, heads: Said, word: str) -> bool:
    """Whether a total is a power of ten off, or, where it is a total of the same thing, off at all."""
    product = average.reach.times(heads.reach)
    if product.meets(total.reach) or not product.low:
        return False
    ratio = total.stat.value / (average.stat.value * heads.stat.value)
    if power_of_ten(ratio, _NEAR_POWER):
        return True
    thing = average.stat.indicator.rpartition(word)[2]
    same = len(thing) >= 2 and total.stat.indicator.endswith(thing)
    return same and max(ratio, 1 / ratio) > _SAME_THING
