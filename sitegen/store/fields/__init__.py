"""The fields of every sort of content file, each with its meaning and an example.

The reader, the writer, the reference pages, the JSON Schemas and the browser editor are made from these.
"""

from sitegen.store.fields.archive import BULLETIN, FACTS, PAGE, SITE
from sitegen.store.fields.parts import SECTION
from sitegen.store.fields.report import REPORT
from sitegen.store.fields.stat import STAT
from sitegen.store.fields.subjects import PLACE, PRACTICE, SERIES, THEME

__all__ = [
    "BULLETIN",
    "FACTS",
    "PAGE",
    "PLACE",
    "PRACTICE",
    "REPORT",
    "SECTION",
    "SERIES",
    "SITE",
    "STAT",
    "THEME",
]
