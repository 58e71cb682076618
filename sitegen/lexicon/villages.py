"""Which townships have a village of some name; 620,000 villages as a sorted index, read when first asked."""

import hashlib
from bisect import bisect_left
from functools import cache
from importlib.resources import files

RECORD = 5
"""Bytes of a record: three of the stem's hash, two of the township's number in the division table, both big-endian."""
KEY = 3

_BODIES = ("居民委员会", "村民委员会", "社区居委会", "居委会", "村委会", "委员会")
_SUFFIXES = ("社区", "嘎查", "村")


def village_stem(name: str) -> str:
    """Return what tells a village from others: its name without the words for its body and its sort.

    >>> village_stem("前坪村村委会"), village_stem("下塘社区居民委员会"), village_stem("王村")
    ('前坪', '下塘', '王村')
    """
    for bodies in (_BODIES, _SUFFIXES):
        for suffix in bodies:
            if name.endswith(suffix) and len(name) >= len(suffix) + 2:
                name = name.removesuffix(suffix)
                break
    return name


def village_key(stem: str) -> bytes:
    """Return the three bytes under which the index holds a stem; one stem in fifty shares them with another."""
    return hashlib.blake2b(stem.encode(), digest_size=KEY).digest()


def townships_with_village(stem: str) -> tuple[int, ...]:
    """Return the numbers of the townships that have a village of this stem, in the order of the division table."""
    records = _load()
    key = village_key(stem)
    at = bisect_left(range(len(records) // RECORD), key, key=lambda n: records[n * RECORD : n * RECORD + KEY])
    found = []
    while records[at * RECORD : at * RECORD + KEY] == key:
        found.append(int.from_bytes(records[at * RECORD + KEY : (at + 1) * RECORD], "big"))
        at += 1
    return tuple(found)


@cache
def _load() -> bytes:
    return files("sitegen.lexicon").joinpath("villages.bin").read_bytes()
