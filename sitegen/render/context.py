"""What every page is made from, and the small records that many kinds of pages share."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from sitegen.archive import Archive, PlaceEntry, ReportEntry, State, StatRef
from sitegen.archive.compared import is_comparable
from sitegen.archive.figures import refer
from sitegen.model.content import TextPage
from sitegen.model.place import Place
from sitegen.model.stat import Stat
from sitegen.model.terms import PlaceId, PracticeId, ReportPath, SeriesId, ThemeId
from sitegen.render.amounts import write_converted
from sitegen.render.dressed import BodyDress
from sitegen.render.foreign import CONTENT_LANGUAGE
from sitegen.render.page import SINGLE, DataFile, NoticeKind, PageKind
from sitegen.render.pictures import HEIGHT, WIDTH, find_picture
from sitegen.render.plain import say_plainly
from sitegen.render.structured import Thing, breadcrumbs, format_things
from sitegen.render.text_pages import choose_text, list_texts
from sitegen.render.variables import PageView, SiteView
from sitegen.render.views import Figure, LanguageLink, Link, PracticeItem, ReportItem, SharedPicture
from sitegen.render.words import Words
from sitegen.routes import Routes

DESCRIPTION_LENGTH = 120
"""Characters of a page's description at most."""
CITED_ON_A_PAGE = 80
"""Stats that one page cites at most; with all forms, each takes some three kilobytes."""


