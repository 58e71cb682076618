"""Where each character and each pair of neighbouring characters stands: the lists that the browser intersects.

The texts of all pages are counted through as one. A pair's list holds the places where it stands, so that the places of
a phrase are those where its pairs follow one another, and no text needs to be read to know them. A single character's
list holds pages only: for each how often it stands there, and whether in its title or a heading.

Lists are made for some pages at a time and then put together; what was made for pages that have not changed can be
kept.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, count
from operator import add, sub
from typing import NamedTuple

from sitegen.search.numbers import encode, encode_all
from sitegen.search.texts import BLOCK_END, IndexedPage

IN_TITLE, IN_HEADING, IN_TEXT = 2, 1, 0
RANKS = 3
"""A single character's list gives ``hits * RANKS + IN_TITLE``, ``IN_HEADING`` or ``IN_TEXT`` for a page."""


class Run(NamedTuple):
    """The list of a term within a part."""

    first: int
    """The first place, or the first page's number, within the part."""
    rest: str
    """What follows: for a pair how far on it stands next; for a character the hits, then page and hits alternating."""
    last: int
    """The last place, or the last page's number, within the part."""


@dataclass(frozen=True, slots=True)
class Part:
    """The lists of some pages that follow one another."""

    pages: int
    length: int
    """Of their texts together."""
    runs: Mapping[str, Run]
    """By single character and by pair of characters."""


def make_part(pages: Sequence[IndexedPage]) -> Part:
    """List where the characters and pairs of some pages stand, counted from the first of them."""
    places: Mapping[str, array[int]] = defaultdict(lambda: array("L"))
    holders: Mapping[str, list[int]] = defaultdict(list)
    starts = list(accumulate((len(page.text) for page in pages), initial=0))
    for number, (start, page) in enumerate(zip(starts, pages, strict=False)):
        text = page.text
        for place, pair in zip(count(start), map(add, text, text[1:]), strict=False):
            places[pair].append(place)
        for character, hits in _count_characters(page):
            holders[character] += (number, hits)
    runs = {
        pair: Run(held[0], encode_all(map(sub, held[1:], held)), held[-1])
        for pair, held in places.items()
        if BLOCK_END not in pair
    }
    for character, entries in holders.items():
        numbers, counted = entries[::2], entries[1::2]
        gaps = map(sub, numbers[1:], numbers)
        rest = [counted[0], *(value for both in zip(gaps, counted[1:], strict=True) for value in both)]
        runs[character] = Run(numbers[0], encode_all(rest), numbers[-1])
    return Part(len(pages), starts[-1], runs)


def _count_characters(page: IndexedPage) -> Iterator[tuple[str, int]]:
    """Yield each character of a page with its hits and where it stands best."""
    title = frozenset(page.text[: page.title_end])
    headings = frozenset(page.text[page.title_end : page.headings_end])
    for character, hits in Counter(page.text).items():
        if character != BLOCK_END:
            rank = IN_TITLE if character in title else IN_HEADING if character in headings else IN_TEXT
            yield character, hits * RANKS + rank


def join_parts(parts: Iterable[Part]) -> dict[str, str]:
    """Return the lists of all terms over all parts as text.

    A pair's list is the place where it stands first, then how far on it stands next. A character's list is, for each
    page, how far on in the order of pages, and then hits and rank together.
    """
    lists: dict[str, list[str]] = defaultdict(list)
    ends: dict[str, int] = {}
    pages = length = 0
    for part in parts:
        for term, run in part.runs.items():
            base = pages if len(term) == 1 else length
            lists[term] += (encode(base + run.first - ends.get(term, 0)), run.rest)
            ends[term] = base + run.last
        pages += part.pages
        length += part.length
    return {term: "".join(runs) for term, runs in lists.items()}


def cut_lists(terms: Mapping[str, str], longest: int) -> Iterator[tuple[str, str]]:
    """Yield the files of the lists, each with its first term before it; terms in the browser's order of texts.

    Args:
        terms: Lists as ``join_parts`` gives them.
        longest: Characters that a file has at the most, unless a single list is longer.
    """
    lines: list[str] = []
    first, size = "", 0
    for term in sorted(terms, key=lambda term: term.encode("utf-16-be")):
        line = f"\n{term}\t{terms[term]}"
        if lines and size + len(line) > longest:
            yield first, "".join(lines)
            lines, size = [], 0
        if not lines:
            first = term
        lines.append(line)
        size += len(line)
    if lines:
        yield first, "".join(lines)
