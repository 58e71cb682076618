"""The forms of a citation in the order in which they are offered."""

from collections.abc import Callable
from dataclasses import dataclass

from sitegen.render.citations.bibtex import escape_bibtex, write_bibtex
from sitegen.render.citations.csl import format_csl
from sitegen.render.citations.gbt import escape_gbt, write_gbt
from sitegen.render.citations.record import Cited
from sitegen.render.citations.ris import escape_ris, write_ris
from sitegen.render.citations.shapes import Shaped


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a citation."""

    id: str
    """Also the end of the key of its name in the strings."""
    format: Callable[[Cited], str]
    ending: str = ""
    """Of the file that reference managers open; empty where there is none."""


def _say_plainly(cited: Cited) -> str:
    return cited.plain


FORMS = (
    Form("gbt", Shaped(write_gbt, escape_gbt)),
    Form("plain", _say_plainly),
    Form("bibtex", Shaped(write_bibtex, escape_bibtex), "bib"),
    Form("ris", Shaped(write_ris, escape_ris), "ris"),
    Form("csl", format_csl, "json"),
)

CITATION_FILES = tuple(form.ending for form in FORMS if form.ending)
"""Endings of a report's files for reference managers."""
