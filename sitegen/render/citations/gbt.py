"""GB/T 7714—2015, numeric, by citeproc-py and the style of the Citation Style Language project."""

from functools import cache
from importlib.resources import as_file, files
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from sitegen.render.citations.record import LANGUAGE, CitedKind
from sitegen.render.citations.shapes import Values

STYLE = "china-national-standard-gb-t-7714-2015-numeric.csl"
_ID = "cited"
_NUMBER = "[1]"
"""What the style puts before the first entry; the reader's own list numbers it otherwise."""
_STAND_IN = (9876, 11, 22)
_STAND_IN_PRINTED = "9876-11-22"


def write_gbt(kind: CitedKind, values: Values) -> str:
    """Return an entry of a list of references, without its number and without the day of access, which nobody knows.

    An archive is named only beside a newspaper, where the style knows what to do with it.
    """
    record: dict[str, Any] = {
        "id": _ID,
        "type": kind.value,
        "language": LANGUAGE,
        "author": [{"literal": values["author"]}],
        "title": values["title"],
        "URL": values["address"],
    }
    if kind is CitedKind.NEWSPAPER:
        record["container-title"] = values["container"]
    if "date" in values:
        record["issued"] = {"date-parts": [list(_STAND_IN)]}
    bibliography = CitationStylesBibliography(_read_style(), CiteProcJSON([record]), formatter.plain)
    bibliography.register(Citation([CitationItem(_ID)]))
    made = str(bibliography.bibliography()[0]).removeprefix(_NUMBER)
    return made.replace(_STAND_IN_PRINTED, values["date"]) if "date" in values else made


def escape_gbt(field: str, value: str) -> str:
    """Return a value without a full stop at the end of the author's name, where the style sets one."""
    return value.rstrip(".") if field == "author" else value


@cache
def _read_style() -> CitationStylesStyle:
    with as_file(files("sitegen.render.citations") / STYLE) as path:
        return CitationStylesStyle(str(path), validate=False)
