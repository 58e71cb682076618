"""Which place a report belongs to, the tree of places, and names that tell them apart."""

from collections import Counter
from collections.abc import Iterable, Mapping

from sitegen.model.place import Place, PlaceLevel
from sitegen.model.report import Report
from sitegen.model.terms import PlaceId

_LEVELS = (PlaceLevel.PROVINCE, PlaceLevel.COUNTY, PlaceLevel.TOWNSHIP)


def settle_places(reports: Iterable[Report], known: Iterable[Place]) -> dict[str, Place]:
    """Return the place of every full name that a report states.

    A name without a record in ``content/places/`` gets one from the report's path, which is made of the place's id.
    """
    found = {place.full_name: place for place in known}
    missing = sorted((r.place, r.path) for r in reports if r.place and r.place not in found)
    for name, path in missing:
        if name not in found:
            place = _place_from_path(name, path, found.values())
            found[name] = place
    return found


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
