"""Which pages a site has and where each stands, known before any of them is rendered."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sitegen.archive import Archive
from sitegen.model.terms import ReportPath
from sitegen.render.context import Site
from sitegen.render.page import SINGLE, NoticeKind, PageKind
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
from sitegen.render.pages.notices import list_gone, list_moves, show_gone, show_moved, show_withdrawn
from sitegen.render.pages.others import show_about, show_data, show_not_found
from sitegen.render.pages.place import show_place
from sitegen.render.pages.practice import show_practice
from sitegen.render.pages.report import show_report
from sitegen.render.pages.reports import plan_years, show_reports, show_year
from sitegen.render.pages.search import show_search
from sitegen.render.pages.text import show_text
from sitegen.render.pages.theme import show_theme
from sitegen.render.text_pages import list_texts
from sitegen.render.variables import PageVariables
from sitegen.routes import Routes

_LISTINGS: tuple[tuple[str, Callable[[Site], PageVariables]], ...] = (
    ("themes", show_themes),
    ("indicators", show_indicators),
    ("practices", show_practices),
    ("bulletins", show_bulletins),
)
_NOT_LISTED = frozenset((PageKind.NOT_FOUND, PageKind.SEARCH, PageKind.CITE, *NoticeKind))
"""Kinds of pages that search engines need not know."""


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page that is still to be rendered."""

    kind: PageKind | NoticeKind
    address: Callable[[Routes], str]
    """Where it stands, by the addresses of its language."""
    show: Callable[[Site], PageVariables]
    """Makes its variables."""
    depends: tuple[ReportPath, ...] = ()
    """Reports whose text or stats stand on it; empty where it counts or lists them all."""
    is_open: bool = True
    """Whether anything public stands on it."""


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A page by its address."""

    address: str
    kind: PageKind | NoticeKind
    listed: bool
    """Whether search engines should know it."""


def is_listed(kind: PageKind | NoticeKind) -> bool:
    """Whether search engines should know the pages of a kind."""
    return kind not in _NOT_LISTED


def list_pages(archive: Archive, routes: Routes, languages: Sequence[str]) -> Iterator[ListedPage]:
    """Yield where every page of a site stands, in the order in which they are rendered.

    Args:
        archive: What is public.
        routes: Addresses, of the site's first language.
        languages: Codes of its languages, the first one first.
    """
    routed = [routes.in_language(language if number else "") for number, language in enumerate(languages)]
    for number, page in plan_languages(archive, len(languages)):
        listed = page.is_open and is_listed(page.kind)
        yield ListedPage(page.address(routed[number]), page.kind, listed)


def plan_languages(archive: Archive, languages: int) -> Iterator[tuple[int, PlannedPage]]:
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
        at, show = _at(Routes.bulletin, stem), _of(show_bulletin, stem)
        yield PlannedPage(PageKind.BULLETIN, at, show, bulletin.reports, is_open=bool(bulletin.reports))
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
    yield from _plan_lists(archive)
    yield PlannedPage(PageKind.COMPARE, Routes.compare, show_compare)
    yield PlannedPage(PageKind.SEARCH, Routes.search, show_search)
    yield PlannedPage(PageKind.DATA, Routes.data, show_data)
    yield PlannedPage(PageKind.ABOUT, Routes.about, show_about)
    for name in list_texts(archive.pages):
        yield PlannedPage(PageKind.TEXT, _at(Routes.text, name), _of(show_text, name))
    yield PlannedPage(PageKind.NOT_FOUND, Routes.not_found, show_not_found)
    yield from _plan_notices(archive)


def _plan_lists(archive: Archive) -> Iterator[PlannedPage]:
    yield PlannedPage(PageKind.REPORTS, _at(Routes.listing, "reports"), show_reports, archive.newest)
    for year in plan_years(archive):
        yield PlannedPage(
            PageKind.REPORTS, _at(Routes.year, year.year, year.number), _of(show_year, year), year.reports
        )
    yield PlannedPage(PageKind.PLACES, _at(Routes.listing, "places"), show_places)
    for kind, show in _LISTINGS:
        yield PlannedPage(PageKind.LISTING, _at(Routes.listing, kind), show)


def _plan_notices(archive: Archive) -> Iterator[PlannedPage]:
    for path in archive.withdrawn:
        yield PlannedPage(NoticeKind.WITHDRAWN, _at(Routes.report, path), _of(show_withdrawn, path))
    for move in list_moves(archive):
        yield PlannedPage(NoticeKind.MOVED, move.former, _of(show_moved, move))
    for gone in list_gone(archive):
        yield PlannedPage(NoticeKind.GONE, gone.address, _of(show_gone, gone))


def _at(address: Callable[..., str], *key: Any, **further: Any) -> Callable[[Routes], str]:
    return lambda routes: address(routes, *key, **further)


def _of(show: Callable[[Site, Any], PageVariables], key: Any) -> Callable[[Site], PageVariables]:
    return lambda site: show(site, key)


def _cited(path: ReportPath, number: int) -> Callable[[Site], PageVariables]:
    return lambda site: show_cite(site, path, number)
