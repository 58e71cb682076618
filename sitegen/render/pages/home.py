"""The front page."""

from collections import Counter

from sitegen.archive import ReportEntry
from sitegen.model.stat import Stat
from sitegen.model.terms import Kind, PlaceId, ThemeId
from sitegen.render.context import Site
from sitegen.render.page import PageKind
from sitegen.render.pages.report import KEY_FIGURES, choose_key_stats
from sitegen.render.variables import HomePage
from sitegen.render.views import Figure, Link, LinkGroup

NEWEST = 8
FIGURES = 5
PLACES = 120
"""Places up to which the front page shows all of them."""
_REPORTS_FOR_FIGURES = 40
_FIGURES = frozenset("0123456789")


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
    return HomePage(
        site=site.view(),
        page=site.page(PageKind.HOME, routes.home(), site.title),
        counts=counts if archive.reports else words("home.empty"),
        places=_places(site) if few else _counties(site),
        all_places=None if few else Link(words("home.all-places"), routes.listing("places")),
        themes=tuple(site.theme_link(t, counted=True) for t, entry in archive.themes.items() if entry.reports),
        newest=tuple(site.report_item(path) for path in archive.newest[:NEWEST]),
        all_reports=Link(words("home.all-reports"), routes.listing("reports"), count=len(archive.reports)),
        figures=choose_figures(site),
    )


def choose_figures(site: Site) -> tuple[Figure, ...]:
    """Return a few quantities of the newest reports, of as many places and themes as there are.

    Those that can be compared with other places' come first, and numbers in figures before numbers in words.
    """
    found: list[tuple[int, int, ReportEntry, Stat]] = []
    places: Counter[PlaceId] = Counter()
    for number, path in enumerate(site.archive.newest[:_REPORTS_FOR_FIGURES]):
        entry = site.archive.reports[path]
        for stat in choose_key_stats(entry.report, KEY_FIGURES):
            if stat.kind is Kind.LEVEL:
                weight = (stat.series is None) + 2 * (not any(c in _FIGURES for c in stat.printed))
                found.append((weight, number, entry, stat))
    found.sort(key=lambda one: one[:2])
    chosen: list[tuple[int, Figure]] = []
    themes: set[ThemeId] = set()
    for most in range(1, FIGURES + 1):
        for _, number, entry, stat in found:
            if len(chosen) < FIGURES and stat.theme not in themes and places[entry.place.id] < most:
                themes.add(stat.theme)
                places[entry.place.id] += 1
                chosen.append((number, site.figure(site.stat_ref(entry, stat))))
    return tuple(figure for _, figure in sorted(chosen, key=lambda one: one[0]))


def _places(site: Site) -> tuple[LinkGroup, ...]:
    """Return each county with its townships; a place without any above it heads itself."""
    groups = []
    for place, entry in site.archive.places.items():
        leaves = tuple(site.child_link(child) for child in entry.children if not site.archive.places[child].children)
        if leaves or not (entry.children or entry.chain):
            above = site.words("join.places").join(site.place_name(p) for p in entry.chain)
            groups.append(LinkGroup(Link(site.place_label(place), site.routes.place(place), note=above), leaves))
    return tuple(groups)


def _counties(site: Site) -> tuple[LinkGroup, ...]:
    """Return each province with its counties."""
    return tuple(
        LinkGroup(
            site.place_link(root),
            tuple(site.child_link(child) for child in site.archive.places[root].children),
        )
        for root in site.archive.roots
    )
