"""The numbers that the pages of a built site state, and whether each has its stat."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
_DIGIT = re.compile(r"[0-9]")
_EXEMPT_TAGS = frozenset(("article", "blockquote", "q", "time", "title", "script", "option", "h1", "caption", "dt"))
"""The report's own words, words quoted from it, dates, names of pages, tables and facts."""
_EXEMPT_CLASSES = frozenset(
    (
        "quote",
        "title",
        "count",
        "period",
        "tick",
        "code",
        "prose",
        "cite",
        "note",
        "meta",
        "more",
        "kicker",
        "facts",
        "tally",
    )
)
"""Words and titles of reports, counts of what the archive holds, dates, marks of an axis, codes and file names."""
_VALUE = re.compile(r"[约近超达逾]?[0-9][0-9.,]*(万|亿|万亿)?[余多]?\S{0,3}")
"""What a link says that states a value; other links lead to what their words name."""


@dataclass(frozen=True)
class Stated:
    """A value that a page states."""

    ids: tuple[str, ...]
    """Stats that it is, or is made from."""
    derived: bool
    text: str
    href: str | None
    """Where it leads; of itself or of the link around it."""


@dataclass
class _Element:
    tag: str
    attributes: dict[str, str]
    exempt: bool
    texts: list[str] = field(default_factory=list)


class Numbers(HTMLParser):
    """What a page says in numbers inside its ``main``."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.stated: list[Stated] = []
        self.orphans: list[str] = []
        """Texts with digits that are neither a value with its stat nor exempt."""
        self._open: list[_Element] = []
        self._in_main = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._in_main = self._in_main or tag == "main"
        above = bool(self._open) and self._open[-1].exempt
        classes = set(attributes.get("class", "").split())
        own = tag in _EXEMPT_TAGS or classes & _EXEMPT_CLASSES or {"data-stat", "data-from"} & attributes.keys()
        if tag not in _VOID:
            self._open.append(_Element(tag, attributes, above or bool(own)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            closed = self._open.pop()
            self._note(closed)
            if closed.tag == tag:
                break
        self._in_main = self._in_main and tag != "main"

    def handle_data(self, data: str) -> None:
        if not self._in_main or not self._open:
            return
        for element in self._open:
            element.texts.append(data)
        linked = any(element.tag == "a" for element in self._open) and not _VALUE.fullmatch(data.strip())
        if _DIGIT.search(data) and not self._open[-1].exempt and not linked:
            self.orphans.append(data.strip())

    def _note(self, closed: _Element) -> None:
        attributes = closed.attributes
        for name in ("data-stat", "data-from"):
            if name in attributes:
                links = [e.attributes.get("href") for e in (*self._open, closed) if e.tag == "a"]
                text = "".join(closed.texts)
                ids = tuple(attributes[name].split())
                self.stated.append(Stated(ids, name == "data-from", text, links[-1] if links else None))


def find_values(html: str) -> Iterator[Stated]:
    """Yield the values that a page states with their stats."""
    yield from Numbers(html).stated


def find_orphan_numbers(html: str) -> list[str]:
    """Return the texts of a page that state a number without a stat, and are no count, tick, date or quotation."""
    return Numbers(html).orphans
