"""Emphasis beside Chinese punctuation: ``**夯实思想建设。**坚持…`` is bold, as its writer meant it.

CommonMark takes a run of ``*`` between ``。`` and ``坚`` for an opener only, because it expects a space after
punctuation (commonmark-spec issue 650). The rule here is the amendment of tats-u/markdown-cjk-friendly: next to a
delimiter run, Chinese, Japanese and Korean punctuation counts as a letter, and a wide character counts as a neighbour
that ends other punctuation. Quotation marks, dashes, dots and ellipses, which Unicode calls ambiguous in width, count
as wide too, for the archive's texts are Chinese.
"""

import unicodedata
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from markdown_it.utils import EnvType

_VARIATION_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE0F)))
_IDEOGRAPHIC_SELECTORS = range(0xE0100, 0xE01F0)
_FIRST_EMOJI, _LAST_EMOJI = 0x1F300, 0x1FAFF


class InlineParser(ParserInline):
    """markdown-it's inline parser with the amended rule for delimiter runs."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Parse the text of one block; the body is markdown-it's own, with another state."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _State(StateInline):
    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803 -- markdown-it's names
        """Say whether the run of markers at ``start`` can open and close emphasis, and how long it is."""
        marker = self.src[start]
        end = start
        while end < self.posMax and self.src[end] == marker:
            end += 1
        before, after = _char_before(self.src, start), self.src[end] if end < self.posMax else " "
        space_before, space_after = isWhiteSpace(ord(before)), isWhiteSpace(ord(after))
        wide_before, wide_after = is_wide(before), is_wide(after)
        punct_before, punct_after = _is_punctuation(before), _is_punctuation(after)
        narrow_before, narrow_after = punct_before and not wide_before, punct_after and not wide_after
        left = not space_after and (not narrow_after or space_before or narrow_before or wide_before)
        right = not space_before and (not narrow_before or space_after or narrow_after or wide_after)
        return Scanned(
            left and (canSplitWord or not right or punct_before),
            right and (canSplitWord or not left or punct_after),
            end - start,
        )


def _char_before(text: str, start: int) -> str:
    """The character before ``start``, the beginning of the text being a space and a variation selector no character."""
    before = text[start - 1] if start else " "
    if before in _VARIATION_SELECTORS and start > 1:
        return text[start - 2]
    return before


@lru_cache(maxsize=4096)
def _is_punctuation(char: str) -> bool:
    return isMdAsciiPunct(ord(char)) or isPunctChar(char)


@lru_cache(maxsize=4096)
def is_wide(char: str) -> bool:
    """Whether a character belongs to Chinese, Japanese or Korean writing; emoji do not."""
    code = ord(char)
    if code in _IDEOGRAPHIC_SELECTORS:
        return True
    if _FIRST_EMOJI <= code <= _LAST_EMOJI:
        return False
    width = unicodedata.east_asian_width(char)
    return width in "WFH" or (width == "A" and unicodedata.category(char).startswith("P"))
