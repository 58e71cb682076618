"""Which comparable series a number belongs to; none is the normal answer, a wrong one a defect."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from sitegen.lexicon.indicators import NameRules, load_name_rules
from sitegen.model.report import Series
from sitegen.model.terms import Kind, SeriesId

_NO_NAME = re.compile(r"[\s“”‘’\"'「」《》·,，、;；:：。]+")
_YEAR = re.compile(r"^(?:\d{4}年(?:度)?|\d{1,2}月)")
_NUMBER = "[0-9一二两三四五六七八九十百千]"
_COMPLETION_NAME = "完成率"
_AFTER = "…"
"""In an alias, between a word that must stand before the name and the name."""
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_SENTENCE_END = re.compile("[。；！？]")


def find_series(
    indicator: str, unit: str, kind: Kind, series: tuple[Series, ...], *, clause: str = "", before: str = ""
) -> SeriesId | None:
    """Return the series that a number joins, or None.

    A number joins where the series' name or one of its aliases is the indicator's name, word for word once empty words
    (``完成``, ``全镇``) are left off both, and the unit means the same or is an exact multiple (米 of 公里). Names that
    merely look alike never join: 新增 and 累计, total and per head, 户 and 人 are different things.

    An alias with ``…`` is a name that says enough only after another word: ``撂荒地…复耕`` is the name 复耕 where the
    text before the number speaks of 撂荒地.

    Args:
        indicator: What is measured, in the report's words.
        unit: Its base unit.
        kind: Only a level joins; a completion joins where the series itself is a rate of completion; a change or a
            rank never does.
        series: The lexicon's series, extended and overridden by the archive's own.
        clause: The clause that holds the number; where it counts from an earlier beginning (累计) or on top of others
            (净增) and the name has lost the word, the number joins a series of that name only.
        before: The paragraph up to the number.
    """
    if kind not in (Kind.LEVEL, Kind.COMPLETION):
        return None
    name = normalise_indicator(indicator)
    names = _index(_Held(series)).get((_counted(name, clause) + name, _class_of(unit)), {})
    found = names.get("") or _only({word: one for word, one in names.items() if word and _is_in_sight(word, before)})
    if found is None or (kind is Kind.COMPLETION and not found.name.endswith(_COMPLETION_NAME)):
        return None
    return found.id


def normalise_indicator(name: str) -> str:
    """Return an indicator's name without marks, years and the empty words around it; never empty for a name.

    >>> normalise_indicator("2023年全镇完成规上工业总产值达")
    '规上工业总产值'
    """
    rules = load_name_rules()
    left = unicodedata.normalize("NFKC", _NO_NAME.sub("", unicodedata.normalize("NFKC", name)))
    for word in rules.cumulative[1:]:
        left = left.replace(word, rules.cumulative[0])
    shorter = _strip_once(left, rules)
    while shorter != left:
        left, shorter = shorter, _strip_once(shorter, rules)
    return left


def split_alias(alias: str) -> tuple[str, str]:
    """Return the word that must stand before a name, empty for most, and the name as it is compared.

    >>> split_alias("撂荒地…已复耕")
    ('撂荒地', '已复耕')
    """
    word, mark, name = alias.rpartition(_AFTER)
    return word.strip(_AFTER) if mark else "", normalise_indicator(name)


def _strip_once(name: str, rules: NameRules) -> str:
    for head in (*rules.scopes, *rules.verbs):
        if name.startswith(head) and len(name) > len(head) + 1:
            return name[len(head) :]
    for end in rules.endings:
        if name.endswith(end) and len(name) > len(end) + 1:
            return name[: -len(end)]
    rest = _YEAR.sub("", name)
    return rest if len(rest) > 1 else name


def _counted(name: str, clause: str) -> str:
    """Return the word of a clause that says from where a number counts, if its name has lost it.

    累计 rules the clause; 新增 only what it stands before: 新增就业8人、困难人员就业4人 names two things.
    """
    rules = load_name_rules()
    since = (rules.cumulative[0] for word in rules.cumulative if word in clause)
    on_top = (word for word in rules.added if re.search(f"{word}(?:{re.escape(name)}|{_NUMBER})", clause))
    return next((word for word in (*since, *on_top) if word not in name), "")


def _class_of(unit: str) -> str:
    return load_name_rules().unit_classes.get(unit, unit)


def _is_in_sight(word: str, before: str) -> bool:
    """Whether a number can belong to a word before it.

    In its own sentence at most one other number stands between; from an earlier sentence none does.
    """
    at = before.rfind(word)
    if at < 0:
        return False
    between = before[at + len(word) :]
    others = len(_DIGITS.findall(between))
    return others == 0 or (others == 1 and not _SENTENCE_END.search(between))


def _only(found: Mapping[str, Series | None]) -> Series | None:
    """Return the one series that all words in sight name; None where they name several or none."""
    series = {one.id if one else None: one for one in found.values()}
    return next(iter(series.values())) if len(series) == 1 else None


class _Held:
    """A table of series that is known again by identity: hashing its hundreds of names for each number is slow."""

    def __init__(self, series: tuple[Series, ...]) -> None:
        self.series = series

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self.series is other.series

    def __hash__(self) -> int:
        return id(self.series)


@lru_cache(maxsize=8)
def _index(held: _Held) -> Mapping[tuple[str, str], Mapping[str, Series | None]]:
    """Return series by normalised name and class of unit, and then by the word that must stand before the name.

    The word is empty where the name says enough by itself. What two series claim belongs to neither.
    """
    index: dict[tuple[str, str], dict[str, Series | None]] = defaultdict(dict)
    for one in held.series:
        for word, name in dict.fromkeys(split_alias(name) for name in (one.name, *one.aliases)):
            words = index[name, _class_of(one.unit)]
            words[word] = one if words.get(word, one) is one else None
    return index
