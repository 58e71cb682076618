"""Find which words of a list stand in a text, the longest first."""

from collections.abc import Iterable, Iterator, Mapping

from sitegen.model.span import Span


class WordFinder:
    """Finds words of a fixed list; a word inside a longer one at the same place is not found."""

    def __init__(self, words: Iterable[str]) -> None:
        by_head: dict[str, set[str]] = {}
        for word in words:
            by_head.setdefault(word[:1], set()).add(word)
        self._by_head: Mapping[str, tuple[str, ...]] = {
            head: tuple(sorted(group, key=lambda word: (-len(word), word))) for head, group in by_head.items() if head
        }

    def find(self, text: str) -> Iterator[tuple[str, Span]]:
        """Yield each word with its place, in order; words may overlap, none lies inside another one found."""
        reached = 0
        for start, char in enumerate(text):
            for word in self._by_head.get(char, ()):
                if text.startswith(word, start):
                    if start + len(word) > reached:
                        reached = start + len(word)
                        yield word, Span(start, reached)
                    break
