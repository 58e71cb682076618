"""The printed lines of a source and what each looks like by itself."""

import re
import unicodedata
from dataclasses import dataclass

from sitegen.ingest.repair import ABSENT

_GAPS = re.compile(rf"[\s{ABSENT}]+")
_CLOSERS = "”’）》」』】〕)\"'"
_SENTENCE_END = re.compile(rf"[。！？…!?][{_CLOSERS}]*(?:[（(【\[][^（）()【】\[\]]{{1,40}}[）)】\]])?$")
_LIST_MARK = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d)|[①-⑳]|[◆◇●○■□▲△★☆►▶◎※]|第[一二三四五六七八九十]{1,3}[、，：]|"
    r"[一二三四五六七八九十]是|其[一二三四五六七八九十][，：、])"
)
_NOT_FIRST = frozenset("，。、；：？！）》〉】」』”’…％%,.;:?!)")
_STUMP = re.compile(r"[\u3400-\u9fff]{1,2}[。；](?=.)|[\u3400-\u9fff][。；]$")
BRACKETS = (("“", "”"), ("‘", "’"), ("《", "》"), ("（", "）"), ("〈", "〉"), ("【", "】"))
_OPEN_LAST = frozenset("，、（《〈【「『“‘(,")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line that holds more than white space."""

    number: int
    """Line of the source, from 1."""
    start: int
    end: int
    """Half-open run of offsets, white space at both ends left out."""
    text: str
    """The repaired characters of that run."""
    packed: str
    """The same without white space."""
    indent: int
    """Columns of white space before it; a full-width space has two."""
    gap: int
    """Blank lines before it."""
    width: int
    """Columns of what is printed, white space not counted: a Chinese character has two."""

    @property
    def extent(self) -> int:
        """Columns from the margin to the line's end, spread spaces not counted."""
        return self.indent + self.width

    @property
    def signs(self) -> int:
        """Characters from the margin to the line's end; an indent counts one for two columns."""
        return self.indent // 2 + len(self.packed)


def split_lines(repaired: str) -> tuple[Line, ...]:
    """Cut a repaired source into its printed lines, blank ones left out."""
    lines: list[Line] = []
    offset = gap = 0
    for number, raw in enumerate(repaired.split("\n"), 1):
        packed = _GAPS.sub("", raw)
        if packed:
            left = len(raw) - len(raw.lstrip().lstrip(ABSENT).lstrip())
            right = len(raw.rstrip(ABSENT + " \t\u3000\u00a0"))
            right = left + len(raw[left:right].rstrip())
            lines.append(
                Line(
                    number=number,
                    start=offset + left,
                    end=offset + right,
                    text=raw[left:right],
                    packed=packed,
                    indent=columns(raw[:left].replace("\t", "    ")),
                    gap=gap,
                    width=columns(packed),
                )
            )
            gap = 0
        else:
            gap += 1
        offset += len(raw) + 1
    return tuple(lines)


def columns(text: str) -> int:
    """How many half-width columns a text takes: two for each wide character."""
    return sum(
        2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text if character != ABSENT
    )


def ends_sentence(packed: str) -> bool:
    """Whether a text, white space left out, comes to the end of a sentence."""
    return bool(_SENTENCE_END.search(packed[-50:]))


def starts_item(packed: str) -> bool:
    """Whether a text begins as an item of a list does: 一、 （二） 3. 四是 ●."""
    return bool(_LIST_MARK.match(packed))


def cannot_start(packed: str) -> bool:
    """Whether a text surely goes on with something: begins with a comma, a closing bracket, the last sign of a word."""
    return packed[:1] in _NOT_FIRST or bool(_STUMP.match(packed))


def has_open_bracket(packed: str) -> bool:
    """Whether a quotation mark or bracket is opened in a text and not closed."""
    return any(packed.count(opening) > packed.count(closing) for opening, closing in BRACKETS)


def cannot_end(packed: str) -> bool:
    """Whether a text ends with a mark that something must follow: a comma, an opening bracket."""
    return packed[-1:] in _OPEN_LAST
