"""How much a heading and a paragraph, or two paragraphs, speak of the same things, by the characters they share."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sitegen.lexicon.themes import load_theme_words
from sitegen.model.terms import ThemeId

_CHINESE = re.compile("[\u3400-\u9fff]+")
_SIGN = 0.35
"""What a shared character weighs, next to a shared pair of characters."""


@dataclass(frozen=True, slots=True)
class _Wording:
    """A heading's wording and what all of it weighs."""

    pairs: frozenset[str]
    signs: frozenset[str]
    whole: float
    subjects: Mapping[ThemeId, int]


class Likeness:
    """Shared words weighed by how few of a report's paragraphs use them."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._texts = tuple(paragraphs)
        self._pairs = tuple(frozenset(_pairs(text)) for text in paragraphs)
        used: Counter[str] = Counter()
        for text, pairs in zip(self._texts, self._pairs, strict=True):
            used.update(pairs)
            used.update(frozenset(text))
        total = len(self._texts) + 1
        self._weights = {word: math.log((total + 1) / (count + 0.5)) for word, count in used.items()}
        self._unknown = math.log(2 * total + 2)
        self._headings: dict[str, _Wording] = {}

    def of_heading(self, heading: str, paragraph: int) -> float:
        """Return from 0 to 1 how much of a heading's wording a paragraph uses, rare words counting most.

        Wording that no paragraph uses counts half: it tells nothing apart, yet where little is left chance decides.
        """
        wording = self._wording(heading)
        text = self._texts[paragraph]
        shared = self._weight(pair for pair in wording.pairs if pair in self._pairs[paragraph])
        shared += _SIGN * self._weight(sign for sign in wording.signs if sign in text)
        return shared / wording.whole if wording.whole else 0.0

    def of_subject(self, heading: str, paragraph: int) -> float:
        """Return from 0 to 1 how much a heading and a paragraph have the same subjects."""
        one = self._wording(heading).subjects
        other = _subjects(self._texts[paragraph]) if one else one
        shared = sum(weight * other.get(subject, 0) for subject, weight in one.items())
        return shared / (_length(one) * _length(other)) if shared else 0.0

    def of_paragraphs(self, one: int, other: int) -> float:
        """Return from 0 to 1 how much two paragraphs share, of the shorter one's wording."""
        shared = self._weight(self._pairs[one] & self._pairs[other])
        least = min(self._weight(self._pairs[one]), self._weight(self._pairs[other]))
        return shared / least if least else 0.0

    def _wording(self, heading: str) -> _Wording:
        if heading not in self._headings:
            pairs = frozenset(_pairs(heading))
            signs = frozenset("".join(_CHINESE.findall(heading)))
            known = self._weight(p for p in pairs if p in self._weights)
            known += _SIGN * self._weight(s for s in signs if s in self._weights)
            whole = self._weight(pairs) + _SIGN * self._weight(signs)
            self._headings[heading] = _Wording(pairs, signs, 0.5 * (known + whole), _subjects(heading))
        return self._headings[heading]

    def _weight(self, words: Iterable[str]) -> float:
        return math.fsum(self._weights.get(word, self._unknown) for word in words)


@lru_cache(maxsize=512)
def _subjects(text: str) -> Mapping[ThemeId, int]:
    """How much a text's words speak for each subject, each word once."""
    words = load_theme_words()
    weights: dict[ThemeId, int] = {}
    for word in {word for word, _ in words.finder.find(text)}:
        if word in words.weights:
            subject, weight = words.weights[word]
            weights[subject] = weights.get(subject, 0) + weight
    return weights


def _length(weights: Mapping[ThemeId, int]) -> float:
    return math.sqrt(sum(weight * weight for weight in weights.values()))


def _pairs(text: str) -> list[str]:
    return [run[i : i + 2] for run in _CHINESE.findall(text) for i in range(len(run) - 1)]
