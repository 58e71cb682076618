"""Two texts that came from one: where each of them went its own way."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple


class Region(NamedTuple):
    """A run in which not all three agree; each pair counts items, half-open."""

    base: tuple[int, int]
    theirs: tuple[int, int]
    now: tuple[int, int]


def find_regions(base: Sequence[str], theirs: Sequence[str], now: Sequence[str]) -> Iterator[Region]:
    """Yield the runs between what all three have, in order.

    A run that has equally many items in all three is divided into single ones, so that two neighbours that were changed
    each on one side stay two changes.
    """
    for region in _between(base, theirs, now):
        sizes = {end - start for start, end in region}
        if len(sizes) == 1:
            for step in range(sizes.pop()):
                b, t, n = (start + step for start, _ in region)
                yield Region((b, b + 1), (t, t + 1), (n, n + 1))
        else:
            yield region


def _between(base: Sequence[str], theirs: Sequence[str], now: Sequence[str]) -> Iterator[Region]:
    in_theirs, in_now = _partners(base, theirs), _partners(base, now)
    b = t = n = 0
    for at in range(len(base)):
        if at in in_theirs and at in in_now:
            if (at, in_theirs[at], in_now[at]) != (b, t, n):
                yield Region((b, at), (t, in_theirs[at]), (n, in_now[at]))
            b, t, n = at + 1, in_theirs[at] + 1, in_now[at] + 1
    if (b, t, n) != (len(base), len(theirs), len(now)):
        yield Region((b, len(base)), (t, len(theirs)), (n, len(now)))


def _partners(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """For each old item that stands in the new text too, its number there."""
    matches = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {match.a + step: match.b + step for match in matches for step in range(match.size)}
