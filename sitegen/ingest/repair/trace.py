"""Text that knows where in its source every character stood."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Traced:
    """A text and, for each of its characters, the offset in the source that it stands for.

    White space that a join puts between two lines carries the offset of a line end, so that every offset is one of the
    source; the offsets need not rise, since layout moves text.
    """

    text: str
    at: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __getitem__(self, part: slice) -> "Traced":
        return Traced(self.text[part], self.at[part])

    def strip(self, chars: str | None = None) -> "Traced":
        """Leave out ``chars`` (white space where none are named) at both ends."""
        start = len(self.text) - len(self.text.lstrip(chars))
        return self[start : max(start, len(self.text.rstrip(chars)))]

    def keep(self, wanted: Callable[[int], bool]) -> "Traced":
        """Leave out the characters whose index ``wanted`` turns down."""
        kept = [index for index in range(len(self.text)) if wanted(index)]
        return self.pick(kept)

    def pick(self, indexes: Iterable[int]) -> "Traced":
        """Return the characters at these indexes, in the order given."""
        kept = tuple(indexes)
        return Traced("".join(self.text[index] for index in kept), tuple(self.at[index] for index in kept))

    def reformed(self, text: str) -> "Traced":
        """Return the same offsets under another form of each character.

        Raises:
            ValueError: if ``text`` has another length.
        """
        if len(text) != len(self.text):
            raise ValueError(f"{len(text)} characters cannot stand for {len(self.text)}")
        return Traced(text, self.at)


EMPTY = Traced("", ())


def traced(text: str, start: int, end: int) -> Traced:
    """``text[start:end]`` with its own offsets."""
    return Traced(text[start:end], tuple(range(start, end)))


def join(parts: Iterable[Traced]) -> Traced:
    """One text of several, nothing put between them."""
    parts = tuple(parts)
    return Traced("".join(part.text for part in parts), tuple(offset for part in parts for offset in part.at))
