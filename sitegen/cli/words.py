"""What the commands say, in the language of whoever runs them; the words are data in ``words.yaml``."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from sitegen.cli.language import language
from sitegen.problems.words import Words


def tell(words: Words) -> str:
    """Return words in the language of the run."""
    return words.told(language())


def line(name: str, **values: object) -> Words:
    """Return a line of ``words.yaml`` with its blanks filled, in both languages."""
    known = _table()["lines"][name]
    return Words(known["en"], known["zh"]).fill(**values)


def has_line(name: str) -> bool:
    """Whether ``words.yaml`` has a line of that name."""
    return name in _table()["lines"]


def count(number: int, noun: str) -> Words:
    """Return ``3 reports``, ``1 report``, ``3 篇报告``; the nouns stand in ``words.yaml``."""
    known = _table()["nouns"][noun]
    return Words(known["one" if number == 1 else "many"], known["zh"]).fill(n=number)


def spell_time(seconds: float) -> Words:
    """Return how long something took: ``1.2 s``, ``2 min 5 s``."""
    if seconds < 60:
        return line("seconds", seconds=f"{seconds:.1f}")
    minutes, rest = divmod(round(seconds), 60)
    return line("minutes", minutes=minutes, seconds=rest)


@cache
def _table() -> dict[str, dict[str, Any]]:
    text = files("sitegen.cli").joinpath("words.yaml").read_text(encoding="utf-8")
    table: dict[str, dict[str, Any]] = yaml.safe_load(text)
    return table
