"""Whole numbers as text that any host compresses and any browser reads.

A number ends with a character of ``?`` to ``~``, which count 64. Before it stand as many of ``!`` to ``>``, which count
30, as it needs: up to 63 it takes one character, up to 1,919 two, up to 57,599 three.
"""

from collections.abc import Iterable, Iterator

_LAST, _LASTS = ord("?"), 64
_MORE, _MORES = ord("!"), 30


class _Leads(dict[int, str]):
    """What stands before the last character, by the number divided by 64; worked out when it is first met."""

    def __missing__(self, rest: int) -> str:
        more, digit = divmod(rest, _MORES)
        self[rest] = text = self[more] + chr(_MORE + digit)
        return text


_LEADS = _Leads({0: ""})
_ENDS = tuple(chr(_LAST + last) for last in range(_LASTS))


def encode(number: int) -> str:
    """Return a number, not negative, as text."""
    return _LEADS[number // _LASTS] + _ENDS[number % _LASTS]


def encode_all(numbers: Iterable[int]) -> str:
    """Return numbers, not negative, one after the other."""
    leads, ends = _LEADS, _ENDS  # millions of numbers
    return "".join([leads[number // 64] + ends[number % 64] for number in numbers])


def decode_all(text: str) -> Iterator[int]:
    """Yield the numbers of a text that ``encode_all`` made."""
    number = 0
    for code in map(ord, text):
        if code >= _LAST:
            yield number * _LASTS + code - _LAST
            number = 0
        else:
            number = number * _MORES + code - _MORE
