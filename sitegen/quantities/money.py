"""Money that is not called so: 资金360万, 卖了3万来块."""

import re
from dataclasses import replace

from sitegen.lexicon.units import load_units
from sitegen.quantities.amounts import Amount

_ENDS = re.compile("[，。；、！？,;)”]|$")
_MYRIAD = 10000
_NEAR = 10
"""How far before 块 a word for money may stand, in characters."""


def with_money(text: str, amount: Amount) -> Amount:
    """Return an amount of a folded text in 元 where it is money without saying so, else as it is."""
    at = None
    if amount.unit is None and amount.value >= _MYRIAD and (amount.worded or amount.scale > 1):
        at = _named(text, amount)
    elif amount.printed_unit == "块" and _ENDS.match(text, amount.end):
        at = _dealt(text, amount)
    return amount if at is None else replace(amount, unit="元", group="money", needs_from=at)


def _named(text: str, amount: Amount) -> int | None:
    """Return where the word for money stands that the number is of (资金), or None."""
    thing = thing_before(text, amount)
    word = next((word for word in load_units().money_after if thing.endswith(word)), None)
    return None if word is None else len(thing) - len(word)


def _dealt(text: str, amount: Amount) -> int | None:
    """Return where a verb of money (卖) stands a little before the number, or None."""
    floor = max(amount.start - _NEAR, 0)
    places = [text.find(word, floor, amount.start) for word in load_units().money_verbs]
    return max((at for at in places if at >= 0), default=None)


def thing_before(text: str, amount: Amount) -> str:
    """Return the words of a folded text in front of an amount, up to the thing that it is the number of."""
    fillers = load_units().fillers
    words = text[: amount.start]
    while found := next((filler for filler in fillers if words.endswith(filler)), None):
        words = words[: -len(found)]
    return words
