"""How a text turns to a year after its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sitegen.lexicon.files import read_words


@dataclass(frozen=True, slots=True)
class LaterWords:
    """The words of ``later.yaml``."""

    relative: tuple[str, ...]
    next: tuple[str, ...]
    leads: tuple[str, ...]
    plans: tuple[str, ...]
    headings: tuple[str, ...]
    back: tuple[str, ...]
    plans_begin: Mapping[str, int]


@cache
def load_later() -> LaterWords:
    """Return the words of ``later.yaml``, longest first."""
    words = dict(read_words("later.yaml"))
    begin = words.pop("plans_begin")
    lists = {name: tuple(sorted(members, key=lambda word: (-len(word), word))) for name, members in words.items()}
    return LaterWords(**lists, plans_begin=dict(begin))
