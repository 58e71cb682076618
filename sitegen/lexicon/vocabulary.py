"""Chinese words in general: enough of them to see that a break goes through one."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pypinyin.phrases_dict import phrases_dict

from sitegen.lexicon.files import read_words

_LISTS = ("layout.yaml", "themes.yaml", "verbs.yaml")
_LONGEST = 4


@cache
def load_vocabulary() -> frozenset[str]:
    """Return words of two to four characters: those of the genre that the lexicon lists, and pypinyin's phrases."""
    own = {word for name in _LISTS for text in _texts(read_words(name)) for word in text.split()}
    return frozenset(word for word in own | set(phrases_dict) if 2 <= len(word) <= _LONGEST and _is_chinese(word))


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for value in node.values():
            yield from _texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value)
    elif isinstance(node, str):
        yield node


def _is_chinese(word: str) -> bool:
    return all("\u3400" <= character <= "\u9fff" for character in word)
