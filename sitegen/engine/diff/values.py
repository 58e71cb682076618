"""Values of records as they are shown in a summary of changes."""

from decimal import Decimal
from enum import Enum
from typing import Any

from sitegen.engine.diff.records import StatDiff
from sitegen.model.report import Credit, PracticeMention, Section
from sitegen.model.stat import Stat

NUMBER = ("printed", "value", "value_to", "unit", "bound")
"""Fields of a stat that its number is made of."""
LONGEST = 160
"""Characters of a value that are shown."""


def show_number(stat: Stat | None) -> str:
    """Return a stat's number as printed and as it counts: ``598万元 = 5,980,000 元``."""
    if stat is None:
        return ""
    value = show_decimal(stat.value) + (f"–{show_decimal(stat.value_to)}" if stat.value_to is not None else "")
    counted = f"{value} {stat.unit}".strip() if stat.unit != "%" else f"{value}%"
    plain = counted.replace(",", "").replace(" ", "")
    return stat.printed if plain == stat.printed.replace(",", "") else f"{stat.printed} = {counted}"


def show_decimal(value: Decimal) -> str:
    """Return a number without an exponent, thousands divided."""
    return f"{value:,f}"


def show_value(value: Any) -> str:
    """Return a value of a field in one line; empty for none."""
    if value is None or value == () or value == "":
        return ""
    if isinstance(value, tuple):
        return "、".join(show_value(one) for one in value)
    if isinstance(value, Credit):
        return f"{value.role} {value.name}".strip()
    if isinstance(value, PracticeMention):
        return value.name
    if isinstance(value, Section):
        return f"{value.heading or '–'} ({'、'.join(value.themes)})"
    if isinstance(value, Enum):
        return str(value.value)
    return show_decimal(value) if isinstance(value, Decimal) else str(value)


def list_other_fields(change: StatDiff) -> list[tuple[str, str, str]]:
    """Return name, before and after of the fields of a changed stat that no column of the table shows."""
    shown = (*NUMBER, "indicator", "quote")
    return [
        (key, show_value(getattr(change.before, key)), show_value(getattr(change.after, key)))
        for key in change.keys
        if key not in shown
    ]