@dataclass(frozen=True, slots=True)
class Site:
    """An archive with its addresses and words in one language."""

    archive: Archive
    routes: Routes
    words: Words
    languages: tuple[Words, ...]
    """Of every language that the site has, the first one first; ``words`` is one of them."""
    data_files: Iterable[DataFile]
    """Gone through as often as one likes; a list made late costs nothing where no page says it."""
    sources: Collection[str]
    """Stems of the bulletins whose text as received is on the site."""
    by_name: Mapping[str, Place]
    """Places by full name."""
    labels: Mapping[PlaceId, str]
    """Names that tell places apart."""
    namesakes: Mapping[str, tuple[PlaceId, ...]]
    """Places by their own name."""
    comparable: Collection[SeriesId]
    """Indicators on which several places can be set side by side."""

    def view(self) -> SiteView:
        """Return what every page knows of the site."""
        routes, words = self.routes, self.words
        listed = ("places", "themes", "indicators", "practices")
        return SiteView(
            title=self.title,
            description=self.description,
            language=words.language,
            locale=words("language.locale"),
            home=routes.home(),
            search=routes.search(),
            about=routes.about(),
            data=routes.data(),
            feed=routes.feed(),
            nav=(
                *(Link(words(f"nav.{kind}"), routes.listing(kind)) for kind in listed),
                Link(words("nav.compare"), routes.compare()),
            ),
            foot=(
                *(Link(words(f"nav.{kind}"), routes.listing(kind)) for kind in ("reports", "bulletins")),
                *map(self._text_link, list_texts(self.archive.pages)),
            ),
            preview=self.archive.preview,
        )

    def page(
        self,
        kind: PageKind | NoticeKind,
        address: str,
        heading: str,
        *,
        title: str = "",
        description: str = "",
        crumbs: Iterable[Link] = (),
        feed: Link | None = None,
        indexed: bool = True,
        place: PlaceId | None = None,
        described: Iterable[Thing] = (),
    ) -> PageView:
        """Return what a page says of itself; ``title`` is put before the site's, the heading where it is empty.

        ``place`` is whose picture it has, ``described`` what it is for programs.
        """
        named = title or heading
        indexed = indexed and not self.archive.preview
        crumbs = tuple(crumbs)
        steps = [(link.text, self.routes.absolute(link.address)) for link in (*crumbs, Link(heading, address))]
        things = (*described, breadcrumbs(steps)) if crumbs else tuple(described)
        return PageView(
            kind=kind.value,
            heading=heading,
            title=self.title if kind is PageKind.HOME else self.words("page.title", page=named, site=self.title),
            description=cut(description or self.description, DESCRIPTION_LENGTH),
            address=address,
            canonical=self.routes.absolute(address),
            languages=tuple(
                self.home_in(words) if kind in SINGLE else self._language_link(words, address)
                for words in self.languages
            ),
            translated=kind not in SINGLE and len(self.languages) > 1,
            crumbs=crumbs,
            feed=feed,
            og_type="article" if kind is PageKind.REPORT else "website",
            indexed=indexed,
            picture=self._picture(place),
            structured=format_things(things) if things and indexed else Markup(),
        )

    def dress(self, file: str, language: str = CONTENT_LANGUAGE) -> BodyDress:
        """Return the labels and pictures of the body of a file, in the language of its words."""
        words = next((words for words in self.languages if words.language == language), self.words)
        return BodyDress(words, self.routes, self.archive.images.get(file, {}))

    def _picture(self, place: PlaceId | None) -> SharedPicture | None:
        words = find_picture(self.archive, place)
        if words is None:
            return None
        alt = self.title
        if words.place:
            alt = self.words("page.picture", place=self.place_full_name(words.place), site=alt)
        return SharedPicture(self.routes.absolute(self.routes.picture(words.place)), alt, WIDTH, HEIGHT)

    # Names

    @property
    def title(self) -> str:
        """The name of the archive."""
        return self.words.choose(self.archive.settings.title, self.archive.settings.title_en)

    @property
    def description(self) -> str:
        """What the archive is, one sentence."""
        return self.words.choose(self.archive.settings.description, self.archive.settings.description_en)

    def text_page(self, name: str) -> tuple[TextPage | None, str]:
        """Return a page that editors wrote and the language of its text, this one's where it can be."""
        return choose_text(self.archive.pages, name, self.words.language)

    def _text_link(self, name: str) -> Link:
        page, _ = self.text_page(name)
        return Link(page.title if page else name, self.routes.text(name))

    def theme_label(self, theme: ThemeId) -> str:
        """Return the name of a subject."""
        entry = self.archive.themes[theme].theme
        return self.words.choose(entry.label, entry.label_en)

    def theme_covers(self, theme: ThemeId) -> str:
        """Return what falls under a subject, one sentence."""
        entry = self.archive.themes[theme].theme
        return self.words.choose(entry.covers, entry.covers_en)

    def series_name(self, series: SeriesId) -> str:
        """Return the name of an indicator that is compared across reports."""
        entry = self.archive.indicators[series].series
        return self.words.choose(entry.name, entry.name_en)

    def series_definition(self, series: SeriesId) -> str:
        """Return what an indicator measures, one sentence; may be empty."""
        entry = self.archive.indicators[series].series
        return self.words.choose(entry.definition, entry.definition_en)

    def practice_name(self, practice: PracticeId) -> str:
        """Return the name of a practice; in English with what it means, where an editor said so."""
        entry = self.archive.practices[practice].practice
        return self.words.both(entry.name, entry.name_en)

    def place_name(self, place: PlaceId) -> str:
        """Return a place's own name."""
        entry = self.archive.places[place].place
        return self.words.both(entry.name, self._romanise(entry))

    def place_label(self, place: PlaceId) -> str:
        """Return a name of a place that no other place of the archive has."""
        entry = self.archive.places[place]
        if entry.label == entry.place.name:
            return self.place_name(place)
        above = self._romanise(self.archive.places[entry.chain[-1]].place) if entry.chain else ""
        own = self._romanise(entry.place)
        return self.words.both(entry.place.full_name, f"{own}, {above}") if own and above else entry.label

    def place_full_name(self, place: PlaceId) -> str:
        """Return a place's name with the places above it: from the province down, in English from the place up."""
        entry = self.archive.places[place]
        steps = (entry.place, *(self.archive.places[above].place for above in reversed(entry.chain)))
        spelled = [self._romanise(step) for step in steps]
        return self.words.both(entry.place.full_name, ", ".join(spelled) if all(spelled) else "")

    def _romanise(self, place: Place) -> str:
        return self.words.place(place.name, place.full_name, place.prefecture or "")

    # Links

    def home_in(self, words: Words, key: str = "language.name") -> LanguageLink:
        """Return the way to the front page in a language, called by one of its strings."""
        return self._language_link(words, self.routes.home(), key)

    def _language_link(self, words: Words, address: str, key: str = "language.name") -> LanguageLink:
        """Return the way to a page of this language in another one."""
        prefix = "" if words is self.languages[0] else words.language
        there = self.routes.same_page(address, prefix)
        return LanguageLink(words.language, words(key), there, self.routes.absolute(there))

    def home_crumb(self) -> Link:
        """Return the first step of every way down."""
        return Link(self.words("nav.home"), self.routes.home())

    def list_crumbs(self, kind: str) -> tuple[Link, Link]:
        """Return the way to a page that one of the lists leads to."""
        return (self.home_crumb(), Link(self.words(f"nav.{kind}"), self.routes.listing(kind)))

    def place_crumbs(self, place: PlaceEntry, *, with_itself: bool) -> tuple[Link, ...]:
        """Return the way down to a place, or to what belongs to it."""
        above = [*place.chain, place.place.id] if with_itself else [*place.chain]
        links = (Link(self.place_name(p), self.routes.place(p)) for p in above)
        return (*self.list_crumbs("places"), *links)

    def place_link(self, place: PlaceId) -> Link:
        """Return a link to a place by the name that tells it apart."""
        return Link(self.place_label(place), self.routes.place(place))

    def child_link(self, place: PlaceId) -> Link:
        """Return a link to a place where the one above it is shown, by its own name, with the number of its reports."""
        entry = self.archive.places[place]
        name = self.place_name(place) if entry.chain else self.place_label(place)
        return Link(name, self.routes.place(place), count=entry.report_count)

    def theme_link(self, theme: ThemeId, *, counted: bool = False) -> Link:
        """Return a link to a subject, with the number of reports that its page holds."""
        entry = self.archive.themes[theme]
        count = len(entry.stating) if counted else None
        return Link(self.theme_label(theme), self.routes.theme(theme), count=count)

    def browse(self) -> tuple[Link, ...]:
        """Return links to the lists, for who cannot search."""
        kinds = ("places", "themes", "indicators", "practices", "reports")
        return tuple(Link(self.words(f"nav.{kind}"), self.routes.listing(kind)) for kind in kinds)

    # Items

    def report_item(self, path: ReportPath) -> ReportItem:
        """Return a report as lists show it."""
        entry = self.archive.reports[path]
        report = entry.report
        return ReportItem(
            title=self.heading_of(entry),
            address=self.routes.report(path),
            place=self.who(entry),
            period=self.words.period(report.period),
            date=self.words.date(report.published),
            iso_date=report.published.isoformat() if report.published else "",
            stat_count=len(report.stats),
        )

    def heading_of(self, entry: ReportEntry) -> str:
        """Return the heading of a report away from its page: in a preview, what is not published yet is marked."""
        if entry.state is State.PUBLISHED:
            return entry.heading
        day = self.words.date(entry.report.publish_on)
        return self.words(f"state.marked-{entry.state}", title=entry.heading, day=day)

    def who(self, entry: ReportEntry) -> str:
        """Return who reports: the place's name, and the issuer where that is somebody else."""
        label = self.place_label(entry.place.id)
        return self.words("report.who", place=label, issuer=entry.report.issuer) if is_other(entry) else label

    def practice_link(self, practice: PracticeId) -> Link:
        """Return a link to a practice, with the number of places where several run it."""
        entry = self.archive.practices[practice]
        places = len(entry.places)
        return Link(self.practice_name(practice), self.routes.practice(practice), count=places if places > 1 else None)

    def practice_item(self, practice: PracticeId, quote: str = "") -> PracticeItem:
        """Return a practice as reports and places show it."""
        entry = self.archive.practices[practice]
        return PracticeItem(self.practice_name(practice), self.routes.practice(practice), quote, len(entry.places))

    def figure(self, ref: StatRef) -> Figure:
        """Return a stat as it is shown away from its text."""
        stat, entry = ref.stat, self.archive.reports[ref.report]
        series = stat.series if stat.series in self.archive.indicators else None
        own = ref.place_name == self.archive.places[entry.place.id].label
        place = self.place_of(ref)
        return Figure(
            id=stat.id,
            name=self.words.choose(stat.indicator, self.series_name(series) if series else ""),
            called=self.words.choose("", stat.indicator if series else ""),
            printed=stat.printed,
            plain=say_plainly(stat, self.words),
            address=self.routes.report(ref.report, stat.id),
            sort=self.words.sort_of(stat),
            differs=self.words.differs(ref, entry.report.period, "" if own else place),
            quote=stat.quote,
            series=self.routes.indicator(series) if series else "",
            place=self.who(entry) if own else place,
            period=self.words.period(ref.period),
            source=self.heading_of(entry),
            cite=self.routes.report_cite(ref.report, stat.id, page=page_of_citation(entry.report.stats, stat)),
            converted=write_converted(self.words, stat),
        )

    def place_of(self, ref: StatRef) -> str:
        """Return the name of the place that a stat speaks of, which may have no page."""
        return self.place_label(ref.place) if ref.place else ref.place_name

    def stat_ref(self, entry: ReportEntry, stat: Stat) -> StatRef:
        """Return a stat of a report with its place and period settled."""
        return refer(entry, stat, self.by_name, self.labels)


