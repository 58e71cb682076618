"""What each kind of page gives to its template: one frozen record per kind, a help text on every field.

The manual's page on templates is made of these records, and a test compares them with what the templates use.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from markupsafe import Markup

from sitegen.model.terms import StatId
from sitegen.render.body import Heading
from sitegen.render.views import (
    Change,
    CiteBox,
    CitedFigure,
    ComparedTheme,
    CompareForm,
    Facet,
    Fact,
    Figure,
    FigureGroup,
    FileItem,
    LanguageLink,
    Link,
    LinkGroup,
    MeasuredBy,
    NearIndicators,
    PeriodsSideBySide,
    PeriodTable,
    PlaceBranch,
    PlacePassages,
    PlaceSeries,
    PracticeItem,
    PracticePlace,
    PracticeSince,
    ReadingTable,
    ReportGroup,
    ReportItem,
    ReportShelf,
    SharedPicture,
    TimeTable,
    ValueSection,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """What every page knows of the site."""

    title: Annotated[str, "Name of the archive, from site.yaml"]
    description: Annotated[str, "What the archive is, one sentence, from site.yaml"]
    language: Annotated[str, "Language of the interface: zh-Hans"]
    locale: Annotated[str, "The same as OpenGraph writes it: zh_CN"]
    home: Annotated[str, "Address of the front page"]
    search: Annotated[str, "Address of the search page"]
    about: Annotated[str, "Address of the page about the archive"]
    data: Annotated[str, "Address of the page on open data"]
    feed: Annotated[str, "Address of the feed of all reports"]
    nav: Annotated[tuple[Link, ...], "Main navigation"]
    foot: Annotated[tuple[Link, ...], "Further lists and the pages that editors wrote, in the footer"]
    preview: Annotated[bool, "Whether drafts and reports of later days are shown, as in a preview"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """What every page says of itself."""

    kind: Annotated[str, "Kind of the page: report, place…; also the class of its body element"]
    heading: Annotated[str, "First-level heading"]
    title: Annotated[str, "Text of the title element"]
    description: Annotated[str, "For search engines and shared links, plain text"]
    address: Annotated[str, "The page's own address"]
    canonical: Annotated[str, "The same with scheme and host, where site.yaml names one"]
    languages: Annotated[tuple[LanguageLink, ...], "The page in each language of the site, the first language first"]
    translated: Annotated[bool, "Whether it stands in each of them; else they lead to their front pages"]
    crumbs: Annotated[tuple[Link, ...], "The way down to this page, without the page itself"]
    feed: Annotated[Link | None, "A feed of its own; None where it has none"]
    og_type: Annotated[str, "OpenGraph type: website or article"]
    indexed: Annotated[bool, "Whether search engines may list it"]
    picture: Annotated[SharedPicture | None, "What is shown beside a link to it; None where it has no picture"]
    structured: Annotated[Markup, "What it is, as JSON-LD by schema.org; may be empty"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageVariables:
    """Variables of every page."""

    site: Annotated[SiteView, "The site"]
    page: Annotated[PageView, "The page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage(PageVariables):
    """The front page."""

    counts: Annotated[str, "How much is in the archive, one sentence"]
    places: Annotated[tuple[LinkGroup, ...], "Counties with their townships"]
    all_places: Annotated[Link | None, "The list of all places, where not all stand here"]
    themes: Annotated[tuple[Link, ...], "Subjects that have reports"]
    newest: Annotated[tuple[ReportItem, ...], "The newest reports"]
    all_reports: Annotated[Link, "The list of all reports"]
    figures: Annotated[tuple[Figure, ...], "A few figures, each of another report or theme"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage(PageVariables):
    """One report."""

    place: Annotated[Link, "The place that reports"]
    kicker: Annotated[tuple[str, ...], "Issuer where that is not the place, and period, over the title"]
    titled: Annotated[bool, "Whether the title is printed in the report; else it is made of place and period"]
    notice: Annotated[str, "In a preview, why the report is not published yet; else empty"]
    body: Annotated[Markup, "The report's text with its stats marked"]
    captions: Annotated[tuple[str, ...], "Captions of the pictures that were printed with it"]
    headings: Annotated[tuple[Heading, ...], "Headings of the text, for the list of contents"]
    key_figures: Annotated[tuple[Figure, ...], "At most eight figures"]
    stat_groups: Annotated[tuple[FigureGroup, ...], "All stats, by theme"]
    located: Annotated[frozenset[str], "Ids of the stats that are marked in the text"]
    inside: Annotated[Mapping[StatId, tuple[Link, ...]], "By stat: rows of others whose numbers are part of its mark"]
    stat_count: Annotated[int, "How many stats there are"]
    themes: Annotated[tuple[Link, ...], "Its subjects"]
    practices: Annotated[tuple[PracticeItem, ...], "Practices that it names"]
    previous: Annotated[ReportItem | None, "The same place's report before this one"]
    next: Annotated[ReportItem | None, "The same place's report after this one"]
    siblings: Annotated[tuple[ReportItem, ...], "Other reports of the same bulletin"]
    bulletin: Annotated[Link | None, "The bulletin that it came in"]
    facts: Annotated[tuple[Fact, ...], "Where the text is from"]
    report_error: Annotated[str, "Where to write about a mistake; empty where site.yaml names nobody"]
    cite: Annotated[CiteBox, "How one cites it"]
    cite_stats: Annotated[str, "Address of where one cites its stats"]
    meta: Annotated[tuple[tuple[str, str], ...], "Names and contents of meta elements for reference managers"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitePage(PageVariables):
    """How one cites a report and its stats."""

    report: Annotated[Link, "The report"]
    place: Annotated[str, "Who reports"]
    period: Annotated[str, "The period that it speaks of"]
    cite: Annotated[CiteBox, "How one cites the report"]
    stats: Annotated[tuple[CitedFigure, ...], "Its stats, each with how one cites it, in the order of the text"]
    pages: Annotated[tuple[Link, ...], "The pages that cite its stats, where they are more than one, by number"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinPage(PageVariables):
    """One bulletin."""

    titled: Annotated[bool, "Whether the heading is printed in the bulletin"]
    preface: Annotated[Markup, "Text that belongs to none of its reports; may be empty"]
    captions: Annotated[tuple[str, ...], "Captions of pictures that belong to none of its reports"]
    reports: Annotated[tuple[ReportItem, ...], "Its reports, in its order"]
    changes: Annotated[tuple[Change, ...], "What ingest changed"]
    has_ledger: Annotated[bool, "Whether it is known what ingest changed"]
    facts: Annotated[tuple[Fact, ...], "Where and when it was printed, and its file"]
    source: Annotated[str, "Address of the text as received; empty where the site does not have it"]
    withdrawn: Annotated[tuple[Link, ...], "Its reports that were withdrawn"]
    whole: Annotated[bool, "Whether all of its reports are public; else nothing of its own text is shown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePage(PageVariables):
    """A province, county or township."""

    level: Annotated[str, "province, county or township"]
    full_name: Annotated[str, "From the province down"]
    facts: Annotated[tuple[Fact, ...], "Division code, former names, prefecture"]
    text: Annotated[Markup, "What an editor wrote about it; may be empty"]
    children: Annotated[tuple[Link, ...], "Places below it, with the number of their reports"]
    named_alike: Annotated[tuple[Link, ...], "Other places of the archive that have the same name"]
    namesake_count: Annotated[int, "How many places the division table has by this name; 0 where it does not say"]
    own: Annotated[ReportShelf | None, "Reports of the place itself"]
    others: Annotated[ReportShelf | None, "Reports that others made for it: departments"]
    below: Annotated[tuple[ReportItem, ...], "The newest reports of the places below it"]
    time_table: Annotated[TimeTable | None, "Figures that it reports for several periods, side by side"]
    series: Annotated[tuple[PlaceSeries, ...], "The same through time, each with its chart"]
    more_series: Annotated[int, "How many further figures there are of several periods"]
    side_by_side: Annotated[PeriodsSideBySide | None, "Figures of one period alone, where there are several periods"]
    latest: Annotated[tuple[FigureGroup, ...], "Figures by theme, where all are of one period"]
    compare: Annotated[CompareForm | None, "The way to comparing it with others; None where they share no indicator"]
    practices: Annotated[tuple[Link, ...], "Practices that its reports name, those of most places first"]
    more_practices: Annotated[int, "How many further practices there are"]
    siblings: Annotated[tuple[Link, ...], "Places beside it"]
    parent: Annotated[Link | None, "The place above it"]
    withdrawn: Annotated[tuple[Link, ...], "Its reports that were withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemePage(PageVariables):
    """A subject."""

    covers: Annotated[str, "What falls under it, one sentence"]
    text: Annotated[Markup, "What an editor wrote about it; may be empty"]
    report_count: Annotated[int, "How many reports have a section or a figure under it"]
    tables: Annotated[tuple[PeriodTable, ...], "Indicators against places, one table a period, the newest first"]
    more_tables: Annotated[int, "How many further periods there are"]
    places: Annotated[tuple[PlacePassages, ...], "Sections and figures under it, by place"]
    more_places: Annotated[int, "How many further places there are"]
    indicators: Annotated[tuple[Link, ...], "Indicators under it"]
    practices: Annotated[tuple[Link, ...], "Practices under it, those of most places first"]
    all_practices: Annotated[Link | None, "The list of all practices, with how many do not stand here; or None"]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorPage(PageVariables):
    """An indicator with all of its values."""

    definition: Annotated[str, "What it measures; may be empty"]
    facts: Annotated[tuple[Fact, ...], "Unit, other names, theme"]
    compare: Annotated[str, "Address where places are set side by side on it; empty where it speaks of one alone"]
    data: Annotated[str, "Address of the page on open data, which has all values"]
    sections: Annotated[tuple[ValueSection, ...], "Values in groups that may be compared"]
    more_sections: Annotated[int, "How many further groups there are"]
    value_count: Annotated[int, "How many values there are"]
    place_count: Annotated[int, "How many places report it"]
    near: Annotated[NearIndicators | None, "Indicators that must not be taken for it, and why"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticePage(PageVariables):
    """A working method."""

    gloss: Annotated[str, "Its name in the page's language, where that is not the report's; may be empty"]
    facts: Annotated[tuple[Fact, ...], "Other names, theme, since when"]
    text: Annotated[Markup, "What an editor wrote about it; may be empty"]
    text_language: Annotated[str, "Language of that text"]
    spread: Annotated[tuple[PracticeSince, ...], "Places by the first period for which they report it"]
    more_places: Annotated[int, "How many further places there are"]
    places: Annotated[tuple[PracticePlace, ...], "What each place says of it, in the same order"]
    place_count: Annotated[int, "How many places report it"]
    report_count: Annotated[int, "How many reports name it"]
    measured: Annotated[tuple[MeasuredBy, ...], "Indicators that count what it does, with values"]
    others: Annotated[tuple[Link, ...], "Other practices under its theme, those of most places first"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportListPage(PageVariables):
    """The list of reports, or a page of the list of a year."""

    groups: Annotated[tuple[ReportGroup, ...], "By year; or the newest; or, on the list of a year, by county"]
    years: Annotated[tuple[Link, ...], "Lists of the years, where not all reports stand here"]
    pages: Annotated[tuple[Link, ...], "Pages of a year's list, where it has several"]
    total: Annotated[int, "How many reports the list has in all"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceListPage(PageVariables):
    """The list of places."""

    branches: Annotated[tuple[PlaceBranch, ...], "Provinces with counties; townships where not too many"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage(PageVariables):
    """The list of themes, indicators, practices or bulletins."""

    intro: Annotated[str, "What is listed, one sentence"]
    groups: Annotated[tuple[LinkGroup, ...], "What is listed, in groups"]
    counted: Annotated[str, "Key of the string for the number behind each link"]
    more: Annotated[str, "What is said of those that do not stand here; empty where all do"]
    empty: Annotated[str, "What is said where nothing is listed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage(PageVariables):
    """The page that sets places side by side on an indicator."""

    themes: Annotated[tuple[ComparedTheme, ...], "Indicators that several places report, by subject"]
    indicators: Annotated[Link, "The list of all indicators"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(PageVariables):
    """The search page."""

    index: Annotated[str, "Address of the search index"]
    files: Annotated[str, "Address below which the files lie that the page loads beside the index"]
    base: Annotated[str, "Address of the site, from which the index and the files count their paths"]
    pages: Annotated[str, "Address of the front page in this language, below which places and indicators lie"]
    strings: Annotated[str, "What the script says, JSON: key to text"]
    facets: Annotated[tuple[Facet, ...], "By what reports can be narrowed down"]
    browse: Annotated[tuple[Link, ...], "Where to look without script"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage(PageVariables):
    """The page on open data."""

    files: Annotated[tuple[FileItem, ...], "Files to download"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage(PageVariables):
    """The page about the archive."""

    text: Annotated[Markup, "content/pages/about.md, or about.md of the language's folder there"]
    text_language: Annotated[str, "Language of the text, which may be another than the page's"]
    headings: Annotated[tuple[Heading, ...], "Headings of the text, for the list of contents"]
    counts: Annotated[tuple[Fact, ...], "How much is in the archive"]
    reading: Annotated[ReadingTable | None, "How well the bulletins are read; None where nobody measured it"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage(PageVariables):
    """A page that editors wrote, beside the one about the archive."""

    text: Annotated[Markup, "content/pages/<id>.md, or the file of that name in the language's folder there"]
    text_language: Annotated[str, "Language of the text, which may be another than the page's"]
    headings: Annotated[tuple[Heading, ...], "Headings of the text, for the list of contents"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage(PageVariables):
    """What answers where nothing is."""

    browse: Annotated[tuple[Link, ...], "Where to look instead"]
    elsewhere: Annotated[tuple[LanguageLink, ...], "The front page in each other language, in words of that language"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnPage(PageVariables):
    """A report that was published and is no longer."""

    place: Annotated[Link, "The place that reported"]
    kicker: Annotated[tuple[str, ...], "Issuer where that is not the place, and period, over the title"]
    reason: Annotated[str, "Why it was withdrawn, in an editor's words"]
    ask: Annotated[Link, "Where to ask about it"]
    others: Annotated[tuple[ReportItem, ...], "The newest other reports of the place"]
    bulletin: Annotated[Link | None, "The bulletin that it came in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPage(PageVariables):
    """Leads from a former address to the present one; the browser goes on by itself."""

    to: Annotated[Link, "The page that it leads to"]
    canonical: Annotated[str, "The same address with scheme and host, where site.yaml names one"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GonePage(PageVariables):
    """An indicator or a practice that stood in withdrawn reports alone."""

    browse: Annotated[tuple[Link, ...], "Where to look instead"]
