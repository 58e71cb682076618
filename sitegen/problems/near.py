"""The word that is probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

_LETTERS_AN_EDIT = 4
"""A word may differ by one letter for so many that it has, and by one at least."""
_SHARED = 0.7
"""How much of a word must be the beginning of another, where only that one begins so."""


def find_nearest(word: str, words: Iterable[str], *, likeness: float = 0.5) -> str | None:
    """Return the word of ``words`` that is most like ``word``, or None where none is like it.

    For whole phrases; for names and ids ``find_misspelt`` is stricter.

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


def find_misspelt(word: str, words: Iterable[str]) -> str | None:
    """Return the one name or id in Latin letters that is misspelt as ``word``; None where none is, or several may be.

    Case, blanks and the signs ``-`` and ``_`` do not count. A few letters may be wrong, missing or in the wrong order;
    or the beginning may be right, when there is only one word that begins so.

    >>> find_misspelt("theem", ["theme", "themes", "title"])
    'theme'
    >>> find_misspelt("rural-revival", ["rural-revitalisation", "economy"])
    'rural-revitalisation'
    >>> find_misspelt("note", ["quote", "unit"])
    """
    plain = _plain(word)
    if len(plain) < 2:
        return None
    by_form = {_plain(known): known for known in sorted(set(words), reverse=True)}
    most = max(1, len(plain) // _LETTERS_AN_EDIT) if len(plain) > 2 else 0
    edits = {form: number for form in by_form if (number := count_edits(plain, form, most)) <= most}
    if edits:
        least = min(edits.values())
        nearest = [form for form, number in edits.items() if number == least]
        return by_form[nearest[0]] if len(nearest) == 1 else None
    shared = max((_shared(plain, form) for form in by_form), default=0)
    alike = [form for form in by_form if _shared(plain, form) == shared]
    enough = shared >= 4 and shared >= _SHARED * len(plain)
    return by_form[alike[0]] if enough and len(alike) == 1 else None


def count_edits(one: str, other: str, most: int) -> int:
    """Return how many letters must be changed, put in, taken out or swapped with the next; ``most + 1`` if more.

    >>> count_edits("theem", "theme", 2), count_edits("isuer", "issuer", 2), count_edits("abc", "xyz", 1)
    (1, 1, 2)
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _plain(word: str) -> str:
    return "".join(word.lower().replace("-", "").replace("_", "").split())


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
