"""Words on a line chart: which points and periods have room for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sitegen.model.period import Period
from sitegen.render.charts.marks import Mark
from sitegen.render.charts.type import Anchor, Label, edges, fit, meet

WIDTH = 17.0
"""Width of the narrowest chart with type as it is: a screen of 320 pixels."""
NARROW = 7.4
"""The same with type twice as large on 390 pixels."""
FEW = 8
"""Points up to which each may have its value; of more, the ends, the largest and the smallest."""
_LONGEST = 9.0
_ABOVE, _BELOW = 0.75, 1.4
_NEAR = 6
"""How many points to each side a label may reach."""
_CAP, _FOOT, _RADIUS = 0.8, 0.15, 0.3

Chosen = tuple[int, Label, str]
"""Number of the point, its words, and what is added to their class: `` minor`` where they need more than the least."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark at its place."""

    mark: Mark
    when: Period
    across: float
    """A share of the width, 0 to 100."""
    down: float
    """In the size of the type."""
    down_to: float
    """Of the other end of a range."""


def label_values(spots: Sequence[Spot], floor: float) -> Iterable[Chosen]:
    """Yield printed numbers for points where they stand on no line, point or other words.

    Args:
        spots: In the order of time.
        floor: How far down the plot reaches.
    """
    last = len(spots) - 1
    rising = sorted(range(len(spots)), key=lambda n: (spots[n].mark.value, n))
    others = reversed(range(last)) if last < FEW else ()
    wished = dict.fromkeys((last, 0, rising[-1], rising[0], *others))
    return _choose(spots, {number: _place_value(spots, number, floor) for number in wished})


def label_periods(spots: Sequence[Spot], floor: float) -> Iterable[Chosen]:
    """Yield names of periods below the plot, as many as have room, the ends first."""
    last = len(spots) - 1
    wished: dict[int, tuple[Label, ...]] = {}
    named: set[Period] = set()
    for number in dict.fromkeys((last, 0, *reversed(range(last)))):
        spot = spots[number]
        if spot.when not in named:
            named.add(spot.when)
            wished[number] = (Label(spot.mark.label, spot.across, floor + 1.3, _lean(spot.across)),)
    return _choose((), wished)


def _place_value(spots: Sequence[Spot], number: int, floor: float) -> tuple[Label, ...]:
    """Return a point's words at the places where they may stand, the best first."""
    spot = spots[number]
    text, lean = fit(spot.mark.printed, _LONGEST), _lean(spot.across)
    above = Label(text, spot.across, min(spot.down, spot.down_to) - _ABOVE, lean)
    below = Label(text, spot.across, max(spot.down, spot.down_to) + _BELOW, lean)
    if below.down > floor:
        return (above,)
    beside = [spots[n].down for n in (number - 1, number + 1) if 0 <= n < len(spots)]
    return (below, above) if all(spot.down > down for down in beside) else (above, below)


def _choose(spots: Sequence[Spot], wished: dict[int, tuple[Label, ...]]) -> Iterable[Chosen]:
    """Yield the first free place of each, first in the least width: words that part there meet in no wider chart."""
    placed: dict[int, Label] = {}
    for width, name in ((NARROW, ""), (WIDTH, " minor")):
        for number, labels in wished.items():
            if number in placed:
                continue
            for label in labels:
                if not (
                    any(meet(label, other, width) for other in placed.values()) or _hits(label, number, spots, width)
                ):
                    placed[number] = label
                    yield number, label, name
                    break


def _hits(label: Label, number: int, spots: Sequence[Spot], width: float) -> bool:
    """Whether words would stand on a point or on the way from one to the next."""
    left, right = edges(label, width)
    top, bottom = label.down - _CAP - _RADIUS, label.down + _FOOT + _RADIUS

    def hit(across: float, down: float) -> bool:
        return top < down < bottom and left - _RADIUS < across / 100 * width < right + _RADIUS

    near = spots[max(number - _NEAR, 0) : number + _NEAR + 1]
    if any(hit(spot.across, spot.down) for spot in near if spot is not spots[number]):
        return True
    return any(
        hit(a.across + part * (b.across - a.across), a.down + part * (b.down - a.down))
        for a, b in pairwise(near)
        for part in (0.25, 0.5, 0.75)
    )


def _lean(across: float) -> Anchor:
    return "start" if across < 15 else "end" if across > 85 else "middle"
