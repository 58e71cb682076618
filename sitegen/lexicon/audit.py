"""Words by which an audit knows what arithmetic holds for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sitegen.lexicon.files import read_words


@dataclass(frozen=True, slots=True)
class AuditWords:
    """All that ``audit.yaml`` knows, where each list is explained."""

    shares_of_a_whole: tuple[str, ...]
    can_exceed: tuple[str, ...]
    can_be_negative: tuple[str, ...]
    of_which: tuple[str, ...]
    no_wholes: tuple[str, ...]
    no_parts: tuple[str, ...]
    no_sums: frozenset[str]
    totals: tuple[str, ...]
    sources: tuple[str, ...]
    averages: Mapping[str, tuple[str, ...]]
    """Units of the heads by the word for the average."""
    sums: tuple[str, ...]
    from_words: tuple[str, ...]
    reached: tuple[str, ...]
    risen: tuple[str, ...]
    fallen: tuple[str, ...]
    a_year_before: tuple[str, ...]
    change_names: tuple[str, ...]
    targets: tuple[str, ...]
    counted: frozenset[str]
    ratios: tuple[str, ...]
    dimensions: Mapping[str, str]
    """Units that measure the same sort of thing, each to the first of its kind."""


@cache
def load_audit_words() -> AuditWords:
    """Return the words of ``audit.yaml``."""
    words = read_words("audit.yaml")
    return AuditWords(
        shares_of_a_whole=tuple(words["shares_of_a_whole"]),
        can_exceed=tuple(words["can_exceed"]),
        can_be_negative=tuple(words["can_be_negative"]),
        of_which=tuple(words["of_which"]),
        no_wholes=tuple(words["no_wholes"]),
        no_parts=tuple(words["no_parts"]),
        no_sums=frozenset(words["no_sums"]),
        totals=tuple(words["totals"]),
        sources=tuple(words["sources"]),
        averages={word: tuple(units) for word, units in words["averages"].items()},
        sums=tuple(words["sums"]),
        from_words=tuple(words["from"]),
        reached=tuple(words["reached"]),
        risen=tuple(words["risen"]),
        fallen=tuple(words["fallen"]),
        a_year_before=tuple(words["a_year_before"]),
        change_names=tuple(words["change_names"]),
        targets=tuple(words["targets"]),
        counted=frozenset(words["counted"]),
        ratios=tuple(words["ratios"]),
        dimensions={unit: units[0] for units in words["one_dimension"] for unit in units},
    )
