"""Repairs of characters: text in, the same text in its usual form out, every character traced to the source."""

from sitegen.ingest.repair.glyphs import ABSENT, repair_glyphs
from sitegen.ingest.repair.marks import repair_marks
from sitegen.ingest.repair.quotes import repair_quotes
from sitegen.ingest.repair.spaces import repair_heading_spaces, repair_spaces
from sitegen.ingest.repair.trace import EMPTY, Traced, join, traced

__all__ = [
    "ABSENT",
    "EMPTY",
    "Traced",
    "join",
    "repair_characters",
    "repair_glyphs",
    "repair_heading_spaces",
    "repair_marks",
    "repair_quotes",
    "repair_spaces",
    "traced",
]

REPAIRS = (repair_glyphs, repair_marks)
"""What is done to a whole source before its lines are read; each keeps the length, so offsets stay the source's."""


def repair_characters(source: str) -> str:
    """Write every character of a source in its usual form; the length stays."""
    for repair in REPAIRS:
        source = repair(source)
    return source
