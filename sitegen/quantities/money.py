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
    table = load_units()
    if amount.unit is None and amount.value >= _MYRIAD and (amount.worded or amount.scale > 1):
        money = thing_before(text, amount).endswith(table.money_after)
    elif amount.printed_unit == "块" and _ENDS.match(text, amount.end):
        before = text[max(amount.start - _NEAR, 0) : amount.start]
        money = any(word in before for word in table.money_verbs)
    else:
        return amount
    return replace(amount, unit="元", group="money") if money else amount


def thing_before(text: str, amount: Amount) -> str:
    """Return the words of a folded text in front of an amount, up to the thing that it is the number of."""
    fillers = load_units().fillers
    words = text[: amount.start]
    while found := next((filler for filler in fillers if words.endswith(filler)), None):
        words = words[: -len(found)]
    return words
