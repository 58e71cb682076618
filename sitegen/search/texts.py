"""A page as search sees it: the text that is compared, and the file from which a result is shown."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from sitegen.search.articles import Block, find_blocks, find_title
from sitegen.search.folding import fold, key, print_text
from sitegen.search.simplified import format_pairs, load_simplified

BLOCK_END = "\n"
"""Stands behind each block, so that no phrase goes from one into the next; folding leaves no other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """A page that phrase search covers, with what its result says beside the text."""

    file: PurePosixPath
    """Where the page lies below the output folder; its address is made from it."""
    html: str = ""
    """The page itself; its ``<article>`` is indexed."""
    title: str = ""
    """The page's first heading if empty."""
    place: str = ""
    period: str = ""
    issuer: str = ""
    date: str = ""
    """What decides which page is newer, as an ISO date; empty, which is oldest, where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedPage:
    """A page in the index."""

    path: str
    """Its address below the base path: ``reports/a/b/2023/``."""
    date: str
    text: str
    """Its blocks as compared, the title's first, then the headings, then the others, ``BLOCK_END`` behind each."""
    title_end: int
    """Where in the text the headings begin."""
    headings_end: int
    """Where in the text the other blocks begin."""
    folded: frozenset[str]
    """Characters of the printed page that stand in it as others, as traditional ones do."""


def index_page(page: SearchPage) -> tuple[IndexedPage, str] | None:
    """Return what is indexed of a page, and the file of its text; None where the page has no text.

    The file is JSON: ``title``, ``place``, ``period`` and ``issuer`` where there is one; ``same``, pairs of characters
    that count as the same; ``blocks``, in the order of the page, each ``[text, heading id or "", [start, end, stat id,
    …]]`` without what is empty at its end, offsets in code points.
    """
    folded = [(block, text) for block in find_blocks(page.html) if (text := fold(block.text))]
    if not folded:
        return None
    compared = [(min(block.level, 2), key(text) + BLOCK_END) for block, text in folded]
    parts = ["".join(text for level, text in compared if level == part) for part in (1, 2, 0)]
    others = load_simplified().keys() & set("".join(text for _, text in folded))
    facts = {
        "title": page.title or find_title(page.html),
        "place": page.place,
        "period": page.period,
        "issuer": page.issuer,
        "same": format_pairs(sorted(others)),
    }
    shown = {name: value for name, value in facts.items() if value}
    blocks_shown = [_show_block(block) for block, _ in folded]
    indexed = IndexedPage(
        path=f"{page.file.parent}/" if page.file.name == "index.html" else str(page.file),
        date=page.date,
        text="".join(parts),
        title_end=len(parts[0]),
        headings_end=len(parts[0]) + len(parts[1]),
        folded=frozenset(others),
    )
    return indexed, json.dumps({**shown, "blocks": blocks_shown}, ensure_ascii=False, separators=(",", ":"))


def _show_block(block: Block) -> Sequence[object]:
    text = print_text(block.text)
    stats: list[object] = []
    for start, end, stat in block.stats:
        if text != block.text:
            start, end = (len(print_text(block.text[:place])) for place in (start, end))
        stats += [start, end, stat]
    shown: list[object] = [text, block.anchor or "", stats]
    while not shown[-1]:
        shown.pop()
    return shown
