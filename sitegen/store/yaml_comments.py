"""Comments of a YAML text, which are in no value and which a file written anew would lose."""

import re
from bisect import bisect_right
from collections.abc import Iterator

import yaml

_SIGN = re.compile(r"(?:^|(?<=[ \t]))#", re.M)
_BLOCK_STYLES = ("|", ">")


def find_comment(text: str, first_line: int = 1) -> int | None:
    """Return the line of the first comment of a YAML text that can be read, None where there is none.

    Args:
        text: YAML, lines ended by line feeds.
        first_line: Line of the file on which the text begins.
    """
    first = next(find_comments(text), None)
    return None if first is None else first_line + text.count("\n", 0, first)


def find_comments(text: str) -> Iterator[int]:
    """Yield where each comment of a YAML text begins."""
    signs = [match.start() for match in _SIGN.finditer(text)]
    if not signs:
        return
    values = [
        (_start(text, token), token.end_mark.index)
        for token in yaml.scan(text, yaml.BaseLoader)
        if isinstance(token, yaml.ScalarToken)
    ]
    starts = [start for start, _ in values]
    line = -2  # where the line of the last comment begins; further signs in it are part of it
    for sign in signs:
        number = bisect_right(starts, sign) - 1
        if text.rfind("\n", 0, sign) != line and (number < 0 or sign >= values[number][1]):
            line = text.rfind("\n", 0, sign)
            yield sign


def _start(text: str, token: yaml.ScalarToken) -> int:
    """Where the words of a value begin; behind the line with ``|`` or ``>``, which may end in a comment."""
    start = int(token.start_mark.index)
    return text.find("\n", start) if token.style in _BLOCK_STYLES else start
