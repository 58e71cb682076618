"""White space inside a piece of text: what justification and line ends put there goes, what divides stays."""

import re

from sitegen.ingest.repair.glyphs import ABSENT
from sitegen.ingest.repair.trace import Traced

_SPACE = re.compile(rf"[\s{ABSENT}]+")
_WORD = re.compile(r"[A-Za-z0-9]")
_LETTER = re.compile(r"[A-Za-z]")
_CHINESE = re.compile("[\u3400-\u9fff]")
_NO_GAP = frozenset("，。、；：？！（）《》〈〉【】—…·")


def repair_spaces(piece: Traced) -> Traced:
    """Leave out the white space of a paragraph, save one space between Latin words and between two numbers."""
    text = piece.text
    keep: list[int] = []
    last = 0
    for match in _SPACE.finditer(text):
        keep += range(last, match.start())
        last = match.end()
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if _divides_words(before, after, match[0]):
            keep.append(match.start() + next((i for i, c in enumerate(match[0]) if c != ABSENT), 0))
    keep += range(last, len(text))
    return _plain_spaces(piece.pick(keep))


def _divides_words(before: str, after: str, gap: str) -> bool:
    if not (_WORD.match(before) and _WORD.match(after)) or not gap.strip(ABSENT):
        return False
    letters = bool(_LETTER.match(before)) + bool(_LETTER.match(after))
    return letters == 2 or (letters == 0 and "\n" not in gap)


def repair_heading_spaces(piece: Traced) -> Traced:
    """Leave out the white space of a headline, save one space between its halves.

    A half has two Chinese characters or more; where every character stands alone the headline is justified, and only
    its widest gaps divide. No space divides a number from its word or stands beside a mark.
    """
    text = piece.text.strip()
    gaps = list(_SPACE.finditer(text))
    tokens = _SPACE.split(text)
    single = sum(len(token) == 1 for token in tokens)
    justified = len(tokens) > 3 and single > len(tokens) / 2
    widest = max((len(gap[0]) for gap in gaps), default=0)
    narrowest = min((len(gap[0]) for gap in gaps), default=0)
    dividing: set[int] = set()
    start = len(piece.text) - len(piece.text.lstrip())
    for gap, left, right in zip(gaps, tokens, tokens[1:], strict=False):
        divides = len(gap[0]) == widest > narrowest if justified else _is_half(left) and _is_half(right)
        beside = text[gap.start() - 1 : gap.start()] + text[gap.end() : gap.end() + 1]
        latin = all(_WORD.match(character) for character in beside)
        if (divides and not _NO_GAP & set(beside)) or (latin and not justified):
            dividing.add(start + gap.start())
    kept = [
        index
        for index, character in enumerate(piece.text)
        if not (character.isspace() or character == ABSENT) or index in dividing
    ]
    return _plain_spaces(piece.pick(kept))


def _is_half(token: str) -> bool:
    return len(_CHINESE.findall(token)) >= 2


def _plain_spaces(piece: Traced) -> Traced:
    return piece.reformed(_SPACE.sub(lambda match: " " * len(match[0]), piece.text))
