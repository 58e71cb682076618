"""What holds numbers and measures nothing: dates, ordinals, codes, names, sayings."""

import re
from dataclasses import dataclass
from functools import cache

from sitegen.lexicon.files import read_words

_NUMERAL = r"\d.零〇一二两三四五六七八九十百千万亿"
"""What makes a longer number of a saying that begins with a numeral: 万户 is one, 1.2万户 is none."""
_NAMES = {
    "n": r"\d+(?:,\d{3})*(?:\.\d+)?",
    "c": r"[零〇一二两三四五六七八九十百千万]+",
    "y": r"(?<!\d)(?:19|20)\d\d(?!\d)",
}
_NAMES["N"] = f"(?:{_NAMES['n']}|{_NAMES['c']})"


@dataclass(frozen=True, slots=True)
class NotNumber:
    """One kind of words that hold a number and are no stat."""

    name: str
    pattern: re.Pattern[str]
    unless_before: tuple[str, ...]
    """Words shortly before that make a stat of it after all: ``平均年龄``."""
    example: str
    but_not: str


@dataclass(frozen=True, slots=True)
class NotNumbers:
    """All that ``not_numbers.yaml`` knows."""

    patterns: tuple[NotNumber, ...]
    idioms: re.Pattern[str]
    quoted_name_length: int
    announced: tuple[str, ...]
    announced_always: tuple[str, ...]
    one_counts: frozenset[str]
    one_not_after: frozenset[str]
    small_counts: frozenset[str]
    small_counts_behind: frozenset[str]
    figures_of_speech: frozenset[str]
    time_after: tuple[str, ...]
    years_before: tuple[str, ...]
    days_after: tuple[str, ...]
    years_after: tuple[str, ...]


@cache
def load_not_numbers() -> NotNumbers:
    """Return the records of ``not_numbers.yaml``, its forms compiled."""
    words = read_words("not_numbers.yaml")
    idioms = sorted(words["idioms"], key=len, reverse=True)
    return NotNumbers(
        patterns=tuple(
            NotNumber(
                name=entry["name"],
                pattern=re.compile("|".join(_expand(form) for form in entry["forms"])),
                unless_before=tuple(entry.get("unless_before", ())),
                example=entry["example"],
                but_not=entry["but_not"],
            )
            for entry in words["patterns"]
        ),
        idioms=re.compile(f"(?<![{_NUMERAL}])(?:{'|'.join(map(re.escape, idioms))})"),
        quoted_name_length=words["quoted_name_length"],
        announced=tuple(words["announced"]),
        announced_always=tuple(words["announced_always"]),
        one_counts=frozenset(words["one_counts"]),
        one_not_after=frozenset(words["one_not_after"]),
        small_counts=frozenset(words["small_counts"]),
        small_counts_behind=frozenset(words["small_counts_behind"]),
        figures_of_speech=frozenset(words["figures_of_speech"]),
        time_after=tuple(words["time_after"]),
        years_before=tuple(words["years_before"]),
        days_after=tuple(words["days_after"]),
        years_after=tuple(words["years_after"]),
    )


def _expand(form: str) -> str:
    """Put the named parts into a form: ``{n}`` digits, ``{c}`` Chinese numerals, ``{N}`` either, ``{y}`` a year."""
    form = re.sub(r"\[([^\]]*)\{c\}([^\]]*)\]", r"[\1零〇一二两三四五六七八九十百千万\2]", form)
    return re.sub(r"\{([ncNy])\}", lambda match: _NAMES[match[1]], form)
