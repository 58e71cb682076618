"""All pages of a site, each made from its record alone."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

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
from sitegen.routes import Routes


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page that is still to be rendered."""

    kind: PageKind
    show: Callable[[Site], PageVariables]
    """Makes its variables."""
    depends: tuple[ReportPath, ...] = ()
    """Reports whose text or stats stand on it; empty where it counts or lists them all."""


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
    languages = find_languages(jinja_theme, archive.settings.language)
    first = make_site(archive, routes, languages, data_files, sources)
    sites = tuple(in_language(first, words) for words in languages)
    environments = tuple(make_environment(jinja_theme, site.routes, site.words) for site in sites)
    for number, planned in tuple(_plan_languages(archive, len(languages)))[part]:
        variables = planned.show(sites[number])
        context = {field.name: getattr(variables, field.name) for field in fields(variables)}
        yield Page(
            address=variables.page.address,
            text=environments[number].get_template(f"{planned.kind}.html").render(context),
            kind=planned.kind,
            depends=tuple(sorted(planned.depends)),
            updated=_newest_date(archive, planned.depends),
        )


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
    yield PlannedPage(PageKind.HOME, show_home, every)
    for path, entry in archive.reports.items():
        near = [other for other in (entry.previous, entry.next, *entry.siblings) if other]
        yield PlannedPage(PageKind.REPORT, _of(show_report, path), (path, *near))
        for number in range(1, count_cite_pages(entry.report) + 1):
            yield PlannedPage(PageKind.CITE, _cited(path, number), (path,))
    for stem, bulletin in archive.bulletins.items():
        yield PlannedPage(PageKind.BULLETIN, _of(show_bulletin, stem), bulletin.reports)
    for place, place_entry in archive.places.items():
        yield PlannedPage(PageKind.PLACE, _of(show_place, place), place_entry.reports)
    for theme, theme_entry in archive.themes.items():
        yield PlannedPage(PageKind.THEME, _of(show_theme, theme), theme_entry.reports)
    for series, indicator in archive.indicators.items():
        stating = reports_stating((indicator, *find_near(archive, series)))
        yield PlannedPage(PageKind.INDICATOR, _of(show_indicator, series), tuple(set(stating)))
    for practice, practice_entry in archive.practices.items():
        naming = (use.report for use in practice_entry.uses)
        stating = reports_stating(find_measures(archive, practice_entry.practice))
        yield PlannedPage(PageKind.PRACTICE, _of(show_practice, practice), tuple({*naming, *stating}))
    yield PlannedPage(PageKind.REPORTS, show_reports, every)
    for year in plan_years(archive):
        yield PlannedPage(PageKind.REPORTS, _of(show_year, year), year.reports)
    yield PlannedPage(PageKind.PLACES, show_places)
    for show in (show_themes, show_indicators, show_practices, show_bulletins):
        yield PlannedPage(PageKind.LISTING, show)
    yield PlannedPage(PageKind.COMPARE, show_compare)
    yield PlannedPage(PageKind.SEARCH, show_search)
    yield PlannedPage(PageKind.DATA, show_data)
    yield PlannedPage(PageKind.ABOUT, show_about)
    yield PlannedPage(PageKind.NOT_FOUND, show_not_found)


def _of(show: Callable[[Site, Any], PageVariables], key: Any) -> Callable[[Site], PageVariables]:
    return lambda site: show(site, key)


def _cited(path: ReportPath, number: int) -> Callable[[Site], PageVariables]:
    return lambda site: show_cite(site, path, number)


def _newest_date(archive: Archive, reports: Sequence[ReportPath]) -> date | None:
    return max((dated for path in reports if (dated := archive.reports[path].dated)), default=None)
