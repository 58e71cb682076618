"""Traditional characters as the simplified ones that search takes them for."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def load_simplified() -> Mapping[str, str]:
    """Return the simplified character of each that is not, from ``simplified.txt``; no value is a key."""
    text = files(__package__).joinpath("simplified.txt").read_text(encoding="utf-8")
    groups = (line for line in text.splitlines() if not line.startswith("#"))
    return MappingProxyType({character: group[0] for group in groups for character in group[1:]})


def format_pairs(characters: Iterable[str]) -> str:
    """Return characters of the table, each followed by its simplified one, for the browser."""
    table = load_simplified()
    return "".join(character + table[character] for character in characters)
