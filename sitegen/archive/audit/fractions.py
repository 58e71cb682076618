"""Fractions of what is counted one by one: 3.97户 has lost its 万."""

from collections.abc import Iterator

from sitegen.archive.audit.finding import finding
from sitegen.archive.audit.said import Sentence
from sitegen.lexicon.audit import load_audit_words
from sitegen.problems import Problem


def audit_fractions(sentence: Sentence) -> Iterator[Problem]:
    """Yield numbers of households, persons or things that are not whole, in sentences that tell no average."""
    words = load_audit_words()
    if any(word in sentence.text for word in words.ratios):
        return
    for said in sentence.said:
        stat = said.stat
        averaged = any(word in stat.indicator for word in words.ratios)
        if said.is_level and stat.unit in words.counted and stat.value % 1 and not averaged:
            yield finding("audit-fraction", sentence.report, stat)
