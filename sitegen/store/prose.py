"""The blocks of a body that holds nothing but prose, without a Markdown parser.

Nearly all bodies are paragraphs of one line each, headings, and bold at the beginning of a paragraph. Reading those by
pattern takes a tenth of the parser's time; whatever else a body holds is left to the parser. A property test compares
the two.
"""

import re

from sitegen.store.blocks import Block, BlockKind
from sitegen.store.emphasis import is_wide

_TEXT = r"[^\\`*_\[<&\n\0\r]"
"""A character that is never markup inside a line."""
_PARAGRAPH = re.compile(rf"(?!\d{{1,9}}[.)])[^\W_]{_TEXT}*")
"""Begins with a letter, a digit or a Chinese character, and not like an item of a list."""
_BOLD = re.compile(rf"\*\*([^\W_]{_TEXT}*)\*\*({_TEXT}*)")
_HEADING = re.compile(r"(#{1,6}) ([^\\`*_\[<&\n\0\r#]+)")


def read_prose(body: str) -> tuple[Block, ...] | None:
    """Return the blocks of a body of plain prose, None where it takes a Markdown parser to tell."""
    found = []
    line = 1
    for chunk in body.rstrip("\n").split("\n\n") if body else ():
        block = _read_chunk(chunk, line)
        if block is None:
            return None
        found.append(block)
        line += 2
    return tuple(found)


def _read_chunk(chunk: str, line: int) -> Block | None:
    if chunk != chunk.strip():
        return None
    if _PARAGRAPH.fullmatch(chunk):
        return Block(BlockKind.PARAGRAPH, chunk, 0, line)
    if (heading := _HEADING.fullmatch(chunk)) and heading[2] == heading[2].strip():
        return Block(BlockKind.HEADING, heading[2], len(heading[1]), line)
    if (bold := _BOLD.fullmatch(chunk)) and is_wide(bold[1][-1]):
        return Block(BlockKind.PARAGRAPH, bold[1] + bold[2], 0, line)
    return None
