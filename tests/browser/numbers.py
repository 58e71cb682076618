"""The numbers that the pages of a built site state, and whether each has its stat."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
_DIGIT = re.compile(r"[0-9]")
_SAID_TAGS = frozenset(("article", "blockquote", "q", "time", "title", "script", "option"))
_SAID_CLASSES = frozenset(("quote", "title", "period", "tick", "code", "prose", "cite"))
"""The report's own words and what is quoted from it, titles, dates, marks of an axis, codes, texts of editors."""
_TOLD_TAGS = frozenset(("h1", "caption", "dt"))
_TOLD_CLASSES = frozenset(("count", "note", "meta", "more", "kicker", "facts", "tally"))
"""Names of pages and tables, and what the archive tells of itself: counts and dates, and no reported value."""
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
    said: bool
    told: bool
    texts: list[str] = field(default_factory=list)


class Numbers(HTMLParser):
    """What a page says in numbers inside its ``main``."""

    def __init__(self, html: str, reported: Collection[str] = ()) -> None:
        super().__init__()
        self.stated: list[Stated] = []
        self.orphans: list[str] = []
        """Texts with digits that are neither a value with its stat, nor words of a report, nor a count or a date."""
        self._reported = re.compile("|".join(rf"(?<![0-9.,]){re.escape(value)}" for value in reported) or "(?!)")
        self._open: list[_Element] = []
        self._in_main = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._in_main = self._in_main or tag == "main"
        above = self._open[-1] if self._open else _Element("", {}, said=False, told=False)
        classes = set(attributes.get("class", "").split())
        said = tag in _SAID_TAGS or classes & _SAID_CLASSES or {"data-stat", "data-from"} & attributes.keys()
        told = tag in _TOLD_TAGS or classes & _TOLD_CLASSES
        if tag not in _VOID:
            self._open.append(_Element(tag, attributes, above.said or bool(said), above.told or bool(told)))

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
        last = self._open[-1]
        told = (last.told or linked) and not self._reported.search(data)
        if _DIGIT.search(data) and not last.said and not told:
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


def find_orphan_numbers(html: str, reported: Collection[str] = ()) -> list[str]:
    """Return the texts of a page that state a number without a stat, and are no count, tick, date or quotation.

    Args:
        html: The page.
        reported: Values as reports print them, which no count or date looks like.
    """
    return Numbers(html, reported).orphans
