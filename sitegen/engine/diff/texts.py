"""How two texts differ: how many characters, and where first."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from sitegen.engine.diff.records import TextDiff
from sitegen.store.markdown import BlockKind, blocks

_SENTENCE = re.compile(r"[^。！？；!?;\n]+[。！？；!?;”’）]*|\n")
_LARGEST = 4_000_000
"""Of two stretches of text, the product of their lengths up to which they are compared character by character."""


def compare_texts(before: str, after: str) -> TextDiff | None:
    """Return how two Markdown texts differ in what a reader sees; None where they do not."""
    old, new = _split(before), _split(after)
    if old == new:
        return None
    # The matching is not the same in both directions, so that it is always made in one of them.
    turned = new < old
    one, other = (new, old) if turned else (old, new)
    pairs = [
        _count(one[start:end], other[first:last])
        for tag, start, end, first, last in SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    only_one, only_other = sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)
    first = next(_find_first(old, new))
    return TextDiff(*((only_other, only_one) if turned else (only_one, only_other)), *first)


def _split(text: str) -> list[str]:
    """Return the sentences of a text as rendered, headings with their mark; every block ends with a line end."""
    marks = {BlockKind.HEADING: "## "}
    return _SENTENCE.findall("\n".join(f"{marks.get(block.kind, '')}{block.text}" for block in blocks(text)))


def _count(one: list[str], other: list[str]) -> tuple[int, int]:
    """Return how many characters only one of two stretches has, and how many only the other."""
    text, against = "".join(one), "".join(other)
    if len(text) * len(against) > _LARGEST:
        return len(text), len(against)
    shared = sum(block.size for block in SequenceMatcher(None, text, against, autojunk=False).get_matching_blocks())
    return len(text) - shared, len(against) - shared


def _find_first(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the first sentences that differ; where one only stands more, nothing on the other side."""
    at = 0
    while at < min(len(old), len(new)) and old[at] == new[at]:
        at += 1
    one, other = old[at:], new[at:]
    back = 0
    while back < min(len(one), len(other)) and one[-1 - back] == other[-1 - back]:
        back += 1
    one, other = one[: len(one) - back], other[: len(other) - back]
    yield next(filter(str.strip, one), "").strip(), next(filter(str.strip, other), "").strip()
