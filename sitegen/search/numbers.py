"""Whole numbers as text that any host compresses and any browser reads.

A number ends with a character of ``?`` to ``~``, which count 64. Before it stand as many of ``!`` to ``>``, which count
30, as it needs: up to 63 it takes one character, up to 1,919 two, up to 57,599 three.
"""

from collections.abc import Iterable, Iterator

_LAST, _LASTS = ord("?"), 64
_MORE, _MORES = ord("!"), 30
_KNOWN = 1 << 16


def encode(number: int) -> str:
    """Return a number, not negative, as text."""
    rest, last = divmod(number, _LASTS)
    text = chr(_LAST + last)
    while rest:
        rest, digit = divmod(rest, _MORES)
        text = chr(_MORE + digit) + text
    return text


def encode_all(numbers: Iterable[int]) -> str:
    """Return numbers, not negative, one after the other."""
    return "".join([_WRITTEN[number] if number < _KNOWN else encode(number) for number in numbers])


def decode_all(text: str) -> Iterator[int]:
    """Yield the numbers of a text that ``encode_all`` made."""
    number = 0
    for code in map(ord, text):
        if code >= _LAST:
            yield number * _LASTS + code - _LAST
            number = 0
        else:
            number = number * _MORES + code - _MORE


_WRITTEN = tuple(map(encode, range(_KNOWN)))
