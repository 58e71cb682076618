"""Who a headline says is speaking: ``青石镇：…``, ``县水利局 …``, or a name alone."""

import re
from functools import cache

from sitegen.ingest.repair import ABSENT, Traced
from sitegen.ingest.structure.furniture import DATE
from sitegen.lexicon.layout import any_of, load_layout_words

_NUMBER = (
    r"(?:[#*\s]*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．]|"
    r"[◆◇●○■□▲△★☆►▶◎※])?[【\[]?)"
)
_BETWEEN_NAMES = re.compile(rf"[\s、{ABSENT}]+")
_LONGEST_NAME = 24
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


def is_issuer_line(text: str) -> bool:
    """Whether a line holds nothing but the full names of public bodies, perhaps with a date: 某县某镇人民政府."""
    words = load_layout_words()
    names = _BETWEEN_NAMES.split(DATE.sub("", text).removesuffix("印发").strip(f"*（）() {ABSENT}"))
    return all(
        len(name) <= _LONGEST_NAME
        and bool(_body().fullmatch(name))
        and not name.endswith(words.issuer_not_ends)
        and not name.startswith(words.heading_verbs)
        for name in names
    )


@cache
def _body() -> re.Pattern[str]:
    return re.compile(rf"(?!.*[的地得])[\u3400-\u9fff（）]{{2,}}{any_of(load_layout_words().signature_ends)}")


def _named(match: re.Match[str] | None, piece: Traced) -> Traced | None:
    if match is None:
        return None
    name = match[1]
    words = load_layout_words()
    if len(name) < 3 or name in words.issuer_not or name.endswith(words.issuer_not_ends):
        return None
    return piece[match.start(1) : match.end(1)]
