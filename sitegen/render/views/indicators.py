"""Indicators beside each other: to compare, near, measuring what a practice does."""

from dataclasses import dataclass

from sitegen.render.views.figures import Value
from sitegen.render.views.links import Link


@dataclass(frozen=True, slots=True)
class ComparedIndicator:
    """An indicator on which places can be set side by side."""

    id: str
    name: str
    address: str
    values: str
    """Address of its value file."""
    place_count: int


@dataclass(frozen=True, slots=True)
class ComparedTheme:
    """Indicators of one subject on which places can be set side by side."""

    heading: str
    indicators: tuple[ComparedIndicator, ...]


@dataclass(frozen=True, slots=True)
class CompareForm:
    """What leads from a place to the page that sets others beside it."""

    address: str
    place: str
    """Its id."""
    indicators: tuple[tuple[str, str], ...]
    """Id and name of each that it and others report; never empty."""


@dataclass(frozen=True, slots=True)
class MeasuredBy:
    """An indicator that counts what a practice does, with its newest values."""

    indicator: Link
    values: tuple[Value, ...]
    more: int
    """How many further values there are."""


@dataclass(frozen=True, slots=True)
class NearIndicators:
    """Indicators that must not be taken for one another."""

    why: str
    """Why they are not the same."""
    indicators: tuple[MeasuredBy, ...]
    """Never empty."""
