"""Mark every stat where it stands in a report's text.

Works on rendered HTML, on the text nodes between its tags, so that a number that crosses bold text is marked on both
sides of the tag. What Markdown renders has no ``<`` or ``>`` in texts and attributes other than those of its tags.
Marks of footnotes and pictures with their captions are passed over whole: no number of theirs is quoted.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from itertools import pairwise

from sitegen.model.span import Span
from sitegen.model.stat import Stat
from sitegen.model.terms import StatId
from sitegen.quantities.quotes import locate
from sitegen.store.blocks import BETWEEN_CELLS
from sitegen.store.dressing import GAP

_TAG = re.compile(r"(<sup>.*?</sup>|<figure .*?</figure>|<[^>]*>)", re.DOTALL)
_NAME = re.compile(r"</?([a-z0-9]+)")
_INLINE = frozenset(("a", "br", "code", "del", "em", "img", "s", "span", "strong", "sup", "td", "th"))
"""Elements within which a block goes on; that of a table is its row."""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """HTML with its stats marked."""

    html: str
    located: frozenset[StatId]
    """Stats that have their mark; the others' quotes do not settle where they stand."""
    inside: Mapping[StatId, tuple[StatId, ...]]
    """By a stat that is a link: those that share its spot and have no link of their own beginning there."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a stat stands in the text of one block."""

    id: StatId
    span: Span


def row_id(stat: StatId) -> str:
    """Return the id of a stat's row in the table of stats; no stat has an id of this form."""
    return f"row-{stat}"


def mark_stats(html: str, stats: Sequence[Stat]) -> MarkedText:
    """Return HTML in which each stat's number is a link to its row, with the stat's id as its own.

    Where stats overlap, the first is the link and the others keep their ids inside it.

    Args:
        html: What ``store.markdown.render`` made.
        stats: The report's stats; a stat is marked in the first block in which its quote settles it.
    """
    waiting = list(stats)
    made: list[str] = []
    located: set[StatId] = set()
    inside: dict[StatId, list[StatId]] = {}
    for pieces in _split_blocks(html):
        text = "".join(_text_of(piece) for piece in pieces if not piece.startswith("<"))
        near = (stat for stat in waiting if stat.quote in text)
        found = [_Place(s.id, span) for s in near if (span := locate(s.printed, s.quote, text, s.at))]
        if found:
            taken = {place.id for place in found}
            waiting = [stat for stat in waiting if stat.id not in taken]
            located |= taken
            found.sort(key=lambda p: (p.span.start, -p.span.end))
            _gather_inside(found, inside)
            pieces = _mark_block(pieces, found)
        made += pieces
    return MarkedText("".join(made), frozenset(located), {outer: tuple(ids) for outer, ids in inside.items()})


def _gather_inside(places: Sequence[_Place], inside: dict[StatId, list[StatId]]) -> None:
    """Add those places that begin before an earlier one has ended to what is inside that one."""
    outer = places[0]
    for place in places[1:]:
        if place.span.start < outer.span.end:
            inside.setdefault(outer.id, []).append(place.id)
        else:
            outer = place


def _split_blocks(html: str) -> Iterable[list[str]]:
    """Yield runs of tags and texts between which no block begins or ends."""
    run: list[str] = []
    for piece in _TAG.split(html):
        name = _NAME.match(piece)
        if name and name[1] not in _INLINE:
            yield run
            yield [piece]
            run = []
        elif piece:
            run.append(piece)
    yield run


def _text_of(piece: str) -> str:
    """Return the text of a node; the space between two cells is what parts them in a quote."""
    return BETWEEN_CELLS if piece == GAP else unescape(piece)


def _mark_block(pieces: Iterable[str], places: Sequence[_Place]) -> list[str]:
    made: list[str] = []
    at, links = 0, 0
    for piece in pieces:
        if piece.startswith("<"):
            links += piece.startswith("<a ") - piece.startswith("</a")
            made.append(piece)
        else:
            text = _text_of(piece)
            made.append(piece if text == BETWEEN_CELLS else _mark_text(text, at, places, linked=links > 0))
            at += len(text)
    return made


def _mark_text(text: str, offset: int, places: Sequence[_Place], *, linked: bool) -> str:
    """Mark a text node that begins at ``offset`` of its block; inside a link no second link is made."""
    node = Span(offset, offset + len(text))
    near = [place for place in places if place.span.meets(node)]
    cuts = {node.start, node.end} | {c for p in near for c in (p.span.start, p.span.end) if node.start < c < node.end}
    edges = sorted(cuts)
    made = []
    for start, end in pairwise(edges):
        part = Span(start, end)
        inner = escape(text[start - offset : end - offset]).replace("&#x27;", "'")
        covering = [place for place in near if place.span.holds(part)]
        for place in reversed(covering[1:]):
            inner = _wrap("span", place, part, "", inner)
        if covering:
            first = covering[0]
            href = f' href="#{row_id(first.id)}"' + ("" if first.span.start == start else ' tabindex="-1"')
            inner = _wrap("span" if linked else "a", first, part, "" if linked else href, inner)
        made.append(inner)
    return "".join(made)


def _wrap(tag: str, place: _Place, part: Span, attributes: str, inner: str) -> str:
    own_id = f' id="{place.id}"' if place.span.start == part.start else ""
    return f'<{tag}{own_id} class="stat"{attributes} data-stat="{place.id}">{inner}</{tag}>'
