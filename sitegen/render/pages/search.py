"""The search page: what stands on it before anything is asked, and the strings that its script says."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from sitegen.archive.facets import PeriodSort, list_facets
from sitegen.model.period import Period
from sitegen.render.context import Site
from sitegen.render.page import PageKind
from sitegen.render.pages.reports import ALL as REPORTS_ON_ONE_PAGE
from sitegen.render.variables import SearchPage
from sitegen.render.views import Facet, FacetValue, Link

SHOWN = 8
"""Values of a facet that are in sight; the script shows as many."""
FOLDED = 32
"""Further values of a facet on the page; all others are found by name or by the facet's list."""
PLACES = 40
"""Places up to which those of all levels are in sight."""
SAID = ("search.", "period.", "month.", "kind.", "status.", "join.", "name.", "count.of-reports")
"""Beginnings of the keys of the strings that the script says."""


_T = TypeVar("_T", bound=str)


def show_search(site: Site) -> SearchPage:
    """Return the variables of the search page."""
    words, routes = site.words, site.routes
    return SearchPage(
        site=site.view(),
        page=site.page(
            PageKind.SEARCH,
            routes.search(),
            words("search.heading"),
            description=words("search.intro"),
            crumbs=(site.home_crumb(),),
        ),
        index=routes.search_index(),
        files=routes.search_file(""),
        base=routes.base_path,
        pages=routes.home(),
        strings=_gather_strings(words.strings),
        facets=_make_facets(site),
        browse=site.browse(),
    )


def _gather_strings(strings: Mapping[str, str]) -> str:
    said = {key: text for key, text in sorted(strings.items()) if key.startswith(SAID)}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _make_facets(site: Site) -> tuple[Facet, ...]:
    """Return the facets that have values, each with the number of reports behind every value."""
    archive, routes = site.archive, site.routes
    rows = tuple(list_facets(archive))
    years = Counter(row.year for row in rows if row.year is not None)
    sorts = Counter(row.sort for row in rows)
    themes = Counter(theme for row in rows for theme in row.themes)
    indicators = Counter(series for row in rows for series in row.indicators)
    practices = Counter(practice for row in rows for practice in row.practices)
    reports = routes.listing("reports")
    facets = (
        _facet(site, "place", _list_places(site), len(archive.places), routes.listing("places"), shown=PLACES),
        _facet(site, "year", (_year(site, year, years[year]) for year in sorted(years, reverse=True)), len(years)),
        _facet(
            site,
            "kind",
            (FacetValue(s.value, site.words(f"search.kind.{s}"), reports, sorts[s]) for s in PeriodSort if sorts[s]),
            len(sorts),
        ),
        _facet(site, "theme", _most(themes, site.theme_label, routes.theme), len(themes), routes.listing("themes")),
        _facet(
            site,
            "indicator",
            _most(indicators, site.series_name, routes.indicator),
            len(indicators),
            routes.listing("indicators"),
        ),
        _facet(
            site,
            "practice",
            _most(practices, lambda p: archive.practices[p].practice.name, routes.practice),
            len(practices),
            routes.listing("practices"),
        ),
    )
    return tuple(facet for facet in facets if facet.shown)


def _facet(
    site: Site, name: str, values: Iterable[FacetValue], count: int, every: str = "", *, shown: int = SHOWN
) -> Facet:
    listed = tuple(value for value, _ in zip(values, range(shown + FOLDED), strict=False))
    left = count - len(listed)
    return Facet(
        name=name,
        label=site.words(f"search.facet.{name}"),
        shown=listed[:shown],
        folded=listed[shown:],
        every=Link(site.words(f"search.every.{name}"), every, count=count) if every and left > 0 else None,
    )


def _year(site: Site, year: int, count: int) -> FacetValue:
    few = len(site.archive.newest) <= REPORTS_ON_ONE_PAGE
    address = site.routes.listing("reports") if few else site.routes.year(year)
    return FacetValue(str(year), site.words.period(Period.of_year(year)), address, count)


def _list_places(site: Site) -> Iterable[FacetValue]:
    """Yield places as a tree: all levels where they are few, else the upper ones that fit."""
    places = site.archive.places
    depth = max((d for d in (2, 1) if sum(len(e.chain) <= d for e in places.values()) <= PLACES), default=0)
    for place, entry in places.items():
        if len(entry.chain) <= depth:
            link = site.child_link(place)
            yield FacetValue(place, link.text, link.address, entry.report_count, level=len(entry.chain))


def _most(counted: Counter[_T], name: Callable[[_T], str], address: Callable[[_T], str]) -> Iterable[FacetValue]:
    """Yield values, those of most reports first."""
    for value in sorted(counted, key=lambda one: (-counted[one], name(one), one)):
        yield FacetValue(value, name(value), address(value), counted[value])
