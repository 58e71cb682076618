"""What became of the characters of a bulletin that stand in no report as they were printed."""

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What ingest did with a run of source characters."""

    DROPPED = "dropped"
    """Left out: page number, running head, second copy of a doubled paragraph or headline, a byte order mark."""
    MOVED = "moved"
    """Kept, at another place than the source's order: a heading over its text, a lead to the front. Counts nothing."""
    REPLACED = "replaced"
    """Kept in another form: a half-width comma as ，, a full-width digit as ASCII."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One decision of ingest about source characters, with its reason."""

    fate: Fate
    reason: str
    """Code: ``page-number``, ``running-head``, ``doubled``, ``widths``, ``punctuation``, ``heading-after-text``…"""
    line: int
    """First line of the source that it concerns, from 1; 0 for the file as a whole."""
    text: str
    """The source's own characters."""
    to: str = ""
    """What stands for them now; empty unless replaced."""
    count: int = 1
    """How many times the same replacement was made, where entries are gathered."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """All decisions about one bulletin, in source order."""

    entries: tuple[LedgerEntry, ...]
