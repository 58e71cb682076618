"""All pages of a site, each made from its record alone."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sitegen.archive import Archive
from sitegen.model.terms import ReportPath
from sitegen.render.context import Site, make_site
from sitegen.render.environment import make_environment
from sitegen.render.jinja_theme import JinjaTheme
from sitegen.render.page import DataFile, Page, PageKind
from sitegen.render.pages.bulletin import show_bulletin
from sitegen.render.pages.home import show_home
from sitegen.render.pages.indicator import show_indicator
from sitegen.render.pages.lists import (
    show_bulletins,
    show_indicators,
    show_places,
    show_practices,
    show_reports,
    show_themes,
)
from sitegen.render.pages.others import show_about, show_data, show_not_found, show_search
from sitegen.render.pages.place import show_place
from sitegen.render.pages.practice import show_practice
from sitegen.render.pages.report import show_report
from sitegen.render.pages.theme import show_theme
from sitegen.render.variables import PageVariables
from sitegen.render.words import Words
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
    """Yield the pages of a site, in an order that only the archive decides.

    Args:
        archive: What to show.
        routes: Addresses; the base path is theirs.
        jinja_theme: The look; it must have the strings of the site's language.
        data_files: What the data page offers.
        sources: Stems of the bulletins whose text as received the site has.
        part: Which of the pages, by their number in that order; all if left out.
    """
    words = Words(archive.settings.language, jinja_theme.strings[archive.settings.language])
    site = make_site(archive, routes, words, data_files, sources)
    environment = make_environment(jinja_theme, routes, words)
    for planned in tuple(plan_pages(archive))[part]:
        variables = planned.show(site)
        context = {field.name: getattr(variables, field.name) for field in fields(variables)}
        yield Page(
            address=variables.page.address,
            text=environment.get_template(f"{planned.kind}.html").render(context),
            kind=planned.kind,
            depends=tuple(sorted(planned.depends)),
            updated=_newest_date(archive, planned.depends),
        )


def count_pages(archive: Archive) -> int:
    """Return how many pages the site of an archive has."""
    return sum(1 for _ in plan_pages(archive))


def plan_pages(archive: Archive) -> Iterator[PlannedPage]:
    """Yield what pages an archive has."""
    every = archive.newest
    yield PlannedPage(PageKind.HOME, show_home, every)
    for path, entry in archive.reports.items():
        near = [other for other in (entry.previous, entry.next, *entry.siblings) if other]
        yield PlannedPage(PageKind.REPORT, _of(show_report, path), (path, *near))
    for stem, bulletin in archive.bulletins.items():
        yield PlannedPage(PageKind.BULLETIN, _of(show_bulletin, stem), bulletin.reports)
    for place, place_entry in archive.places.items():
        yield PlannedPage(PageKind.PLACE, _of(show_place, place), place_entry.reports)
    for theme, theme_entry in archive.themes.items():
        yield PlannedPage(PageKind.THEME, _of(show_theme, theme), theme_entry.reports)
    for series, indicator in archive.indicators.items():
        stating = {value.report for group in indicator.groups for value in group.values}
        yield PlannedPage(PageKind.INDICATOR, _of(show_indicator, series), tuple(stating))
    for practice, practice_entry in archive.practices.items():
        naming = tuple(use.report for use in practice_entry.uses)
        yield PlannedPage(PageKind.PRACTICE, _of(show_practice, practice), naming)
    yield PlannedPage(PageKind.REPORTS, show_reports, every)
    yield PlannedPage(PageKind.PLACES, show_places)
    for show in (show_themes, show_indicators, show_practices, show_bulletins):
        yield PlannedPage(PageKind.LISTING, show)
    yield PlannedPage(PageKind.SEARCH, show_search)
    yield PlannedPage(PageKind.DATA, show_data)
    yield PlannedPage(PageKind.ABOUT, show_about)
    yield PlannedPage(PageKind.NOT_FOUND, show_not_found)


def _of(show: Callable[[Site, Any], PageVariables], key: Any) -> Callable[[Site], PageVariables]:
    return lambda site: show(site, key)


def _newest_date(archive: Archive, reports: Sequence[ReportPath]) -> date | None:
    return max((dated for path in reports if (dated := archive.reports[path].dated)), default=None)
