"""A bulletin as laid out: which text belongs to which report and heading; nothing of its meaning yet.

These records are what ``structure`` hands to ``extract``. All text is repaired: whole paragraphs without line breaks,
Chinese punctuation, ASCII digits. No text is Markdown yet.
"""

from dataclasses import dataclass

from sitegen.model.ledger import Ledger
from sitegen.model.report import Credit
from sitegen.problems import Words


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about the layout that is not sure; becomes a note."""

    code: str
    """``order-unsure``, ``split-unsure``…"""
    what: Words
    """One sentence."""
    line: int
    """Line of the source, from 1; 0 where none."""
    text: str = ""
    """The words in question."""


@dataclass(frozen=True, slots=True)
class LaidSection:
    """A heading and the paragraphs under it; the lead has ``heading`` None."""

    heading: str | None
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidReport:
    """One report of a bulletin, in reading order, the lead first."""

    title: str | None
    """Headline as printed, subtitle after ``——``; None where none is printed."""
    sections: tuple[LaidSection, ...]
    said_by: str | None = None
    """The unit that the headline names as the one who speaks, as printed (``青石镇：…``, ``县水利局：…``);
    None where the headline names none before a colon or a space."""
    captions: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    """Its own and those that hold for the whole bulletin."""
    part: int
    """Which report of the bulletin, from 1, in the source's order."""
    line: int
    """First line of the source that belongs to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidBulletin:
    """All reports of one bulletin and what belongs to none of them."""

    title: str | None
    """The bulletin's own headline; None for a bulletin of one report, whose headline is the report's."""
    preface: tuple[str, ...]
    captions: tuple[str, ...]
    datelines: tuple[str, ...]
    """Printed dates, publication names and the like that stand outside every report; kept as data."""
    credits: tuple[Credit, ...] = ()
    """Those that hold for the whole bulletin; each report has them too."""
    reports: tuple[LaidReport, ...]
    ledger: Ledger
    doubts: tuple[Doubt, ...] = ()
