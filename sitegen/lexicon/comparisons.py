"""Words for changes, comparisons, shares of a target, ranks and plans."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from sitegen.lexicon.files import read_words


@dataclass(frozen=True, slots=True)
class ContextWord:
    """A word with the neighbours that make another word of it."""

    word: str
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    needs_closer: bool = False
    """A comparison only with a closing word: ``与…相比``."""
    needs_verb: bool = False
    """A plan only with a verb behind it: ``计划新建``, not ``年计划的``."""

    def find(self, text: str) -> int:
        """Return the last place of the word in ``text`` where it is itself, or -1."""
        at = text.rfind(self.word)
        while at >= 0:
            if not text.endswith(self.not_after, 0, at) and not text.startswith(self.not_before, at + len(self.word)):
                return at
            at = text.rfind(self.word, 0, at)
        return -1


@dataclass(frozen=True)
class Comparisons:
    """All that ``comparisons.yaml`` knows, where each list is explained; tuples of words are longest first."""

    up: tuple[str, ...]
    down: tuple[str, ...]
    short: frozenset[str]
    short_sure: tuple[str, ...]
    change_rates: tuple[str, ...]
    bare: tuple[str, ...]
    net: tuple[str, ...]
    rates: tuple[str, ...]
    level_marks: tuple[str, ...]
    more_or_less: Mapping[str, bool]
    """Whether one of these behind a comparison says that the number falls."""
    fillers: tuple[str, ...]
    reached: tuple[str, ...]
    basis_ends: tuple[str, ...]
    times_verbs: tuple[str, ...]
    bases: tuple[str, ...]
    openers: tuple[ContextWord, ...]
    closers: tuple[str, ...]
    period_words: tuple[str, ...]
    targets: tuple[str, ...]
    target_tails: tuple[str, ...]
    target_verbs: tuple[str, ...]
    beyond: tuple[str, ...]
    done_targets: tuple[str, ...]
    done_objects: tuple[str, ...]
    wholes: tuple[str, ...]
    completion_rates: tuple[str, ...]
    not_completion_rates: tuple[str, ...]
    rank_verbs: tuple[ContextWord, ...]
    rank_moves: tuple[str, ...]
    puts_first: tuple[str, ...]
    rank_fillers: tuple[str, ...]
    ranked_among: tuple[str, ...]
    forecast: tuple[ContextWord, ...]
    target: tuple[ContextWord, ...]
    plan_verbs: tuple[str, ...]
    target_names: tuple[str, ...]
    target_behind: tuple[str, ...]
    target_reached: tuple[str, ...]
    rest_of_year: tuple[str, ...]
    rest_plans: tuple[str, ...]
    done_after: tuple[str, ...]

    @cached_property
    def directions(self) -> tuple[tuple[str, bool], ...]:
        """Words of rise and fall, longest first, each with whether it is one of fall."""
        both = [*((word, False) for word in self.up), *((word, True) for word in self.down)]
        return tuple(sorted(both, key=lambda found: -len(found[0])))


@cache
def load_comparisons() -> Comparisons:
    """Return the words of ``comparisons.yaml``."""
    words = read_words("comparisons.yaml")
    records = {"openers", "rank_verbs", "forecast", "target"}
    plain = {
        name: _longest_first(members)
        for name, members in words.items()
        if name not in records | {"short", "more_or_less"}
    }
    return Comparisons(
        **plain,
        short=frozenset(words["short"]),
        more_or_less=dict(words["more_or_less"]),
        openers=_records(words["openers"]),
        rank_verbs=_records(words["rank_verbs"]),
        forecast=_records(words["forecast"]),
        target=_records(words["target"]),
    )


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _records(entries: Iterable[str | dict[str, Any]]) -> tuple[ContextWord, ...]:
    """Return a record for each word; one without conditions is written alone."""
    spelled: Iterable[dict[str, Any]] = ({"word": entry} if isinstance(entry, str) else entry for entry in entries)
    return tuple(
        ContextWord(
            word=entry["word"],
            not_after=tuple(entry.get("not_after", ())),
            not_before=tuple(entry.get("not_before", ())),
            needs_closer=entry.get("needs_closer", False),
            needs_verb=entry.get("needs_verb", False),
        )
        for entry in spelled
    )
