"""The run-in opening of a paragraph: a first short sentence that serves as its heading."""

_LONGEST = 20
"""Characters, the full stop included; longer first sentences are sentences."""
_NOT_INSIDE = frozenset("，；：！？…、0123456789%％“”")


def find_run_in(paragraph: str) -> int:
    """Return how many characters of a paragraph are a run-in opening, 0 where it has none.

    An opening (``夯实思想政治建设。``) ends with a full stop, holds neither number nor comma, and more text follows it.
    """
    end = paragraph.find("。") + 1
    opening = paragraph[: max(end - 1, 0)]
    if not 3 <= len(opening) < _LONGEST or not paragraph[end:].strip() or _NOT_INSIDE & set(opening):
        return 0
    return end
