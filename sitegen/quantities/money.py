"""Money that is not called so: 资金360万, 卖了3万来块."""

import re
from dataclasses import replace

from sitegen.lexicon.units import load_units
from sitegen.quantities.amounts import Amount

FILLERS = re.compile("(?:已|全部|均|首次|首|约|达到|达|为|是|至|到|提高到|上升到|在|:|：)+$")
"""Words between a thing and its number."""
_ENDS = re.compile("[，。；、！？,;)”]|$")
_MYRIAD = 10000
_NEAR = 10
"""How far before 块 a word for money may stand, in characters."""


def with_money(text: str, amount: Amount) -> Amount:
    """Return an amount of a folded text in 元 where it is money without saying so, else as it is."""
    table = load_units()
    if amount.unit is None and amount.value >= _MYRIAD and (amount.worded or amount.scale > 1):
        money = FILLERS.sub("", text[: amount.start]).endswith(table.money_after)
    elif amount.printed_unit == "块" and _ENDS.match(text, amount.end):
        before = text[max(amount.start - _NEAR, 0) : amount.start]
        money = any(word in before for word in table.money_verbs)
    else:
        return amount
    return replace(amount, unit="元", group="money") if money else amount
