"""Replace runs of a file's text and leave every other byte as it was."""

from collections.abc import Iterable
from typing import NamedTuple

_BOM = "\ufeff"


class Edit(NamedTuple):
    """One run of a text and what stands there from now on."""

    start: int
    """First character, in ``plain_text``: line feeds only, no byte order mark."""
    end: int
    """The character after the last one; ``start`` where something is only put in."""
    text: str
    """With line feeds; the file's own line ends are put in their place."""


def plain_text(original: str) -> str:
    """Return the text in which the places of edits are counted, as ``store.decode`` gives it."""
    return original.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")


def apply_edits(original: str, edits: Iterable[Edit]) -> str:
    """Return a file's text with some runs replaced.

    Args:
        original: The file as it is, byte order mark and line ends of any system included.
        edits: In any order, none over another; those that put something in at one place come in the given order.

    Raises:
        ValueError: if two edits overlap.
    """
    places = _places(original)
    line_end = "\r\n" if original.count("\r\n") * 2 > original.count("\n") else "\n"
    pieces, done = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        start, end = places[edit.start], places[edit.end]
        if start < done:
            raise ValueError(f"two edits overlap at character {edit.start}")
        pieces += [original[done:start], edit.text.replace("\n", line_end)]
        done = end
    return "".join([*pieces, original[done:]])


def _places(original: str) -> list[int]:
    """Where each character of the decoded text stands in the original, and the original's end."""
    at = len(_BOM) if original.startswith(_BOM) else 0
    found = []
    while at < len(original):
        found.append(at)
        at += 2 if original.startswith("\r\n", at) else 1
    return [*found, len(original)]
