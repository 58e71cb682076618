"""A written value beside the one that its words give: the same, the same but for sign or scale, or another one."""

import re
import unicodedata
from decimal import Decimal
from typing import Any

from sitegen.model.terms import Kind
from sitegen.quantities import Derived, derive
from sitegen.store.reader import Values

_DIGITS = re.compile(r"\d+(?:\.\d+)?")


def mend_amount(values: Values, read: Derived) -> dict[str, Any] | None:
    """Return value, upper end and unit as they should be, None where the editor means another number.

    A value is mended only where it is certain that the same number is meant: it is missing, it is what was read, the
    minus sign of a fall was forgotten, or the digits were copied and the scale (万) left out or written as the unit.

    Args:
        values: As an editor wrote them; ``value``, ``value_to`` and ``unit`` may be None, ``printed`` is there.
        read: What the printed number says in its quote.
    """
    right = {"value": read.value, "value_to": read.value_to, "unit": read.unit}
    if values["value"] is None:
        said = {key: values[key] for key in ("value_to", "unit")}
        return right if all(value is None or value == right[key] for key, value in said.items()) else None
    return right if any(_is_same(values, read, scale) for scale in _scales(values, read)) else None


def _scales(values: Values, read: Derived) -> list[Decimal]:
    """Return by what the written value may have to be multiplied."""
    unit, found = values["unit"], []
    if unit in (None, read.unit):
        found.append(Decimal(1))
        if values["value"] and _is_copied(values, read):
            found.append(abs(read.value / values["value"]))
    elif unit:
        one = derive(f"1{unit}", f"1{unit}")
        if one and one.unit == read.unit and one.value_to is None:
            found.append(one.value)
    return found


def _is_copied(values: Values, read: Derived) -> bool:
    """Whether the written value is what is printed in digits, without sign and scale."""
    printed = unicodedata.normalize("NFKC", values["printed"]).replace(",", "")
    digits = [Decimal(number) for number in _DIGITS.findall(printed)]
    written = [abs(values[key]) for key in ("value", "value_to") if values[key] is not None]
    return len(digits) == (1 if read.value_to is None else 2) and digits[: len(written)] == written


def _is_same(values: Values, read: Derived, scale: Decimal) -> bool:
    """Whether a written value, scale worked in, is what was read, but for the minus sign of a fall."""
    value, upper = values["value"] * scale, values["value_to"]
    upper = None if upper is None else upper * scale
    signs = (1, -1) if read.kind is Kind.CHANGE and read.value < 0 < value else (1,)
    return any(value * sign == read.value and (upper is None or upper * sign == read.value_to) for sign in signs)
