"""A summary of changes as Markdown, cut to what its place takes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sitegen.engine.diff.folders import FolderDiff
from sitegen.engine.diff.pieces import Piece, Teller
from sitegen.problems.words import Language

MARK = "<!-- sitegen diff -->"
"""The first line, which nobody sees, by which a program finds the comment that it wrote before."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How much a place takes."""

    most: int
    measure: Callable[[str], int]


def _count_bytes(text: str) -> int:
    return len(text.encode())


FITS = {"comment": Fit(65_536, len), "summary": Fit(1024 * 1024, _count_bytes)}
"""What a code host takes: so many characters of a comment, so many bytes of the summary of a run."""
_KEPT = 400
"""Left for the line that says what is left out."""


def format_markdown(diff: FolderDiff, language: Language = Language.EN, fit: str | None = None) -> str:
    """Return a summary of changes.

    Args:
        diff: What differs.
        language: Of all words that are not the archive's.
        fit: Where it goes, a key of ``FITS``; what is too long for it is counted and left out.
    """
    teller = Teller(language)
    if diff.is_empty:
        return f"{MARK}\n{teller.say('nothing')}\n"
    start = f"{MARK}\n### {teller.summarise(diff)}\n"
    pieces = list(teller.list_pieces(diff))
    kept = _cut(start, pieces, FITS[fit]) if fit else len(pieces)
    text = start + "".join(f"{piece.text}\n" for piece in pieces[:kept])
    return text + _tell_rest(teller, pieces[kept:])


def _cut(start: str, pieces: Iterable[Piece], fit: Fit) -> int:
    """Return how many pieces have room."""
    room = fit.most - fit.measure(start) - _KEPT
    kept = 0
    for piece in pieces:
        room -= fit.measure(f"{piece.text}\n")
        if room < 0:
            break
        kept += 1
    return kept


def _tell_rest(teller: Teller, rest: list[Piece]) -> str:
    if not rest:
        return ""
    facts = sum(piece.facts for piece in rest)
    others = sum(not piece.facts for piece in rest)
    return f"\n{teller.say('left-out', facts=facts, others=others)}\n"
