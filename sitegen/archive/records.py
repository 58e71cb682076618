"""The records of a related archive: what is public, and what belongs to what.

Records refer to each other by id, never by holding one another, so that a page can be made from a few of them and a
change in one report does not make a new record of every other.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sitegen.archive.states import MARKS, State
from sitegen.model.content import TextPage
from sitegen.model.image import WebImage
from sitegen.model.ledger import Ledger
from sitegen.model.period import Period
from sitegen.model.place import Place
from sitegen.model.reading import ReadingScore
from sitegen.model.report import Bulletin, Practice, PracticeMention, Report, Series, Settings, Theme
from sitegen.model.stat import Stat
from sitegen.model.terms import Kind, PlaceId, PracticeId, ReportPath, SeriesId, Status, ThemeId


class Scope(StrEnum):
    """How wide an area a stat speaks of; areas of different scope are not compared."""

    PROVINCE = "province"
    """A whole province."""
    COUNTY = "county"
    """A county, or a department of it."""
    TOWNSHIP = "township"
    """A whole township, town or sub-district."""
    VILLAGE = "village"
    """A village, a community or another part of a township."""
    OTHER = "other"
    """An area that the archive cannot rank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeUse:
    """A report's mentions of a practice, joined to the practice's page."""

    practice: PracticeId
    report: ReportPath
    mentions: tuple[PracticeMention, ...]
    """In the order of the report; never empty. One practice may be named in several ways."""

    @property
    def mention(self) -> PracticeMention:
        """The first mention."""
        return self.mentions[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportEntry:
    """A public report and what surrounds it."""

    report: Report
    place: Place
    heading: str
    """The printed title, or place and period where none is printed; never empty."""
    dated: date | None
    """``published``, else the last day of the period; None where neither is known."""
    bulletin: str | None
    """Stem of the bulletin's page; None for a report written by hand."""
    state: State = State.PUBLISHED
    """Another than this only in a preview."""
    edited: bool = False
    """A person has changed the text since ingest wrote it."""
    previous: ReportPath | None = None
    """The same place's and issuer's report before this one."""
    next: ReportPath | None = None
    siblings: tuple[ReportPath, ...] = ()
    """The other reports of the bulletin, in its order."""
    practices: tuple[PracticeUse, ...] = ()
    """One per practice, in the order of the report."""

    @property
    def marked(self) -> str:
        """The heading, in a preview with a mark where the report is not published yet."""
        return MARKS.get(self.state, "") + self.heading


@dataclass(frozen=True, slots=True, kw_only=True)
class StatRef:
    """A stat together with what it says only through its report."""

    report: ReportPath
    stat: Stat
    period: Period | None
    """The stat's own, else the report's."""
    place: PlaceId | None
    """The place it speaks of, where that has a page."""
    place_name: str
    """As a reader needs it to tell it apart; a village's with its township's."""
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCell:
    """What a place reports of one figure for one period."""

    period: Period | None
    stats: tuple[StatRef, ...]
    """More than one only where reports state several values; in the order of the reports and their texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One figure of a place through time: same series or words, unit, kind, basis and status."""

    name: str
    series: SeriesId | None
    theme: ThemeId
    cells: tuple[FigureCell, ...]
    """The newest period first; never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntry:
    """A place that has reports, withdrawn ones too, or has such places below it."""

    place: Place
    label: str
    """Its name; with the places above it where another place of the archive is called the same."""
    chain: tuple[PlaceId, ...]
    """The places above it, the province first."""
    children: tuple[PlaceId, ...]
    """In the order of their division codes."""
    reports: tuple[ReportPath, ...]
    """Its own, the newest first."""
    report_count: int
    """Its own and those of all places below it."""
    figures: tuple[FigureRow, ...]
    """Its own, by theme and then in the order of the newest report."""
    practices: tuple[PracticeId, ...]
    """Those that its own reports run, by name."""
    withdrawn: tuple[ReportPath, ...] = ()
    """Its reports that were withdrawn, by path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRef:
    """A section of a report."""

    report: ReportPath
    number: int
    """From 0, in body order, as in ``report.sections``."""
    heading: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeEntry:
    """A subject and what falls under it."""

    theme: Theme
    reports: tuple[ReportPath, ...]
    """The newest first."""
    sections: tuple[SectionRef, ...]
    """In the order of ``reports``, then of their bodies."""
    stating: tuple[ReportPath, ...]
    """Those with a section or a stat under it, the newest first."""
    indicators: tuple[SeriesId, ...]
    practices: tuple[PracticeId, ...]
    stat_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueGroup:
    """Values of an indicator that may stand beside each other: nothing in the head differs."""

    scope: Scope
    kind: Kind
    status: Status
    unit: str
    months: int | None
    """How many whole months the periods last; 0 for days, None where there is no period."""
    basis: str | None
    """Of a change, completion or rank; None for a level."""
    values: tuple[StatRef, ...]
    """The newest period first, then by place; never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorEntry:
    """An indicator that is compared across reports, with all of its values."""

    series: Series
    groups: tuple[ValueGroup, ...]
    """Reported levels of townships first."""
    places: tuple[PlaceId, ...]
    """Those whose reports state it, by label."""

    @property
    def value_count(self) -> int:
        """How many values there are in all groups."""
        return sum(len(group.values) for group in self.groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeEntry:
    """A working method with all reports that run it."""

    practice: Practice
    theme: ThemeId | None
    """The theme that most of its mentions have."""
    uses: tuple[PracticeUse, ...]
    """The oldest first: how it spread."""
    places: tuple[PlaceId, ...]
    """In the order of their first use."""
    since: Period | None
    """The earliest period whose report names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinEntry:
    """A bulletin with at least one report that is public or was withdrawn."""

    bulletin: Bulletin
    reports: tuple[ReportPath, ...]
    """The public ones, in the bulletin's order."""
    ledger: Ledger | None
    withdrawn: tuple[ReportPath, ...] = ()
    """By path."""
    whole: bool = True
    """Whether all reports that it brought are public. Else its text as received, and whatever of it belongs to no
    single report, may hold the words of one that is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnEntry:
    """A report that was published and is no longer: what its address says, and nothing of its text."""

    path: ReportPath
    place: Place
    heading: str
    """The printed title, or place and period where none is printed; never empty."""
    issuer: str | None
    period: Period | None
    reason: str
    """An editor's words, plain text."""
    bulletin: str | None
    """Stem of the bulletin's page; None for a report written by hand."""
    stat_count: int
    """How many stats it had, which decides how many pages cited them."""


@dataclass(frozen=True, slots=True)
class Gone:
    """Indicators and practices whose pages had nothing but what was withdrawn, by id."""

    indicators: tuple[SeriesId, ...]
    practices: tuple[PracticeId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """All that is public, related, and what answers for the rest. Mappings are in the order of the lists."""

    settings: Settings
    pages: Mapping[str, TextPage]
    reading: ReadingScore | None
    """How well the bulletins are read; None where nobody measured it."""
    reports: Mapping[ReportPath, ReportEntry]
    """By path."""
    newest: tuple[ReportPath, ...]
    """All reports, the newest first."""
    places: Mapping[PlaceId, PlaceEntry]
    """A place stands before those below it; places of one parent in the order of their division codes."""
    roots: tuple[PlaceId, ...]
    """The places that have none above them."""
    themes: Mapping[ThemeId, ThemeEntry]
    """In the lexicon's order; also those without reports."""
    indicators: Mapping[SeriesId, IndicatorEntry]
    """Those with values, by theme and name."""
    practices: Mapping[PracticeId, PracticeEntry]
    """Those that a report runs: what most places share first, then by name."""
    bulletins: Mapping[str, BulletinEntry]
    """By stem."""
    stat_count: int
    withdrawn: Mapping[ReportPath, WithdrawnEntry]
    """By path."""
    moves: Mapping[str, ReportPath]
    """Where each former path of a report leads now."""
    gone: Gone
    preview: bool = False
    """Whether drafts and reports of later days are among the public ones."""
    images: Mapping[str, Mapping[str, WebImage]] = field(default_factory=dict)
    """Pictures of the texts: by file below the content folder, then by address as written there."""

    @property
    def open_bulletins(self) -> tuple[BulletinEntry, ...]:
        """Those that have a public report."""
        return tuple(entry for entry in self.bulletins.values() if entry.reports)
