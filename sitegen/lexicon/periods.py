"""Words for stretches of time."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sitegen.lexicon.files import read_words


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodWords:
    """The words of ``periods.yaml``, which says what each is for; the longest come first."""

    numerals: Mapping[str, int]
    parts: Mapping[str, tuple[int, int]]
    years_from_speaking: Mapping[str, int]
    years_from_reported: Mapping[str, int]
    plans: Mapping[str, int]
    named_years: Mapping[str, int]
    anniversaries: Mapping[str, int]
    anniversary_numbers: Mapping[str, int]
    plan_years: Mapping[str, int]
    until: tuple[str, ...]
    since: tuple[str, ...]
    before: tuple[str, ...]
    base_before: tuple[str, ...]
    base_after: tuple[str, ...]
    share_before: tuple[str, ...]
    same_time: tuple[str, ...]
    target_nouns: tuple[str, ...]
    from_words: tuple[str, ...]
    to_words: tuple[str, ...]
    object_verbs: tuple[str, ...]
    subjects: tuple[str, ...]
    now: tuple[str, ...]
    plan_words: tuple[str, ...]
    plan_headings: tuple[str, ...]
    review_words: tuple[str, ...]


@cache
def load_period_words() -> PeriodWords:
    """Return the words of ``periods.yaml``."""
    words: dict[str, Any] = read_words("periods.yaml")
    made: dict[str, Any] = {}
    for name, found in words.items():
        longest_first = sorted(found, key=lambda word: (-len(word), word))
        made[name] = (
            {word: tuple(found[word]) if isinstance(found[word], list) else found[word] for word in longest_first}
            if isinstance(found, dict)
            else tuple(longest_first)
        )
    return PeriodWords(**made)
