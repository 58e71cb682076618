"""What of a page is searched: the blocks of its ``<article>``."""

import re
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple

from sitegen.store.blocks import BETWEEN_CELLS

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    *("address", "article", "aside", "blockquote", "details", "div", "fieldset", "footer", "form", "header", "main"),
    *("figcaption", "figure", "hr", "nav", "p", "pre", "section", "summary"),
    *("dd", "dl", "dt", "li", "ol", "ul"),
    *("caption", "table", "tbody", "tfoot", "thead", "tr"),
}
_CELLS = frozenset({"td", "th"})
"""Divide a block: a row of a table is one, as it is for quotes."""
_NOT_TEXT = frozenset({"noscript", "script", "style", "sup", "template"})
"""Elements whose words are none of the text; in an article ``sup`` holds the marks of footnotes."""
_RAW = frozenset({"script", "style"})
_TAG = re.compile(r"""<!--.*?-->|<![^>]*>|<(/?)([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>""", re.S)
_ID = re.compile(r"""\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)


class StatSpan(NamedTuple):
    """Where a stat's number stands in a block."""

    start: int
    """In code points of the block's text."""
    end: int
    stat: str
    """Its id, which is its address on the page."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption or row of an article."""

    text: str
    """As printed, white space collapsed."""
    anchor: str | None = None
    """The id of a heading, for a link to it; None where the block is no heading or has none."""
    level: int = 0
    """1 for the title, 2 to 6 for a heading, 0 for any other block."""
    stats: tuple[StatSpan, ...] = ()
    """In the order of the text."""


def find_blocks(html: str) -> tuple[Block, ...]:
    """Return the blocks of a page's ``<article>`` in order; none where the page has no article."""
    start, end = html.find("<article"), html.rfind("</article")
    if start < 0:
        return ()
    reader = _ArticleReader()
    _walk(html[start : end if end > start else len(html)] + "</article>", reader)
    return tuple(reader.blocks)


def find_title(html: str) -> str:
    """Return the first ``<h1>`` of a page, in its article or outside; empty where it has none."""
    found = re.search(r"<h1[\s>].*?</h1\s*>", html, re.S | re.I)
    return _collapse(unescape(_TAG.sub("", found[0]))) if found else ""


def _walk(html: str, reader: "_ArticleReader") -> None:
    """Tell the reader each tag and each text of a page."""
    place = 0
    while tag := _TAG.search(html, place):
        if tag.start() > place:
            reader.add_text(unescape(html[place : tag.start()]))
        place = tag.end()
        closing, name, attributes = tag[1], (tag[2] or "").lower(), tag[3]
        if closing:
            reader.end(name)
        elif name in _RAW:
            place = _skip_raw(html, name, place)
        elif name:
            reader.start(name, attributes)


def _skip_raw(html: str, name: str, place: int) -> int:
    end = re.compile(rf"</{name}[^>]*>", re.I).search(html, place)
    return end.end() if end else len(html)


class _ArticleReader:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._depth = 0  # of nested articles
        self._silent = 0
        self._text = ""
        self._new_cell = False
        self._heading: tuple[str | None, int] = (None, 0)
        self._stats: list[StatSpan] = []
        self._open: tuple[str, str, int] | None = None  # the element of a stat: its name, its id, where it begins

    def start(self, name: str, attributes: str) -> None:
        self._depth += name == "article"
        self._silent += name in _NOT_TEXT
        if name in _BLOCKS:
            self._end_block()
        if name in _HEADINGS:
            self._heading = (_read_id(attributes), int(name[1]))
        elif name in _CELLS:
            self._new_cell = True
        elif name == "br":
            self._text += " "
        elif "data-stat" in attributes and (stat := _read_id(attributes)):
            self._begin_cell()
            self._open = (name, stat, len(self._text))

    def end(self, name: str) -> None:
        if self._open and name == self._open[0]:
            _, stat, start = self._open
            before, own = self._text[:start], self._text[start:]
            first = len(_collapse(before)) + bool(before.strip() and before[-1].isspace())
            self._stats.append(StatSpan(first, first + len(_collapse(own)), stat))
            self._open = None
        if name in _BLOCKS:
            self._end_block()
        if name in _HEADINGS:
            self._heading = (None, 0)
        self._silent -= name in _NOT_TEXT and self._silent > 0
        self._depth -= name == "article"

    def add_text(self, text: str) -> None:
        if self._depth > 0 and not self._silent:
            if text.strip():
                self._begin_cell()
            self._text += text

    def _begin_cell(self) -> None:
        """Part a cell that says something from those before it in its row."""
        if self._new_cell and self._text.strip():
            self._text = self._text.rstrip() + BETWEEN_CELLS
        self._new_cell = False

    def _end_block(self) -> None:
        text = _collapse(self._text)
        if text:
            self.blocks.append(Block(text, *self._heading, tuple(self._stats)))
        self._text, self._open, self._new_cell = "", None, False
        self._stats.clear()


def _read_id(attributes: str) -> str | None:
    found = _ID.search(attributes)
    return unescape(next(filter(None, found.groups()), "")) or None if found else None


def _collapse(text: str) -> str:
    return " ".join(text.split())
