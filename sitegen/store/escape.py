"""Plain text as Markdown that renders back to exactly that text."""

import re
from collections.abc import Iterable

_MARKS = re.compile(r"[\\`*_\[<]|&(?=[#A-Za-z])")
"""What starts markup anywhere in a line."""
_STARTS_LIST = re.compile(r"(?:\d{1,9}[.)]|[-+])(?=\s|$)")
_STARTS_HEADING = re.compile(r"#{1,6}(?=\s|$)")
_STARTS_BREAK = re.compile(r"-[-\s]*$")
_STARTS_OTHER = re.compile(r">|~~~")
_ENDS_HEADING = re.compile(r"(?:^|(?<=\s))#+$")


def escape(text: str) -> str:
    """Return Markdown for one paragraph or heading that renders to ``text`` and nothing else.

    Only what would be markup where it stands gets a backslash, so that Chinese prose stays as it is; white space at
    either end and line breaks, which Markdown drops, become entities. Control characters cannot be carried.
    """
    body = text.strip()
    head, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :] if body else ""
    marked = _escape_start(_escape_end(_MARKS.sub(r"\\\g<0>", body)))
    return "".join(map(_entity, head)) + marked.replace("\n", "&#10;") + "".join(map(_entity, tail))


def join_blocks(heading: str | None, paragraphs: Iterable[str]) -> str:
    """Return the Markdown of a section: ``## heading`` unless None, then its paragraphs, an empty line between."""
    lines = [f"## {escape(heading)}"] if heading is not None else []
    return "\n\n".join([*lines, *map(escape, paragraphs)])


def _escape_start(text: str) -> str:
    """Take its meaning from what stands at the beginning of a line: list, heading, quotation, rule, fence."""
    if match := _STARTS_LIST.match(text):
        return text[: match.end() - 1] + "\\" + text[match.end() - 1 :]
    if _STARTS_HEADING.match(text) or _STARTS_BREAK.match(text) or _STARTS_OTHER.match(text):
        return "\\" + text
    return text


def _escape_end(text: str) -> str:
    """Keep a run of ``#`` at the end, which would close a heading."""
    return _ENDS_HEADING.sub(lambda match: "\\" + match[0], text)


def _entity(space: str) -> str:
    return f"&#{ord(space)};"
