"""Search by Pagefind, the engine before the lists: kept to be measured against them, see docs/explanation/search.md.

Each page becomes a temporary HTML document whose words are pairs of neighbouring characters; Pagefind indexes those.
A phrase of two or more characters stands in a text exactly where its pairs stand one after the other. Needs the package
pagefind-bin, which the program itself does not.
"""

import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from sitegen.search.articles import Block, find_blocks, find_title
from sitegen.search.folding import KEPT, fold, is_run, print_text
from sitegen.search.texts import SearchPage

BLOCK_END = "¶¶"
SPACE = "␣␣"
TEXT_END = "¶¶¶"
"""Ends the text of a page; what follows is there to be found and never shown."""
# Pagefind's own default weight is no step of its encoding, so that each posting would carry a marker: 3 % of the index.
_WEIGHT = "1.05"
_NEEDLESS = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js")


def write_pagefind(pages: Iterable[SearchPage], out: Path) -> None:
    """Write Pagefind's index of the pages into ``out/pagefind``."""
    from pagefind_bin import get_executable  # type: ignore[import-not-found] # only who measures has it

    with TemporaryDirectory(prefix="pagefind-") as folder:
        documents = Path(folder)
        for page in pages:
            if document := make_document(page):
                file = documents / page.file
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(document, encoding="utf-8")
        # In its file, for not every locale lets an argument hold these characters.
        (documents / "pagefind.toml").write_text(f"include_characters = {json.dumps(KEPT)}\n", encoding="utf-8")
        subprocess.run(
            [str(get_executable()), "--site", folder, "--output-path", str(out / "pagefind"), "--quiet"],
            env={**os.environ, "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "4000"},
            cwd=documents,
            check=True,
        )
    for pattern in _NEEDLESS:
        for file in (out / "pagefind").glob(pattern):
            file.unlink()


def cut(folded: str) -> Iterator[str]:
    """Yield the words of one block: ``12.5%，好`` gives ``12 2. .5 5% ， 好``.

    A word that is no pair takes a position, so no phrase crosses a mark or a space.
    """
    for run, characters in groupby(folded, is_run):
        if run:
            yield from cut_run("".join(characters))
        else:
            yield from (SPACE if character == " " else character for character in characters)


def cut_run(run: str) -> Iterator[str]:
    """Yield the pairs of a run; a single character stands for itself."""
    if len(run) == 1:
        yield run
    else:
        yield from (first + second for first, second in pairwise(run))


def list_characters(blocks: Iterable[str]) -> tuple[str, ...]:
    """Return each run character of a page once, so that a query of one character is exact as well."""
    return tuple(sorted({character for block in blocks for character in block if is_run(character)}))


def make_document(page: SearchPage) -> str | None:
    """Return the HTML document that stands for a page in the index, or None where the page has no text."""
    blocks = [(block, folded) for block in find_blocks(page.html) if (folded := fold(block.text))]
    if not blocks:
        return None
    printed = {
        number: text for number, (block, folded) in enumerate(blocks) if (text := print_text(block.text)) != folded
    }
    facts = {
        "title": page.title or find_title(page.html),
        "place": page.place,
        "period": page.period,
        "issuer": page.issuer,
    }
    if printed:
        facts["printed"] = json.dumps(printed, ensure_ascii=False, separators=(",", ":"))
    characters = " ".join(list_characters(folded for _, folded in blocks))
    return "\n".join(
        (
            '<!doctype html><html lang="und"><head><meta charset="utf-8"><title>¶</title></head><body>',
            f'<main data-pagefind-body data-pagefind-weight="{_WEIGHT}">',
            *(_format_block(block, folded) for block, folded in blocks),
            # A mark stands last because Pagefind's exact search misses the very last word of a page.
            f"<p>{TEXT_END} {characters} {TEXT_END}</p>",
            *(_format_fact(name, value) for name, value in facts.items() if value),
            "</main></body></html>\n",
        )
    )


def _format_block(block: Block, folded: str) -> str:
    words = escape(" ".join((*cut(folded), BLOCK_END)))
    if not block.anchor:
        return f"<p>{words}</p>"
    return f'<h2 id="{escape(block.anchor)}" data-pagefind-weight="{_WEIGHT}">{words}</h2>'


def _format_fact(name: str, value: str) -> str:
    # As an attribute: a value written inside data-pagefind-meta would be cut at its first comma.
    return f'<i data-pagefind-meta="{name}[data-value]" data-value="{escape(value)}"></i>'
