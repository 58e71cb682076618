"""Write the search index: a table of pages, lists of where characters stand, and the text of each page.

Below ``search-index/``:

- ``index.json``: ``format``, ``build``, ``pages``, ``terms``, ``same``; the only file that every query loads.
- ``terms/<build>/<number>.txt``: lists of terms, so that no list is ever taken for one of another build.
- ``text/<path of the page>.json``: what a result is shown from.
- ``simplified.txt``: pairs of a traditional and a simplified character, for queries that need them.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from sitegen.problems import ReasonError, Words
from sitegen.search.memory import SearchMemory, split_pages
from sitegen.search.numbers import encode, encode_all
from sitegen.search.simplified import format_pairs, load_simplified
from sitegen.search.terms import Part, cut_lists, join_parts, make_part
from sitegen.search.texts import IndexedPage, SearchPage, index_page

FOLDER = "search-index"
"""The index's folder below the output folder."""
FORMAT = 1
"""Raised whenever a browser with an older script could misread the index; the script knows the same number."""

_LIST_SIZE = 8_000
"""Characters of a file of lists in a small archive."""
_LISTS = 2_000
"""Files of lists at the most; those of a large archive are longer instead."""
_SAME = 200
"""Pairs of characters that count as the same and come along with the table of pages: the most frequent ones."""


_NO_LISTS = "\n"
"""The file of lists of an archive without a text: there is an index all the same, in which nothing is found."""


class IndexingError(ReasonError):
    """The index could not be made; holds why."""


def write_index(
    pages: Iterable[SearchPage],
    out: Path,
    *,
    memory: SearchMemory | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Write the index of the pages into ``out/search-index`` and return how many pages it holds.

    The same pages in any order give the same bytes.

    Args:
        pages: Each page once, in any order.
        out: The output folder; must not have an index yet.
        memory: What is kept of one index for the next.
        progress: Told how many pages are in the index, and how many there are, once all are read.

    Raises:
        IndexingError: if two pages have one address.
        OSError: if a file cannot be written.
    """
    folder = out / FOLDER
    indexed: dict[str, IndexedPage] = {}
    for made in filter(None, map(memory.index_page if memory else index_page, pages)):
        page, text = made
        if page.path in indexed:
            said = Words("two pages have the address {path}", "两个页面用了同一个地址 {path}")
            raise IndexingError(said.fill(path=page.path))
        indexed[page.path] = page
        _write(folder / f"text/{page.path.rstrip('/')}.json", text)
    ordered = [indexed[path] for path in sorted(indexed)]
    parts = memory.make_parts(ordered) if memory else map(make_part, split_pages(ordered))
    _write_tables(folder, ordered, join_parts(_count(parts, len(ordered), progress)))
    return len(indexed)


def _count(parts: Iterable[Part], total: int, progress: Callable[[int, int], None] | None) -> Iterator[Part]:
    done = 0
    for part in parts:
        if progress:
            progress(done, total)
        yield part
        done += part.pages


def _write_tables(folder: Path, pages: Sequence[IndexedPage], terms: Mapping[str, str]) -> None:
    longest = max(_LIST_SIZE, sum(map(len, terms.values())) // _LISTS)
    lists = list(cut_lists(terms, longest)) or [("", _NO_LISTS)]
    same = Counter(character for page in pages for character in page.folded)
    frequent = sorted(same, key=lambda character: (-same[character], character))[:_SAME]
    table = {
        "pages": _list_pages(pages),
        "terms": "\n".join(first for first, _ in lists),
        "same": format_pairs(frequent),
    }
    build = _digest([*table.values(), *(text for _, text in lists)])
    for number, (_, text) in enumerate(lists):
        _write(folder / f"terms/{build}/{number}.txt", text)
    _write(folder / "simplified.txt", format_pairs(sorted(load_simplified())))
    head = {"format": FORMAT, "build": build, **table}
    _write(folder / "index.json", json.dumps(head, ensure_ascii=False, separators=(",", ":")))


def _list_pages(pages: Sequence[IndexedPage]) -> str:
    """Return a line for each page.

    It says how many characters its path shares with the one before, then the rest of the path; after a tab the place
    of its date among all dates, the length of its text, and the lengths of the parts of the title and of the headings.
    """
    ranks = {date: rank for rank, date in enumerate(sorted({page.date for page in pages}))}
    lines = []
    before = ""
    for page in pages:
        shared = _count_shared(before, page.path)
        before = page.path
        facts = (ranks[page.date], len(page.text), page.title_end, page.headings_end - page.title_end)
        lines.append(f"{encode(shared)}{page.path[shared:]}\t{encode_all(facts)}")
    return "\n".join(lines)


def _count_shared(first: str, second: str) -> int:
    shared = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        shared += 1
    return shared


def _digest(texts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode())
        digest.update(b"\0")
    return digest.hexdigest()[:12]


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
