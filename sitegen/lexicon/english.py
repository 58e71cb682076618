"""What words of the reports are called in English."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sitegen.lexicon.files import read_words
from sitegen.lexicon.pinyin import spell_name

_SOUNDS = "aeo"
"""A syllable that begins with one of these has an apostrophe in front of it inside a word: Xi'an."""


@dataclass(frozen=True, slots=True)
class EnglishWords:
    """The words of ``english.yaml``, which says what each is for."""

    units: Mapping[str, tuple[str, str]]
    """For one and for any other number."""
    bases: Mapping[str, str]
    endings: Mapping[str, str]
    municipalities: frozenset[str]
    by_other_names: tuple[str, ...]
    no_ending: tuple[str, ...]
    several_readings: frozenset[str]


@cache
def load_english() -> EnglishWords:
    """Return the words of ``english.yaml``."""
    data = read_words("english.yaml")
    pairs = {unit: (names, names) if isinstance(names, str) else tuple(names) for unit, names in data["units"].items()}
    return EnglishWords(
        units=pairs,
        bases=data["bases"],
        endings=data["endings"],
        municipalities=frozenset(data["municipalities"]),
        by_other_names=tuple(data["by_other_names"]),
        no_ending=tuple(data["no_ending"]),
        several_readings=frozenset(data["several_readings"]),
    )


def name_unit(unit: str, *, one: bool = False) -> str:
    """Return the English name of a unit, for a single one or for any other number; empty where it has none.

    >>> name_unit("元/亩")
    'yuan per mu'
    """
    first, *others = unit.split("/")
    names = load_english().units
    if first not in names or not all(other in names for other in others):
        return ""
    return " per ".join((names[first][0 if one else 1], *(names[other][0] for other in others)))


@cache
def name_place(name: str, full_name: str, prefecture: str = "") -> str:
    """Return the name of a place in Latin letters; empty where its reading is not sure.

    Args:
        name: Its own: ``东湖镇``.
        full_name: From the province down; a place of the first level has the same.
        prefecture: The one that it lies in, if any.

    >>> name_place("泰顺县", "浙江省泰顺县")
    'Taishun County'
    """
    words = load_english()
    if any(mark in full_name + prefecture for mark in words.by_other_names) or name.endswith(words.no_ending):
        return ""
    ending = next((ending for ending in words.endings if name.endswith(ending)), "")
    own = name.removesuffix(ending)
    if not ending or not own:
        return ""
    if name == full_name and name in words.municipalities:
        return _join(spell_name(own, words.several_readings))
    # A name of one syllable keeps the word behind it: 忠县 is Zhongxian County.
    spelled = _join(spell_name(name if len(own) == 1 else own, words.several_readings))
    return spelled and f"{spelled} {words.endings[ending]}"


def _join(syllables: tuple[str, ...]) -> str:
    joined = "".join(f"'{one}" if number and one[0] in _SOUNDS else one for number, one in enumerate(syllables))
    return joined[:1].upper() + joined[1:]
