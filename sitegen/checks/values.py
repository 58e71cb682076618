"""Values beside the words they come from."""

import re
from decimal import Decimal
from functools import cache, lru_cache

from sitegen.checks.finding import Findings
from sitegen.checks.subject import Known, Subject
from sitegen.lexicon.misspelt import index_names
from sitegen.lexicon.units import load_units
from sitegen.model.stat import Stat
from sitegen.quantities import Derived, derive, find_printed
from sitegen.store.shapes import format_number

_derive = lru_cache(maxsize=20_000)(derive)
"""A report whose file has changed still has most of its stats."""
_PARTS = re.compile(r"[/(（)）、·每]+")


def check_values(subject: Subject, known: Known) -> Findings:
    """Find values, units and bounds that do not follow from the printed number read in its quote."""
    for number, stat in enumerate(subject.report.stats):
        if stat.unit and not is_known_unit(stat.unit):
            yield subject.finding("unit-open", "stats", number, "unit", unit=stat.unit, near=nearest_unit(stat.unit))
        if sum(1 for _ in find_printed(stat.printed, stat.quote)) < (stat.at or 1):
            continue
        read = _derive(stat.printed, stat.quote, stat.at)
        said = {"printed": stat.printed, "quote": stat.quote}
        if read is None:
            yield subject.finding("value-unread", "stats", number, "printed", **said)
        elif (stat.value, stat.value_to, stat.unit) != (read.value, read.value_to, read.unit):
            yield subject.finding("value-differs", "stats", number, "value", **said, **_both(stat, read))
        elif stat.bound is not read.bound:
            yield subject.finding(
                "bound-differs", "stats", number, "bound", **said, bound=str(stat.bound), read=str(read.bound)
            )


def is_known_unit(unit: str) -> bool:
    """Whether the unit table has a unit, or every part of a compound one: ``微克/立方米``, ``台(套)``."""
    known = _known_units()
    return unit in known or all(part in known for part in _PARTS.split(unit) if part)


def nearest_unit(unit: str) -> str | None:
    """Return the unit that is misspelt as this; letters only where nothing but their case is wrong."""
    if unit.isascii():
        return next((known for known in sorted(_known_units()) if known.lower() == unit.lower()), None)
    return index_names(_known_units()).find(unit)


@cache
def _known_units() -> frozenset[str]:
    table = load_units()
    return frozenset({*table.units, *(unit.base for unit in table.units.values()), *table.denominators})


def _both(stat: Stat, read: Derived) -> dict[str, str]:
    """What the stat says and what was read, as an editor writes them."""
    upper = f", value_to: {format_number(read.value_to)}" if read.value_to is not None else ""
    return {
        "value": _spelled(stat.value, stat.value_to, stat.unit),
        "read": _spelled(read.value, read.value_to, read.unit),
        "value_read": format_number(read.value) + upper,
        "unit_read": read.unit or '""',
    }


def _spelled(value: Decimal, value_to: Decimal | None, unit: str) -> str:
    upper = f"-{format_number(value_to)}" if value_to is not None else ""
    return f"{format_number(value)}{upper}{unit}"