def make_site(
    archive: Archive,
    routes: Routes,
    languages: Sequence[Words],
    data_files: Iterable[DataFile],
    sources: Collection[str],
) -> Site:
    """Return a site in its first language with the look-ups that its pages share."""
    places = archive.places.values()
    namesakes: dict[str, tuple[PlaceId, ...]] = {}
    for entry in places:
        namesakes[entry.place.name] = (*namesakes.get(entry.place.name, ()), entry.place.id)
    return Site(
        archive=archive,
        routes=routes,
        words=languages[0],
        languages=tuple(languages),
        data_files=data_files,
        sources=frozenset(sources),
        by_name={entry.place.full_name: entry.place for entry in places},
        labels={entry.place.id: entry.label for entry in places},
        namesakes=namesakes,
        comparable=frozenset(series for series, entry in archive.indicators.items() if is_comparable(entry)),
    )


def in_language(site: Site, words: Words) -> Site:
    """Return the same site in another of its languages."""
    prefix = "" if words is site.languages[0] else words.language
    return replace(site, words=words, routes=site.routes.in_language(prefix))


def page_of_citation(stats: Sequence[Stat], stat: Stat) -> int:
    """Return which of the pages that cite the stats of a report has one of them, from 1."""
    return 1 if len(stats) <= CITED_ON_A_PAGE else stats.index(stat) // CITED_ON_A_PAGE + 1


def is_other(entry: ReportEntry) -> bool:
    """Whether a report's issuer is somebody else than the place itself: a department."""
    issuer = entry.report.issuer
    return issuer is not None and issuer not in entry.place.full_name


def cut(text: str, length: int) -> str:
    """Return a text of at most ``length`` characters, with ``…`` where it was longer."""
    return text if len(text) <= length else text[: length - 1].rstrip("，、；：。 ") + "…"
