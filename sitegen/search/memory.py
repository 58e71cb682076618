"""What of an index can be kept in memory until it is made again, so that only what has changed is read anew."""

import hashlib
from collections.abc import Iterator, Sequence
from zlib import crc32

from sitegen.search.terms import Part, make_part
from sitegen.search.texts import IndexedPage, SearchPage, index_page

_USUAL, _MOST = 128, 256
"""Pages of a part, roughly, and at the most."""


class SearchMemory:
    """Pages and parts of the last index; the index is the same with and without it."""

    def __init__(self) -> None:
        self._pages: dict[bytes, tuple[IndexedPage, str] | None] = {}
        self._parts: dict[tuple[IndexedPage, ...], Part] = {}
        self._used: set[bytes] = set()

    def index_page(self, page: SearchPage) -> tuple[IndexedPage, str] | None:
        """Return what ``index_page`` makes of a page."""
        digest = hashlib.sha256(repr(page).encode()).digest()
        if digest not in self._pages:
            self._pages[digest] = index_page(page)
        self._used.add(digest)
        return self._pages[digest]

    def make_parts(self, pages: Sequence[IndexedPage]) -> Iterator[Part]:
        """Yield the parts of all pages; from now on only what these pages are made of is kept."""
        groups = tuple(split_pages(pages))
        self._parts = {group: self._parts[group] for group in groups if group in self._parts}
        self._pages = {digest: made for digest, made in self._pages.items() if digest in self._used}
        self._used.clear()
        for group in groups:
            if group not in self._parts:
                self._parts[group] = make_part(group)
            yield self._parts[group]


def split_pages(pages: Sequence[IndexedPage]) -> Iterator[tuple[IndexedPage, ...]]:
    """Yield the pages in groups. Where one ends depends on the paths of few pages: a new page changes few groups."""
    start = 0
    for end, page in enumerate(pages, start=1):
        if end in (len(pages), start + _MOST) or crc32(page.path.encode()) % _USUAL == 0:
            yield tuple(pages[start:end])
            start = end
