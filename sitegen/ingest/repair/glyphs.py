"""Forms of single characters: full-width digits and letters, presentation forms, invisible characters."""

import re
import unicodedata

ABSENT = "\0"
"""Stands in a repaired text for a source character that nothing is left of, so that offsets stay the same."""

_LINE_ENDS = dict.fromkeys(map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
_ASCII = {code: chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_SIGNS = {
    ord("％"): "%",
    ord("＋"): "+",
    ord("﹪"): "%",
    ord("＆"): "&",
    ord("＃"): "#",
    ord("＊"): "*",
    ord("＝"): "=",
}
_SMALL = dict(zip(map(ord, "｡､｢｣﹐﹑﹒﹔﹕﹖﹗﹙﹚―─"), "。、「」，、。；：？！（）——", strict=True))
_TABLE = _ASCII | _SIGNS | _SMALL

_WIDE = "０-９"
_POINT = re.compile(f"(?<=[{_WIDE}])．(?=[{_WIDE}])")
_COMMA = re.compile(f"(?<![{_WIDE}])[{_WIDE}]{{1,3}}(?:，[{_WIDE}]{{3}})+(?![{_WIDE}])")
_CLOCK = re.compile(f"(?<=[{_WIDE}])：(?=[{_WIDE}]{{2}}(?![{_WIDE}]))")


def repair_glyphs(source: str) -> str:
    """Write every character of ``source`` in its usual form; the length stays.

    Full-width digits, letters, ``％`` and ``＋`` become ASCII, and so do the marks inside a full-width number
    (``５２．３``, ``１，３００``). Radicals and compatibility ideographs, which PDF readers make of plain ones, become
    plain. Line ends of any kind become line feeds; control and format characters become ``ABSENT``.
    """
    text = _POINT.sub(".", source)
    text = _COMMA.sub(lambda match: match[0].replace("，", ","), text)
    text = _CLOCK.sub(":", text)
    return text.replace("\r\n", ABSENT + "\n").translate(_table_for(frozenset(text)))


def _table_for(alphabet: frozenset[str]) -> dict[int, str]:
    table = _TABLE | _LINE_ENDS
    for character in alphabet:
        code = ord(character)
        if code in table or character.isspace():
            continue
        if unicodedata.category(character) in ("Cc", "Cf"):
            table[code] = ABSENT
        elif 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF:
            plain = unicodedata.normalize("NFKC", character)
            table[code] = plain if len(plain) == 1 else character
    return table
