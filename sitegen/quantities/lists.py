"""A unit and scale printed once, behind the last number of a list: 分别完成3、4、5万元."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from sitegen.quantities.amounts import Amount

_JOIN = re.compile(r"[、和及与]|以及")
_FAR = 50
"""A number this many times the last one's figure is written out and takes no scale: 3500、2.8万元."""
_OF_ITS_OWN = ("rank", "zero", "doubled")


def share_units(text: str, amounts: Sequence[Amount]) -> tuple[Amount, ...]:
    """Return the amounts of a folded text, those without unit in a list with the unit and scale of its last."""
    shared = list(amounts)
    for i in range(len(shared) - 2, -1, -1):
        one, after = shared[i], shared[i + 1]
        match = _JOIN.match(text, one.end)
        if one.unit is None and not one.worded and match and match.end() == after.start and _gives_unit(after):
            shared[i] = _with_unit(one, after)
    return tuple(shared)


def _gives_unit(amount: Amount) -> bool:
    """Whether the amount has a unit that can be another's too, and no limiting word in front."""
    return amount.unit is not None and amount.start == amount.core and amount.group not in _OF_ITS_OWN


def _with_unit(one: Amount, after: Amount) -> Amount:
    scale = after.scale if one.scale == 1 and one.figure <= after.figure * _FAR else Decimal(1)
    return replace(
        one,
        value=one.value * scale,
        unit=after.unit,
        group=after.group,
        printed_unit=after.printed_unit,
        scale=one.scale * scale,
        needs=after.needs or after.end,
    )
