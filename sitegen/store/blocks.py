"""The blocks of a body: runs of text that a reader sees as a whole."""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of the body is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """One run of text that a reader sees as a whole."""

    kind: BlockKind
    text: str
    """As rendered, without tags; a forced line break is a line feed."""
    level: int
    """Of a heading, 1 to 6; else 0."""
    line: int
    """Its first line in the body, from 1."""
