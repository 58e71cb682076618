"""A number with its unit, as it stands in a text."""

from dataclasses import dataclass
from decimal import Decimal

from sitegen.model.span import Span
from sitegen.model.terms import Bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit, as a bulletin states it; what it measures is not known here."""

    value: Decimal
    """In ``unit``, scale worked in and never negative by direction words: ``3.6万余亩`` is 36000."""
    value_to: Decimal | None = None
    """Upper end of a range (``90-100万元``), else None."""
    unit: str
    """Base unit without scale, as printed: ``亩``, ``人次``, ``元/斤``; may be empty."""
    bound: Bound
    printed: str
    """Number, modifier and unit as printed; equals ``span.of(text)``."""
    span: Span
    """Where ``printed`` stands in the text that was read."""
    open_unit: bool = False
    """The unit is printed but stands in no table."""
