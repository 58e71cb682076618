"""Numbers that the site itself writes: marks of axes, and printed values in another unit."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from sitegen.lexicon import english
from sitegen.model.stat import Stat
from sitegen.quantities.convert import convert
from sitegen.render.words import Words


@dataclass(frozen=True, slots=True)
class Scale:
    """A word for a power of ten."""

    size: Decimal
    word: str
    """``万``; empty for ones."""


_ONES = Scale(Decimal(1), "")


def choose_scale(words: Words, largest: Decimal, key: str = "number.axis-scales") -> Scale:
    """Return the scale in which a language writes numbers up to ``largest``.

    Args:
        words: Its string ``key`` says from what size which power of ten has which word: ``10000:4:万 100000000:8:亿``.
        largest: Of the numbers, without sign.
        key: Of axes if left out.
    """
    chosen = _ONES
    for entry in words(key).split():
        start, power, word = entry.split(":")
        if abs(largest) >= Decimal(start):
            chosen = Scale(Decimal(10) ** int(power), word)
    return chosen


def write_number(value: Decimal) -> str:
    """Write a number in full, in groups of three digits from 10,000 up."""
    plain = f"{value.normalize():f}"
    return f"{value.normalize():,f}" if abs(value) >= 10_000 else plain


def write_amount(words: Words, value: Decimal, unit: str) -> str:
    """Write a number with its unit: ``2.4万公顷``; ``unit`` is as the lexicon has it."""
    scale = choose_scale(words, value, "number.scales")
    number, name = write_number(value / scale.size), name_unit(words, unit, one=value == 1)
    if scale.word:
        return words("number.scaled", number=number, scale=scale.word, unit=name)
    return words("number.plain", number=number, unit=name)


def name_unit(words: Words, unit: str, *, one: bool = False) -> str:
    """Return the name of a unit in the language of the interface; empty where it says nothing in it."""
    return english.name_unit(unit, one=one) if words.language == "en" else unit


def write_converted(words: Words, stat: Stat) -> str:
    """Write a stat's value in another unit, with what limits it: ``约5.3公顷``; empty where it has no other."""
    converted = convert(stat)
    if converted is None:
        return ""
    amount = write_amount(words, converted.value, converted.unit)
    if converted.value_to is not None:
        low, high = (choose_scale(words, end, "number.scales") for end in (converted.value, converted.value_to))
        amount = words(
            "number.range",
            low=write_number(converted.value / low.size) if low == high else amount,
            high=write_amount(words, converted.value_to, converted.unit),
        )
    return words(f"bound.{converted.bound}", amount=amount)


def mark_axis(scale: Scale) -> Callable[[Decimal], str]:
    """Return what writes the marks of an axis in a scale."""
    return lambda value: write_number(value / scale.size)
