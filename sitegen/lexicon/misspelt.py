"""Chinese names that are misspelt: one character that sounds or looks alike, or two in the wrong order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from pypinyin import Style, pinyin

from sitegen.lexicon.files import read_words

_SHORTEST = 2
"""Characters of the shortest name of which a slip can be told."""
_SHORTEST_SWAP = 4
"""Characters of the shortest name in which two may have changed places: 会议 is no slip for 议会."""


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Names, ready to be found by a misspelling."""

    names: frozenset[str]
    by_gap: dict[tuple[str, str], tuple[str, ...]] = field(compare=False, repr=False)
    """Names by what stands before and after each of their characters."""

    def find(self, word: str) -> str | None:
        """Return the one name that is misspelt as ``word``; None where it is a name itself, or several may be meant."""
        if word in self.names or len(word) < _SHORTEST:
            return None
        found = set()
        for at in range(len(word)):
            for name in self.by_gap.get((word[:at], word[at + 1 :]), ()):
                if may_be_slip(word, name, at):
                    found.add(name)
            swapped = word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
            if len(word) >= _SHORTEST_SWAP and swapped in self.names:
                found.add(swapped)
        return found.pop() if len(found) == 1 else None


def index_names(names: Iterable[str]) -> NameIndex:
    """Return names ready to be found by a misspelling.

    >>> index_names(["税收收入", "生产总值"]).find("税收收人")
    '税收收入'
    >>> index_names(["新修公路"]).find("新建公路")
    """
    return _index(frozenset(names))


@lru_cache(maxsize=16)
def _index(names: frozenset[str]) -> NameIndex:
    by_gap: dict[tuple[str, str], list[str]] = {}
    for name in sorted(names):
        for at in range(len(name) if len(name) >= _SHORTEST else 0):
            by_gap.setdefault((name[:at], name[at + 1 :]), []).append(name)
    return NameIndex(names, {gap: tuple(found) for gap, found in by_gap.items()})


def may_be_slip(word: str, name: str, at: int) -> bool:
    """Whether the character ``at`` which two words of one length differ is a slip in the first."""
    a, b = word[at], name[at]
    never: str = read_words("lookalikes.yaml")["never"]
    if a == b or a in never or b in never or a.isascii() or b.isascii():
        return False
    pairs = {(word[i : i + 2], name[i : i + 2]) for i in (at - 1, at) if i >= 0}
    return not pairs & _both_right() and (b in _looks().get(a, "") or bool(_sounds(a) & _sounds(b)))


@cache
def _sounds(char: str) -> frozenset[str]:
    """The syllables as which a character may be read, without tones."""
    return (
        frozenset(pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore")[0])
        if char.isalpha()
        else frozenset()
    )


@cache
def _looks() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in read_words("lookalikes.yaml")["looks"]:
        for char in group:
            found[char] = found.get(char, "") + group
    return found


@cache
def _both_right() -> frozenset[tuple[str, str]]:
    pairs = read_words("lookalikes.yaml")["both"]
    return frozenset(order for one, other in pairs for order in ((one, other), (other, one)))
