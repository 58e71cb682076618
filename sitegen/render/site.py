"""All pages of a site, each made from its record alone."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import Any

from jinja2 import Environment

from sitegen.archive import Archive
from sitegen.model.terms import ReportPath
from sitegen.render.context import Site, in_language, make_site
from sitegen.render.environment import make_environment
from sitegen.render.jinja_theme import JinjaTheme
from sitegen.render.languages import find_languages
from sitegen.render.page import SINGLE, DataFile, Page, PageKind
from sitegen.render.pages.bulletin import show_bulletin
from sitegen.render.pages.cite import count_cite_pages, show_cite
from sitegen.render.pages.compare import show_compare
from sitegen.render.pages.home import show_home
from sitegen.render.pages.indicator import show_indicator
from sitegen.render.pages.lists import (
    show_bulletins,
    show_indicators,
    show_places,
    show_practices,
    show_themes,
)
from sitegen.render.pages.near import find_measures, find_near, reports_stating
from sitegen.render.pages.others import show_about, show_data, show_not_found
from sitegen.render.pages.place import show_place
from sitegen.render.pages.practice import show_practice
from sitegen.render.pages.report import show_report
from sitegen.render.pages.reports import plan_years, show_reports, show_year
from sitegen.render.pages.search import show_search
from sitegen.render.pages.theme import show_theme
from sitegen.render.variables import PageVariables
from sitegen.render.words import Words
from sitegen.routes import Routes

_LISTINGS: tuple[tuple[str, Callable[[Site], PageVariables]], ...] = (
    ("themes", show_themes),
    ("indicators", show_indicators),
    ("practices", show_practices),
    ("bulletins", show_bulletins),
)


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page that is still to be rendered."""

    kind: PageKind
    address: Callable[[Routes], str]
    """Where it stands, by the addresses of its language."""
    show: Callable[[Site], PageVariables]
    """Makes its variables."""
    depends: tuple[ReportPath, ...] = ()
    """Reports whose text or stats stand on it; empty where it counts or lists them all."""


@dataclass(frozen=True, slots=True)
class Look:
    """A Jinja theme made ready for the addresses of one site; kept for as long as neither changes."""

    languages: tuple[Words, ...]
    """The site's first one first."""
    environments: tuple[Environment, ...]
    """For the pages of each language."""


def prepare_look(jinja_theme: JinjaTheme, routes: Routes, language: str) -> Look:
    """Return what all pages of a site are rendered with.

    Args:
        jinja_theme: The look; the site has the languages of its strings.
        routes: Addresses; the base path is theirs.
        language: The site's first one.

    Raises:
        JinjaThemeError: if the look does not have the language.
    """
    languages = find_languages(jinja_theme, language)
    routed = (routes.in_language("" if words is languages[0] else words.language) for words in languages)
    environments = (make_environment(jinja_theme, *both) for both in zip(routed, languages, strict=True))
    return Look(languages, tuple(environments))


class SitePages:
    """The pages of a site in an order that only the archive and its languages decide, each rendered when asked for."""

    def __init__(
        self,
        archive: Archive,
        routes: Routes,
        look: Look,
        *,
        data_files: Iterable[DataFile] = (),
        sources: Collection[str] = (),
    ) -> None:
        """Plan the pages.

        Args:
            archive: What to show.
            routes: Addresses; the base path is theirs.
            look: Made for these addresses.
            data_files: What the data page offers; gone through by the pages that say so, each time anew.
            sources: Stems of the bulletins whose text as received the site has.
        """
        self._archive, self._look = archive, look
        first = make_site(archive, routes, look.languages, data_files, sources)
        self._sites = tuple(in_language(first, words) for words in look.languages)
        self._planned = tuple(_plan_languages(archive, len(look.languages)))

    def __len__(self) -> int:
        return len(self._planned)

    @cached_property
    def by_address(self) -> Mapping[str, tuple[int, PageKind]]:
        """The number and the kind of each page by its address, in their order."""
        return {
            planned.address(self._sites[language].routes): (number, planned.kind)
            for number, (language, planned) in enumerate(self._planned)
        }

    def render(self, number: int) -> Page:
        """Return a page, by its number in their order."""
        language, planned = self._planned[number]
        variables = planned.show(self._sites[language])
        context = {field.name: getattr(variables, field.name) for field in fields(variables)}
        return Page(
            address=variables.page.address,
            text=self._look.environments[language].get_template(f"{planned.kind}.html").render(context),
            kind=planned.kind,
            depends=tuple(sorted(planned.depends)),
            updated=_newest_date(self._archive, planned.depends),
        )


