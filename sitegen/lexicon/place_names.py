"""What names of divisions are made of: a stem, perhaps a people, a suffix."""

import re
from dataclasses import dataclass
from functools import cache

from sitegen.lexicon.files import read_words


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The words that names are made of, longest first."""

    unit_suffixes: tuple[str, ...]
    """Of provinces, prefectures and counties: 省, 自治州, 县."""
    zone_suffixes: tuple[str, ...]
    township_suffixes: tuple[tuple[str, str], ...]
    """Each with its slug."""
    peoples: re.Pattern[str]
    """Matches the ethnic part of a name together with what it stands before."""


@cache
def load_place_words() -> PlaceWords:
    """Return the words of ``place_words.yaml``."""
    words = read_words("place_words.yaml")
    people = "|".join(sorted(words["peoples"], key=len, reverse=True))
    return PlaceWords(
        unit_suffixes=_longest_first(words["unit_suffixes"]),
        zone_suffixes=_longest_first(words["zone_suffixes"]),
        township_suffixes=tuple(sorted(words["township_suffixes"].items(), key=lambda item: (-len(item[0]), item[0]))),
        peoples=re.compile(
            rf"(?<=.)(?:(?:{people})族?)*(?:(?:{people})族(?=[乡镇区]|自治|民族)|(?:{people})(?=自治|民族[乡镇]))"
        ),
    )


def bare_name(name: str) -> str:
    """Return a name without its ethnic part.

    >>> bare_name("竹里畲族乡"), bare_name("湘西土家族苗族自治州"), bare_name("音河达斡尔鄂温克民族乡")
    ('竹里乡', '湘西自治州', '音河乡')
    >>> bare_name("东乡族自治县"), bare_name("水族镇")
    ('东乡自治县', '水族镇')
    """
    if "族" not in name and "自治" not in name:
        return name
    bare = load_place_words().peoples.sub("", name, count=1)
    return bare.replace("民族乡", "乡").replace("民族镇", "镇").replace("族自治", "自治")


def short_name(name: str) -> str:
    """Return the name of a province, prefecture or county as people say it: no suffix, no people.

    A name of one character keeps its suffix, and so does a zone.

    >>> short_name("重庆市"), short_name("石柱土家族自治县"), short_name("蔚县"), short_name("苏州工业园区")
    ('重庆', '石柱', '蔚县', '苏州工业园区')
    """
    words = load_place_words()
    fixed: dict[str, str] = read_words("place_words.yaml")["province_short"]
    if name in fixed:
        return fixed[name]
    bare = bare_name(name)
    for zone in words.zone_suffixes:
        if bare.endswith(zone) and len(bare) > len(zone) + 2:
            return bare
    for suffix in words.unit_suffixes:
        if bare.endswith(suffix) and len(bare) >= len(suffix) + 2:
            return bare.removesuffix(suffix)
    return bare


def split_township(name: str) -> tuple[str, str]:
    """Divide a township's name without its ethnic part into stem and suffix; the suffix is empty where it has none.

    >>> split_township("竹里畲族乡"), split_township("罗阳街道"), split_township("某某管委会")
    (('竹里', '乡'), ('罗阳', '街道'), ('某某管委会', ''))
    """
    bare = bare_name(name)
    for suffix, _ in load_place_words().township_suffixes:
        if bare.endswith(suffix) and len(bare) > len(suffix):
            return bare.removesuffix(suffix), suffix
    return bare, ""


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
