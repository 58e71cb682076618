"""Reports in lists, and passages of their texts."""

from dataclasses import dataclass

from sitegen.render.views.figures import Figure
from sitegen.render.views.links import Link


@dataclass(frozen=True, slots=True)
class ReportItem:
    """A report in a list."""

    title: str
    address: str
    place: str
    period: str
    date: str
    """When it was published, as words; empty where not known."""
    iso_date: str
    stat_count: int


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """Reports under one heading."""

    heading: Link
    """Of a year or a place; its address is empty where it leads nowhere."""
    reports: tuple[ReportItem, ...]


@dataclass(frozen=True, slots=True)
class ReportShelf:
    """Reports of a place."""

    groups: tuple[ReportGroup, ...]
    """By year, the newest first; one without a heading where they are few."""
    count: int
    more: int
    """How many of them are left to the list of reports."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A section of a report under a theme."""

    heading: str
    address: str


@dataclass(frozen=True, slots=True)
class ReportPassages:
    """What a report says under a theme."""

    report: ReportItem
    passages: tuple[Passage, ...]
    figure_count: int
    """Its stats under the theme."""
    figures: tuple[Figure, ...]
    """These stats; empty where they are left to the report's page."""
    all_figures: str
    """Address of the report's table of stats."""


@dataclass(frozen=True, slots=True)
class PlacePassages:
    """What the reports of a place say under a theme."""

    place: Link
    """Its note is the place above it."""
    reports: tuple[ReportPassages, ...]
    """The newest first."""
    more: int
    """Older reports that are left to the place's page."""
