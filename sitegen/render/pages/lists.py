"""Pages that list records of one kind."""

from collections.abc import Iterable

from sitegen.archive import BulletinEntry
from sitegen.archive.by_year import year_of
from sitegen.model.terms import PlaceId, SeriesId
from sitegen.render.context import Site
from sitegen.render.page import PageKind
from sitegen.render.pages.bulletin import name_bulletin
from sitegen.render.variables import ListPage, PageView, PlaceListPage
from sitegen.render.views import Link, LinkGroup, PlaceBranch

PLACES = 1000
"""Places up to which the list of places shows townships."""
BULLETINS = 500
"""Bulletins on their list; every bulletin is also found by its reports."""
TOGETHER = 40
"""Bulletins up to which they are not divided by years."""
SHARED, ALONE = 300, 60
"""Practices of several places on their list, and of one place under one subject; every practice is also found by the
reports that name it."""

_COUNTED = {
    "themes": "count.of-reports",
    "indicators": "count.of-values",
    "practices": "count.of-places",
    "bulletins": "count.of-reports",
}


def _page(site: Site, kind: PageKind, listed: str) -> PageView:
    words = site.words
    return site.page(
        kind,
        site.routes.listing(listed),
        words(f"list.{listed}.heading"),
        description=words(f"list.{listed}.intro"),
        crumbs=(site.home_crumb(),),
    )


def show_places(site: Site) -> PlaceListPage:
    """Return the variables of the list of places."""
    places = site.archive.places
    depth = 3 if len(places) <= PLACES else 2

    def branch(place: PlaceId, below: int) -> PlaceBranch:
        children = places[place].children if below > 1 else ()
        return PlaceBranch(
            site.child_link(place),
            places[place].place.level.value,
            tuple(branch(child, below - 1) for child in children),
        )

    return PlaceListPage(
        site=site.view(),
        page=_page(site, PageKind.PLACES, "places"),
        branches=tuple(branch(root, depth) for root in site.archive.roots),
    )


def show_themes(site: Site) -> ListPage:
    """Return the variables of the list of subjects."""
    links = (
        Link(site.theme_label(t), site.routes.theme(t), note=site.theme_covers(t), count=len(e.stating))
        for t, e in site.archive.themes.items()
    )
    return _listing(site, "themes", (LinkGroup(None, tuple(links)),))


def show_indicators(site: Site) -> ListPage:
    """Return the variables of the list of indicators: those that most places report first, then by subject."""
    words, indicators = site.words, site.archive.indicators
    shared = sorted((i for i in indicators if len(indicators[i].places) > 1), key=lambda i: -len(indicators[i].places))
    groups = [LinkGroup(Link(words("list.indicators.shared"), ""), tuple(_indicator_link(site, i) for i in shared))]
    for theme, entry in site.archive.themes.items():
        alone = tuple(_indicator_link(site, i) for i in entry.indicators if len(indicators[i].places) < 2)
        groups.append(LinkGroup(site.theme_link(theme), alone))
    return _listing(site, "indicators", groups)


def _indicator_link(site: Site, series: SeriesId) -> Link:
    entry = site.archive.indicators[series]
    places = len(entry.places)
    note = site.words("count.of-places", count=places) if places > 1 else ""
    return Link(site.series_name(series), site.routes.indicator(series), note=note, count=entry.value_count)


def show_practices(site: Site) -> ListPage:
    """Return the variables of the list of practices: those of several places, then of several reports, by subject."""
    words, practices = site.words, site.archive.practices
    shared = tuple(site.practice_link(p) for p, entry in practices.items() if len(entry.places) > 1)
    again = {p: entry for p, entry in practices.items() if len(entry.places) == 1 and len(entry.uses) > 1}
    alone = {p: entry.theme for p, entry in practices.items() if len(entry.uses) == 1}
    repeated = tuple(
        Link(site.practice_name(p), site.routes.practice(p), note=site.place_label(entry.places[0]))
        for p, entry in again.items()
    )
    groups = [
        LinkGroup(Link(words("list.practices.shared"), ""), _bound(site, shared, SHARED)),
        LinkGroup(Link(words("list.practices.repeated"), ""), _bound(site, repeated, ALONE)),
    ]
    for theme in (*site.archive.themes, None):
        own = tuple(site.practice_link(p) for p, its_theme in alone.items() if its_theme == theme)
        heading = site.theme_link(theme) if theme else Link(words("list.practices.no-theme"), "")
        groups.append(LinkGroup(heading, _bound(site, own, ALONE)))
    return _listing(site, "practices", groups)


def _bound(site: Site, links: tuple[Link, ...], most: int) -> tuple[Link, ...]:
    """Return links up to a number, with a last one that says how many more there are and where to look for them."""
    if len(links) <= most:
        return links
    more = Link(site.words("list.practices.more", count=len(links) - most), site.routes.search())
    return (*links[:most], more)


def show_bulletins(site: Site) -> ListPage:
    """Return the variables of the list of bulletins, the newest first; by year where they are many."""
    archive = site.archive
    age = {path: number for number, path in enumerate(archive.newest)}
    entries = sorted(archive.open_bulletins, key=lambda entry: min(age[path] for path in entry.reports))
    shown = entries[:BULLETINS]
    if len(shown) <= TOGETHER:
        groups = [LinkGroup(None, tuple(_bulletin(site, entry) for entry in shown))]
    else:
        years: dict[int | None, list[Link]] = {}
        for entry in shown:
            year = year_of(archive.reports[min(entry.reports, key=age.__getitem__)])
            years.setdefault(year, []).append(_bulletin(site, entry))
        groups = [LinkGroup(Link(site.words.year(year), ""), tuple(links)) for year, links in years.items()]
    more = len(entries) - len(shown)
    return _listing(site, "bulletins", groups, more=site.words("list.bulletins.more", count=more) if more else "")


def _bulletin(site: Site, entry: BulletinEntry) -> Link:
    said = (entry.bulletin.publication, site.words.date(entry.bulletin.published))
    note = site.words("join.parts").join(part for part in said if part)
    return Link(name_bulletin(site, entry), site.routes.bulletin(entry.bulletin.stem), note, len(entry.reports))


def _listing(site: Site, listed: str, groups: Iterable[LinkGroup], more: str = "") -> ListPage:
    return ListPage(
        site=site.view(),
        page=_page(site, PageKind.LISTING, listed),
        intro=site.words(f"list.{listed}.intro"),
        groups=tuple(group for group in groups if group.links),
        counted=_COUNTED[listed],
        more=more,
        empty=site.words("list.empty"),
    )
