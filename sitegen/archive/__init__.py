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
    WithdrawnEntry,
)
from sitegen.archive.relate import relate
from sitegen.archive.states import State, find_state

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
    "State",
    "ThemeEntry",
    "ValueGroup",
    "WithdrawnEntry",
    "count_months",
    "find_state",
    "name_period",
    "relate",
]
