"""The word that is probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def find_nearest(word: str, words: Iterable[str], *, likeness: float = 0.5) -> str | None:
    """Return the word of ``words`` that is most like ``word``, or None where none is like it.

    Args:
        word: As somebody wrote it.
        words: What it could have been.
        likeness: Share of characters that must agree, from 0 to 1.
    """
    ordered = sorted(set(words))
    found = get_close_matches(word, ordered, n=1, cutoff=likeness) or get_close_matches(
        word.lower(), ordered, n=1, cutoff=likeness
    )
    return found[0] if found else None
