"""All amounts of a text, in order, whatever they measure; what is no stat is left out later."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from sitegen.lexicon.units import load_units
from sitegen.model.terms import Bound
from sitegen.quantities.amounts import Amount, read_amount
from sitegen.quantities.folding import Folded, fold
from sitegen.quantities.lists import share_units
from sitegen.quantities.money import thing_before, with_money
from sitegen.quantities.shares import read_worded

_BEGINS = re.compile(r"-?\d|[零〇一二两三四五六七八九十百千万亿几第翻过半首榜头魁]")
_NO_NUMERALS = "几第翻过半首榜头魁"
"""Characters that begin an amount in words of its own, or none."""
_FRACTION = r"[零〇一二两三四五六七八九十百千万亿]+分之[\d.零〇一二两三四五六七八九十百千万亿]+"
_WHOLE_FRACTION = re.compile(_FRACTION)
_RUN = re.compile(rf"{_FRACTION}|[零〇一二两三四五六七八九十百千万亿几]+|\d[\d,.]*")
"""What is passed over where no amount can be read."""
_HYPHENATED = re.compile(r"[A-Za-z\d%‰-]")
_SPLIT = re.compile(r"\d $")
_REACHED_ZERO = re.compile("(?:[降减归][至到为]?|为)$")
_ENDS = re.compile("[，。；、！？,;)”]|$")
_BRACKET = re.compile(r"\([^()]{1,12}\)$")
"""What a thing is called besides: 指数(PQI)."""
_PREFIXED = (Bound.NEARLY, Bound.OVER, Bound.ABOUT)


@dataclass(frozen=True, slots=True)
class Scan:
    """A folded text and its amounts, in order and without overlap."""

    folded: Folded
    amounts: tuple[Amount, ...]


@lru_cache(maxsize=256)
def scan(text: str) -> Scan:
    """Return every amount of ``text`` that has a unit, its own or one printed once after a list, or needs none."""
    folded = fold(text)
    amounts = share_units(folded.text, _read_all(folded.text))
    amounts = tuple(with_money(folded.text, amount) for amount in amounts)
    counted = (amount for amount in amounts if _counts(folded.text, amount))
    return Scan(folded, tuple(amount if amount.unit else replace(amount, unit="") for amount in counted))


def _read_all(text: str) -> list[Amount]:
    amounts: list[Amount] = []
    at = floor = 0
    while match := _BEGINS.search(text, at):
        at = match.start()
        if text[at] == "-" and at and _HYPHENATED.match(text, at - 1):
            at += 1
        amount = _read(text, at, floor)
        if amount:
            amounts.append(amount)
            at = floor = amount.end
        else:
            run = _RUN.match(text, at)
            at = run.end() if run else at + 1
    return amounts


def _read(text: str, at: int, floor: int) -> Amount | None:
    """Return the amount that begins at ``at``; None for digits that a space divides from others (3 500户)."""
    if _SPLIT.search(text[max(at - 2, 0) : at]):
        return None
    if worded := read_worded(text, at, floor):
        return worded
    if text[at] in _NO_NUMERALS or _WHOLE_FRACTION.match(text, at):
        return None  # of a fraction that cannot be read (百分之九十五万元) no part is read by itself
    return read_amount(text, at, floor)


def _counts(text: str, amount: Amount) -> bool:
    """Whether a number has a unit, or stands where none is needed (系数0.38, 突破10万, 38万劳动力)."""
    if amount.unit is not None:
        return True
    if amount.worded and not (amount.scale_alone and amount.bound in _PREFIXED):
        return False
    if amount.scale >= 10000 or amount.scale_alone:
        return True
    if amount.value == 0 and _REACHED_ZERO.search(text, 0, amount.start) and _ENDS.match(text, amount.end):
        return True
    before = _BRACKET.sub("", thing_before(text, amount))
    return before.endswith(load_units().unitless_after)
