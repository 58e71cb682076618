"""Which paragraphs stand under which heading, whether headings are printed over their text or after it.

Newspaper pages are read column by column, so a heading may come before its text or after it, even both ways on one
page, the lead may stand first, last or in the middle, and captions stand anywhere. All of this is weighed at once: each
reading of the page is a way through its items, and the way with the best sum is taken.
"""

import heapq
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from sitegen.ingest.structure.items import Item, Kind
from sitegen.ingest.structure.leads import leadness, opens_section
from sitegen.ingest.structure.likeness import Likeness
from sitegen.ingest.structure.weights import weigh_lines

_BEAM = 16
"""So many ways of reading are followed at once; a page rarely leaves more than three open."""
_AHEAD = 4
"""So many short lines ahead a heading may stand after its text."""

_LIKE, _SUBJECT = 5.0, 1.0
_AFTER_FIRST, _TURN = -1.0, -0.8
_CUT = -1.8
_LEADS, _LATE_LEAD = 0.8, -1.0
_LEAD_CUT = 0.6
_EMPTY = -5.0


class Role(Enum):
    """What a short line is on its page."""

    TITLE = "title"
    HEADING = "heading"
    HEADING_AFTER = "heading-after"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Reading:
    """How a page is read: a role for each short line and a heading for each paragraph, all by index of item."""

    roles: Mapping[int, Role]
    heads: Mapping[int, int | None]
    """For each paragraph the item that is its heading; None for the lead."""
    margin: float
    """By how much this reading is better than a plain one from top to bottom; 0 where it is that one."""


@dataclass(frozen=True, slots=True)
class _State:
    """Where a reading stands: under which heading, or before one that comes after its text."""

    head: int | None = None
    """Index of the current heading; None in the lead and between sections."""
    ahead: bool = False
    """The current heading comes after the text."""
    lead: bool = False
    empty: bool = False
    """No paragraph has come under the current heading yet."""
    led: bool = False
    """A lead has been read."""
    way: int = 0
    """1 where the last heading stood before its text, 2 after it."""


def read_sections(items: Sequence[Item], *, titled: bool) -> Reading:
    """Find the best reading of a report's paragraphs and short lines.

    Args:
        items: The report's items in the source's order; credits and datelines may be among them.
        titled: Whether the title is known already, so that no short line here is it.
    """
    paragraphs = [index for index, item in enumerate(items) if item.kind is Kind.PARAGRAPH]
    shorts = [index for index, item in enumerate(items) if item.kind is Kind.SHORT]
    if not shorts:
        return Reading({}, dict.fromkeys(paragraphs), 0.0)
    return _Reader(items, paragraphs, shorts, titled).read()


