"""The list of reports: all of them by year where they are few, else the newest and a list for each year.

Every report stands on these pages, so that each can be reached by browsing, however many there are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from sitegen.archive import Archive
from sitegen.archive.by_year import by_year
from sitegen.model.terms import PlaceId, ReportPath
from sitegen.render.context import Site
from sitegen.render.page import PageKind
from sitegen.render.variables import ReportListPage
from sitegen.render.views import Link, ReportGroup

ALL = 100
"""Reports up to which they stand on one page."""
NEWEST = 20
"""Reports that stand first where there are more."""
A_PAGE = 200
"""Reports of one page of a year's list."""

Year = int | None
"""None for reports of which neither period nor date is known."""


@dataclass(frozen=True, slots=True)
class YearPage:
    """One page of the list of a year's reports."""

    year: Year
    number: int
    """From 1."""
    pages: int
    """How many the list has."""
    total: int
    """How many reports it has."""
    reports: tuple[ReportPath, ...]
    """Those of this page, in the order of their places."""


def plan_years(archive: Archive) -> Iterator[YearPage]:
    """Yield the pages of the years' lists; none where all reports stand on one page."""
    if len(archive.newest) <= ALL:
        return
    order = {place: number for number, place in enumerate(archive.places)}
    for year, paths in by_year(archive.newest, archive.reports).items():
        in_order = sorted(paths, key=lambda path: order[archive.reports[path].place.id])
        starts = range(0, len(in_order), A_PAGE)
        for number, start in enumerate(starts, 1):
            shown = tuple(in_order[start : start + A_PAGE])
            yield YearPage(year, number, len(starts), len(in_order), shown)


def show_reports(site: Site) -> ReportListPage:
    """Return the variables of the list of reports."""
    archive, words = site.archive, site.words
    years = by_year(archive.newest, archive.reports)
    if len(archive.newest) <= ALL:
        groups = tuple(_group(site, Link(words.year(year), ""), paths) for year, paths in years.items())
        links: tuple[Link, ...] = ()
    else:
        groups = (_group(site, Link(words("list.reports.newest"), ""), archive.newest[:NEWEST]),)
        links = tuple(Link(words.year(year), site.routes.year(year), count=len(paths)) for year, paths in years.items())
    return ReportListPage(
        site=site.view(),
        page=site.page(
            PageKind.REPORTS,
            site.routes.listing("reports"),
            words("list.reports.heading"),
            description=words("list.reports.intro"),
            crumbs=(site.home_crumb(),),
        ),
        groups=groups,
        years=links,
        pages=(),
        total=len(archive.newest),
    )


def show_year(site: Site, planned: YearPage) -> ReportListPage:
    """Return the variables of one page of a year's list, its reports under their counties."""
    words, year = site.words, planned.year
    several = planned.pages > 1
    name = words("list.reports.of-year", year=words.year(year))
    heading = words("list.reports.page", heading=name, number=planned.number) if several else name
    numbers = range(1, planned.pages + 1) if several else ()
    return ReportListPage(
        site=site.view(),
        page=site.page(
            PageKind.REPORTS,
            site.routes.year(year, planned.number),
            heading,
            description=words("list.reports.by-place"),
            crumbs=site.list_crumbs("reports"),
        ),
        groups=tuple(_by_county(site, planned.reports)),
        years=(),
        pages=tuple(Link(str(number), site.routes.year(year, number)) for number in numbers),
        total=planned.total,
    )


def _by_county(site: Site, paths: Iterable[ReportPath]) -> Iterator[ReportGroup]:
    def county(path: ReportPath) -> PlaceId:
        place = site.archive.reports[path].place.id
        above = (*site.archive.places[place].chain, place)
        return above[min(1, len(above) - 1)]

    for place, found in groupby(paths, key=county):
        yield _group(site, site.place_link(place), found)


def _group(site: Site, heading: Link, paths: Iterable[ReportPath]) -> ReportGroup:
    return ReportGroup(heading, tuple(site.report_item(path) for path in paths))
