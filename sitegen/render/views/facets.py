"""What a search is narrowed by."""

from dataclasses import dataclass

from sitegen.render.views.links import Link


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value by which reports can be narrowed down."""

    id: str
    """As it stands in the address of the search page."""
    text: str
    address: str
    """A page about it, for who has no script."""
    count: int
    """How many reports have it."""
    level: int = 0
    """How many values it stands under."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow reports down: by place, year, theme…"""

    name: str
    """As it stands in the address of the search page."""
    label: str
    shown: tuple[FacetValue, ...]
    folded: tuple[FacetValue, ...]
    """Further ones, shown on demand."""
    every: Link | None
    """The list of all values, where not all stand here."""
