"""Values as YAML text in one canonical form, which any YAML reader reads back as the same text."""

import re
from collections.abc import Iterable

_SAFE = r"[^\s,:#\[\]{}%@&*!|>'\"`\\=?]"
_PLAIN = re.compile(rf"(?![-<~]){_SAFE}+(?: {_SAFE}+)*")
"""No mark of YAML anywhere, no dash first, single spaces inside only."""
_READ_AS_OTHER = re.compile(
    r"null|true|false|yes|no|on|off|y|n|[-+]?\.(?:nan|inf)"
    r"|[-+.]?[0-9][0-9_.:TZ+-]*|[-+]?[0-9_.]+e[-+]?[0-9_]+|[-+]?0[xob][0-9a-f_]+",
    re.I,
)
"""Text that some version of YAML reads as a number, a date, a truth value or nothing."""
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}
_NEEDS_ESCAPE = re.compile(r'["\\\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]')
NULL = "null"


def scalar(text: str) -> str:
    """Return text as a YAML scalar: plain where that is safe inside brackets too, else in double quotation marks."""
    if _PLAIN.fullmatch(text) and not _READ_AS_OTHER.fullmatch(text) and not _NEEDS_ESCAPE.search(text):
        return text
    return '"' + _NEEDS_ESCAPE.sub(_escape, text) + '"'


def flow_list(items: Iterable[str]) -> str:
    """Return ``[a, b]`` from items that are YAML already."""
    return f"[{', '.join(items)}]"


def flow_mapping(entries: Iterable[tuple[str, str]]) -> str:
    """Return ``{a: b, c: d}`` from keys and values that are YAML already."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in entries) + "}"


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return _ESCAPES.get(char) or (f"\\x{ord(char):02X}" if ord(char) < 256 else f"\\u{ord(char):04X}")
