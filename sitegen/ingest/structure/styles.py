"""Forms of headings: by these a heading is known as one of its kind, and a caption as none."""

import re
from enum import StrEnum

from sitegen.ingest.repair import Traced, repair_heading_spaces

_NUMBER = "[一二三四五六七八九十]{1,3}"
_FORMS = (
    ("chapter", re.compile(rf"第{_NUMBER}[章节篇部]|(?:第{_NUMBER}部分)")),
    ("numeral", re.compile(rf"{_NUMBER}[、.．]")),
    ("numeral-in-brackets", re.compile(rf"[（(]{_NUMBER}[）)]")),
    ("figure", re.compile(r"\d{1,2}[、.．](?!\d)|[（(]\d{1,2}[）)]|[①-⑳]")),
    (
        "counted",
        re.compile(rf"(?:亮点|看点|关键词|聚焦|镜头|特写|篇章|成效|举措|做法|特色)(?:{_NUMBER}|\d{{1,2}})[：:\s]"),
    ),
    ("framed", re.compile(r"[【\[〖〔][^】\]〗〕]{2,30}[】\]〗〕]$")),
    ("ornament", re.compile(r"[◆◇●○■□▲△★☆►▶◎※❖✦♦]")),
)
_HALVES = re.compile(r"\S[\s]+\S")


class Style(StrEnum):
    """What a short line's form is."""

    EXPLICIT = "explicit"
    """Numbered, framed or marked as a heading."""
    HALVES = "halves"
    """Two phrases or more with a space between them."""
    PLAIN = "plain"


def style_of(piece: Traced, *, level: int = 0, bold: bool = False) -> tuple[Style, str]:
    """Return the style of a short line and the form that it shares with others of its kind."""
    if level:
        return Style.EXPLICIT, f"markdown-{level}"
    text = piece.text.strip("*_ \t\u3000")
    for name, pattern in _FORMS:
        if pattern.match(text):
            return Style.EXPLICIT, name
    if bold:
        return Style.EXPLICIT, "bold"
    if _HALVES.search(repair_heading_spaces(piece).text):
        return Style.HALVES, "halves"
    return Style.PLAIN, "plain"
