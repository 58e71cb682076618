"""Amounts in words of their own: ranks, fractions, tenths, doublings, a worded zero."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from sitegen.lexicon.bounds import load_bounds
from sitegen.lexicon.numerals import load_numerals
from sitegen.model.terms import Bound
from sitegen.quantities.amounts import Amount, limit
from sitegen.quantities.numerals import parse_chinese, read_numeral

_CHINESE = "[零〇一二两三四五六七八九十百千]"
_HUNDREDTHS = re.compile(rf"(百|千|十万)分之({_CHINESE}+(?:点[零〇一二三四五六七八九]+)?|\d+(?:\.\d+)?)")
_FRACTION = re.compile(rf"({_CHINESE}{{1,3}})分之({_CHINESE}{{1,3}})(多|强|弱)?")
_GOES_ON = re.compile(rf"{_CHINESE[:-1]}万亿]")
"""Behind a numeral: it is not yet whole, so that 百分之九十五万 states no share."""
_SHARE_UNITS = {"百": "%", "千": "‰", "十万": "/10万"}
_SLASHED = re.compile(r"([1-9])/([2-9]|10)(?![\d/.月日号])")
"""A fraction in digits: 1/3."""
_TENTHS = re.compile(r"([一两二三四五六七八九]|\d)(多)?成([半一二三四五六七八九](?![个年月户人家]))?")
_DOUBLED = re.compile(r"翻(?:了|上)?(近|将近|接近|超|超过|逾|约)?([一两二三四]|\d)?番")
_RANK = re.compile(r"第(?=[\d一二三四五六七八九十])")
_TENTH = Decimal("0.1")
_DATE = re.compile(r"[\d/.年月]$")


def read_worded(text: str, at: int, floor: int) -> Amount | None:
    """Return the amount in words of its own that begins at ``at``, or None; ``floor`` as in ``read_amount``."""
    for read in _READERS:
        if amount := read(text, at):
            return limit(text, amount, floor) if amount.group == "share" else amount
    return None


def _share(at: int, end: int, value: Decimal, unit: str = "%", bound: Bound = Bound.EXACT) -> Amount:
    return Amount(start=at, core=at, end=end, value=value, unit=unit, group="share", bound=bound, worded=True)


def _read_hundredths(text: str, at: int) -> Amount | None:
    match = _HUNDREDTHS.match(text, at)
    if not match or _GOES_ON.match(text, match.end()):
        return None
    whole, _, behind = match[2].partition("点")
    number = Decimal(whole) if whole[0].isdigit() and whole[0].isascii() else parse_chinese(whole)
    if number is None:
        return None
    digits = "".join(str(load_numerals().digits[char]) for char in behind)
    number += Decimal(f"0.{digits}") if digits else 0
    return _share(at, match.end(), number, _SHARE_UNITS[match[1]])


def _read_fraction(text: str, at: int) -> Amount | None:
    match = _FRACTION.match(text, at)
    below, above = (parse_chinese(match[1]), parse_chinese(match[2])) if match else (None, None)
    if not match or not below or above is None or above > below or _GOES_ON.match(text, match.end()):
        return None
    value = (100 * above / below).quantize(_TENTH, ROUND_HALF_UP)
    bound = {"多": Bound.OVER, "强": Bound.OVER, "弱": Bound.NEARLY}.get(match[3] or "", Bound.EXACT)
    return _share(at, match.end(), value, bound=bound)


def _read_slashed(text: str, at: int) -> Amount | None:
    match = _SLASHED.match(text, at)
    if not match or int(match[1]) >= int(match[2]) or _DATE.search(text, 0, at):
        return None
    value = (100 * Decimal(match[1]) / Decimal(match[2])).quantize(_TENTH, ROUND_HALF_UP)
    return _share(at, match.end(), value)


def _read_tenths(text: str, at: int) -> Amount | None:
    match = _TENTHS.match(text, at)
    if not match or (not match[3] and text.startswith(load_numerals().tenth_not_before, match.end())):
        return None
    numeral = read_numeral(match[1], 0)
    if numeral is None:
        return None
    more = load_numerals().digits.get(match[3] or "零", 5)
    value = numeral.value * 10 + more
    return _share(at, match.end(), value, bound=Bound.OVER if match[2] else Bound.EXACT)


def _read_half(text: str, at: int) -> Amount | None:
    for word in load_numerals().halves:
        if text.startswith(word, at):
            bound = Bound.OVER if word == "过半" else Bound.EXACT
            return _share(at, at + len(word), Decimal(50), bound=bound)
    return None


def _read_doubled(text: str, at: int) -> Amount | None:
    match = _DOUBLED.match(text, at)
    if not match:
        return None
    numeral = read_numeral(match[2], 0) if match[2] else None
    times = int(numeral.value) if numeral else 1
    bound = next((word.bound for word in load_bounds().before if word.word == match[1]), Bound.EXACT)
    return replace(_share(at, match.end(), Decimal(100 * (2**times - 1)), bound=bound), group="doubled")


def _read_rank(text: str, at: int) -> Amount | None:
    match = _RANK.match(text, at)
    numeral = read_numeral(text, match.end()) if match else None
    if numeral is None or numeral.value_to is not None:
        return None
    end = numeral.end + (text[numeral.end : numeral.end + 1] in ("位", "名"))
    return Amount(start=at, core=at, end=end, value=numeral.value, unit="位", group="rank", worded=end == numeral.end)


def _read_first(text: str, at: int) -> Amount | None:
    for word in load_numerals().firsts:
        if text.startswith(word, at):
            end = at + len(word)
            return Amount(start=at, core=at, end=end, value=Decimal(1), unit="位", group="rank", worded=True)
    return None


def _read_zero(text: str, at: int) -> Amount | None:
    if text[at] != "零":
        return None
    for denied in load_numerals().zero:
        if text.startswith(denied, at + 1):
            end = at + 1 + len(denied)
            return Amount(start=at, core=at, end=end, value=Decimal(0), unit="", group="zero", worded=True)
    return None


_READERS: tuple[Callable[[str, int], Amount | None], ...] = (
    _read_rank,
    _read_first,
    _read_hundredths,
    _read_fraction,
    _read_slashed,
    _read_tenths,
    _read_half,
    _read_doubled,
    _read_zero,
)
