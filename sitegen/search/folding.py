"""What counts as the same text when a reader searches; the browser's copy is ``search-folding.js``.

Both are run against ``tests/spec/search/folding.yaml``.
"""

import unicodedata

KEPT = ".%+-±~/℃‰×·°="
"""Marks that belong to the word they stand in: ``12.5%``, ``1+2+3``, ``±800``."""

_IGNORED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_CJK = (
    (0x2E80, 0x303F),  # radicals, Chinese marks and the wide space
    (0x3040, 0x30FF),  # kana
    (0x3400, 0x9FFF),  # Han
    (0xF900, 0xFAFF),  # Han, compatibility
    (0xFE30, 0xFE4F),  # marks for vertical text
    (0xFF00, 0xFFEF),  # full-width forms
)
_HAN_BEYOND = (0x20000, 0x3FFFF)
"""Planes of rarer Han; named by range because each Unicode version knows more of them than the one before."""


def fold(text: str) -> str:
    """Return a text as it is indexed: full-width letters and digits as ASCII, no white space beside Chinese.

    The text keeps its case and its Chinese marks, so that it can be shown; folding twice changes nothing more.
    """
    shown = (fold_character(c) for c in unicodedata.normalize("NFC", text) if c not in _IGNORED)
    words = "".join(shown).split()
    folded = words[0] if words else ""
    for word in words[1:]:
        folded += word if is_cjk(folded[-1]) or is_cjk(word[0]) else f" {word}"
    return folded


def key(folded: str) -> str:
    """Return a folded text for comparing, code point for code point: lower case, full-width marks as ASCII ones."""
    return "".join(map(_key_character, folded))


def fold_character(character: str) -> str:
    """Return one character's compatibility form where that is made of run characters, else the character.

    A mark becomes another mark, never several: ``％`` is ``%`` but ``…`` stays.
    """
    form = unicodedata.normalize("NFKC", character)
    several = len(form) > 1 and unicodedata.category(character).startswith("P")
    return form if not several and all(map(is_run, form)) else character


def is_run(character: str) -> bool:
    """Whether a character belongs to a run, which is cut into bigrams; all others are words of their own."""
    code = ord(character)
    return unicodedata.category(character)[0] in "LN" or character in KEPT or _HAN_BEYOND[0] <= code <= _HAN_BEYOND[1]


def is_cjk(character: str) -> bool:
    """Whether white space beside the character says nothing."""
    code = ord(character)
    return any(first <= code <= last for first, last in _CJK) or _HAN_BEYOND[0] <= code <= _HAN_BEYOND[1]


def _key_character(character: str) -> str:
    form = unicodedata.normalize("NFKC", character).lower()
    return form if len(form) == 1 else character
