"""The page of a province, county or township."""

from sitegen.archive import PlaceEntry
from sitegen.archive.places import count_namesakes
from sitegen.model.terms import PlaceId
from sitegen.render.body import render_text
from sitegen.render.context import Site
from sitegen.render.described import describe_place
from sitegen.render.page import PageKind
from sitegen.render.pages.compare import offer_comparing
from sitegen.render.pages.notices import withdrawn_link
from sitegen.render.pages.place_reports import newest_below, shelve_reports
from sitegen.render.pages.series import chart_series, list_latest, set_side_by_side, tabulate_periods
from sitegen.render.variables import PlacePage
from sitegen.render.views import Fact
from sitegen.store.texts import place_file

PRACTICES = 40
SIBLINGS = 60


def show_place(site: Site, place_id: PlaceId) -> PlacePage:
    """Return the variables of a place's page."""
    archive, routes, words = site.archive, site.routes, site.words
    entry = archive.places[place_id]
    parent = entry.chain[-1] if entry.chain else None
    beside = archive.places[parent].children if parent else archive.roots
    side_by_side = set_side_by_side(site, entry.figures)
    series, more_series = chart_series(site, entry.figures)
    own, others = shelve_reports(site, entry)
    return PlacePage(
        site=site.view(),
        page=site.page(
            PageKind.PLACE,
            routes.place(place_id),
            site.place_name(place_id),
            title=site.place_full_name(place_id),
            description=words("place.description", place=site.place_full_name(place_id), count=entry.report_count),
            crumbs=site.place_crumbs(entry, with_itself=False),
            place=place_id,
            described=(describe_place(site, place_id),),
        ),
        level=entry.place.level.value,
        full_name=site.place_full_name(place_id),
        facts=_tell_place(site, entry),
        text=render_text(entry.place.text, site.dress(place_file(place_id))),
        children=tuple(site.child_link(child) for child in entry.children),
        named_alike=tuple(site.place_link(other) for other in site.namesakes[entry.place.name] if other != place_id),
        namesake_count=count_namesakes(entry.place),
        own=own,
        others=others,
        below=tuple(site.report_item(path) for path in newest_below(site, place_id)),
        time_table=tabulate_periods(site, entry.figures),
        series=series,
        more_series=more_series,
        side_by_side=side_by_side,
        latest=() if side_by_side else list_latest(site, entry.figures),
        compare=offer_comparing(site, entry),
        practices=tuple(site.practice_link(practice) for practice in entry.practices[:PRACTICES]),
        more_practices=max(0, len(entry.practices) - PRACTICES),
        siblings=tuple(site.child_link(other) for other in beside if other != place_id)[:SIBLINGS],
        parent=site.place_link(parent) if parent else None,
        withdrawn=tuple(withdrawn_link(site, path) for path in entry.withdrawn),
    )


def _tell_place(site: Site, entry: PlaceEntry) -> tuple[Fact, ...]:
    words, place = site.words, entry.place
    facts = [Fact(words("fact.full-name"), place.full_name)]
    facts += [Fact(words("fact.prefecture"), place.prefecture)] if place.prefecture else []
    facts += [Fact(words("fact.code"), place.code, code=True)] if place.code else []
    former = words("join.list").join(place.former_names)
    facts += [Fact(words("fact.former-names"), former)] if former else []
    return tuple(facts)
