"""Names in Latin letters: what ids and addresses are made of."""

import re
from collections.abc import Collection
from functools import cache, lru_cache

from pypinyin import Style, lazy_pinyin, pinyin

from sitegen.lexicon.files import read_words

_RUNS = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """Spell a Chinese name in ASCII by its pinyin, the syllables of a word joined, words divided by ``-``.

    Letters and figures stay, in lower case; whatever else stands between words divides them. The reading is that of
    names of places (长 is ``chang``); the list of exceptions is ``pinyin.yaml``. Empty where nothing can be read.

    >>> slug("泰顺")
    'taishun'
    >>> slug("“1+2+3”工作法")
    '1-2-3-gongzuofa'
    """
    pieces: list[str] = []
    for part in re.split(r"([一-鿿㐀-䶿]+)", text):
        if re.match(r"[一-鿿㐀-䶿]", part):
            pieces.append(_spell(part))
        else:
            pieces += _RUNS.findall(part.lower())
    return "-".join(piece for piece in pieces if piece)


def _spell(name: str) -> str:
    """Spell a run of Chinese characters: the exceptions as listed, what stands between them by the dictionary."""
    exceptions = _exceptions()
    longest = max(map(len, exceptions))
    spelled, rest, at = "", "", 0
    while at < len(name):
        word = next((name[at : at + n] for n in range(longest, 0, -1) if name[at : at + n] in exceptions), "")
        if word:
            spelled, rest = spelled + _read(rest) + exceptions[word], ""
        else:
            rest += name[at]
        at += max(len(word), 1)
    return spelled + _read(rest)


def _read(run: str) -> str:
    syllables = lazy_pinyin(run, errors="ignore") if run else []
    return re.sub(r"[^a-z0-9]", "", "".join(syllables).replace("ü", "v").lower())


@cache
def _exceptions() -> dict[str, str]:
    return {str(word): str(reading) for word, reading in read_words("pinyin.yaml").items()}


def read_aloud(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways in which a name may be read, syllable by syllable, the likeliest first; none without letters.

    First as names of places are read, then as the dictionary reads its words, then each character for itself, so that
    a name with a character of two readings is known by both. Letters and figures are syllables of their own.

    >>> read_aloud("长青")
    (('chang', 'qing'), ('zhang', 'qing'))
    """
    pieces = re.findall(r"[一-鿿㐀-䶿]+|[a-z0-9]+", name.lower())
    ways = (
        tuple(syllable for piece in pieces for syllable in read(piece))
        for read in (_read_as_place, _read_as_words, _read_alone)
    )
    return tuple(dict.fromkeys(way for way in ways if any(way)))


def _read_as_place(piece: str) -> tuple[str, ...]:
    exceptions = _exceptions()
    longest = max(map(len, exceptions))
    read = list(_read_as_words(piece))
    at = 0
    while at < len(piece):
        word = next((piece[at : at + n] for n in range(longest, 0, -1) if piece[at : at + n] in exceptions), "")
        if word and len(read) == len(piece):
            read[at : at + len(word)] = _divide(word, exceptions[word])
        at += max(len(word), 1)
    return tuple(syllable for syllable in read if syllable)


def _divide(word: str, reading: str) -> tuple[str, ...]:
    """Divide the joined reading of a word among its characters; the first has all of it where that cannot be told."""
    return _try_to_divide(word, reading) or (reading, *("" for _ in word[1:]))


def _try_to_divide(word: str, reading: str) -> tuple[str, ...] | None:
    if not word:
        return None if reading else ()
    known = {_plain(syllable) for syllable in pinyin(word[0], heteronym=True, style=Style.NORMAL)[0]}
    for syllable in sorted(known, key=lambda one: (-len(one), one)):
        if reading.startswith(syllable):
            rest = _try_to_divide(word[1:], reading[len(syllable) :])
            if rest is not None:
                return (syllable, *rest)
    return None


def _read_as_words(piece: str) -> tuple[str, ...]:
    return tuple(map(_plain, lazy_pinyin(piece))) if not piece.isascii() else (piece,)


def _read_alone(piece: str) -> tuple[str, ...]:
    return tuple(_plain(lazy_pinyin(one)[0]) for one in piece) if not piece.isascii() else (piece,)


def _plain(syllable: str) -> str:
    return re.sub(r"[^a-z0-9]", "", syllable.replace("ü", "v").lower())


def spell_name(name: str, several_readings: Collection[str] = ()) -> tuple[str, ...]:
    """Return the syllables of a place's name as pinyin writes them, without tones; nothing where they are not sure.

    Args:
        name: Chinese characters alone.
        several_readings: Characters that are read differently from place to place; one is sure only inside a longer
            word that ``pinyin.yaml`` lists.

    >>> spell_name("吕梁")
    ('lü', 'liang')
    """
    listed = [word for word in _exceptions() if len(word) > 1 and word in name]
    rest = name
    for word in listed:
        rest = rest.replace(word, "")
    syllables = _read_as_place(name) if re.fullmatch("[一-鿿㐀-䶿]+", name) else ()
    readable = all(_plain(lazy_pinyin(char)[0]) for char in name)
    if not readable or any(char in several_readings for char in rest):
        return ()
    return tuple(re.sub("^([ln])v", r"\1ü", syllable) for syllable in syllables)
