"""How long a full line is where a line stands, and whether a line ended before it was full."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.ingest.structure.lines import Line, columns, ends_sentence

LONGEST_WRAPPED = 110
"""Columns; a longer line is a paragraph."""
_WINDOW = 40
_UNIT = re.compile(r"[“‘（《「『【(]*(?:[0-9A-Za-z.,%]+|.)[，。、；：？！）》」』】”’%％]*")


@dataclass(frozen=True, slots=True)
class Measure:
    """The length of a full line; pages count it in columns, some programs in characters, so both are kept."""

    columns: int
    """0 where lines are not wrapped."""
    signs: int

    def __bool__(self) -> bool:
        return self.columns > 0

    def room(self, line: Line) -> int:
        """Columns that a line leaves free."""
        return min(self.columns - line.extent, 2 * (self.signs - line.signs)) if self else 0

    def ended_early(self, line: Line, following: Line, spare: int = 0) -> bool:
        """Whether what begins the next line would have had room on this one, and ``spare`` columns more."""
        unit = _UNIT.match(following.packed)
        first = unit[0] if unit else following.packed[:1]
        fits = (
            self.columns - line.extent >= columns(first) + spare and self.signs - line.signs >= len(first) + spare // 2
        )
        return bool(self) and fits


def usual_measure(lines: Sequence[Line]) -> Measure:
    """The measure of most lines of a source; none where its lines are whole paragraphs."""
    wrapped = [
        one
        for one, two in itertools.pairwise(lines)
        if not two.gap and not ends_sentence(one.packed) and one.width > 16
    ]
    if len(wrapped) < 4 or len(wrapped) < len(lines) / 8:
        return Measure(0, 0)
    place = len(wrapped) * 3 // 4
    measure = Measure(sorted(line.extent for line in wrapped)[place], sorted(line.signs for line in wrapped)[place])
    middle = sorted(line.extent for line in lines)[len(lines) // 2]
    return measure if middle * 7 <= measure.columns * 10 and measure.columns <= LONGEST_WRAPPED else Measure(0, 0)


def block_measures(block: Sequence[Line], usual: Measure) -> list[Measure]:
    """For each line of a block, which no blank line divides, the measure around it."""
    measures: list[Measure] = []
    for start in range(0, len(block), _WINDOW):
        around = block[max(start - _WINDOW // 2, 0) : start + 3 * _WINDOW // 2]
        measure = _widest(around)
        broken = sum(not ends_sentence(line.packed) and line.extent * 5 >= measure.columns * 4 for line in around[:-1])
        if measure.columns > LONGEST_WRAPPED or broken * 4 < len(around) - 1:
            measure = Measure(0, 0)
        elif len(around) == 1 or (len(around) < 4 and measure.columns < usual.columns <= measure.columns + 8):
            measure = usual
        measures += [measure] * len(block[start : start + _WINDOW])
    return measures


def is_airy(lines: Sequence[Line], usual: Measure) -> bool:
    """Whether blank lines stand between most paragraphs of a source."""
    ends = [
        two.gap > 0
        for one, two in itertools.pairwise(lines)
        if ends_sentence(one.packed) and (not usual or usual.room(one) > usual.columns // 4)
    ]
    return sum(ends) * 5 >= len(ends) * 3 if ends else True


def _widest(lines: Sequence[Line]) -> Measure:
    """The measure that three lines reach, or one of a few, so that a line that runs over does not set it."""
    place = len(lines) - (3 if len(lines) >= 10 else 1)
    return Measure(sorted(line.extent for line in lines)[place], sorted(line.signs for line in lines)[place])
