"""All amounts of a text, in order, whatever they measure; what is no stat is left out later."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from sitegen.lexicon.units import load_units
from sitegen.model.terms import Bound
from sitegen.quantities.amounts import Amount, read_amount
from sitegen.quantities.folding import Folded, fold
from sitegen.quantities.shares import read_worded

_BEGINS = re.compile(r"-?\d|[零〇一二两三四五六七八九十百千万亿几第翻过半]")
_RUN = re.compile(r"[零〇一二两三四五六七八九十百千万亿几]+|\d[\d,.]*")
_BEHIND = re.compile(r"[、和及与]|以及")
_PREFIXED = (Bound.NEARLY, Bound.OVER, Bound.ABOUT)
_SPLIT = re.compile(r"\d $")
_FILLERS = re.compile("(?:已|约|达到|达|为|是|至|到|提高到|上升到|在|:|：)+$")
_FAR = 50


@dataclass(frozen=True, slots=True)
class Scan:
    """A folded text and its amounts, in order and without overlap."""

    folded: Folded
    amounts: tuple[Amount, ...]


@lru_cache(maxsize=256)
def scan(text: str) -> Scan:
    """Return every amount of ``text`` that has a unit, its own or one printed once after a list, or needs none."""
    folded = fold(text)
    amounts = _share_units(folded.text, _read_all(folded.text))
    return Scan(folded, tuple(_settle(folded.text, amount) for amount in amounts if _counts(folded.text, amount)))


def _read_all(text: str) -> list[Amount]:
    amounts: list[Amount] = []
    at = floor = 0
    while match := _BEGINS.search(text, at):
        at = match.start()
        amount = read_worded(text, at, floor)
        if amount is None and text[at] not in "第翻过半":
            if (
                text[at] == "-"
                and at
                and ((text[at - 1].isascii() and text[at - 1].isalnum()) or text[at - 1] in "%‰-")
            ):
                at += 1
            amount = None if _SPLIT.search(text[:at]) else read_amount(text, at, floor)
        if amount is None:
            run = _RUN.match(text, at)
            at = run.end() if run else at + 1
            continue
        amounts.append(amount)
        at = floor = amount.end
    return amounts


def _joins(before: str) -> bool:
    """Whether a hyphen behind this character joins two things and is no minus sign: ``1-5``, ``A-3``, ``5%-8%``."""
    return before in "%‰-" if before and not before.isalnum() else before.isascii() and before != ""


def _share_units(text: str, amounts: list[Amount]) -> list[Amount]:
    """Give numbers in a list the unit and scale that is printed once, behind the last: ``3、4、5万元``."""
    shared = list(amounts)
    for i in range(len(shared) - 2, -1, -1):
        one, after = shared[i], shared[i + 1]
        match = _BEHIND.match(text, one.end)
        if one.unit is not None or after.unit is None or not match or match.end() != after.start or one.worded:
            continue
        if after.start != after.core or after.group in ("rank", "zero", "doubled"):
            continue
        scale = after.scale if one.scale == 1 and one.figure <= after.figure * _FAR else Decimal(1)
        shared[i] = replace(
            one,
            value=one.value * scale,
            unit=after.unit,
            group=after.group,
            printed_unit=after.printed_unit,
            scale=one.scale * scale,
            needs=after.needs or after.end,
        )
    return shared


def _counts(text: str, amount: Amount) -> bool:
    """Whether a number has a unit, or stands where none is needed (系数0.56, 突破10万, 41万劳动力)."""
    if amount.unit is not None:
        return True
    if amount.worded and not (amount.scale_alone and amount.bound in _PREFIXED):
        return False
    if amount.scale >= 10000 or amount.scale_alone:
        return True
    return _FILLERS.sub("", text[: amount.start]).endswith(load_units().unitless_after)


def _settle(text: str, amount: Amount) -> Amount:
    return replace(amount, unit=amount.unit or "")
