"""A value in another unit, as exact as it was printed."""

import re
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from fractions import Fraction

from sitegen.lexicon.conversions import Conversion, load_conversions
from sitegen.model.stat import Stat
from sitegen.model.terms import Bound, Kind

_DIGITS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_FEWEST_DIGITS = 2
_ROUNDINGS = {
    Bound.OVER: ROUND_FLOOR,
    Bound.AT_LEAST: ROUND_FLOOR,
    Bound.NEARLY: ROUND_CEILING,
    Bound.AT_MOST: ROUND_CEILING,
}
"""A limit is rounded to the side on which it still holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """What a stat's value is in another unit."""

    value: Decimal
    value_to: Decimal | None
    """Upper end of a range, else None."""
    unit: str
    bound: Bound
    """The stat's own; ``ABOUT`` for an exact value that had to be rounded."""


def convert(stat: Stat) -> Converted | None:
    """Return a stat's value in the unit that ``conversions.yaml`` names for its own.

    It has as many significant digits as are printed, at least two: 80亩 is about 5.3公顷.

    Returns:
        None where the unit has no other, or the stat is a change, share or rank.
    """
    conversion = find_conversion(stat.unit)
    if conversion is None or stat.kind is not Kind.LEVEL:
        return None
    digits = max(count_digits(stat.printed) or count_digits(str(stat.value.normalize())), _FEWEST_DIGITS)
    rounding = _ROUNDINGS.get(stat.bound, ROUND_HALF_EVEN)
    ends = [Fraction(end) * conversion.times for end in (stat.value, stat.value_to) if end is not None]
    rounded = [round_to_digits(end, digits, rounding) for end in ends]
    exact = all(Fraction(shown) == end for shown, end in zip(rounded, ends, strict=True))
    return Converted(
        value=rounded[0],
        value_to=rounded[1] if len(rounded) > 1 else None,
        unit=conversion.to,
        bound=Bound.ABOUT if stat.bound is Bound.EXACT and not exact else stat.bound,
    )


def find_conversion(unit: str) -> Conversion | None:
    """Return what a unit is in another one, compound units by their parts: 斤/亩 is 7.5 千克/公顷; None for others."""
    table = load_conversions()
    parts = unit.split("/")
    found = [table.get(part, Conversion(part, Fraction(1))) for part in parts]
    upper, *lower = found
    times = upper.times
    for part in lower:
        times /= part.times
    to = "/".join(part.to for part in found)
    changed = [part for part, old in zip(found, parts, strict=True) if part.to != old and part.times != 1]
    return Conversion(to, times) if changed else None


def count_digits(printed: str) -> int:
    """Return how many significant digits the first number of a text is written with; 0 where it has none.

    Zeros at the end count, for a text does not say which of them were measured: ``1250.50`` has six, ``0.07`` one.
    """
    match = _DIGITS.search(printed)
    return len(match[0].replace(",", "").replace(".", "").lstrip("0")) if match else 0


def round_to_digits(value: Fraction, digits: int, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    """Return a fraction with so many significant digits, without zeros behind the point."""
    if not value:
        return Decimal(0)
    power = 0
    size = abs(value)
    while size >= 10:
        size /= 10
        power += 1
    while size < 1:
        size *= 10
        power -= 1
    places = digits - 1 - power
    return _plain(Decimal(_round(value * Fraction(10) ** places, rounding)).scaleb(-places))


def _round(value: Fraction, rounding: str) -> int:
    if rounding == ROUND_FLOOR:
        return value.numerator // value.denominator
    if rounding == ROUND_CEILING:
        return -(-value.numerator // value.denominator)
    return round(value)


def _plain(value: Decimal) -> Decimal:
    """Drop zeros behind the point, never an exponent."""
    return value.quantize(Decimal(1)) if value == value.to_integral() else value.normalize()
