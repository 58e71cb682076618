"""What the archive says of itself: facts, files, changes of a text, how well it reads, the tree of places."""

from dataclasses import dataclass

from sitegen.render.views.links import Link


@dataclass(frozen=True, slots=True)
class Fact:
    """A thing said about a record: label and value, in a description list."""

    label: str
    text: str
    address: str = ""
    """Where the text leads; empty where it leads nowhere."""
    code: bool = False
    """To be set in the face of codes and file names."""


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One measure of how well bulletins are read."""

    name: str
    value: str
    """A percentage; a dash where the labels hold nothing of the sort."""
    count: int
    """On how many labelled things it was measured."""


@dataclass(frozen=True, slots=True)
class ReadingTable:
    """How well bulletins are read, measured against labels written by hand."""

    bulletins: int
    wrong_places: int
    rows: tuple[ReadingRow, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What ingest did with a bulletin's characters for one reason."""

    what: str
    """In plain words."""
    count: int
    examples: tuple[tuple[str, str], ...]
    """Source's own words, and what stands for them now (empty where nothing does); a few."""


@dataclass(frozen=True, slots=True)
class FileItem:
    """A file to download."""

    name: str
    address: str
    title: str
    description: str
    size: str
    """``12 KB``; empty where not known."""


@dataclass(frozen=True, slots=True)
class PlaceBranch:
    """A place of the list of places with what is below it."""

    link: Link
    level: str
    children: tuple["PlaceBranch", ...]
