"""What stands at a beginning: a new archive, and the first form of a report, a place, a theme or a page in it.

Nothing here writes over a file that is there.
"""

from sitegen.engine.start.archive import NewArchive, need_empty, read_address, start_archive
from sitegen.engine.start.pages import NewPage, start_page
from sitegen.engine.start.periods import read_period
from sitegen.engine.start.places import (
    UnsettledPlaceError,
    find_places,
    read_places,
    settle_place,
    start_place,
    unlisted_place,
)
from sitegen.engine.start.refusal import RefusedError
from sitegen.engine.start.reports import NewReport, is_further, start_report
from sitegen.engine.start.themes import NewTheme, start_theme
from sitegen.engine.start.wheel import find_wheel
from sitegen.engine.start.write import Started

__all__ = [
    "NewArchive",
    "NewPage",
    "NewReport",
    "NewTheme",
    "RefusedError",
    "Started",
    "UnsettledPlaceError",
    "find_places",
    "find_wheel",
    "is_further",
    "need_empty",
    "read_address",
    "read_period",
    "read_places",
    "settle_place",
    "start_archive",
    "start_page",
    "start_place",
    "start_report",
    "start_theme",
    "unlisted_place",
]
