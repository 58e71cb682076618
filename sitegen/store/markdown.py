"""The one Markdown set-up of the archive: CommonMark with tables and footnotes, no raw HTML, Chinese lines joined.

What a quote refers to is the text of a block here: marks and escapes removed, entities resolved.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote import footnote_plugin

from sitegen.store.blocks import BETWEEN_CELLS, Block, BlockKind, Image, Notes
from sitegen.store.dressing import DRESS, PLAIN, Dress, dress
from sitegen.store.emphasis import InlineParser, is_wide
from sitegen.store.escape import escape, join_blocks
from sitegen.store.figures import FIGURE, lift_figures
from sitegen.store.prose import read_prose

__all__ = [
    "Block",
    "BlockKind",
    "Dress",
    "Image",
    "Notes",
    "Part",
    "blocks",
    "check_notes",
    "escape",
    "find_images",
    "join_blocks",
    "parts",
    "render",
]


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the body and the blocks under it; the lead has ``heading`` None."""

    heading: str | None
    blocks: tuple[Block, ...]
    line: int
    """Line of the body on which it begins, from 1."""


_KINDS = {"list_item_open": BlockKind.LIST_ITEM, "footnote_open": BlockKind.FOOTNOTE}
_ENDS = ("list_item_close", "footnote_close")
_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_NOTE_MARK = re.compile(r"(?<!\\)\[\^([^\]\s]+)\]")


def render(body: str, worn: Dress = PLAIN) -> str:
    """Return the HTML of a Markdown body; raw HTML in it is shown, not obeyed."""
    return str(_markdown().render(body, {DRESS: worn}))


def blocks(body: str) -> tuple[Block, ...]:
    """Return the blocks of a Markdown body with their rendered text, in order; blocks without text are left out.

    Captions of pictures are no blocks: like those that a report's front matter lists, they hold no quotes.
    """
    prose = read_prose(body)
    return parse_blocks(body) if prose is None else prose


def parse_blocks(body: str) -> tuple[Block, ...]:
    """Return the same by the Markdown parser, whatever the body holds."""
    return tuple(block for block in _find_blocks(_markdown().parse(body)) if block.text)


def find_images(body: str) -> tuple[Image, ...]:
    """Return the pictures of a body in order."""
    if "![" not in body:
        return ()
    return tuple(token.meta["image"] for token in _markdown().parse(body) if token.type == FIGURE)


def check_notes(body: str) -> Notes:
    """Return what is amiss with the footnotes of a body; what its code holds is none."""
    if "[^" not in body:
        return Notes((), (), ())
    env: EnvType = {}
    tokens = _markdown().parse(body, env)
    known: dict[str, int] = env.get("footnotes", {}).get("refs", {})
    shown = [block.text for block in _find_blocks(tokens) if block.kind is not BlockKind.CODE]
    missing, unused, repeated = [], [], []
    seen: set[str] = set()
    for number, line in enumerate(body.split("\n"), 1):
        found = _NOTE.match(line)
        if found and f":{found[1]}" in known:
            label = found[1]
            if label in seen:
                repeated.append((label, number))
            elif known[f":{label}"] < 0:
                unused.append((label, number))
            seen.add(label)
        text = _CODE.sub("", line[found.end() if found else 0 :])
        for label in dict.fromkeys(_NOTE_MARK.findall(text)):
            if f":{label}" not in known and any(f"[^{label}]" in text for text in shown):
                missing.append((label, number))
    return Notes(tuple(missing), tuple(unused), tuple(repeated))


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
    """Return the first character and the one after the last of each top-level block: a heading, a paragraph, a list.

    Footnotes and the addresses of links are blocks where they stand, so that nothing is lost between two others.
    """
    starts = [0, *(at + 1 for at, char in enumerate(body) if char == "\n"), len(body)]
    lines = [token.map for token in _splitter().parse(body) if token.level == 0 and token.map]
    spans = [(starts[first], starts[min(last, len(starts) - 1)]) for first, last in lines]
    return tuple((start, start + len(body[start:end].rstrip())) for start, end in spans)


@cache
def _markdown() -> MarkdownIt:
    """Make the parser once."""
    markdown = _base()
    footnote_plugin(markdown, inline=False)
    markdown.core.ruler.push("lift-figures", lift_figures)
    markdown.core.ruler.push("join-lines", _join_lines)
    markdown.core.ruler.push("join-cells", _join_cells)
    dress(markdown)
    return markdown


@cache
def _splitter() -> MarkdownIt:
    return _base().disable("reference")


def _base() -> MarkdownIt:
    """Make a parser: no raw HTML, and no indented code, for editors indent paragraphs with spaces."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["code", "html_block", "html_inline"])
    parser = InlineParser()
    parser.ruler.enableOnly(markdown.inline.ruler.get_active_rules())
    parser.ruler2.enableOnly(markdown.inline.ruler2.get_active_rules())
    markdown.inline = parser
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


def _join_cells(state: StateCore) -> None:
    """Note in each cell of a table whether the row's text goes on in it."""
    said = False
    for opened, token in zip(state.tokens, state.tokens[1:], strict=False):
        if opened.type == "tr_open":
            said = False
        if opened.type in ("td_open", "th_open") and _text_of(token):
            opened.meta["goes-on"] = said
            said = True


def _find_blocks(tokens: list[Token]) -> Iterator[Block]:
    kinds = [BlockKind.PARAGRAPH]
    level = 0
    row: list[Block] | None = None
    for token in tokens:
        if token.type in _KINDS:
            kinds.append(_KINDS[token.type])
        elif token.type in _ENDS:
            kinds.pop()
        elif token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            cells = [cell for cell in row if cell.text]
            text = BETWEEN_CELLS.join(cell.text for cell in cells)
            yield Block(BlockKind.TABLE_ROW, text, 0, cells[0].line if cells else 0)
            row = None
        elif token.type == "inline":
            block = Block(BlockKind.HEADING if level else kinds[-1], _text_of(token), level, _line_of(token))
            if row is None:
                yield block
            else:
                row.append(block)
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
