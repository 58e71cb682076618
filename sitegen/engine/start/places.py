"""A place as somebody types it, settled through the division table, and its files."""

from collections.abc import Collection, Iterable
from pathlib import Path

from sitegen.engine.start.refusal import RefusedError, refuse
from sitegen.engine.start.write import Started, start_files
from sitegen.lexicon.gazetteer import COUNTY, PREFECTURE, PROVINCE, TOWNSHIP, Division, load_gazetteer
from sitegen.lexicon.place_names import bare_name, load_place_words, short_name
from sitegen.lexicon.unlisted import unlisted_township
from sitegen.model.place import Place, PlaceLevel
from sitegen.model.terms import PlaceId
from sitegen.problems.near import find_nearest
from sitegen.problems.words import Words
from sitegen.store.content import find_files
from sitegen.store.places import read_place, write_place

_LEVEL_OF_CODE = {PROVINCE: PlaceLevel.PROVINCE, COUNTY: PlaceLevel.COUNTY, TOWNSHIP: PlaceLevel.TOWNSHIP}


class UnsettledPlaceError(RefusedError):
    """A name is that of several places or of none; ``candidates`` are those that may be meant, the likeliest first."""

    def __init__(self, reason: Words, candidates: tuple[Place, ...]) -> None:
        super().__init__(reason)
        self.candidates = candidates


def read_places(content: Path) -> tuple[Place, ...]:
    """Return the places that have a file in a content folder, by id; files with errors are for ``check`` to name."""
    root = content / "places"
    found = []
    for path in sorted(find_files(root, ".md")) if root.is_dir() else ():
        place_id = PlaceId(path.relative_to(root).as_posix().removesuffix(".md"))
        place, _ = read_place(path.read_text(encoding="utf-8", errors="replace"), path.as_posix(), place_id)
        found += [place] if place else []
    return tuple(found)


def settle_place(typed: str, known: Collection[Place], *, levels: Collection[PlaceLevel] = tuple(PlaceLevel)) -> Place:
    """Return the one place that somebody means; an archive's own counties go before the rest of the country.

    Args:
        typed: A name, whole or shortened, an id or a division code: ``嘉善县西塘镇``, ``西塘镇``, ``嘉善``.
        known: The places of the archive.
        levels: What sort of place is asked for.

    Raises:
        UnsettledPlaceError: if there is no such place or more than one.
    """
    found = tuple(place for place in find_places(typed, known) if place.level in levels)
    if len(found) == 1:
        return found[0]
    own = _inside(found, known)
    if len(own) == 1:
        return own[0]
    if found:
        reason = Words(
            "'{typed}' may be {count} places; write one of them in full:{names}",
            "“{typed}”可能是 {count} 个地方，请写其中一个的全称：{names}",
        )
        names = "".join(f"\n  {place.full_name}" for place in found)
        raise UnsettledPlaceError(reason.fill(typed=typed, count=len(found), names=names), found)
    raise UnsettledPlaceError(_explain_unknown(typed, known, levels), ())


def find_places(typed: str, known: Collection[Place]) -> tuple[Place, ...]:
    """Return all places that a name may mean, those in an archive's own counties first, then by division code."""
    typed = "".join(typed.split())
    table = load_gazetteer()
    exact = next((place for place in known if typed in (place.full_name, place.id)), None)
    if exact:
        return (exact,)
    division = _by_id(typed) if "/" in typed else table.by_code(typed) or table.by_full_name(typed)
    if division and len(division.code) != PREFECTURE:
        return (_with_record(table.place_of(division, _own_name(typed, division)), known),)
    found: dict[PlaceId, Place] = {}
    for cut in range(len(typed)):
        for row in _called(typed[cut:]):
            if len(row.code) != PREFECTURE and _answers(row, typed[:cut]):
                place = _with_record(table.place_of(row, typed[cut:]), known)
                found.setdefault(place.id, place)
    for place in known:
        if place.full_name.endswith(typed) and typed.endswith(place.name):
            found.setdefault(place.id, place)
    own = {place.id for place in _inside(found.values(), known)}
    return tuple(sorted(found.values(), key=lambda place: (place.id not in own, place.code or "~", place.id)))


