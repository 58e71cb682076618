"""Relations between the records of a content folder; values only, no files and no text rules."""

from sitegen.archive.periods import CHINESE, count_months, name_period
from sitegen.archive.records import (
    Archive,
    BulletinEntry,
    FigureCell,
    FigureRow,
    IndicatorEntry,
    PlaceEntry,
    PracticeEntry,
    PracticeUse,
    ReportEntry,
    Scope,
    SectionRef,
    StatRef,
    ThemeEntry,
    ValueGroup,
)
from sitegen.archive.relate import is_public, relate

__all__ = [
    "CHINESE",
    "Archive",
    "BulletinEntry",
    "FigureCell",
    "FigureRow",
    "IndicatorEntry",
    "PlaceEntry",
    "PracticeEntry",
    "PracticeUse",
    "ReportEntry",
    "Scope",
    "SectionRef",
    "StatRef",
    "ThemeEntry",
    "ValueGroup",
    "count_months",
    "is_public",
    "name_period",
    "relate",
]
