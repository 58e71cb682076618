"""Small records that templates show: links, items of lists, rows of tables."""

from sitegen.render.views.facets import Facet, FacetValue
from sitegen.render.views.facts import Change, Fact, FileItem, PlaceBranch, ReadingRow, ReadingTable
from sitegen.render.views.figures import (
    Chart,
    CiteBox,
    CitedFigure,
    CiteForm,
    Figure,
    FigureGroup,
    Value,
    ValueSection,
    ValueTable,
)
from sitegen.render.views.indicators import ComparedIndicator, ComparedTheme, CompareForm, MeasuredBy, NearIndicators
from sitegen.render.views.links import LanguageLink, Link, LinkGroup, SharedPicture
from sitegen.render.views.periods import (
    PeriodRow,
    PeriodsSideBySide,
    PeriodTable,
    PlaceSeries,
    ThemeInPeriods,
    TimeRow,
    TimeTable,
)
from sitegen.render.views.practices import PracticeItem, PracticePlace, PracticeQuote, PracticeSince, PracticeUseItem
from sitegen.render.views.reports import Passage, PlacePassages, ReportGroup, ReportItem, ReportPassages, ReportShelf

__all__ = [
    "Change",
    "Chart",
    "CiteBox",
    "CiteForm",
    "CitedFigure",
    "CompareForm",
    "ComparedIndicator",
    "ComparedTheme",
    "Facet",
    "FacetValue",
    "Fact",
    "Figure",
    "FigureGroup",
    "FileItem",
    "LanguageLink",
    "Link",
    "LinkGroup",
    "MeasuredBy",
    "NearIndicators",
    "Passage",
    "PeriodRow",
    "PeriodTable",
    "PeriodsSideBySide",
    "PlaceBranch",
    "PlacePassages",
    "PlaceSeries",
    "PracticeItem",
    "PracticePlace",
    "PracticeQuote",
    "PracticeSince",
    "PracticeUseItem",
    "ReadingRow",
    "ReadingTable",
    "ReportGroup",
    "ReportItem",
    "ReportPassages",
    "ReportShelf",
    "SharedPicture",
    "ThemeInPeriods",
    "TimeRow",
    "TimeTable",
    "Value",
    "ValueSection",
    "ValueTable",
]
