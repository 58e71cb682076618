"""Words that say how a printed number limits the real one."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sitegen.lexicon.files import read_words
from sitegen.model.terms import Bound


@dataclass(frozen=True, slots=True)
class BoundWord:
    """One word beside a number: ``约``, ``余``, ``以上``."""

    word: str
    bound: Bound
    not_after: tuple[str, ...] = ()
    """What in front of it makes another word of it: 签 of ``签约``."""
    not_before: tuple[str, ...] = ()
    """What makes another word of it: 联 of ``上下联动``."""
    rounds_only: bool = False
    """A bound only before a scale alone: ``上百家``."""
    not_units: tuple[str, ...] = ()
    """No bound of a number with one of these: 起 of ``破9起``."""


@dataclass(frozen=True, slots=True)
class BoundWords:
    """All of them by where they stand; longest first."""

    before: tuple[BoundWord, ...]
    between: tuple[BoundWord, ...]
    after: tuple[BoundWord, ...]
    after_unit: tuple[BoundWord, ...]
    measures: frozenset[str]
    """Groups of units that such a word may follow inside a clause."""
    thresholds: tuple[str, ...]
    """Words behind a number that make a class of it in front of a noun: ``500万元以上项目``."""
    threshold_classes: tuple[str, ...]
    """What such a class is called, also where nothing is counted behind it."""
    threshold_prefixes: tuple[str, ...]
    required_before: tuple[str, ...]
    """In front of a share that others ask for: ``省定60%``."""
    required_behind: tuple[str, ...]
    prices: tuple[str, ...]
    norms: tuple[str, ...]
    """Words that set a norm behind 每: ``每村不少于5人``."""


@cache
def load_bounds() -> BoundWords:
    """Return the words of ``bounds.yaml``."""
    words = read_words("bounds.yaml")
    return BoundWords(
        before=_records(words["before"]),
        between=_records(words["between"]),
        after=_records(words["after"]),
        after_unit=_records(words["after_unit"]),
        measures=frozenset(words["measures"]),
        thresholds=tuple(words["thresholds"]),
        threshold_classes=tuple(words["threshold_classes"]),
        threshold_prefixes=tuple(words["threshold_prefixes"]),
        required_before=tuple(words["required_before"]),
        required_behind=tuple(words["required_behind"]),
        prices=tuple(words["prices"]),
        norms=tuple(words["norms"]),
    )


def _records(entries: Iterable[dict[str, Any]]) -> tuple[BoundWord, ...]:
    records = (
        BoundWord(
            word=entry["word"],
            bound=Bound(entry["bound"]),
            not_after=tuple(entry.get("not_after", ())),
            not_before=tuple(entry.get("not_before", ())),
            rounds_only=entry.get("rounds_only", False),
            not_units=tuple(entry.get("not_units", ())),
        )
        for entry in entries
    )
    return tuple(sorted(records, key=lambda record: -len(record.word)))
