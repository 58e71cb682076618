"""The account of a bulletin's characters: what was left out and why, what was moved, what changed its form."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sitegen.ingest.repair import Traced
from sitegen.model.ledger import Fate, Ledger, LedgerEntry

_INVISIBLE, _WIDTHS, _PUNCTUATION, _QUOTES, _GLYPHS = "invisible", "widths", "punctuation", "quotes", "glyphs"


@dataclass(slots=True)
class Account:
    """Gathers decisions about source characters while a bulletin is laid out."""

    dropped: dict[int, str] = field(default_factory=dict)
    """Offset of each character that was left out, and the reason's code."""
    moved: list[tuple[int, str, str]] = field(default_factory=list)
    """Offset of its first character, reason and text of each piece that stands elsewhere now."""

    def drop(self, piece: Traced, reason: str) -> None:
        """Leave out the characters of a piece; the first reason given for a character stays."""
        for offset in piece.at:
            self.dropped.setdefault(offset, reason)

    def move(self, piece: Traced, reason: str) -> None:
        """Note that a piece is kept at another place."""
        if piece:
            self.moved.append((min(piece.at), reason, "".join(piece.text.split())))


def make_ledger(source: str, kept: Iterable[Traced], account: Account) -> Ledger:
    """Account for every character of ``source`` that is not white space.

    A character is kept as it was, kept in another form (an entry REPLACED, equal ones gathered under the first
    line), or left out (an entry DROPPED per run and reason). What was left out without a reason has the reason
    ``left-over``; that would be an error of this package, which its tests look for.
    """
    form: dict[int, str] = {offset: char for piece in kept for offset, char in zip(piece.at, piece.text, strict=True)}
    line_of = _line_numbers(source)
    dropped: list[tuple[int, int, str]] = []
    replaced: dict[tuple[str, str, str], list[int]] = {}
    index, size = 0, len(source)
    while index < size:
        character = source[index]
        if character.isspace():
            index += 1
        elif index not in form:
            reason = _reason(source, index, account)
            end = index + 1
            while end < size and (
                source[end].isspace() or (end not in form and _reason(source, end, account) == reason)
            ):
                end += 1
            dropped.append((index, end, reason))
            index = end
        else:
            end = index + 1
            while end < size and end not in form and end not in account.dropped and _is_absorbed(source, end):
                end += 1
            new = form[index]
            if new != character or end > index + 1:
                replaced.setdefault((source[index:end], new, _change(character, new)), []).append(index)
            index = end
    entries = [
        (start, LedgerEntry(fate=Fate.DROPPED, reason=reason, line=line_of[start], text=source[start:end].strip()))
        for start, end, reason in dropped
    ]
    entries += [
        (
            starts[0],
            LedgerEntry(
                fate=Fate.REPLACED, reason=reason, line=line_of[starts[0]], text=old, to=new, count=len(starts)
            ),
        )
        for (old, new, reason), starts in replaced.items()
    ]
    entries += [
        (start, LedgerEntry(fate=Fate.MOVED, reason=reason, line=line_of[start], text=text))
        for start, reason, text in account.moved
    ]
    return Ledger(tuple(entry for _, entry in sorted(entries, key=lambda pair: (pair[0], pair[1].fate, pair[1].text))))


def _reason(source: str, index: int, account: Account) -> str:
    """Why a character was left out; one that went into the one before it shares its fate."""
    while index not in account.dropped and index and _is_absorbed(source, index):
        index -= 1
    if index in account.dropped:
        return account.dropped[index]
    return _INVISIBLE if not source[index].isprintable() else "left-over"


def _is_absorbed(source: str, index: int) -> bool:
    """Whether a character went into the one before it: the further dots of ``......``, hyphens of ``---``."""
    return source[index] in ".-" and source[index - 1] == source[index]


def _change(old: str, new: str) -> str:
    if old in "\"'“”‘’":
        return _QUOTES
    if new.isascii() and not old.isascii():
        return _WIDTHS
    return _PUNCTUATION if not new.isalnum() else _GLYPHS


def _line_numbers(source: str) -> list[int]:
    numbers, number = [], 1
    for index, character in enumerate(source):
        numbers.append(number)
        if character == "\n" or (character == "\r" and source[index + 1 : index + 2] != "\n"):
            number += 1
    return numbers
