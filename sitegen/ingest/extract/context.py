"""What is known of a report before its numbers are read."""

from dataclasses import dataclass

from sitegen.model.period import Period
from sitegen.model.place import Place
from sitegen.model.report import Series, Theme
from sitegen.model.terms import ThemeId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContext:
    """The report's own place, time and subjects, and the tables that its numbers are held against."""

    place: Place | None
    """None while it is not settled."""
    issuer: str | None = None
    """Who reports, as printed: the name by which the text speaks of itself (柳林镇, 县民政局)."""
    period: Period | None
    said_in: int | None
    """The year that the report speaks from; relative words (去年, 明年) count from it."""
    series: tuple[Series, ...]
    themes: tuple[Theme, ...]
    section_themes: tuple[tuple[ThemeId, ...], ...] = ()
    """The subjects of each section, in the report's order; empty where they are not known."""
