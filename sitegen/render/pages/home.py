"""The front page."""

from dataclasses import replace

from sitegen.archive import ReportEntry
from sitegen.archive.key_stats import choose_worth_a_look
from sitegen.model.place import PlaceLevel
from sitegen.model.stat import Stat
from sitegen.render.context import Site
from sitegen.render.described import describe_archive, describe_website
from sitegen.render.page import PageKind
from sitegen.render.variables import HomePage
from sitegen.render.views import Figure, Link, LinkGroup

NEWEST = 8
FIGURES = 5
PLACES = 40
"""Places up to which the front page shows all of them."""
COUNTIES = 120
"""Counties up to which it shows these, else provinces alone."""


def show_home(site: Site) -> HomePage:
    """Return the variables of the front page."""
    archive, routes, words = site.archive, site.routes, site.words
    counts = words(
        "home.counts",
        places=words.number(sum(1 for entry in archive.places.values() if entry.reports)),
        reports=words.number(len(archive.reports)),
        stats=words.number(archive.stat_count),
    )
    few = len(archive.places) <= PLACES
    counties = sum(1 for entry in archive.places.values() if entry.place.level is PlaceLevel.COUNTY)
    return HomePage(
        site=site.view(),
        page=site.page(
            PageKind.HOME,
            routes.home(),
            site.title,
            described=(describe_website(site), describe_archive(site)),
        ),
        counts=counts if archive.reports else words("home.empty"),
        places=_places(site) if few else _counties(site, with_counties=counties <= COUNTIES),
        all_places=None if few else Link(words("home.all-places"), routes.listing("places")),
        themes=tuple(site.theme_link(t, counted=True) for t, entry in archive.themes.items() if entry.stating),
        newest=tuple(site.report_item(path) for path in archive.newest[:NEWEST]),
        all_reports=Link(words("home.all-reports"), routes.listing("reports"), count=len(archive.reports)),
        figures=tuple(_figure(site, entry, stat) for entry, stat in choose_worth_a_look(archive, FIGURES)),
    )


def _figure(site: Site, entry: ReportEntry, stat: Stat) -> Figure:
    """Return a stat under the name of its indicator, which is understood without the text."""
    assert stat.series is not None
    return replace(site.figure(site.stat_ref(entry, stat)), name=site.series_name(stat.series), called="")


def _places(site: Site) -> tuple[LinkGroup, ...]:
    """Return each county with its townships; a place without any above it heads itself."""
    groups = []
    for place, entry in site.archive.places.items():
        children = (child for child in entry.children if site.archive.places[child].report_count)
        leaves = tuple(site.child_link(child) for child in children if not site.archive.places[child].children)
        if leaves or (entry.report_count and not (entry.children or entry.chain)):
            above = site.words("join.places").join(site.place_name(p) for p in entry.chain)
            groups.append(LinkGroup(Link(site.place_label(place), site.routes.place(place), note=above), leaves))
    return tuple(groups)


def _counties(site: Site, *, with_counties: bool) -> tuple[LinkGroup, ...]:
    """Return each province, with its counties where these are not too many."""
    return tuple(
        LinkGroup(
            site.place_link(root),
            tuple(site.child_link(child) for child in site.archive.places[root].children if with_counties),
        )
        for root in site.archive.roots
    )
