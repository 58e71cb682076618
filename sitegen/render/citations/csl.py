"""CSL-JSON, the form that citation processors themselves read."""

import json
from typing import Any, Final

from sitegen.render.citations.record import LANGUAGE, Cited

_encode: Final = json.JSONEncoder(ensure_ascii=False).encode


def to_csl(cited: Cited) -> dict[str, Any]:
    """Return a record as an item of CSL-JSON."""
    day = cited.published
    item: dict[str, Any] = {
        "id": cited.key,
        "type": cited.kind.value,
        "language": LANGUAGE,
        "author": [{"literal": cited.author}],
        "title": cited.title,
        "container-title": cited.container,
        "source": cited.archive,  # styles take "archive" for where an original is kept, and drop the day beside it
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "URL": cited.address,
        "note": cited.note,
        "annote": cited.annote,
    }
    return {name: value for name, value in item.items() if value}


def format_csl(cited: Cited) -> str:
    """Return a record as CSL-JSON text, a list of one item."""
    fields = (f"{_encode(name)}: {_encode(value)}" for name, value in to_csl(cited).items())
    return "[{\n  " + ",\n  ".join(fields) + "\n}]"
