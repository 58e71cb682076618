"""The blocks of a body: runs of text that a reader sees as a whole, and the pictures between them."""

from dataclasses import dataclass
from enum import StrEnum

BETWEEN_CELLS = " | "
"""Stands between the cells of a row where it is quoted, as in the Markdown: no number goes on behind it."""


class BlockKind(StrEnum):
    """What a block of the body is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"
    """The cells of a row with ``BETWEEN_CELLS`` between, empty ones left out."""
    FOOTNOTE = "footnote"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """One run of text that a reader sees as a whole."""

    kind: BlockKind
    text: str
    """As rendered, without tags, pictures and the marks of footnotes; a forced line break is a line feed."""
    level: int
    """Of a heading, 1 to 6; else 0."""
    line: int
    """Its first line in the body, from 1."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that a body shows: ``![alternative text](address "caption")``."""

    address: str
    """Percent signs resolved."""
    written: str
    """The same as it stands in its line, or what else stands there of the picture."""
    alt: str
    """What it shows, for who cannot see it; empty where the editor left it out."""
    caption: str
    """Empty where there is none."""
    line: int
    """Of the body, from 1."""


@dataclass(frozen=True, slots=True)
class Notes:
    """What is amiss with the footnotes of a body, each as label and line of the body, from 1."""

    missing: tuple[tuple[str, int], ...]
    """Marks without a footnote."""
    unused: tuple[tuple[str, int], ...]
    """Footnotes without a mark."""
    repeated: tuple[tuple[str, int], ...]
    """Footnotes whose label an earlier one has."""
