"""How much each short line of a page looks like a heading, a caption or the title, before its place is weighed."""

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.ingest.structure.items import Item
from sitegen.ingest.structure.leads import captionness, names_part, titleness
from sitegen.ingest.structure.lines import ends_sentence
from sitegen.ingest.structure.styles import Style, style_of
from sitegen.lexicon.layout import load_layout_words

_BY_STYLE = {Style.EXPLICIT: 6.0, Style.HALVES: 2.5, Style.PLAIN: 0.7}
_PART = 6.0
"""So much less is the first of several lines that name parts of a report the title of it."""
_TITLE_WITHIN = 3
"""Only so many short lines at the top may be the title."""


@dataclass(frozen=True, slots=True)
class Weights:
    """For each short line, by index of item, what reading it so is worth; no title where it cannot be one."""

    heading: Mapping[int, float]
    caption: Mapping[int, float]
    title: Mapping[int, float]


def weigh_lines(items: Sequence[Item], shorts: Sequence[int], first: int, *, titled: bool) -> Weights:
    """Weigh the short lines of a page.

    Args:
        items: All items of the page.
        shorts: Indexes of its short lines.
        first: Index of its first paragraph; only a line before it may be the title.
        titled: Whether the title is known already.
    """
    styles = {i: style_of(items[i].piece, level=items[i].level, bold=items[i].bold) for i in shorts}
    forms = Counter(form for _, form in styles.values())
    lengths = Counter(len(items[i].packed) for i in shorts if styles[i][0] is Style.PLAIN and _may_head(items[i]))
    marked = _marked(styles, shorts, first)
    heading = {i: _heading(items[i], styles[i], forms, lengths, marked) for i in shorts}
    caption = {i: _caption(items[i], styles[i][0], in_row=_in_row(shorts, n)) for n, i in enumerate(shorts)}
    title = {}
    parts = sum(names_part(items[i].packed) for i in shorts)
    for number, i in enumerate(shorts[:_TITLE_WITHIN]):
        if not titled and i < first:
            title[i] = _title(items[i], number, heading[i], styles[i], forms, len(shorts))
            if parts > 1 and names_part(items[i].packed) and not items[i].level:
                title[i] -= _PART
    return Weights(heading, caption, title)


@dataclass(frozen=True, slots=True)
class _Marked:
    """How the lines below the first paragraph are marked as headings."""

    lines: int
    """So many are numbered, framed, marked or of two halves."""
    alone: bool
    """Two or more bear a mark and hardly any line bears none, so that one without a mark is no heading."""


def _marked(styles: Mapping[int, tuple[Style, str]], shorts: Sequence[int], first: int) -> _Marked:
    below = [styles[i][0] for i in shorts if i > first]
    explicit, plain = below.count(Style.EXPLICIT), below.count(Style.PLAIN)
    over = any(
        two == one + 1 and styles[one][0] is Style.PLAIN and styles[two][0] is Style.EXPLICIT
        for one, two in itertools.pairwise(i for i in shorts if i > first)
    )
    return _Marked(len(below) - plain, explicit >= 2 and plain * 2 <= explicit and not over)


def _may_head(item: Item) -> bool:
    return not item.inserted and not ends_sentence(item.packed)


def _heading(
    item: Item, style: tuple[Style, str], forms: Counter[str], lengths: Counter[int], marked: "_Marked"
) -> float:
    value = _BY_STYLE[style[0]]
    named = any(word in item.packed for word in load_layout_words().heading_words)
    if named:
        value += 2.5
    if style[0] is Style.HALVES and forms[style[1]] > 1:
        value += 1.0
    if style[0] is Style.PLAIN and marked.alone and not named:
        value -= 6.0
    elif style[0] is Style.PLAIN and marked.lines >= 2 and not named:
        value -= 1.1
    elif style[0] is Style.PLAIN and _may_head(item) and captionness(item.packed) < 1.0:
        size = len(item.packed)
        alike = sum(lengths[length] for length in range(size - 1, size + 2)) - 1
        value += 0.5 * min(alike, 3)
    if not 4 <= len(item.packed) <= 30:
        value -= 0.8
    if style[0] is not Style.EXPLICIT:
        value -= 0.7 * max(captionness(item.packed), 0.0)
    if ends_sentence(item.packed):
        value -= 3.0
    return value - 1.5 * item.inserted


def _caption(item: Item, style: Style, *, in_row: bool) -> float:
    value = captionness(item.packed)
    if style is Style.EXPLICIT:
        value = min(value, 1.0)
    return value + 1.2 * item.inserted + 0.4 * in_row


def _in_row(shorts: Sequence[int], number: int) -> bool:
    """Whether another short line stands right beside this one."""
    return any(abs(shorts[number] - other) == 1 for other in shorts[max(number - 1, 0) : number + 2])


def _title(item: Item, number: int, heading: float, style: tuple[Style, str], forms: Counter[str], lines: int) -> float:
    if item.level == 1:
        return heading + 4.0
    value = heading - 0.8 + titleness(item.packed) - 1.5 * number
    if lines == 1:
        value += 4.0
    elif forms[style[1]] == 1 and lines > 2:
        value += 3.0 if style[0] is not Style.EXPLICIT else -2.0
    return value
