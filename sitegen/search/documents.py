"""The document that Pagefind reads in place of a page: its blocks as bigrams; never part of the site."""

import json
import unicodedata
from dataclasses import dataclass
from html import escape
from pathlib import PurePosixPath

from sitegen.search.articles import Block, find_blocks, find_title
from sitegen.search.bigrams import BLOCK_END, TEXT_END, cut, list_characters
from sitegen.search.folding import fold

# Pagefind's own default weight is no step of its encoding, so that each posting would carry a marker: 3 % of the index.
_WEIGHT = "1.05"


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


def make_document(page: SearchPage) -> str | None:
    """Return the HTML document that stands for a page in the index, or None where the page has no text."""
    blocks = [(block, folded) for block in find_blocks(page.html) if (folded := fold(block.text))]
    if not blocks:
        return None
    printed = {number: text for number, (block, folded) in enumerate(blocks) if (text := _shown(block.text)) != folded}
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


def _shown(text: str) -> str:
    return unicodedata.normalize("NFC", text)
