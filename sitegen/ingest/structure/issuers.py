"""Who a headline says is speaking: ``青石镇：…``, ``县水利局 …``, or a name alone."""

import re
from functools import cache

from sitegen.ingest.repair import Traced
from sitegen.lexicon.layout import any_of, load_layout_words

_NUMBER = (
    r"(?:[#*\s]*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．]|"
    r"[◆◇●○■□▲△★☆►▶◎※])?[【\[]?)"
)
_NAME = r"[\u3400-\u9fff]{1,14}?"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    ends = any_of(load_layout_words().issuer_ends)
    return (
        re.compile(rf"{_NUMBER}({_NAME}{ends})[】\]]?(?:\s*[：:｜|]\s*|\s+)(?=\S)"),
        re.compile(rf"{_NUMBER}({_NAME}{ends})[】\]]?[：:]?\s*[*]*$"),
    )


def speaker_of(piece: Traced) -> Traced | None:
    """The unit that a headline begins with, before a colon or a space; None where it begins with none."""
    return _named(_patterns()[0].match(piece.text), piece)


def sole_speaker(piece: Traced) -> Traced | None:
    """The unit whose bare name a short line is; None for any other line."""
    return _named(_patterns()[1].match(piece.text), piece)


def _named(match: re.Match[str] | None, piece: Traced) -> Traced | None:
    if match is None:
        return None
    name = match[1]
    words = load_layout_words()
    if len(name) < 3 or name in words.issuer_not or name.endswith(words.issuer_not_ends):
        return None
    return piece[match.start(1) : match.end(1)]