def unlisted_place(typed: str, known: Collection[Place]) -> Place:
    """Return a township that the division table does not have, from its name with its county before it.

    Raises:
        RefusedError: if no county stands before it, or the table has it.
    """
    typed = "".join(typed.split())
    table = load_gazetteer()
    if table.by_full_name(typed):
        raise refuse(
            "the division table has '{typed}'; leave --unlisted out",
            "行政区划表里有“{typed}”，不用写 --unlisted",
            typed=typed,
        )
    for cut in range(len(typed) - 1, 1, -1):
        counties = [place for place in find_places(typed[:cut], known) if place.level is PlaceLevel.COUNTY]
        division = table.by_code(counties[0].code) if len(counties) == 1 and counties[0].code else None
        if division:
            return unlisted_township(table, division, typed[cut:])
    raise refuse(
        "no county stands before '{typed}'; write it in full, from the province down",
        "“{typed}”前面没有写明县，请从省写起",
        typed=typed,
    )


def place_files(content: Path, place: Place) -> dict[Path, str]:
    """Return the files of a place and of the county and province above it, by path."""
    every = (*load_gazetteer().places_above(place), place)
    return {content / "places" / f"{one.id}.md": write_place(one) for one in every}


def start_place(content: Path, place: Place) -> Started:
    """Write a place's file, and those of its county and province where they are missing.

    Raises:
        RefusedError: if the place has a file.
    """
    files = place_files(content, place)
    main = content / "places" / f"{place.id}.md"
    return start_files(main, files.pop(main), files)


def _by_id(place_id: str) -> Division | None:
    table = load_gazetteer()
    rows = (row for code in table.codes() if len(code) != PREFECTURE and (row := table.by_code(code)))
    return next((row for row in rows if table.id_of(row) == place_id), None)


def _own_name(typed: str, division: Division) -> str:
    """Return the part of what was typed that is the place's own name, with the ethnic part that the table leaves out.

    A code or a name that is not spelled so gives the table's name.
    """
    own = next((typed[cut:] for cut in range(len(typed)) if bare_name(typed[cut:]) == bare_name(division.name)), "")
    return own or division.name


def _called(name: str) -> tuple[Division, ...]:
    """Return the divisions of a name, also where its suffix is left out: 西塘, 嘉善."""
    table = load_gazetteer()
    suffixes = [suffix for suffix, _ in load_place_words().township_suffixes]
    townships = [row for suffix in suffixes for row in table.named(name + suffix) if len(row.code) == TOWNSHIP]
    return tuple({row.code: row for row in (*table.named(name), *table.called(name), *townships)}.values())


def _answers(division: Division, above: str) -> bool:
    """Whether what stands before a name is names of what holds it, in order, whole or short, some left out."""
    table = load_gazetteer()
    for level in (PROVINCE, PREFECTURE, COUNTY):
        part = table.above(division, level)
        if part is None:
            continue
        for form in (part.name, bare_name(part.name), short_name(part.name)):
            if above.startswith(form):
                above = above.removeprefix(form)
                break
    return not above


def _inside(places: Iterable[Place], known: Collection[Place]) -> tuple[Place, ...]:
    """Return those of the places that an archive has or whose county it has."""
    counties = {place.id for place in known if place.level is PlaceLevel.COUNTY}
    own = {place.id for place in known}
    return tuple(place for place in places if place.id in own or place.parent in counties)


def _with_record(place: Place, known: Collection[Place]) -> Place:
    """Return the archive's own record of a place where it has one, whose name an editor may have settled."""
    return next((own for own in known if own.id == place.id), place)


def _explain_unknown(typed: str, known: Collection[Place], levels: Collection[PlaceLevel]) -> Words:
    near = _nearest("".join(typed.split()), known, levels)
    hint = Words("; did you mean {near}?", "；是不是{near}？").fill(near=near) if near else Words("", "")
    return Words(
        "the division table has no place '{typed}'{hint} Write it in full, from the province down",
        "行政区划表里没有“{typed}”{hint}请写全称，从省写起",
    ).fill(typed=typed, hint=hint if near else Words(".", "。"))


def _nearest(typed: str, known: Collection[Place], levels: Collection[PlaceLevel]) -> str | None:
    """Return the full name that is probably meant: in a county that is named, else in one of the archive's."""
    table = load_gazetteer()
    counties = {place.code for place in known if place.level is PlaceLevel.COUNTY}
    for cut in range(len(typed) - 1, 1, -1):
        named = [row.code for row in _called(typed[:cut]) if len(row.code) == COUNTY]
        if named:
            counties = {*named}
            break
    names: dict[str, Division] = {}
    for code in sorted(filter(None, counties)):
        county = table.by_code(code)
        for row in (*([county] if county else ()), *table.townships_of(code)):
            above = county.name if county and county is not row else ""
            names |= dict.fromkeys((table.full_name(row), above + row.name, row.name), row)
    near = find_nearest(typed, (name for name, row in names.items() if _LEVEL_OF_CODE[len(row.code)] in levels))
    return table.full_name(names[near]) if near else None
