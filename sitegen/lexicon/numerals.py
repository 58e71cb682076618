"""Digits, scales and the words that stand for numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sitegen.lexicon.files import read_words


@dataclass(frozen=True, slots=True)
class NumeralWords:
    """What numerals are made of."""

    digits: Mapping[str, int]
    scales: Mapping[str, int]
    after_digits: frozenset[str]
    """Scales that may follow digits: ``3百``, ``5千万``."""
    scale_not_before: Mapping[str, tuple[str, ...]]
    zero: tuple[str, ...]
    """What a worded zero denies: ``发生`` of ``零发生``; longest first."""
    firsts: tuple[str, ...]
    """Words for a first place: ``首位``."""
    halves: tuple[str, ...]
    tenth_not_before: tuple[str, ...]


@cache
def load_numerals() -> NumeralWords:
    """Return the words of ``numerals.yaml``."""
    words = read_words("numerals.yaml")
    return NumeralWords(
        digits=dict(words["digits"]),
        scales=dict(words["scales"]),
        after_digits=frozenset(words["after_digits"]),
        scale_not_before={scale: tuple(rest) for scale, rest in words["scale_not_before"].items()},
        zero=tuple(sorted(words["zero"], key=len, reverse=True)),
        firsts=tuple(words["firsts"]),
        halves=tuple(words["halves"]),
        tenth_not_before=tuple(words["tenth_not_before"]),
    )