class _Reader:
    """Goes through the items once, keeping the best way into each state."""

    def __init__(self, items: Sequence[Item], paragraphs: Sequence[int], shorts: Sequence[int], titled: bool) -> None:
        self.items = items
        self.rank = {index: number for number, index in enumerate(paragraphs)}
        self.likeness = Likeness([items[index].packed for index in paragraphs])
        self.first = paragraphs[0] if paragraphs else len(items)
        self.last = paragraphs[-1] if paragraphs else -1
        self.weights = weigh_lines(items, shorts, self.first, titled=titled)
        self.headings = sum(self.weights.heading[i] > self.weights.caption[i] for i in shorts)
        self.ahead = self._lines_ahead(shorts)
        self.before: dict[int, int] = {b: a for a, b in itertools.pairwise(paragraphs)}
        self.gains: dict[tuple[int, int], float] = {}
        self.cuts: dict[int, float] = {}
        self.airy = sum(items[i].gap > 0 for i in paragraphs) > 0.8 * len(paragraphs)
        self.lead = {i: leadness(items[i].packed, self.headings) for i in paragraphs}

    def _lines_ahead(self, shorts: Sequence[int]) -> dict[int, tuple[int, ...]]:
        """For each paragraph the short lines that may be its heading though they come after it."""
        likely = [i for i in shorts if self.weights.heading[i] > self.weights.caption[i] - 4]
        ahead: dict[int, tuple[int, ...]] = {}
        position = 0
        for index in self.rank:
            while position < len(likely) and likely[position] < index:
                position += 1
            ahead[index] = tuple(likely[position : position + _AHEAD])
        return ahead

    def read(self) -> Reading:
        best: dict[_State, float] = {_State(): 0.0}
        back: list[dict[_State, tuple[_State, Role | None]]] = []
        for index, item in enumerate(self.items):
            if item.kind not in (Kind.PARAGRAPH, Kind.SHORT):
                back.append({})
                continue
            step: dict[_State, float] = {}
            came: dict[_State, tuple[_State, Role | None]] = {}
            moves = self._under if item.kind is Kind.PARAGRAPH else self._past
            for state, score in best.items():
                for after, gain, role in moves(index, state):
                    if after not in step or score + gain > step[after]:
                        step[after] = score + gain
                        came[after] = (state, role)
            best = dict(heapq.nlargest(_BEAM, step.items(), key=lambda pair: pair[1]))
            back.append(came)
        ends = {s: v + (_EMPTY if s.empty else 0.0) for s, v in best.items() if not s.ahead}
        state = max(ends, key=lambda s: ends[s])
        return self._trace(state, back)

    def _trace(self, state: _State, back: list[dict[_State, tuple[_State, Role | None]]]) -> Reading:
        roles: dict[int, Role] = {}
        heads: dict[int, int | None] = {}
        for index in range(len(self.items) - 1, -1, -1):
            if not back[index]:
                continue
            before, role = back[index][state]
            if role is None:
                heads[index] = state.head
            else:
                roles[index] = role
            state = before
        return Reading(roles, heads, 0.0)

    def _under(self, index: int, state: _State) -> list[tuple[_State, float, Role | None]]:
        """Ways to read a paragraph: on under the same heading, or under one that is still to come, or as the lead."""
        moves: list[tuple[_State, float, Role | None]] = []
        on = state.head is not None or state.lead
        if on:
            gain = self._gain(index, state.head) if state.head is not None else self._lead_gain(index, state)
            moves.append((_State(state.head, state.ahead, state.lead, False, state.led, state.way), gain, None))
        if state.ahead:
            return moves
        if state.empty and state.head is not None:
            return moves
        cut = 0.0
        if on:
            if index not in self.cuts:
                self.cuts[index] = self._cut(index)
            cut = self.cuts[index]
        for head in self.ahead[index]:
            turn = _TURN if state.way == 1 else _AFTER_FIRST if state.way == 0 else 0.0
            moves.append(
                (_State(head, True, False, False, state.led, state.way), cut + turn + self._gain(index, head), None)
            )
        if not state.led:
            lead = _State(None, False, True, False, True, state.way)
            late = _LEADS if index == self.first else _LATE_LEAD
            cut = min(cut + _LEAD_CUT, 0.0) if on else 0.0
            moves.append((lead, cut + late + self._lead_gain(index, lead, late=index != self.first), None))
        elif not on:
            moves.append((_State(None, False, True, False, True, state.way), _EMPTY, None))
        return moves

    def _past(self, index: int, state: _State) -> list[tuple[_State, float, Role | None]]:
        """Ways to read a short line: as a caption, a title, the heading of what follows or of what went before."""
        weights = self.weights
        moves: list[tuple[_State, float, Role | None]] = []
        if state.head != index or not state.ahead:
            moves.append((state, weights.caption[index], Role.CAPTION))
        if index in weights.title and not self._before_first(state):
            moves.append((state, weights.title[index], Role.TITLE))
        if state.ahead:
            if state.head == index:
                between = _State(None, False, False, False, state.led, 2)
                moves.append((between, weights.heading[index], Role.HEADING_AFTER))
            return moves
        turn = _TURN if state.way == 2 else 0.0
        empty = _EMPTY if state.empty else 0.0
        if index < self.last:
            under = _State(index, False, False, True, state.led, 1)
            moves.append((under, weights.heading[index] + turn + empty, Role.HEADING))
        return moves

    def _before_first(self, state: _State) -> bool:
        return state.head is not None or state.lead

    def _gain(self, index: int, head: int) -> float:
        if (index, head) not in self.gains:
            heading, paragraph = self.items[head].packed, self.rank[index]
            gain = _LIKE * self.likeness.of_heading(heading, paragraph)
            self.gains[index, head] = gain + _SUBJECT * self.likeness.of_subject(heading, paragraph)
        return self.gains[index, head]

    def _lead_gain(self, index: int, state: _State, *, late: bool = False) -> float:
        value = min(self.lead[index], 4.5)
        return 0.9 * value if late else max(min(0.8 * (value - 1.0), 2.0), -0.5)

    def _cut(self, index: int) -> float:
        """What it costs to begin a new section before a paragraph though no heading stands there."""
        item, before = self.items[index], self.items[self.before[index]]
        cost = _CUT + 0.8 * opens_section(item.packed)
        if item.apart:
            cost += 0.8
        if (item.indented and not before.indented) or (self.airy and item.gap == 0):
            cost += 0.9
        if item.measure and before.measure and abs(item.measure - before.measure) > 4:
            cost += 1.5
        cost -= 2.0 * self.likeness.of_paragraphs(self.rank[index], self.rank[self.before[index]])
        return cost
