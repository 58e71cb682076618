"""Which report read now is which report read before, judged by their text."""

from collections.abc import Sequence

SHINGLE = 8
"""Characters that are compared at a time: long enough that chance does not join two reports."""
LEAST_SHARE = 0.3
"""A report is the same one where at least this share of the older text stands in the newer."""


def match_texts(olds: Sequence[str], news: Sequence[str]) -> tuple[int | None, ...]:
    """For each new text the number of the old one that it continues, or None; no old one is given twice.

    The pair that keeps the largest share of an old text is settled first; white space does not count, so that a text
    wrapped anew is the same. Equal shares go in the given order.
    """
    before = [_shingles(text) for text in olds]
    after = [_shingles(text) for text in news]
    offers = sorted(
        (-len(old & new) / len(old), o, n)
        for o, old in enumerate(before)
        for n, new in enumerate(after)
        if old and len(old & new) >= LEAST_SHARE * len(old)
    )
    found: dict[int, int] = {}
    for _, o, n in offers:
        if n not in found and o not in found.values():
            found[n] = o
    return tuple(found.get(n) for n in range(len(news)))


def _shingles(text: str) -> frozenset[str]:
    bare = "".join(text.split())
    return frozenset(bare[at : at + SHINGLE] for at in range(max(1, len(bare) - SHINGLE + 1))) if bare else frozenset()
