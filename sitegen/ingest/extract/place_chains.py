"""Names that stand one after another, from the province down: 安徽省六安市金寨县 before 古碑镇."""

from sitegen.lexicon.gazetteer import COUNTY, PROVINCE, TOWNSHIP, Division, load_gazetteer
from sitegen.lexicon.place_signs import counties_named, load_place_signs

LONGEST_NAME = 18
"""Characters of the longest name of a county or township, and some."""


def name_before(text: str, end: int) -> tuple[tuple[Division, ...], bool, int]:
    """Return the counties or prefectures whose name ends at ``end``, whether it is a short form, and its beginning.

    Of several that bear the name, those remain that are of the prefecture or province printed before it. A zone between
    the two, which is run together with the township, is passed over: 昆山高新区（玉山镇）.
    """
    rows, short, start = _nearest_name(text, end)
    if not rows and (before := _before_zone(text[:end])) < end:
        rows, short, start = _nearest_name(text, before)
    return of_the_named(rows, text, start), short, start


def chain_start(text: str, start: int) -> int:
    """Return where the names begin that stand one after another up to ``start``: 安徽省六安市金寨县."""
    rows, _, above = _nearest_name(text, start)
    return chain_start(text, above) if rows else start


def of_the_named(rows: tuple[Division, ...], text: str, start: int) -> tuple[Division, ...]:
    """Return those of some divisions that what is named right before ``start`` holds; all where that says nothing.

    Those of a province that is named otherwise are none: 四川省中江县仓山区 is not the 仓山区 of 福建.
    """
    upper, short, _ = _nearest_name(text, start)
    held = tuple(row for row in rows if any(row.code.startswith(above.code) for above in upper))
    if held or not upper or short:
        return held or rows
    provinces = {above.code[:PROVINCE] for above in upper}
    return tuple(row for row in rows if not provinces.isdisjoint(_provinces(row)))


def _provinces(row: Division) -> set[str]:
    """Return the codes of the province that holds a division and of the one that did before it was made."""
    gazetteer = load_gazetteer()
    now = gazetteer.above(row, PROVINCE) or row
    former = load_place_signs().former_provinces.get(now.name, "")
    return {now.code, *(above.code for above in gazetteer.named(former) if former)}


def _before_zone(before: str) -> int:
    """Return where the name of a zone begins that ends in an opening bracket, less the words for its kind."""
    signs = load_place_signs()
    zone = before[:-1]
    if not before.endswith(("（", "(")) or not zone.endswith(signs.zone_ends):
        return len(before)
    zone = zone.removesuffix(next(end for end in signs.zone_ends if zone.endswith(end)))
    while kind := next((kind for kind in signs.zone_kinds if zone.endswith(kind)), ""):
        zone = zone.removesuffix(kind)
    return len(zone)


def _nearest_name(text: str, end: int) -> tuple[tuple[Division, ...], bool, int]:
    """Return the divisions above townships whose name ends at ``end``, whether it is a short form, its beginning."""
    gazetteer, signs = load_gazetteer(), load_place_signs()
    for length in range(min(LONGEST_NAME, end), 1, -1):
        name = text[end - length : end]
        upper = tuple(row for row in gazetteer.named(name) if len(row.code) < TOWNSHIP)
        if rows := (upper or counties_named(name)):
            return rows, False, end - length
    for length in range(min(LONGEST_NAME, end), 1, -1):
        name = text[end - length : end]
        rows = tuple(row for row in gazetteer.called(name) if len(row.code) <= COUNTY)
        if rows and name not in signs.common_units:
            return rows, True, end - length
    return (), False, end
