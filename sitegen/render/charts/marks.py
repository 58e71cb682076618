"""What a chart shows: reported values with their words."""

from dataclasses import dataclass
from decimal import Decimal

from sitegen.model.period import Period
from sitegen.model.terms import Bound

SIGNS = {Bound.ABOUT: "≈", Bound.NEARLY: "≈", Bound.OVER: ">", Bound.AT_LEAST: "≥", Bound.AT_MOST: "≤"}
"""What stands at the end of a mark whose value is a limit or an estimate; such a mark is hollow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One reported value."""

    stat: str
    """The stat's id."""
    address: str
    """Where its words stand."""
    label: str
    """Whose or when."""
    label_language: str | None = None
    """Where it is not the page's."""
    printed: str
    value: Decimal
    value_to: Decimal | None = None
    """Upper end of a range, else None."""
    bound: Bound = Bound.EXACT
    period: Period | None = None

    @property
    def sign(self) -> str:
        """What stands beside the mark; empty for an exact value and for a range."""
        return SIGNS.get(self.bound, "")

    @property
    def hollow(self) -> bool:
        """Whether the mark's end is not the value itself."""
        return self.bound is not Bound.EXACT

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """The lower and the upper end; the same but for a range."""
        other = self.value if self.value_to is None else self.value_to
        return min(self.value, other), max(self.value, other)
