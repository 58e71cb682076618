"""The canonical form of a body: the text that was last known where a reader sees the same."""

from difflib import SequenceMatcher

from sitegen.store.markdown import render, split_body


def tidy_body(body: str) -> str:
    """Return a body without white space at the ends of lines, unless that would be seen (two spaces break a line)."""
    lines = body.split("\n")
    for kept in ("", "  "):
        tidied = "\n".join(line if kept and line.endswith(kept) else line.rstrip(" \t") for line in lines)
        if render(tidied) == render(body):
            return tidied
    return body


def restore_body(saved: str, known: str) -> str:
    """Return a saved body with every block that is seen as before written as before.

    An editor's program may write the same text with other escapes, bullets or marks of emphasis.

    Args:
        saved: The body as it was saved.
        known: The same report's body as it was last written.
    """
    if render(saved) == render(known):
        return known
    spans, olds = split_body(saved), [known[start:end] for start, end in split_body(known)]
    news = [saved[start:end] for start, end in spans]
    matcher = SequenceMatcher(None, list(map(render, olds)), list(map(render, news)), autojunk=False)
    pieces, done = [], 0
    for match in matcher.get_matching_blocks():
        for step in range(match.size):
            start, end = spans[match.b + step]
            pieces += [saved[done:start], olds[match.a + step]]
            done = end
    restored = "".join([*pieces, saved[done:]])
    return restored if render(restored) == render(saved) else saved
