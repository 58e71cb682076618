"""A folded text as the words that Pagefind indexes: pairs of neighbouring characters.

A phrase of two or more characters then stands in a text exactly where its pairs stand one after the other.
The browser cuts queries and rebuilds texts by the same rules in ``search-folding.js``.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from sitegen.search.folding import is_run

BLOCK_END = "¶¶"
"""Ends a block; no text gives it, for there each mark is a word of its own."""
SPACE = "␣␣"
"""Stands for a printed space."""
TEXT_END = "¶¶¶"
"""Ends the text of a page; what follows is there to be found and never shown."""


def cut(folded: str) -> Iterator[str]:
    """Yield the words of one block: ``12.5%，好`` gives ``12 2. .5 5% ， 好``.

    A word that is no pair takes a position, so no phrase crosses a mark or a space.
    """
    for run, characters in groupby(folded, is_run):
        if run:
            yield from cut_run("".join(characters))
        else:
            yield from (SPACE if character == " " else character for character in characters)


def cut_run(run: str) -> Iterator[str]:
    """Yield the pairs of a run; a single character stands for itself."""
    if len(run) == 1:
        yield run
    else:
        yield from (first + second for first, second in pairwise(run))


def find_runs(folded: str) -> tuple[str, ...]:
    """Return the runs of a folded phrase in order, for as many exact searches."""
    return tuple("".join(characters) for run, characters in groupby(folded, is_run) if run)


def list_characters(blocks: Iterable[str]) -> tuple[str, ...]:
    """Return each run character of a page once, so that a query of one character is exact as well."""
    return tuple(sorted({character for block in blocks for character in block if is_run(character)}))
