"""The page of a province, county or township."""

from collections.abc import Iterable

from sitegen.archive import FigureRow, PlaceEntry, StatRef
from sitegen.model.period import Period
from sitegen.model.terms import PlaceId
from sitegen.render.body import render_text
from sitegen.render.context import Site
from sitegen.render.page import PageKind
from sitegen.render.variables import PlacePage
from sitegen.render.views import Fact, FigureGroup, TimeRow, TimeTable

PERIODS = 3
"""Columns of the table of periods; older values are on the indicators' pages."""


def show_place(site: Site, place_id: PlaceId) -> PlacePage:
    """Return the variables of a place's page."""
    archive, routes, words = site.archive, site.routes, site.words
    entry = archive.places[place_id]
    parent = entry.chain[-1] if entry.chain else None
    beside = archive.places[parent].children if parent else archive.roots
    several = tuple(row for row in entry.figures if len(row.cells) > 1)
    single = tuple(row for row in entry.figures if len(row.cells) == 1)
    return PlacePage(
        site=site.view(),
        page=site.page(
            PageKind.PLACE,
            routes.place(place_id),
            entry.place.name,
            title=entry.place.full_name,
            description=words("place.description", place=entry.place.full_name, count=entry.report_count),
            crumbs=site.place_crumbs(entry, with_itself=False),
        ),
        level=entry.place.level.value,
        full_name=entry.place.full_name,
        facts=_tell_place(site, entry),
        text=render_text(entry.place.text),
        children=tuple(site.child_link(child) for child in entry.children),
        reports=tuple(site.report_item(path) for path in entry.reports),
        time_table=_tabulate(site, several) if several else None,
        latest=_latest_by_theme(site, single),
        practices=tuple(site.practice_link(practice) for practice in entry.practices),
        siblings=tuple(site.child_link(other) for other in beside if other != place_id),
        parent=site.place_link(parent) if parent else None,
    )


def _tell_place(site: Site, entry: PlaceEntry) -> tuple[Fact, ...]:
    words, place = site.words, entry.place
    facts = [Fact(words("fact.full-name"), place.full_name)]
    facts += [Fact(words("fact.prefecture"), place.prefecture)] if place.prefecture else []
    facts += [Fact(words("fact.code"), place.code, code=True)] if place.code else []
    former = words("join.list").join(place.former_names)
    facts += [Fact(words("fact.former-names"), former)] if former else []
    namesakes = [site.place_link(other) for other in site.namesakes[place.name] if other != place.id]
    facts += [Fact(words("fact.namesake"), link.text, link.address) for link in namesakes]
    return tuple(facts)


def _tabulate(site: Site, rows: Iterable[FigureRow]) -> TimeTable:
    """Return figures with a column for each of the newest periods; a row without a value in them is left out."""
    rows = tuple(rows)
    known = {cell.period for row in rows for cell in row.cells if cell.period}
    periods = sorted(known, key=lambda p: (p.last, p.first), reverse=True)[:PERIODS]
    made = []
    for row in rows:
        cells = tuple(tuple(site.figure(ref) for ref in _stats_of(row, period)) for period in periods)
        if any(cells):
            series = site.routes.indicator(row.series) if row.series else ""
            made.append(TimeRow(row.name, series, site.words.sort_of(row.cells[0].stats[0].stat), cells))
    return TimeTable(tuple(site.words.period(period) for period in periods), tuple(made))


def _stats_of(row: FigureRow, period: Period) -> Iterable[StatRef]:
    return next((cell.stats for cell in row.cells if cell.period == period), ())


def _latest_by_theme(site: Site, rows: Iterable[FigureRow]) -> tuple[FigureGroup, ...]:
    rows = tuple(rows)
    groups = []
    for theme in site.archive.themes:
        figures = tuple(site.figure(ref) for row in rows if row.theme == theme for ref in row.cells[0].stats)
        if figures:
            groups.append(FigureGroup(site.theme_link(theme), figures))
    return tuple(groups)
