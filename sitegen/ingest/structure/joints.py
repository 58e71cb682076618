"""How well two pieces of text go on with one another, judged by the text they come from."""

from collections import Counter
from collections.abc import Sequence

from sitegen.ingest.structure.lines import BRACKETS, cannot_start
from sitegen.lexicon.vocabulary import load_vocabulary

_AFTER_NUMBER = frozenset("万亿千百余多个户人名亩元件项次处家位条座盏米公里吨斤年月日%％.岁支场所台套")
_TAIL = 400


class Joints:
    """Fit of breaks and continuations, by the words that the source itself uses and by a list of common ones."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._runs: Counter[str] = Counter()
        for text in texts:
            self._runs.update(text[i : i + 2] for i in range(len(text) - 1))
            self._runs.update(text[i : i + 3] for i in range(len(text) - 2))

    def fit(self, before: str, after: str) -> int:
        """Return how well ``after`` goes on with ``before``; 0 says nothing, 4 is sure, below 0 speaks against it."""
        tail, head = before[-_TAIL:], after[:_TAIL]
        if cannot_start(head):
            return 5
        score = self._brackets(tail, head)
        if tail[-1].isdigit():
            score += 3 if head[0] in _AFTER_NUMBER or head[0].isdigit() else -1
        if tail[-1].isascii() and tail[-1].isalpha() and head[0].isascii() and head[0].isalpha():
            score += 2
        score += min(self._runs[tail[-1] + head[0]], 2)
        score += 2 * (self._runs[tail[-2:] + head[0]] > 0) + 2 * (self._runs[tail[-1] + head[:2]] > 0)
        return score + 2 * self._splits_word(tail, head)

    @staticmethod
    def _splits_word(tail: str, head: str) -> bool:
        """Whether the break goes through a word."""
        words = load_vocabulary()
        return any(tail[-left:] + head[:right] in words for left in (1, 2, 3) for right in range(1, 5 - left))

    @staticmethod
    def _brackets(tail: str, head: str) -> int:
        score = 0
        for opening, closing in BRACKETS:
            if tail.rfind(opening) > tail.rfind(closing):
                ends = head.find(closing)
                starts = head.find(opening)
                score += 4 if ends >= 0 and (starts < 0 or ends < starts) else -3
        return score
