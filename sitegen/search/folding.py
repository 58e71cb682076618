"""What counts as the same text when a reader searches; the browser's copy is ``search-folding.js``.

Both are run against ``tests/spec/search/folding.yaml``. Folding works on single characters, so that a phrase folds
alike wherever it stands.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from sitegen.search.simplified import load_simplified

KEPT = ".%+-±~/℃‰×·°="
"""Marks of numbers, which become the plain ones of their kind: ``％`` is ``%``."""

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
_WHITE = re.compile(r"\s")


class _Rule:
    """What single characters become. A text has few that change, so each of these is replaced on its own."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        self._rule = cache(rule)
        self._plain: set[str] = set()

    def __call__(self, text: str) -> str:
        changed = []
        for character in set(text) - self._plain:
            if (form := self._rule(character)) == character:
                self._plain.add(character)
            else:
                changed.append((character, form))
        # No form is a character that changes: the order makes no difference.
        for character, form in changed:
            text = text.replace(character, form)
        return text


def print_text(text: str) -> str:
    """Return a text as results show it: composed, without characters that nobody sees."""
    return _SEEN(unicodedata.normalize("NFC", text))


def fold(text: str) -> str:
    """Return a text as it is indexed: full-width letters and digits as ASCII, no white space beside Chinese.

    The text keeps its case and its Chinese marks; folding twice changes nothing more.
    """
    shown = _FORMS(print_text(text))
    if not _WHITE.search(shown):
        return shown
    words = shown.split()
    folded = words[:1]
    for word in words[1:]:
        if not (is_cjk(folded[-1][-1]) or is_cjk(word[0])):
            folded.append(" ")
        folded.append(word)
    return "".join(folded)


def key(folded: str) -> str:
    """Return a folded text for comparing, code point for code point.

    Lower case, full-width marks as ASCII ones, traditional characters as simplified ones.
    """
    return _KEYS(folded)


def fold_character(character: str) -> str:
    """Return one character's compatibility form where that is made of run characters, else the character.

    A mark becomes another mark, never several: ``％`` is ``%`` but ``…`` stays.
    """
    form = unicodedata.normalize("NFKC", character)
    several = len(form) > 1 and unicodedata.category(character).startswith("P")
    return form if not several and all(map(is_run, form)) else character


def is_run(character: str) -> bool:
    """Whether a character is a letter, a numeral or a mark of numbers."""
    code = ord(character)
    return unicodedata.category(character)[0] in "LN" or character in KEPT or _HAN_BEYOND[0] <= code <= _HAN_BEYOND[1]


def is_cjk(character: str) -> bool:
    """Whether white space beside the character says nothing."""
    code = ord(character)
    return any(first <= code <= last for first, last in _CJK) or _HAN_BEYOND[0] <= code <= _HAN_BEYOND[1]


def _key_character(character: str) -> str:
    form = unicodedata.normalize("NFKC", character).lower()
    one = form if len(form) == 1 else character
    return load_simplified().get(one, one)


_SEEN = _Rule(lambda character: "" if character in _IGNORED else character)
_FORMS = _Rule(fold_character)
_KEYS = _Rule(_key_character)
