"""What rendering yields: one page, with what a builder needs to know of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PageKind(StrEnum):
    """Kinds of pages; one template and one record of variables each."""

    HOME = "home"
    """The front page."""
    REPORT = "report"
    """One report."""
    CITE = "cite"
    """How one cites a report and its stats."""
    BULLETIN = "bulletin"
    """One bulletin as a whole."""
    PLACE = "place"
    """A province, county or township."""
    THEME = "theme"
    """A subject."""
    INDICATOR = "indicator"
    """A series with all of its values."""
    PRACTICE = "practice"
    """A working method."""
    REPORTS = "reports"
    """The list of reports."""
    PLACES = "places"
    """The list of places."""
    LISTING = "listing"
    """The list of themes, indicators, practices or bulletins."""
    COMPARE = "compare"
    """The page that sets places side by side on an indicator."""
    SEARCH = "search"
    """The search page."""
    DATA = "data"
    """The page on open data."""
    ABOUT = "about"
    """The page about the archive."""
    TEXT = "text"
    """A page that editors wrote, beside the one about the archive."""
    NOT_FOUND = "not-found"
    """What answers where nothing is."""


class NoticeKind(StrEnum):
    """Kinds of pages that answer where something was published before; an archive that took nothing back has none."""

    WITHDRAWN = "withdrawn"
    """A report that was withdrawn, and why."""
    MOVED = "moved"
    """Leads from a former address to the present one."""
    GONE = "gone"
    """An indicator or a practice that stood in withdrawn reports alone."""


SINGLE = frozenset(
    (
        PageKind.REPORT,
        PageKind.CITE,
        PageKind.BULLETIN,
        PageKind.NOT_FOUND,
        NoticeKind.WITHDRAWN,
        NoticeKind.MOVED,
    )
)
"""Kinds of pages that stand once, in the first language of the site; every language has the others."""


@dataclass(frozen=True, slots=True)
class Page:
    """A rendered page."""

    address: str
    """From ``routes``; ``routes.file(address)`` is the file that answers there."""
    text: str
    """A whole HTML document."""
    kind: PageKind | NoticeKind
    depends: tuple[str, ...] = ()
    """Paths of the reports whose text or stats stand on the page, sorted; empty where it counts or lists them all."""
    updated: date | None = None
    """When the newest report on it is dated; None where no report is."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that the data page offers."""

    name: str
    """As ``routes.data_file`` takes it: ``stats.csv``."""
    title: str = ""
    """What it is called where the strings of the interface do not say it, under ``data.file``."""
    description: str = ""
    """What is in it, one sentence, where they do not say that either."""
    size: int | None = None
    """Bytes; None where not known."""
