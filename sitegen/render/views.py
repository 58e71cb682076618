"""Small records that templates show: links, items of lists, rows of tables."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    text: str
    address: str
    note: str = ""
    """What stands after the link in smaller type; may be empty."""
    count: int | None = None
    """How many things are behind it; None where that is not said."""


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The way to a page in one of the languages of the site."""

    language: str
    """Its code: ``zh-Hans``."""
    name: str
    """What it calls itself, or another text in it."""
    address: str
    """Of the same page; of the front page where the page stands in one language alone."""
    canonical: str
    """The address with scheme and host, where site.yaml names one."""


@dataclass(frozen=True, slots=True)
class SharedPicture:
    """The picture that other programs show beside a link to a page."""

    address: str
    """With scheme and host, where site.yaml names one."""
    alt: str
    """What is on it."""
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links under one heading."""

    heading: Link | None
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ReportItem:
    """A report in a list."""

    title: str
    address: str
    place: str
    period: str
    date: str
    """When it was published, as words; empty where not known."""
    iso_date: str
    stat_count: int


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """Reports under one heading."""

    heading: Link
    """Of a year or a place; its address is empty where it leads nowhere."""
    reports: tuple[ReportItem, ...]


@dataclass(frozen=True, slots=True)
class ReportShelf:
    """Reports of a place."""

    groups: tuple[ReportGroup, ...]
    """By year, the newest first; one without a heading where they are few."""
    count: int
    more: int
    """How many of them are left to the list of reports."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A stat shown away from its text: the words, the number as printed, and where it is from."""

    id: str
    """The stat's id."""
    name: str
    """The indicator."""
    called: str
    """What the report calls it, where ``name`` is in another language; else empty."""
    printed: str
    plain: str
    """The printed number in words of the page's language; empty where that language is the report's."""
    address: str
    """Where it stands in the report."""
    sort: str
    """What sort of number it is; empty for a plain reported quantity."""
    differs: str
    """Of what other place or period it speaks; may be empty."""
    quote: str
    series: str
    """Address of its indicator's page; empty where it has none."""
    place: str
    """The report's place."""
    period: str
    """The period it speaks of."""
    source: str
    """Heading of the report."""
    cite: str
    """Address of where one cites it."""
    converted: str = ""
    """The value in another unit, what limits it included; empty where it has none."""


@dataclass(frozen=True, slots=True)
class CiteForm:
    """One form of a citation."""

    label: str
    """Its name."""
    text: str


@dataclass(frozen=True, slots=True)
class CiteBox:
    """A citation in all its forms."""

    forms: tuple[CiteForm, ...]
    """For people."""
    further: tuple[CiteForm, ...]
    """For programs."""
    others: str
    """The names of the forms for programs."""
    files: tuple[Link, ...]
    """The same as files."""
    bare_path: str
    """The address in the forms where it has no host; else empty."""


@dataclass(frozen=True, slots=True)
class CitedFigure:
    """A stat with its citation."""

    figure: Figure
    cite: CiteBox
    report_error: str
    """Where to write about a mistake in it; may be empty."""


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures of one theme or report."""

    heading: Link
    figures: tuple[Figure, ...]
    more: int = 0
    """How many further figures there are."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an indicator, in a table of comparable ones."""

    place: str
    place_address: str
    """Empty where the place has no page."""
    period: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of values that stand in a table beside it."""

    drawing: Markup
    """An ``svg`` element with a title of its own."""
    caption: str
    """What is measured."""
    period: str
    """When; empty where that is the axis."""
    unit: str
    """The unit of its axis, said as such; empty where there is none."""
    notes: tuple[str, ...]
    """How to read it."""


@dataclass(frozen=True, slots=True)
class ValueTable:
    """Values of an indicator that may be ranked: of one period, the largest first; or of days, the newest first."""

    id: str
    period: str
    """Empty where each value has its own."""
    values: tuple[Value, ...]
    changes: bool
    """Whether each value says for itself which way it changes."""
    chart: Chart | None
    """None where there is only one value, or values are no magnitudes."""
    more: int
    """How many further values there are."""


@dataclass(frozen=True, slots=True)
class ValueSection:
    """Values of an indicator in which nothing differs but place and period."""

    id: str
    heading: str
    tables: tuple[ValueTable, ...]
    """The newest period first."""
    value_count: int
    more_periods: int
    """How many older periods there are."""


@dataclass(frozen=True, slots=True)
class ComparedIndicator:
    """An indicator on which places can be set side by side."""

    id: str
    name: str
    address: str
    values: str
    """Address of its value file."""
    place_count: int


@dataclass(frozen=True, slots=True)
class ComparedTheme:
    """Indicators of one subject on which places can be set side by side."""

    heading: str
    indicators: tuple[ComparedIndicator, ...]


@dataclass(frozen=True, slots=True)
class CompareForm:
    """What leads from a place to the page that sets others beside it."""

    address: str
    place: str
    """Its id."""
    indicators: tuple[tuple[str, str], ...]
    """Id and name of each that it and others report; never empty."""


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A figure of a place in several periods."""

    name: str
    series: str
    """Address of the indicator's page; empty where it has none."""
    sort: str
    changes: bool
    """Whether each value says for itself which way it changes."""
    cells: tuple[tuple[Figure, ...], ...]
    """One per period of the table; empty where nothing is reported."""


