"""Change single blocks of a report's body and leave the others as an editor wrote them."""

from collections.abc import Sequence

from sitegen.store.edits import Edit
from sitegen.store.front_matter import split_front_matter
from sitegen.store.markdown import split_body


def source_blocks(body: str) -> tuple[str, ...]:
    """Return the Markdown of each top-level block of a body: headings, paragraphs, lists."""
    return tuple(body[start:end] for start, end in split_body(body))


def replace_blocks(text: str, first: int, last: int, new: Sequence[str]) -> Edit:
    """Return the edit that puts new blocks in the place of those from ``first`` up to, not with, ``last``.

    Args:
        text: The file, with line feeds only.
        first: Number of the first block that goes, from 0; where ``last`` is the same, new ones come before it.
        last: Number of the first one that stays.
        new: Markdown of the new blocks; empty to take the old ones out.
    """
    matter = split_front_matter(text)
    offset = sum(len(line) + 1 for line in text.split("\n")[: matter.body_line - 1])
    spans = [(offset + start, offset + end) for start, end in split_body(matter.body)]
    joined = "\n\n".join(new)
    if first < last and new:
        return Edit(spans[first][0], spans[last - 1][1], joined)
    if first < last:
        if last < len(spans):
            return Edit(spans[first][0], spans[last][0], "")
        return Edit(spans[first - 1][1] if first else spans[first][0], spans[last - 1][1], "")
    if first < len(spans):
        return Edit(spans[first][0], spans[first][0], f"{joined}\n\n")
    if spans:
        return Edit(spans[-1][1], spans[-1][1], f"\n\n{joined}")
    return Edit(len(text), len(text), f"{joined}\n" if text.endswith("\n") else f"\n{joined}\n")
