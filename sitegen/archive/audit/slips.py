"""Whether one slip of the hand leads from one number to another."""

from decimal import Decimal
from enum import Enum

_EXACT = Decimal("1.005")
_SCALES = (4, 8)
"""Powers of ten that one slip adds or takes: 万, or 亿 for 万; 亿."""


class Slip(Enum):
    """What went wrong between what was meant and what was printed."""

    FIGURE = "figure"
    """One figure is another."""
    ORDER = "order"
    """Two neighbours stand in the other order."""
    LENGTH = "length"
    """One figure is left out or printed besides."""
    SCALE = "scale"
    """万 or 亿 is left out or printed besides, or one stands for the other."""


def find_slip(one: Decimal, other: Decimal, least: int = 3) -> Slip | None:
    """Return the slip between two numbers, either of which may be the one that was meant; None where it takes more.

    Args:
        one: Above zero.
        other: Anything.
        least: Figures that the longer must have for one of them to tell: between short numbers there is always a slip.
    """
    if other <= 0 or one == other:
        return None
    ratio = max(one / other, other / one)
    if any(Decimal(10) ** power / _EXACT <= ratio <= Decimal(10) ** power * _EXACT for power in _SCALES):
        return Slip.SCALE
    first, second = sorted(align(one, other), key=len)
    if len(second) < least or len(first) < len(second) - 1:
        return None
    if len(first) == len(second):
        return compare_figures(first, second)
    shorter = any(second[:i] + second[i + 1 :] == first for i in range(len(second)))
    return Slip.LENGTH if shorter else None


def compare_figures(one: str, other: str) -> Slip | None:
    """Return the slip between two runs of figures that are equally long; None between others."""
    apart = [i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(one) != len(other) or not 1 <= len(apart) <= 2:
        return None
    if len(apart) == 1:
        return Slip.FIGURE
    first, second = apart
    crossed = second == first + 1 and one[first] == other[second] and one[second] == other[first]
    return Slip.ORDER if crossed else None


def align(one: Decimal, other: Decimal) -> tuple[str, str]:
    """Return two numbers as figures, without the point and without the zeros that both end with."""
    places = max(-int(number.normalize().as_tuple().exponent) for number in (one, other))
    first, second = (str(int(number.scaleb(places).to_integral_value())) for number in (one, other))
    return first, second
