"""The front page."""

from sitegen.model.terms import PlaceId, ThemeId
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
        page=site.page(PageKind.HOME, routes.home(), archive.settings.title),
        counts=counts if archive.reports else words("home.empty"),
        places=_places(site) if few else _counties(site),
        all_places=None if few else Link(words("home.all-places"), routes.listing("places")),
        themes=tuple(site.theme_link(t, counted=True) for t, entry in archive.themes.items() if entry.reports),
        newest=tuple(site.report_item(path) for path in archive.newest[:NEWEST]),
        all_reports=Link(words("home.all-reports"), routes.listing("reports"), count=len(archive.reports)),
        figures=choose_figures(site),
    )


def choose_figures(site: Site) -> tuple[Figure, ...]:
    """Return a few figures of the newest reports, of as many reports and themes as there are."""
    themes: set[ThemeId] = set()
    places: dict[PlaceId, int] = {}
    chosen: list[Figure] = []
    for turn in range(FIGURES):
        for path in site.archive.newest[:_REPORTS_FOR_FIGURES]:
            entry = site.archive.reports[path]
            if len(chosen) == FIGURES or places.get(entry.place.id, 0) > turn:
                continue
            stats = choose_key_stats(entry.report, KEY_FIGURES)
            stat = next((stat for stat in stats if stat.theme not in themes), None)
            if stat:
                themes.add(stat.theme)
                places[entry.place.id] = places.get(entry.place.id, 0) + 1
                chosen.append(site.figure(site.stat_ref(entry, stat)))
    return tuple(chosen)


def _places(site: Site) -> tuple[LinkGroup, ...]:
    """Return each county with its townships; a place without any above it heads itself."""
    groups = []
    for place, entry in site.archive.places.items():
        leaves = tuple(site.child_link(child) for child in entry.children if not site.archive.places[child].children)
        if leaves or not (entry.children or entry.chain):
            above = "".join(site.archive.places[p].place.name for p in entry.chain)
            groups.append(LinkGroup(Link(entry.label, site.routes.place(place), note=above), leaves))
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
