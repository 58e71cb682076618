"""Signs of places in running text, and what counties were called before."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from sitegen.lexicon.files import read_words
from sitegen.lexicon.gazetteer import COUNTY, Division, load_gazetteer
from sitegen.lexicon.place_names import load_place_words, short_name


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSigns:
    """The words of ``place_signs.yaml``, which says what each is for."""

    common_ends: tuple[str, ...]
    common_continuations: Mapping[str, tuple[str, ...]]
    common_units: frozenset[str]
    other_names: tuple[str, ...]
    elsewhere_before: tuple[str, ...]
    elsewhere_after: tuple[str, ...]
    former_provinces: Mapping[str, str]
    own_after: tuple[str, ...]
    honours: tuple[str, ...]
    issuing_bodies: tuple[str, ...]
    village_ends: tuple[str, ...]
    village_leads: tuple[str, ...]
    sets_of_villages: tuple[str, ...]
    goes_on: tuple[str, ...]
    rank_verbs: tuple[str, ...]
    ranks: tuple[str, ...]
    not_villages: tuple[str, ...]
    not_after_village: tuple[str, ...]
    common_villages: tuple[str, ...]
    whole_township: tuple[str, ...]
    wider_areas: Mapping[str, str]
    among: tuple[str, ...]
    speakers: tuple[str, ...]
    departments: tuple[str, ...]
    publishers: tuple[str, ...]
    department_ends: tuple[str, ...]
    zone_ends: tuple[str, ...]
    zone_kinds: tuple[str, ...]
    county_words: tuple[str, ...]
    province_signs: Mapping[str, tuple[str, ...]]
    province_regions: Mapping[str, tuple[str, ...]]
    common_shorts: frozenset[str]
    province_letters: Mapping[str, str]
    media: tuple[str, ...]


@cache
def load_place_signs() -> PlaceSigns:
    """Return the words of ``place_signs.yaml``."""
    words = read_words("place_signs.yaml")
    return PlaceSigns(
        common_ends=tuple(words["common_ends"]),
        common_continuations={end: tuple(after) for end, after in words["common_continuations"].items()},
        common_units=frozenset(words["common_units"]),
        other_names=tuple(words["other_names"]),
        elsewhere_before=tuple(words["elsewhere_before"]),
        elsewhere_after=tuple(words["elsewhere_after"]),
        former_provinces=dict(words["former_provinces"]),
        own_after=tuple(words["own_after"]),
        honours=tuple(words["honours"]),
        issuing_bodies=tuple(sorted(words["issuing_bodies"], key=lambda word: (-len(word), word))),
        village_ends=tuple(sorted(words["village_ends"], key=lambda word: (-len(word), word))),
        village_leads=tuple(words["village_leads"]),
        sets_of_villages=tuple(words["sets_of_villages"]),
        goes_on=tuple(words["goes_on"]),
        rank_verbs=tuple(words["rank_verbs"]),
        ranks=tuple(words["ranks"]),
        not_villages=tuple(words["not_villages"]),
        not_after_village=tuple(words["not_after_village"]),
        common_villages=tuple(words["common_villages"]),
        whole_township=tuple(words["whole_township"]),
        wider_areas=dict(words["wider_areas"]),
        among=tuple(words["among"]),
        speakers=tuple(words["speakers"]),
        departments=tuple(sorted(set(words["departments"]), key=lambda word: (-len(word), word))),
        publishers=tuple(words["publishers"]),
        department_ends=tuple(words["department_ends"]),
        zone_ends=tuple(sorted(words["zone_ends"], key=lambda word: (-len(word), word))),
        zone_kinds=tuple(words["zone_kinds"]),
        county_words=tuple(words["county_words"]),
        province_signs={name: tuple(signs) for name, signs in words["province_signs"].items()},
        province_regions={name: tuple(signs) for name, signs in words["province_regions"].items()},
        common_shorts=frozenset(words["common_shorts"]),
        province_letters=dict(words["province_letters"]),
        media=tuple(words["media"]),
    )


@lru_cache(maxsize=1 << 16)
def counties_named(printed: str) -> tuple[Division, ...]:
    """Return the counties of today that a printed name of a county stands for; empty where it is none.

    First those that bear the name, else those that bore it (``former_names.yaml``), else those whose name differs in
    its last characters only: 江都市 is 江都区 today.
    """
    gazetteer = load_gazetteer()
    own = tuple(row for row in gazetteer.named(printed) if len(row.code) == COUNTY)
    if own or (former := _former_names().get(printed, ())):
        return own or former
    if not printed.endswith(load_place_words().unit_suffixes) or gazetteer.named(printed):
        return ()  # 南昌市 is a prefecture, and no 南昌县
    return tuple(row for row in gazetteer.called(short_name(printed)) if len(row.code) == COUNTY)


@cache
def former_names_of(county: Division) -> tuple[str, ...]:
    """Return the names that a county went by before, as ``former_names.yaml`` lists them, without what holds it."""
    return tuple(name for name, rows in _former_names().items() if county in rows)


@cache
def _former_names() -> dict[str, tuple[Division, ...]]:
    gazetteer = load_gazetteer()
    found: dict[str, tuple[Division, ...]] = {}
    for now, before in read_words("former_names.yaml").items():
        county = gazetteer.by_full_name(now)
        if county is None:
            raise ValueError(f"former_names.yaml: the division table has no {now}")
        for name in before:
            found[name] = (*found.get(name, ()), county)
    return found
