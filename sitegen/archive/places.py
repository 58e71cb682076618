"""Which place a report belongs to, the tree of places, and names that tell them apart."""

from collections import Counter
from collections.abc import Iterable, Mapping

from sitegen.lexicon.gazetteer import PREFECTURE, load_gazetteer
from sitegen.model.place import Place, PlaceLevel
from sitegen.model.report import Report
from sitegen.model.terms import PlaceId

_LEVELS = (PlaceLevel.PROVINCE, PlaceLevel.COUNTY, PlaceLevel.TOWNSHIP)


def settle_places(reports: Iterable[Report], known: Iterable[Place]) -> tuple[dict[str, Place], dict[PlaceId, Place]]:
    """Return the place of every full name that a report states or a record has, and all places by id.

    A name without a record in ``content/places/`` is looked up in the division table, which also gives the places
    above it; one that the table does not have either gets its record from the report's path, which is made of the
    place's id.
    """
    by_id = {place.id: place for place in sorted(known, key=lambda p: p.id)}
    by_name = {place.full_name: place for place in by_id.values()}
    missing = sorted((r.place, r.path) for r in reports if r.place and r.place not in by_name)
    for name, path in missing:
        if name in by_name:
            continue
        for place in _look_up(name) or (_place_from_path(name, path, by_name.values()),):
            by_id.setdefault(place.id, place)
            by_name.setdefault(place.full_name, by_id[place.id])
            settled = by_id[place.id]
        by_name[name] = settled
    return by_name, by_id


def _look_up(full_name: str) -> tuple[Place, ...]:
    """Return the places above the one of a full name and that place itself; nothing where the table does not know."""
    table = load_gazetteer()
    division = table.by_full_name(full_name)
    if division is None or len(division.code) == PREFECTURE:
        return ()
    place = table.place_of(division)
    return (*table.places_above(place), place)


def _place_from_path(full_name: str, path: str, known: Iterable[Place]) -> Place:
    parts = path.split("/")[:-1]
    parts = [part for part in parts if not part.startswith("dept-")] or ["unnamed"]
    place_id = PlaceId("/".join(parts))
    above = [p.full_name for p in known if full_name.startswith(p.full_name) and p.full_name != full_name]
    name = full_name.removeprefix(max(above, key=len, default=""))
    return Place(id=place_id, name=name, full_name=full_name, level=_LEVELS[min(len(parts), 3) - 1])


def places_above(place: Place, by_id: Mapping[PlaceId, Place]) -> tuple[Place, ...]:
    """Return the known places above one, the province first."""
    chain: list[Place] = []
    parent = place.parent
    while parent:
        if parent in by_id:
            chain.insert(0, by_id[parent])
        head, _, _ = parent.rpartition("/")
        parent = PlaceId(head) if head else None
    return tuple(chain)


def order_places(places: Iterable[Place]) -> list[Place]:
    """Return places by division code, those without one last, by id."""
    return sorted(places, key=lambda p: (p.code is None, p.code or "", p.id))


def label_places(places: Iterable[Place]) -> dict[PlaceId, str]:
    """Return a name for each place that no other of them has.

    A name that stands alone stays as it is; otherwise the words of the full name before it follow in brackets, and
    the division code or the id where even those are the same.
    """
    places = tuple(places)
    names = Counter(place.name for place in places)
    wider = {p.id: p.name if names[p.name] == 1 else _with_words_above(p) for p in places}
    again = Counter(wider.values())
    return {p.id: wider[p.id] if again[wider[p.id]] == 1 else f"{p.name}（{p.code or p.id}）" for p in places}


def _with_words_above(place: Place) -> str:
    above = place.full_name.removesuffix(place.name)
    return f"{place.name}（{above}）" if above and above != place.full_name else place.name


def count_namesakes(place: Place) -> int:
    """Return how many places of its level the division table has by the name of one that it has, itself included.

    0 where the table does not have this place, or has it by another name: then nothing sure can be said.
    """
    if not place.code:
        return 0
    alike = [d for d in load_gazetteer().named(place.name) if d.name == place.name and len(d.code) == len(place.code)]
    return len(alike) if any(division.code == place.code for division in alike) else 0
