"""One form of a text to look for numbers in, and the way back to the text as given."""

import re
from dataclasses import dataclass

from sitegen.model.span import Span

_WIDE = {wide: wide - 0xFEE0 for wide in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_PIECE = re.compile(r"(?P<space>\s+)|\S+")
_MARKS = str.maketrans("％．＋－−（）／＜＞［］：～○", "%.+--()/<>[]:~〇")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with half-width digits, letters and marks and without spaces inside words."""

    text: str
    origin: tuple[int, ...]
    """For each character of ``text``, where it stands in the text as given."""

    def unfold(self, start: int, end: int) -> Span:
        """Return where ``text[start:end]``, which is not empty, stands in the text as given."""
        return Span(self.origin[start], self.origin[end - 1] + 1)

    def find(self, at: int) -> int:
        """Return the place in ``text`` of the first character at or after ``at`` in the text as given."""
        low, high = 0, len(self.origin)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.origin[middle] < at else (low, middle)
        return low


def fold(text: str) -> Folded:
    """Fold a paragraph; a space between two ASCII letters or digits stays, for there it divides."""
    mapped = text.translate(_WIDE).translate(_MARKS)
    chars: list[str] = []
    origin: list[int] = []
    for match in _PIECE.finditer(mapped):
        if match["space"]:
            around = mapped[max(match.start() - 1, 0) : match.start()] + mapped[match.end() : match.end() + 1]
            if len(around) != 2 or not (around.isascii() and around.isalnum()):
                continue
            chars.append(" ")
            origin.append(match.start())
        else:
            chars.append(match[0])
            origin += range(match.start(), match.end())
    return Folded("".join(chars), tuple(origin))
