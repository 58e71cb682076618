"""Every address of the site; nothing else puts one together."""

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urlsplit

from sitegen.model.terms import PlaceId, PracticeId, ReportPath, SeriesId, StatId, ThemeId


@dataclass(frozen=True, slots=True)
class Routes:
    """Addresses of one site, which may stand below a path of its host.

    Every method but ``absolute`` and ``file`` returns a path from the host's root, base path included, percent-encoded.
    """

    base_url: str = "/"
    """``https://example.org/x/`` or a bare path; the path part becomes the base path."""
    language: str = ""
    """Code of the language whose pages are meant, which stands before their paths; empty for the site's first.

    What stands once for all languages has the same address in each: reports, bulletins, feeds, data and assets.
    """

    @property
    def base_path(self) -> str:
        """The path below which the site stands, with a slash at both ends."""
        path = urlsplit(self.base_url).path.strip("/")
        return f"/{path}/" if path else "/"

    def in_language(self, language: str) -> "Routes":
        """Return the addresses of the same site in another language; ``""`` for its first."""
        return replace(self, language=language)

    def same_page(self, address: str, language: str) -> str:
        """Return where the page at an address of this language stands in another one, ``""`` for the first."""
        return self.in_language(language).home() + address.removeprefix(self.home())

    def home(self) -> str:
        """Return the address of the front page."""
        return self.base_path + (f"{self.language}/" if self.language else "")

    def report(self, path: ReportPath, stat: StatId | None = None) -> str:
        """Return the address of a report, or of one of its stats."""
        return self._file(f"reports/{path}/") + (f"#{stat}" if stat else "")

    def report_cite(self, path: ReportPath, stat: StatId | None = None, *, page: int = 1) -> str:
        """Return the address of the page on which one cites a report or one of its stats; a further one of many."""
        further = f"{page}/" if page > 1 else ""
        return self._file(f"reports/{path}/cite/{further}") + (f"#{stat}" if stat else "")

    def report_citation(self, path: ReportPath, ending: str) -> str:
        """Return the address of a report's file for reference managers: ``bib``, ``ris``, ``json``."""
        return self._file(f"reports/{path}/cite.{ending}")

    def bulletin(self, stem: str) -> str:
        """Return the address of the page of a bulletin."""
        return self._file(f"bulletins/{stem}/")

    def bulletin_source(self, stem: str) -> str:
        """Return the address of a bulletin's text as received."""
        return self._file(f"bulletins/{stem}/source.txt")

    def place(self, place: PlaceId) -> str:
        """Return the address of a province, county or township."""
        return self._page(f"places/{place}")

    def theme(self, theme: ThemeId) -> str:
        """Return the address of a subject."""
        return self._page(f"themes/{theme}")

    def theme_feed(self, theme: ThemeId) -> str:
        """Return the address of a subject's Atom feed."""
        return self._file(f"themes/{theme}/feed.xml")

    def indicator(self, series: SeriesId) -> str:
        """Return the address of an indicator that is compared across reports."""
        return self._page(f"indicators/{series}")

    def indicator_values(self, series: SeriesId) -> str:
        """Return the address of an indicator's values as a data file, which the comparing page reads."""
        return self._file(f"data/indicators/{series}.json")

    def practice(self, practice: PracticeId) -> str:
        """Return the address of a working method."""
        return self._page(f"practices/{practice}")

    def listing(self, kind: str) -> str:
        """Return the address of the list of all ``reports``, ``places``, ``themes``, ``indicators``, ``practices``…"""
        return self._page(kind)

    def year(self, year: int | None, number: int = 1) -> str:
        """Return the address of a page of the list of a year's reports; None for those that have no year.

        No report has such an address: ``year`` is the spelling of no province.
        """
        further = f"/{number}" if number > 1 else ""
        return self._page(f"reports/year/{year or 'undated'}{further}")

    def compare(self) -> str:
        """Return the address of the page that sets places side by side on an indicator."""
        return self._page("compare")

    def search(self) -> str:
        """Return the address of the search page."""
        return self._page("search")

    def search_index(self) -> str:
        """Return the address below which the files of the search index lie."""
        return self._file("search-index/")

    def search_file(self, name: str) -> str:
        """Return the address of a file that the search page loads beside the index: ``names.json``."""
        return self._file(f"search/{name}")

    def not_found(self) -> str:
        """Return the address of the page that answers where nothing is."""
        return self._file("404.html")

    def data(self) -> str:
        """Return the address of the page on open data."""
        return self._page("data")

    def data_file(self, name: str) -> str:
        """Return the address of one data file: ``stats.csv``."""
        return self._file(f"data/{name}")

    def about(self) -> str:
        """Return the address of the page about the archive."""
        return self._page("about")

    def text(self, name: str) -> str:
        """Return the address of a page that editors wrote."""
        return self._page(f"pages/{name}")

    def feed(self) -> str:
        """Return the address of the Atom feed of all reports."""
        return self._file("feed.xml")

    def sitemap(self) -> str:
        """Return the address of the sitemap."""
        return self._file("sitemap.xml")

    def robots(self) -> str:
        """Return the address of what robots may read."""
        return self._file("robots.txt")

    def admin(self, name: str = "") -> str:
        """Return the address of the browser editor, or of one of its files."""
        return self._file(f"admin/{name}")

    def redirects(self) -> str:
        """Return the address of the list of former addresses, which some hosts obey and none shows."""
        return self._file("_redirects")

    def picture(self, place: PlaceId | None = None) -> str:
        """Return the address of the picture of a place, or of the archive, for programs that show links with one."""
        return self._file(f"pictures/places/{place}.png" if place else "pictures/archive.png")

    def image(self, name: str) -> str:
        """Return the address of a picture that editors put into a text: ``0f3a…/800.webp``."""
        return self._file(f"images/{name}")

    def asset(self, name: str) -> str:
        """Return the address of a style sheet, script or picture of the Jinja theme."""
        return self._file(f"assets/{name}")

    def absolute(self, address: str) -> str:
        """Return an address of this site with scheme and host; unchanged where ``base_url`` has no host."""
        parts = urlsplit(self.base_url)
        return f"{parts.scheme}://{parts.netloc}{address}" if parts.netloc else address

    def file(self, address: str) -> PurePosixPath:
        """Return the file, relative to the output folder, that answers at an address of this site."""
        from_base = address.split("#")[0].split("?")[0].removeprefix(self.base_path)
        return PurePosixPath(unquote(from_base) + ("index.html" if not from_base or from_base.endswith("/") else ""))

    def _page(self, path: str) -> str:
        """Return the address of a page that each language has."""
        return f"{self.home()}{quote(path)}/"

    def _file(self, path: str) -> str:
        """Return the address of what stands once for all languages."""
        return f"{self.base_path}{quote(path)}"
