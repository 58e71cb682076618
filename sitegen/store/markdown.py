"""The one Markdown set-up of the archive: CommonMark with tables, no raw HTML, lines of Chinese joined without a space.

What a quote refers to is the text of a block here: marks and escapes removed, entities resolved.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from sitegen.store.blocks import Block, BlockKind
from sitegen.store.emphasis import InlineParser, is_wide
from sitegen.store.escape import escape, join_blocks
from sitegen.store.prose import read_prose

__all__ = ["Block", "BlockKind", "Part", "blocks", "escape", "join_blocks", "parts", "render"]


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the body and the blocks under it; the lead has ``heading`` None."""

    heading: str | None
    blocks: tuple[Block, ...]
    line: int
    """Line of the body on which it begins, from 1."""


_KINDS = {"list_item_open": BlockKind.LIST_ITEM, "td_open": BlockKind.TABLE_CELL, "th_open": BlockKind.TABLE_CELL}


def render(body: str) -> str:
    """Return the HTML of a Markdown body; raw HTML in it is shown, not obeyed."""
    return str(_markdown().render(body))


def blocks(body: str) -> tuple[Block, ...]:
    """Return the blocks of a Markdown body with their rendered text, in order; blocks without text are left out."""
    prose = read_prose(body)
    return parse_blocks(body) if prose is None else prose


def parse_blocks(body: str) -> tuple[Block, ...]:
    """Return the same by the Markdown parser, whatever the body holds."""
    return tuple(block for block in _find_blocks(_markdown().parse(body)) if block.text)


def parts(body: str) -> tuple[Part, ...]:
    """Divide a body at its headings; there is a lead only where text stands before the first heading."""
    found: list[Part] = []
    heading: str | None = None
    under: list[Block] = []
    line = 1
    for block in blocks(body):
        if block.kind is BlockKind.HEADING:
            if heading is not None or under:
                found.append(Part(heading, tuple(under), line))
            heading, under, line = block.text, [], block.line
        else:
            under.append(block)
    if heading is not None or under:
        found.append(Part(heading, tuple(under), line))
    return tuple(found)


def split_body(body: str) -> tuple[tuple[int, int], ...]:
    """Return the first character and the one after the last of each top-level block: a heading, a paragraph, a list."""
    starts = [0, *(at + 1 for at, char in enumerate(body) if char == "\n"), len(body)]
    lines = [token.map for token in _markdown().parse(body) if token.level == 0 and token.map]
    spans = [(starts[first], starts[min(last, len(starts) - 1)]) for first, last in lines]
    return tuple((start, start + len(body[start:end].rstrip())) for start, end in spans)


@cache
def _markdown() -> MarkdownIt:
    """Make the parser once: no raw HTML, and no indented code, for editors indent paragraphs with spaces."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["code", "html_block", "html_inline"])
    parser = InlineParser()
    parser.ruler.enableOnly(markdown.inline.ruler.get_active_rules())
    parser.ruler2.enableOnly(markdown.inline.ruler2.get_active_rules())
    markdown.inline = parser
    markdown.core.ruler.push("join-lines", _join_lines)
    return markdown


def _join_lines(state: StateCore) -> None:
    """Turn each soft line break into nothing beside a wide character, into a space between others."""
    for token in state.tokens:
        children = token.children or []
        for number, child in enumerate(children):
            if child.type == "softbreak":
                before = next((c.content for c in reversed(children[:number]) if c.content), " ")
                after = next((c.content for c in children[number + 1 :] if c.content), " ")
                child.type, child.tag = "text", ""
                child.content = "" if is_wide(before[-1]) or is_wide(after[0]) else " "


def _find_blocks(tokens: list[Token]) -> Iterator[Block]:
    kinds = [BlockKind.PARAGRAPH]
    level = 0
    for token in tokens:
        if token.type in _KINDS:
            kinds.append(_KINDS[token.type])
        elif token.type in ("list_item_close", "td_close", "th_close"):
            kinds.pop()
        elif token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "inline":
            yield Block(BlockKind.HEADING if level else kinds[-1], _text_of(token), level, _line_of(token))
        elif token.type in ("fence", "code_block"):
            yield Block(BlockKind.CODE, token.content.rstrip("\n"), 0, _line_of(token))


def _text_of(token: Token) -> str:
    pieces = []
    for child in token.children or []:
        if child.type in ("text", "code_inline"):
            pieces.append(child.content)
        elif child.type == "hardbreak":
            pieces.append("\n")
    return "".join(pieces)


def _line_of(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0
