"""Places that reports name, and the files of places."""

from sitegen.checks.finding import Finding, Findings
from sitegen.checks.near_places import find_level, find_near_place, find_near_village
from sitegen.checks.subject import Known, Subject
from sitegen.lexicon.gazetteer import PREFECTURE, TOWNSHIP, load_gazetteer
from sitegen.lexicon.place_names import bare_name
from sitegen.model.content import Content
from sitegen.model.terms import PlaceId


def check_place(subject: Subject, known: Known) -> Findings:
    """Find a place that neither ``content/places/`` nor the division table has, or that is not written in full."""
    name = subject.report.place
    if name is None or name in known.places:
        return
    gazetteer = load_gazetteer()
    division = gazetteer.by_full_name(name)
    if division is None:
        yield subject.finding("place-unknown", "place", place=name, near=find_near_place(name, known))
    elif bare_name(name) != bare_name(full := gazetteer.full_name(division)):
        yield subject.finding("place-short", "place", place=name, full_name=full)


def check_stat_places(subject: Subject, known: Known) -> Findings:
    """Find places of stats that lie in no county or township that there is; villages need not be known."""
    for number, stat in enumerate(subject.report.stats):
        level = TOWNSHIP if stat.place is None else find_level(stat.place, known)
        if stat.place is None or level == TOWNSHIP:
            continue
        near = find_near_village(stat.place, known)
        if near or not level:
            yield subject.finding("stat-place-unknown", "stats", number, "place", place=stat.place, near=near)


def find_place_id(name: str, known: Known) -> PlaceId | None:
    """Return the id of a place by its full name: from ``content/places/``, else from the division table."""
    if name in known.places:
        return known.places[name].id
    division = load_gazetteer().by_full_name(name)
    return load_gazetteer().id_of(division) if division and len(division.code) != PREFECTURE else None


def check_place_files(content: Content) -> Findings:
    """Find files of places whose county or province has none."""
    ids = {place.id for place in content.places}
    for place in content.places:
        if place.parent is not None and place.parent not in ids:
            yield Finding(code="place-parent-missing", file=f"places/{place.id}.md", values={"parent": place.parent})