def render_site(
    archive: Archive,
    routes: Routes,
    jinja_theme: JinjaTheme,
    *,
    data_files: Iterable[DataFile] = (),
    sources: Collection[str] = (),
    part: slice = slice(None),
) -> Iterator[Page]:
    """Yield the pages of a site, in an order that only the archive and its languages decide.

    Args:
        archive: What to show.
        routes: Addresses; the base path is theirs.
        jinja_theme: The look; the site has the languages of its strings.
        data_files: What the data page offers.
        sources: Stems of the bulletins whose text as received the site has.
        part: Which of the pages, by their number in that order; all if left out.

    Raises:
        JinjaThemeError: if the look does not have the site's first language.
    """
    look = prepare_look(jinja_theme, routes, archive.settings.language)
    pages = SitePages(archive, routes, look, data_files=tuple(data_files), sources=sources)
    for number in range(len(pages))[part]:
        yield pages.render(number)


def count_pages(archive: Archive, jinja_theme: JinjaTheme) -> int:
    """Return how many pages the site of an archive has, in all of its languages."""
    return sum(1 for _ in _plan_languages(archive, len(jinja_theme.strings)))


def _plan_languages(archive: Archive, languages: int) -> Iterator[tuple[int, PlannedPage]]:
    """Yield what pages an archive has, each with the number of its language."""
    planned = tuple(plan_pages(archive))
    yield from ((0, page) for page in planned)
    for number in range(1, languages):
        yield from ((number, page) for page in planned if page.kind not in SINGLE)


def plan_pages(archive: Archive) -> Iterator[PlannedPage]:
    """Yield what pages an archive has in its first language."""
    every = archive.newest
    yield PlannedPage(PageKind.HOME, Routes.home, show_home, every)
    for path, entry in archive.reports.items():
        near = [other for other in (entry.previous, entry.next, *entry.siblings) if other]
        yield PlannedPage(PageKind.REPORT, _at(Routes.report, path), _of(show_report, path), (path, *near))
        for number in range(1, count_cite_pages(entry.report) + 1):
            yield PlannedPage(PageKind.CITE, _at(Routes.report_cite, path, page=number), _cited(path, number), (path,))
    for stem, bulletin in archive.bulletins.items():
        yield PlannedPage(PageKind.BULLETIN, _at(Routes.bulletin, stem), _of(show_bulletin, stem), bulletin.reports)
    for place, place_entry in archive.places.items():
        yield PlannedPage(PageKind.PLACE, _at(Routes.place, place), _of(show_place, place), place_entry.reports)
    for theme, theme_entry in archive.themes.items():
        yield PlannedPage(PageKind.THEME, _at(Routes.theme, theme), _of(show_theme, theme), theme_entry.reports)
    for series, indicator in archive.indicators.items():
        stating = tuple(set(reports_stating((indicator, *find_near(archive, series)))))
        yield PlannedPage(PageKind.INDICATOR, _at(Routes.indicator, series), _of(show_indicator, series), stating)
    for practice, practice_entry in archive.practices.items():
        naming = {use.report for use in practice_entry.uses}
        naming.update(reports_stating(find_measures(archive, practice_entry.practice)))
        yield PlannedPage(
            PageKind.PRACTICE, _at(Routes.practice, practice), _of(show_practice, practice), tuple(naming)
        )
    yield PlannedPage(PageKind.REPORTS, _at(Routes.listing, "reports"), show_reports, every)
    for year in plan_years(archive):
        yield PlannedPage(
            PageKind.REPORTS, _at(Routes.year, year.year, year.number), _of(show_year, year), year.reports
        )
    yield PlannedPage(PageKind.PLACES, _at(Routes.listing, "places"), show_places)
    for kind, show in _LISTINGS:
        yield PlannedPage(PageKind.LISTING, _at(Routes.listing, kind), show)
    yield PlannedPage(PageKind.COMPARE, Routes.compare, show_compare)
    yield PlannedPage(PageKind.SEARCH, Routes.search, show_search)
    yield PlannedPage(PageKind.DATA, Routes.data, show_data)
    yield PlannedPage(PageKind.ABOUT, Routes.about, show_about)
    yield PlannedPage(PageKind.NOT_FOUND, Routes.not_found, show_not_found)


def _at(address: Callable[..., str], *key: Any, **further: Any) -> Callable[[Routes], str]:
    return lambda routes: address(routes, *key, **further)


def _of(show: Callable[[Site, Any], PageVariables], key: Any) -> Callable[[Site], PageVariables]:
    return lambda site: show(site, key)


def _cited(path: ReportPath, number: int) -> Callable[[Site], PageVariables]:
    return lambda site: show_cite(site, path, number)


def _newest_date(archive: Archive, reports: Sequence[ReportPath]) -> date | None:
    return max((dated for path in reports if (dated := archive.reports[path].dated)), default=None)
