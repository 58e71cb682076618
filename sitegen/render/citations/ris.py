"""RIS, by rispy; the tags that reference managers read for a web page and a newspaper article."""

from typing import Any

import rispy

from sitegen.render.citations.record import LANGUAGE, CitedKind
from sitegen.render.citations.shapes import Values

_TYPES = {CitedKind.WEB_PAGE: "ELEC", CitedKind.NEWSPAPER: "NEWS"}


class _Writer(rispy.RisWriter):  # type: ignore[misc] # rispy has no types
    """Entries without a number before each."""

    def set_header(self, count: int) -> str:
        return ""


def write_ris(kind: CitedKind, values: Values) -> str:
    """Return one entry, ``TY`` to ``ER``."""
    entry: dict[str, Any] = {
        "type_of_reference": _TYPES[kind],
        "id": values["key"],
        "authors": [values["author"]],
        "title": values["title"],
        "secondary_title": values["container"],
        "name_of_database": values["archive"],
        "year": values.get("year"),
        "date": values.get("slashed"),
        "urls": [values["address"]],
        "language": LANGUAGE,
        "notes": [values[field] for field in ("note", "annote") if field in values],
    }
    known = {tag: value for tag, value in entry.items() if value}
    made: str = rispy.dumps([known], implementation=_Writer)
    return made.rstrip("\n")


def escape_ris(field: str, value: str) -> str:
    """Return a value as it is: a line is a value, and no value of a record has a line's end."""
    return value
