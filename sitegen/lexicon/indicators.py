"""Indicators that are compared across reports."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sitegen.lexicon.files import read_words
from sitegen.model.report import Series
from sitegen.model.terms import SeriesId, ThemeId

_FILE = "indicators.yaml"


@dataclass(frozen=True, slots=True)
class Family:
    """Indicators that are near each other and must not be taken for each other."""

    id: str
    why: str
    """Why they are not the same, in Chinese."""
    why_en: str
    members: tuple[SeriesId, ...]
    """Those of the lexicon; an archive's own indicators name their family."""


@dataclass(frozen=True, slots=True)
class NameRules:
    """What may be left off an indicator's name without changing what it measures."""

    verbs: tuple[str, ...]
    """Words of achievement in front: ``完成``, ``实现``; the longer first."""
    scopes: tuple[str, ...]
    """Words for the whole place or time in front: ``全镇``, ``全年``; the longer first."""
    endings: tuple[str, ...]
    """Empty words at the end: ``达``, ``共``, ``为``; the longer first."""
    cumulative: tuple[str, ...]
    """Words of the clause that make a number one counted from an earlier beginning: ``累计``."""
    added: tuple[str, ...]
    """Words of the clause that make a number an addition to others: ``净增``."""
    same_units: Mapping[str, str]
    """Units with one meaning, each to the first of its class: ``千米`` to ``公里``, ``名`` to ``人``."""
    unit_classes: Mapping[str, str]
    """The same, and units that are exact multiples of each other: also ``米`` to ``公里``. Their values may belong to
    one series, which shows each in its own unit."""


@cache
def load_series() -> tuple[Series, ...]:
    """Return the indicators of the genre that are compared across reports, by subject and id as in the file."""
    families = {str(member): family.id for family in load_families().values() for member in family.members}
    return tuple(
        Series(
            id=SeriesId(entry["id"]),
            name=entry["name"],
            unit=entry["unit"],
            theme=ThemeId(entry["theme"]),
            aliases=tuple(entry.get("aliases", ())),
            definition=entry["definition"],
            name_en=entry["name_en"],
            definition_en=entry.get("definition_en", ""),
            family=families.get(entry["id"], ""),
        )
        for entry in read_words(_FILE)["series"]
    )


@cache
def load_families() -> Mapping[str, Family]:
    """Return the families of indicators, by id."""
    return {
        entry["id"]: Family(entry["id"], entry["why"], entry["why_en"], tuple(map(SeriesId, entry["members"])))
        for entry in read_words("families.yaml")["families"]
    }


@cache
def load_name_rules() -> NameRules:
    """Return the rules by which two names of an indicator are one."""
    data = read_words(_FILE)

    def longest_first(key: str) -> tuple[str, ...]:
        return tuple(sorted(data[key], key=lambda word: (-len(word), word)))

    same = {unit: units[0] for units in data["same_units"] for unit in units}
    multiples = {unit: units[0] for units in data["multiples"] for unit in units}
    return NameRules(
        verbs=longest_first("verbs"),
        scopes=longest_first("scopes"),
        endings=longest_first("endings"),
        cumulative=longest_first("cumulative"),
        added=longest_first("added"),
        same_units=same,
        unit_classes=multiples | {unit: multiples.get(first, first) for unit, first in same.items()},
    )
