"""What a printed number can stand for: its rounding and its limiting words as the two ends of a stretch."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from sitegen.model.stat import Stat
from sitegen.model.terms import Bound

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ENDLESS = Decimal("Infinity")
_ROUND_FROM = 2
"""An exact number with so many zeros at its end may be a rounded one: 1500, 20000."""


@dataclass(frozen=True, slots=True)
class Reach:
    """All sizes, without sign, that a printed number can stand for, both ends included."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Reach", slack: Decimal = Decimal(0)) -> bool:
        """Whether some size fits both, give or take ``slack``."""
        return self.low <= other.high + slack and other.low <= self.high + slack

    def share_of(self, whole: "Reach") -> "Reach":
        """Return what share of ``whole``, which has an upper end above zero, this can be, in hundredths."""
        return Reach(self.low * 100 / whole.high, self.high * 100 / whole.low if whole.low else _ENDLESS)

    def change_from(self, before: "Reach") -> "Reach":
        """Return by how much this can differ from ``before``."""
        if self.low > before.high:
            return Reach(self.low - before.high, self.high - before.low)
        if before.low > self.high:
            return Reach(before.low - self.high, before.high - self.low)
        return Reach(Decimal(0), max(self.high - before.low, before.high - self.low))

    def times(self, other: "Reach") -> "Reach":
        """Return what the product can be."""
        return Reach(self.low * other.low, self.high * other.high)


def add_up(reaches: Iterable[Reach]) -> Reach:
    """Return what the sum can be."""
    members = tuple(reaches)
    return Reach(sum((r.low for r in members), Decimal(0)), sum((r.high for r in members), Decimal(0)))


def reach_of(stat: Stat, *, rounded: bool = True) -> Reach:
    """Return what a stat can stand for: ``8.5%`` is 8.45 to 8.55, ``300余人`` 300 to 400, ``95%以上`` has no upper end.

    Args:
        stat: The stat.
        rounded: Whether an exact number with two zeros at its end counts as rounded there, as many are.
    """
    size = abs(stat.value)
    upper = abs(stat.value_to) if stat.value_to is not None else size
    low, high = min(size, upper), max(size, upper)
    step = _last_place(stat, rounded)
    if stat.bound is Bound.AT_LEAST:
        return Reach(low, _ENDLESS)
    if stat.bound is Bound.AT_MOST:
        return Reach(Decimal(0), high)
    if stat.bound is Bound.OVER:
        return Reach(low, high + step)
    if stat.bound is Bound.NEARLY:
        return Reach(max(low - step, Decimal(0)), high)
    if stat.bound is Bound.ABOUT:
        return Reach(max(low - step, Decimal(0)), high + step)
    return Reach(max(low - step / 2, Decimal(0)), high + step / 2)


def digits_of(stat: Stat) -> str:
    """Return the figures of a printed number without points, marks and zeros at its ends: ``3573`` of ``35,730万``."""
    found = _DIGITS.search(stat.printed)
    text = found[0] if found else f"{abs(stat.value):f}"
    return text.replace(",", "").replace(".", "").strip("0")


def power_of_ten(ratio: Decimal, slack: Decimal) -> int:
    """Return the power from 1 to 4 of which ``ratio`` or its inverse is at most a factor of ``slack`` off, or 0."""
    if ratio <= 0 or not ratio.is_finite():
        return 0
    larger = ratio if ratio > 1 else 1 / ratio
    return next((n for n in range(1, 5) if 10**n / slack <= larger <= 10**n * slack), 0)


def _last_place(stat: Stat, rounded: bool) -> Decimal:
    """Return what one more in the last place that was not rounded would add."""
    found = _DIGITS.search(stat.printed)
    text = found[0].replace(",", "") if found else f"{abs(stat.value):f}"
    core = Decimal(text)
    if not core or not stat.value:
        return Decimal(1)
    scale = abs(stat.value) / core
    if "." in text:
        return scale.scaleb(-len(text.partition(".")[2]))
    zeros = len(text) - len(text.rstrip("0"))
    if stat.unit == "%" or (stat.bound is Bound.EXACT and (zeros < _ROUND_FROM or not rounded)):
        zeros = 0
    return scale.scaleb(zeros)
