"""BibTeX, by bibtexparser; fields as BibLaTeX, the Chinese gbt7714 styles and reference managers read them."""

import re

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat

from sitegen.render.citations.record import CitedKind
from sitegen.render.citations.shapes import Values

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # a brace behind a backslash is still counted by BibTeX
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_TO_ESCAPE = re.compile("[" + re.escape("".join(_SPECIAL)) + "]")
_VERBATIM = frozenset(("key", "address", "date", "year", "slashed"))


def write_bibtex(kind: CitedKind, values: Values) -> str:
    """Return one entry, its names and titles in double braces, so that no style divides or lowers them."""
    newspaper = kind is CitedKind.NEWSPAPER
    fields = {
        "author": _whole(values["author"]),
        "title": _whole(values["title"]),
        "journal" if newspaper else "organization": _whole(values["container"]),
        "entrysubtype": "newspaper" if newspaper else "",
        "year": values.get("year", ""),
        "date": values.get("date", ""),
        "url": values["address"],
        "language": "chinese",
        "note": values.get("note", ""),
        "annote": values.get("annote", ""),
    }
    form = BibtexFormat()  # type: ignore[no-untyped-call] # its constructor has no types
    form.indent = "  "
    entry = Entry(
        "article" if newspaper else "online",
        values["key"],
        [Field(name, f"{{{value}}}") for name, value in fields.items() if value],
    )
    made = write_string(Library([entry]), unparse_stack=[], bibtex_format=form)
    return made.strip()


def escape_bibtex(field: str, value: str) -> str:
    """Return a value as LaTeX prints it; keys, addresses and dates stand as they are."""
    return value if field in _VERBATIM else _TO_ESCAPE.sub(lambda match: _SPECIAL[match[0]], value)


def _whole(value: str) -> str:
    return f"{{{value}}}"
