"""How well the archive's bulletins are read, measured against labels written by hand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of the reading."""

    name: str
    """Key of the table: ``stat``, ``section``, ``quote``."""
    value: float | None
    """From 0 to 1, an F1 or a share that is right; None where the labels hold nothing of the sort."""
    count: int
    """How many labelled things it was measured on."""


@dataclass(frozen=True, slots=True)
class ReadingScore:
    """The table of measures for one content folder; ``content/reading.json``."""

    bulletins: int
    """Bulletins with labels."""
    measures: tuple[Measure, ...]
    """In the order of the table."""
    wrong_places: int
    """Reports whose place is wrong rather than unresolved."""
