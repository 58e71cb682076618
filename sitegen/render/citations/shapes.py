"""A form of citation that a library makes, quickly: once for each shape of record, then filled in.

A library takes milliseconds for an entry, and an archive has tens of thousands. What it makes of two records differs
only in their values as long as both have the same fields; so it is given one record of signs that no text holds, and
its answer is cut at them.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from sitegen.render.citations.record import Cited, CitedKind

Values = Mapping[str, str]
"""Field to text; a field without a value is absent."""
Write = Callable[[CitedKind, Values], str]

FIELDS = ("key", "author", "title", "container", "archive", "address", "date", "year", "slashed", "note", "annote")
_SIGNS = {field: chr(0xF0000 + number) for number, field in enumerate(FIELDS)}
_FIELD_OF_SIGN = {sign: field for field, sign in _SIGNS.items()}
_CUT = re.compile(f"([{''.join(_SIGNS.values())}])")


@dataclass(frozen=True, slots=True)
class Shaped:
    """A form that a library writes; call it with a record."""

    write: Write
    """The library, given values as it is to print them."""
    escape: Callable[[str, str], str]
    """Prepare a field's value for the format: field, value."""

    def __call__(self, cited: Cited) -> str:
        """Return the form of a record."""
        values = self._values(cited)
        parts = _cut(self.write, cited.kind, frozenset(values))
        return "".join(values[_FIELD_OF_SIGN[part]] if part in _FIELD_OF_SIGN else part for part in parts)

    def direct(self, cited: Cited) -> str:
        """Return the same from the library itself."""
        return self.write(cited.kind, self._values(cited))

    def _values(self, cited: Cited) -> dict[str, str]:
        day = cited.published
        values = {
            "key": cited.key,
            "author": cited.author,
            "title": cited.title,
            "container": cited.container,
            "archive": cited.archive,
            "address": cited.address,
            "date": day.isoformat() if day else "",
            "year": f"{day.year:04}" if day else "",
            "slashed": f"{day.year:04}/{day.month:02}/{day.day:02}/" if day else "",
            "note": cited.note,
            "annote": cited.annote,
        }
        return {field: self.escape(field, value) for field, value in values.items() if value}


@cache
def _cut(write: Write, kind: CitedKind, fields: frozenset[str]) -> tuple[str, ...]:
    """Return what a library writes for a shape of record, cut at its values."""
    return tuple(_CUT.split(write(kind, {field: _SIGNS[field] for field in FIELDS if field in fields})))
