"""Axes: round numbers that hold all values between them."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import count

_STEPS = (Decimal(1), Decimal(2), Decimal(5))
_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Axis:
    """A straight scale from its first to its last tick."""

    ticks: tuple[Decimal, ...]
    """Round numbers at equal distances, rising; at least two."""

    @property
    def low(self) -> Decimal:
        """Where the axis begins."""
        return self.ticks[0]

    @property
    def high(self) -> Decimal:
        """Where the axis ends."""
        return self.ticks[-1]

    def share(self, value: Decimal) -> Decimal:
        """Return where a value stands, from 0 at the low end to 100 at the high one, in hundredths."""
        return (100 * (value - self.low) / (self.high - self.low)).quantize(_HUNDREDTH)


def make_axis(values: Iterable[Decimal], *, from_zero: bool, intervals: int = 4) -> Axis:
    """Return an axis that holds all values, with steps of 1, 2 or 5 times a power of ten.

    Args:
        values: At least one.
        from_zero: Whether it must hold zero, as the lengths of bars need it. An axis holds zero in any case where the
            smallest value is less than half of the largest, since what it would save is little.
        intervals: How many steps it may have; 2 or more.
    """
    known = tuple(values)
    low, high = min(known), max(known)
    if from_zero or low < 0 < high or 2 * min(abs(low), abs(high)) < max(abs(low), abs(high)):
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    whole = all(value == value.to_integral_value() for value in known)
    for step in _steps((high - low) / intervals, whole=whole):
        first = (low / step).to_integral_value(ROUND_FLOOR)
        last = max((high / step).to_integral_value(ROUND_CEILING), first + 1)
        if last - first <= intervals:
            return Axis(tuple(step * number for number in _count(first, last)))
    raise AssertionError("steps grow without end")


def _steps(least: Decimal, *, whole: bool) -> Iterable[Decimal]:
    """Yield round steps from a little below ``least`` up; of whole numbers only whole ones."""
    power = least.adjusted() if least else 0
    for exponent in count(max(power, 0) if whole else power):
        for step in _STEPS:
            yield step.scaleb(exponent)


def _count(first: Decimal, last: Decimal) -> Iterable[int]:
    return range(int(first), int(last) + 1)
