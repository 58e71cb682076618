"""The place that is probably meant by a name that no place has."""

from collections.abc import Iterator
from functools import lru_cache

from sitegen.checks.subject import Known
from sitegen.lexicon.gazetteer import COUNTY, PREFECTURE, PROVINCE, TOWNSHIP, Division, Gazetteer, load_gazetteer
from sitegen.lexicon.misspelt import index_names
from sitegen.lexicon.place_names import bare_name, load_place_words, split_township
from sitegen.lexicon.place_signs import counties_named
from sitegen.model.place import PlaceLevel
from sitegen.problems.near import count_edits

_MOST_WRONG = 2
"""Characters of the names above a place that may be wrong, where the rest is right."""


def find_near_place(name: str, known: Known) -> str | None:
    """Return the full name that is meant, None where nothing is or where it may be one of several.

    Asked in this order: former names in ``content/places/``; a name in the county that is printed, whose former name
    counts too: with another suffix or none, or misspelt; the only place of the name in the prefecture or province that
    is printed; a misspelling in the names above it; a misspelt name of a known place.
    """
    name = "".join(name.split())
    gazetteer = load_gazetteer()
    own = {bare_name(full): full for full in known.places}  # the archive's spelling, with the ethnic part of a name
    for finder in (_by_former_name, _in_county, _in_neighbourhood, _with_wrong_head):
        found = {own.get(bare_name(full), full) for full in finder(name, known, gazetteer)} - {name}
        if found:
            return found.pop() if len(found) == 1 else None
    return index_names(known.places).find(name)


def _by_former_name(name: str, known: Known, gazetteer: Gazetteer) -> Iterator[str]:
    for place in known.places.values():
        above = place.full_name.removesuffix(place.name)
        if any(name == former or _is_tail(name, above + former) for former in place.former_names):
            yield place.full_name


def _in_county(name: str, known: Known, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield what a name in a county may mean: ``嘉善县西塘``, ``嘉善区西塘镇``; or the county itself."""
    for county, rest in _divide(name, gazetteer):
        if not rest:
            yield gazetteer.full_name(county)
            continue
        rows = gazetteer.townships_of(county.code)
        stem = split_township(rest)[0]
        same = [row for row in rows if split_township(row.name)[0] in (stem, rest)]
        if not same:
            meant = index_names(bare_name(row.name) for row in rows).find(bare_name(rest))
            same = [row for row in rows if bare_name(row.name) == meant]
        exact = [row for row in same if bare_name(row.name) == bare_name(rest)]
        yield from (gazetteer.full_name(row) for row in exact or same)
        yield from _misspelt_own(county, rest, known, gazetteer)


def _misspelt_own(county: Division, rest: str, known: Known, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield the archive's own place of a county, one that the division table does not have."""
    above = gazetteer.full_name(county)
    own = {place.name for place in known.places.values() if place.full_name == above + place.name}
    if meant := index_names(own).find(rest):
        yield above + meant


def _in_neighbourhood(name: str, known: Known, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield the only township or county of a name in the prefecture, else province, that is printed before it."""
    own = [row for cut in range(1, len(name) - 1) for row in gazetteer.named(name[cut:])]
    rows = [row for row in own if len(row.code) in (COUNTY, TOWNSHIP)]
    for level in (PREFECTURE, PROVINCE):
        near = [row for row in rows if _stands_before(name, row, level, gazetteer)]
        if near:
            yield from (gazetteer.full_name(row) for row in near)
            return


def _with_wrong_head(name: str, known: Known, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield the place whose end is printed right, with a slip in the names above it: ``加兴市嘉善县西塘镇``."""
    for cut in range(1, len(name) - 3):
        row = gazetteer.by_full_name(name[cut:])
        if row and len(row.code) in (COUNTY, TOWNSHIP):
            full = gazetteer.full_name(row)
            if count_edits(name, full, _MOST_WRONG) <= _MOST_WRONG:
                yield full


def _divide(name: str, gazetteer: Gazetteer) -> Iterator[tuple[Division, str]]:
    """Yield the county that a name begins with, under its name of today or a former one, and what follows it."""
    for end in range(len(name), 2, -1):
        county = gazetteer.by_full_name(name[:end]) or _former_county(name[:end], gazetteer)
        if county and len(county.code) == COUNTY:
            yield county, name[end:]
            return


def _former_county(name: str, gazetteer: Gazetteer) -> Division | None:
    """Return the county of today that a full name of a former one stands for."""
    found = {
        row
        for cut in range(max(len(name) - 1, 0))
        for row in counties_named(name[cut:])
        if _is_head_of(name[:cut], row, gazetteer)
    }
    return found.pop() if len(found) == 1 else None


def _is_head_of(head: str, row: Division, gazetteer: Gazetteer) -> bool:
    """Whether names before a county's own are names of what holds it, some left out."""
    for level in (PROVINCE, PREFECTURE):
        part = gazetteer.above(row, level)
        if part:
            head = head.removeprefix(part.name)
    return not head


def _stands_before(name: str, row: Division, level: int, gazetteer: Gazetteer) -> bool:
    part = gazetteer.above(row, level)
    own = next((name[:cut] for cut in range(len(name)) if bare_name(name[cut:]) == bare_name(row.name)), "")
    return part is not None and part.name in own


def _is_tail(name: str, full_name: str) -> bool:
    """Whether a name is a full name whose first parts may be left out."""
    return len(name) > 3 and full_name.endswith(name)


def find_level(name: str, known: Known) -> int:
    """Return the level of the place that a village or another place lies in, 0 where there is none that is known."""
    ends = range(len(name), 2, -1)
    if any(place.level is PlaceLevel.TOWNSHIP for end in ends if (place := known.places.get(name[:end]))):
        return TOWNSHIP
    return _find_level_in_table(name)


@lru_cache(maxsize=1 << 14)
def _find_level_in_table(name: str) -> int:
    for end in range(len(name), 2, -1):
        row = load_gazetteer().by_full_name(name[:end])
        if row and len(row.code) in (COUNTY, TOWNSHIP):
            return len(row.code)
    return 0


def find_near_village(name: str, known: Known) -> str | None:
    """Return the full name that is meant by that of a place, or of a village in a misspelt township."""
    suffixes = tuple(suffix for suffix, _ in load_place_words().township_suffixes)
    for end in range(len(name), 2, -1):
        if (end == len(name) or name[:end].endswith(suffixes)) and (near := find_near_place(name[:end], known)):
            return near + name[end:]
    return None
