"""How one cites a report or one of its stats: a record, and the forms that are made of it."""

from sitegen.render.citations.forms import CITATION_FILES, FORMS, Form
from sitegen.render.citations.meta import list_meta
from sitegen.render.citations.record import Cited, CitedKind, cite_report, cite_stat

__all__ = ["CITATION_FILES", "FORMS", "Cited", "CitedKind", "Form", "cite_report", "cite_stat", "list_meta"]
