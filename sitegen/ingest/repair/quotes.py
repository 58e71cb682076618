"""Quotation marks of one piece of text: straight ones get a direction, turned ones are turned back."""

import re

from sitegen.ingest.repair.trace import Traced

_OPENS_AFTER = frozenset("，。、；：？！（《〈【「『“‘—…\u3000 ")
_CLOSES_BEFORE = frozenset("，。、；：？！）》〉】」』”’")
_PAIRS = {'"': "“”", "'": "‘’"}
_CHINESE = re.compile("[\u3400-\u9fff]")


def repair_quotes(piece: Traced) -> Traced:
    """Give each straight quotation mark of a Chinese paragraph or heading its direction.

    Marks alternate, an opening one first; what stands beside a mark overrules where it is plain (``："``, ``"，``).
    Apostrophes inside Latin words stay. Curly marks that all point one way, or the wrong way round, are turned.
    """
    text = piece.text
    if not _CHINESE.search(text):
        return piece
    for straight, pair in _PAIRS.items():
        if straight in text:
            text = _directed(text, straight, pair)
    for pair in _PAIRS.values():
        text = _turned(text, pair)
    return piece if text == piece.text else piece.reformed(text)


def _directed(text: str, straight: str, pair: str) -> str:
    out = list(text)
    inside = False
    for index, character in enumerate(text):
        if character in pair:
            inside = character == pair[0]
        if character != straight:
            continue
        before, after = text[index - 1 : index], text[index + 1 : index + 2]
        if straight == "'" and before.isascii() and before.isalnum() and after.isascii() and after.isalnum():
            continue
        if inside:
            opening = False
        else:
            opening = not (after in _CLOSES_BEFORE and before not in _OPENS_AFTER and before != "") or not before
        out[index] = pair[0] if opening else pair[1]
        inside = opening
    return "".join(out)


def _turned(text: str, pair: str) -> str:
    """Turn curly marks that cannot be read as pairs, where their number is even; else leave them."""
    places = [index for index, character in enumerate(text) if character in pair]
    shape = "".join(text[index] for index in places)
    if len(places) % 2 or shape == pair * (len(places) // 2) or not _all_wrong(shape, pair):
        return text
    out = list(text)
    for number, index in enumerate(places):
        out[index] = pair[number % 2]
    return "".join(out)


def _all_wrong(shape: str, pair: str) -> bool:
    return len(set(shape)) == 1 or shape == pair[::-1] * (len(shape) // 2)
