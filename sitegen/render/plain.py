"""A printed number in plain words of the interface, for who cannot read it: 598万元 is 5.98 million yuan.

The printed form is the archive's word and always stands beside it; what is said here is derived from it.
"""

import re
from decimal import Decimal

from sitegen.lexicon.english import name_unit
from sitegen.model.stat import Stat
from sitegen.model.terms import Kind
from sitegen.render.amounts import choose_scale, write_number
from sitegen.render.foreign import holds_chinese
from sitegen.render.words import Words

_SIGNS = ("%", "‰")
"""Units that stand close to their number."""
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def say_plainly(stat: Stat, words: Words) -> str:
    """Return a stat's number in English; empty where the printed form says the same, or on a page of another language.

    A change is said without its sign: the words beside it say whether it is one upwards.
    """
    if words.language != "en" or not holds_chinese(stat.printed):
        return ""
    if stat.kind is Kind.RANK:
        return words("number.rank", number=write_number(stat.value))
    unit = name_unit(stat.unit, one=abs(stat.value) == 1 and stat.value_to is None)
    ends = [abs(end) for end in (stat.value, stat.value_to) if end is not None]
    if not unit and _NUMBER.findall(stat.printed.replace(",", "")) == [write_number(end) for end in ends]:
        return ""
    amount = _write(words, ends[-1], unit)
    if len(ends) > 1:
        low, high = (choose_scale(words, end, "number.scales") for end in ends)
        amount = words(
            "number.range",
            low=write_number(ends[0] / low.size) if low == high else _write(words, ends[0], unit),
            high=amount,
        )
    return words(f"bound.{stat.bound}", amount=amount)


def _write(words: Words, value: Decimal, unit: str) -> str:
    scale = choose_scale(words, value, "number.scales")
    number = write_number(value / scale.size)
    if unit in _SIGNS and not scale.word:
        return f"{number}{unit}"
    if scale.word:
        return words("number.scaled", number=number, scale=scale.word, unit=unit).rstrip()
    return words("number.plain", number=number, unit=unit).rstrip()
