"""How much a heading and a paragraph, or two paragraphs, speak of the same things, by the characters they share."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from sitegen.lexicon.themes import load_theme_words
from sitegen.model.terms import ThemeId

_CHINESE = re.compile("[\u3400-\u9fff]+")


class Likeness:
    """Shared words weighed by how few of a report's paragraphs use them."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._pairs = tuple(frozenset(_pairs(text)) for text in paragraphs)
        self._signs = tuple(frozenset(text) for text in paragraphs)
        self._texts = tuple(paragraphs)
        self._subjects: dict[int, dict[ThemeId, int]] = {}
        self._used: Counter[str] = Counter()
        for pairs, signs in zip(self._pairs, self._signs, strict=True):
            self._used.update(pairs)
            self._used.update(signs)

    def of_heading(self, heading: str, paragraph: int) -> float:
        """Return from 0 to 1 how much of a heading's wording a paragraph uses, rare words counting most.

        Wording that no paragraph uses counts half: it tells nothing apart, yet where little is left chance decides.
        """
        pairs = frozenset(_pairs(heading))
        signs = frozenset("".join(_CHINESE.findall(heading)))
        shared = self._weight(pairs & self._pairs[paragraph]) + 0.35 * self._weight(signs & self._signs[paragraph])
        known = self._weight(frozenset(p for p in pairs if self._used[p])) + 0.35 * self._weight(
            frozenset(s for s in signs if self._used[s])
        )
        whole = 0.5 * known + 0.5 * (self._weight(pairs) + 0.35 * self._weight(signs))
        return shared / whole if whole else 0.0

    def of_subject(self, heading: str, paragraph: int) -> float:
        """Return from 0 to 1 how much a heading and a paragraph have the same subjects."""
        one = _subjects(heading)
        if not one:
            return 0.0
        if paragraph not in self._subjects:
            self._subjects[paragraph] = _subjects(self._texts[paragraph])
        other = self._subjects[paragraph]
        shared = sum(weight * other.get(subject, 0) for subject, weight in one.items())
        return shared / (_length(one) * _length(other)) if shared else 0.0

    def of_paragraphs(self, one: int, other: int) -> float:
        """Return from 0 to 1 how much two paragraphs share, of the shorter one's wording."""
        shared = self._weight(self._pairs[one] & self._pairs[other])
        least = min(self._weight(self._pairs[one]), self._weight(self._pairs[other]))
        return shared / least if least else 0.0

    def _weight(self, words: frozenset[str]) -> float:
        total = len(self._pairs) + 1
        return sum(
            math.log((total + 1) / (self._used[word] + 0.5)) if self._used[word] else math.log(2 * total + 2)
            for word in sorted(words)
        )


@lru_cache(maxsize=256)
def _subjects(text: str) -> dict[ThemeId, int]:
    """How much a text's words speak for each subject, each word once."""
    words = load_theme_words()
    weights: dict[ThemeId, int] = {}
    for word in sorted({word for word, _ in words.finder.find(text)}):
        if word in words.weights:
            subject, weight = words.weights[word]
            weights[subject] = weights.get(subject, 0) + weight
    return weights


def _length(weights: Mapping[ThemeId, int]) -> float:
    return math.sqrt(sum(weight * weight for weight in weights.values()))


def _pairs(text: str) -> list[str]:
    return [run[i : i + 2] for run in _CHINESE.findall(text) for i in range(len(run) - 1)]
