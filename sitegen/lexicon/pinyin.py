"""Names in Latin letters: what ids and addresses are made of."""

import re
from functools import cache

from pypinyin import lazy_pinyin

from sitegen.lexicon.files import read_words

_RUNS = re.compile(r"[a-z0-9]+")


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
