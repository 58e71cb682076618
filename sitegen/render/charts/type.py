"""How much room words take, as far as that is known without fonts: counted in the size of the type."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from unicodedata import east_asian_width

Anchor = Literal["start", "middle", "end"]

_WIDE = frozenset("WFA")
_NARROW_WIDTH = 0.62
"""Of figures and Latin letters; those of common faces are a little narrower."""
_STARTS: dict[Anchor, float] = {"start": 0.0, "middle": 0.5, "end": 1.0}
LINE = 1.3
"""Height of a line of words with what keeps it from the next."""
_GAP = 0.4


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a place: across as a share of the width, down in the size of the type."""

    text: str
    share: float
    """0 to 100."""
    down: float
    """Of the baseline."""
    anchor: Anchor


@lru_cache(maxsize=4096)
def measure(text: str) -> float:
    """Return about how wide a text is: a Chinese character is 1."""
    return sum(1.0 if east_asian_width(character) in _WIDE else _NARROW_WIDTH for character in text)


def fit(text: str, most: float) -> str:
    """Return a text that is at most so wide, with ``…`` where it was cut."""
    if measure(text) <= most:
        return text
    kept = text
    while kept and measure(kept) + 1 > most:
        kept = kept[:-1]
    return kept + "…"


def meet(one: Label, other: Label, width: float) -> bool:
    """Whether two labels stand on each other in a chart of this width.

    Where they do not, they do not in a wider one: places move apart as it grows, and words stay as wide as they are.
    """
    if abs(one.down - other.down) >= LINE:
        return False
    (a, b), (c, d) = edges(one, width), edges(other, width)
    return a < d + _GAP and c < b + _GAP


def choose_labels(wished: Iterable[Label], width: float, taken: Iterable[Label] = ()) -> tuple[Label, ...]:
    """Return those labels that have room in a chart of this width, the first wished first, beside those taken."""
    placed = list(taken)
    chosen = []
    for label in wished:
        if not any(meet(label, other, width) for other in placed):
            placed.append(label)
            chosen.append(label)
    return tuple(chosen)


def edges(label: Label, width: float) -> tuple[float, float]:
    """Return where a label begins and ends in a chart of this width, in the size of the type."""
    long = measure(label.text)
    start = label.share / 100 * width - _STARTS[label.anchor] * long
    return start, start + long
