"""What a summary of changes says, in both languages; the words are data in ``words.yaml``."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from sitegen.problems.words import Words


def word(name: str, /, **values: object) -> Words:
    """Return a line of ``words.yaml`` with its blanks filled."""
    known = read_table()[name]
    return Words(known["en"], known["zh"]).fill(**values)


def name_sort(sort: str) -> Words:
    """Return what a sort of record is called."""
    known = read_table()["sorts"][sort]
    return Words(known["en"], known["zh"])


@cache
def read_table() -> dict[str, Any]:
    """Return the words as they stand in the file."""
    table: dict[str, Any] = yaml.safe_load(
        files("sitegen.engine.diff").joinpath("words.yaml").read_text(encoding="utf-8")
    )
    return table
