"""A content file in two parts: the front matter between two lines ``---``, and the body."""

import re
from typing import NamedTuple

_OPEN = re.compile(r"---[ \t]*\n")
_CLOSE = re.compile(r"^---[ \t]*$", re.M)
FIRST_LINE = 2
"""Line of the file on which the front matter's YAML begins."""


class FrontMatter(NamedTuple):
    """The two parts of a file."""

    yaml: str
    body: str
    """Without empty lines around it; ends with a line feed unless empty."""
    body_line: int
    """Line of the file on which the body begins, from 1."""


class NoFrontMatterError(Exception):
    """A file lacks one of the two lines ``---``; holds the code and the line where it is missed."""

    def __init__(self, code: str, line: int) -> None:
        super().__init__(code)
        self.code = code
        self.line = line


def split_front_matter(text: str) -> FrontMatter:
    """Divide a file with line feeds only.

    Raises:
        NoFrontMatterError: if the file does not begin with ``---`` or no further ``---`` ends the front matter.
    """
    opening = _OPEN.match(text)
    if not opening:
        raise NoFrontMatterError("front-matter-missing", 1)
    closing = _CLOSE.search(text, opening.end())
    if not closing:
        raise NoFrontMatterError("front-matter-open", 1)
    rest = text[closing.end() :]
    body = rest.strip("\n")
    before = text[: closing.end() + len(rest) - len(rest.lstrip("\n"))].count("\n")
    return FrontMatter(text[opening.end() : closing.start()], f"{body}\n" if body else "", before + 1)


def join_front_matter(yaml: str, body: str) -> str:
    """Return the text of a file from its YAML, which ends with a line feed, and its body."""
    trimmed = body.strip("\n")
    return f"---\n{yaml}---\n" + (f"{trimmed}\n" if trimmed else "")
