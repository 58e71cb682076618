"""Places that reports name, and the files of places."""

from sitegen.checks.finding import Finding, Findings
from sitegen.checks.subject import Known, Subject
from sitegen.lexicon.gazetteer import COUNTY, PREFECTURE, Gazetteer, load_gazetteer
from sitegen.model.content import Content
from sitegen.model.terms import PlaceId
from sitegen.problems.near import find_nearest


def check_place(subject: Subject, known: Known) -> Findings:
    """Find a place that neither ``content/places/`` nor the division table has, or that is not written in full."""
    name = subject.report.place
    if name is None or name in known.places:
        return
    gazetteer = load_gazetteer()
    division = gazetteer.by_full_name(name)
    if division is None:
        yield subject.finding("place-unknown", "place", place=name, near=_nearest(name, known, gazetteer))
    elif not _in_full(name, gazetteer.full_name(division)):
        full = gazetteer.full_name(division)
        yield subject.finding("place-short", "place", place=name, full_name=full)


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


def _in_full(name: str, full_name: str) -> bool:
    """Whether a name begins like the division table's: with the province."""
    return name[:2] == full_name[:2]


def _nearest(name: str, known: Known, gazetteer: Gazetteer) -> str | None:
    """A full name that is probably meant: of a township in the county that is printed, else of a known place."""
    for end in range(len(name) - 1, 2, -1):
        county = gazetteer.by_full_name(name[:end])
        if county and len(county.code) == COUNTY:
            names = [gazetteer.full_name(township) for township in gazetteer.townships_of(county.code)]
            return find_nearest(name, [*names, *known.places], likeness=0.7)
    return find_nearest(name, known.places, likeness=0.7)