@dataclass(frozen=True, slots=True)
class TimeTable:
    """Figures of a place that it reports for several periods."""

    periods: tuple[str, ...]
    rows: tuple[TimeRow, ...]
    more: int
    """How many further figures there are."""


@dataclass(frozen=True, slots=True)
class PlaceSeries:
    """A figure of a place through time: a table first, a chart second."""

    name: str
    sort: str
    changes: bool
    """Whether each value says for itself which way it changes."""
    figures: tuple[Figure, ...]
    """The newest first."""
    chart: Chart
    more: int
    """How many older values there are."""


@dataclass(frozen=True, slots=True)
class ThemeInPeriods:
    """What a place reports of a subject in each of some periods only, side by side."""

    heading: Link
    columns: tuple[tuple[Figure, ...], ...]
    """One per period; may be empty."""
    count: int
    """How many figures there are in all columns."""
    more: int
    """How many further figures there are."""


@dataclass(frozen=True, slots=True)
class PeriodsSideBySide:
    """What a place reports in one period and in no other, by subject."""

    periods: tuple[str, ...]
    """The newest first."""
    themes: tuple[ThemeInPeriods, ...]
    opened: int
    """Which subject stands open: the first of those that most periods speak of."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A section of a report under a theme."""

    heading: str
    address: str


@dataclass(frozen=True, slots=True)
class ReportPassages:
    """What a report says under a theme."""

    report: ReportItem
    passages: tuple[Passage, ...]
    figure_count: int
    """Its stats under the theme."""
    figures: tuple[Figure, ...]
    """These stats; empty where they are left to the report's page."""
    all_figures: str
    """Address of the report's table of stats."""


@dataclass(frozen=True, slots=True)
class PlacePassages:
    """What the reports of a place say under a theme."""

    place: Link
    """Its note is the place above it."""
    reports: tuple[ReportPassages, ...]
    """The newest first."""
    more: int
    """Older reports that are left to the place's page."""


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """An indicator in one period, place by place."""

    name: str
    address: str
    """Of the indicator's page, which has all of its values."""
    cells: tuple[tuple[Figure, ...], ...]
    """One per column; empty where a place reports nothing."""


@dataclass(frozen=True, slots=True)
class PeriodTable:
    """Indicators of a theme against the places that report them for one period."""

    id: str
    period: str
    scope: str
    """How wide an area its values speak of."""
    columns: tuple[Link, ...]
    """Places."""
    rows: tuple[PeriodRow, ...]
    value_count: int
    more_places: int
    """Places that report some of these indicators and have no column."""


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


@dataclass(frozen=True, slots=True)
class MeasuredBy:
    """An indicator that counts what a practice does, with its newest values."""

    indicator: Link
    values: tuple[Value, ...]
    more: int
    """How many further values there are."""


@dataclass(frozen=True, slots=True)
class NearIndicators:
    """Indicators that must not be taken for one another."""

    why: str
    """Why they are not the same."""
    indicators: tuple[MeasuredBy, ...]
    """Never empty."""


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


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value by which reports can be narrowed down."""

    id: str
    """As it stands in the address of the search page."""
    text: str
    address: str
    """A page about it, for who has no script."""
    count: int
    """How many reports have it."""
    level: int = 0
    """How many values it stands under."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow reports down: by place, year, theme…"""

    name: str
    """As it stands in the address of the search page."""
    label: str
    shown: tuple[FacetValue, ...]
    folded: tuple[FacetValue, ...]
    """Further ones, shown on demand."""
    every: Link | None
    """The list of all values, where not all stand here."""
