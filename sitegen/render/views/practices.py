"""Working methods: in lists, in the words of reports, by place and since when."""

from dataclasses import dataclass

from sitegen.render.views.figures import Figure
from sitegen.render.views.links import Link
from sitegen.render.views.reports import ReportItem


@dataclass(frozen=True, slots=True)
class PracticeItem:
    """A practice that a report or place runs."""

    name: str
    address: str
    quote: str
    place_count: int
    """How many places run it."""


@dataclass(frozen=True, slots=True)
class PracticeQuote:
    """A sentence that names a practice, and the numbers that it says of it."""

    text: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class PracticeUseItem:
    """A report that names a practice."""

    report: ReportItem
    quotes: tuple[PracticeQuote, ...]
    """Empty where the report gives the name only."""
    more: int
    """How many further sentences of it name the practice."""


@dataclass(frozen=True, slots=True)
class PracticePlace:
    """What one place says of a practice."""

    id: str
    place: Link
    uses: tuple[PracticeUseItem, ...]
    """The oldest first."""
    more: int
    """How many of its reports between the first and the newest ones do not stand here."""


@dataclass(frozen=True, slots=True)
class PracticeSince:
    """Since when a place reports a practice."""

    place: Link
    """Its note is the place above it."""
    since: str
    until: str
    """The newest period, where that is another one; else empty."""
    names: tuple[str, ...]
    """What its reports call it."""
    reports: int
    said: str
    """Where on the page its words stand; empty where they do not."""
