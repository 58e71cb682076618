"""Whole files in the form in which the program writes them, saying the same as before."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from sitegen.model.report import Report
from sitegen.model.terms import ReportPath
from sitegen.problems import Problem
from sitegen.problems.catalogue import make_problem
from sitegen.store.body_form import restore_body, tidy_body
from sitegen.store.desk import Desk
from sitegen.store.document import read_document, read_tree
from sitegen.store.fields import SERIES
from sitegen.store.front_matter import FIRST_LINE, join_front_matter, split_front_matter
from sitegen.store.markdown import render
from sitegen.store.nodes import Sequence
from sitegen.store.reader import Values, read_group
from sitegen.store.report_file import read_report, write_report
from sitegen.store.schema import Form, Group, Many
from sitegen.store.writer import write_group, write_items
from sitegen.store.yaml_comments import find_comment

Formed = str | Problem | None
"""The canonical text, why there is none, or None where the file has errors of its own."""


def form_report(text: str, path: str, report_path: ReportPath, known_body: str | None) -> Formed:
    """Return a report's file in canonical form.

    Args:
        text: The file, with line feeds only.
        path: The file as the user would type it, for problems.
        report_path: The report's address.
        known_body: The body as ingest last wrote it, if it did.
    """
    report, _ = read_report(text, path, report_path)
    if report is None:
        return None
    if comment := find_comment(split_front_matter(text).yaml, FIRST_LINE):
        return make_problem("format-comment", path, comment)
    formed = write_report(replace(report, body=_form_body(report.body, known_body)))
    again, _ = read_report(formed, path, report_path)
    return formed if again and _without_body(again) == _without_body(report) else text


def form_document(group: Group, text: str, path: str) -> Formed:
    """Return any other Markdown file in canonical form."""
    desk = Desk(path, text)
    document = read_document(group, text, desk)
    if document is None or desk.failed:
        return None
    if comment := find_comment(split_front_matter(text).yaml, FIRST_LINE):
        return make_problem("format-comment", path, comment)
    formed = join_front_matter(write_group(group, _record(group, document.values)), _form_body(document.body, None))
    again = read_document(group, formed, Desk(path, formed))
    return formed if again and again.values == document.values else text


def form_settings(group: Group, text: str, path: str) -> Formed:
    """Return a YAML file of one record in canonical form."""
    desk = Desk(path, text)
    values = _read_settings(group, text, desk)
    if desk.failed:
        return None
    if comment := find_comment(text):
        return make_problem("format-comment", path, comment)
    formed = write_group(group, _record(group, values))
    return formed if _read_settings(group, formed, Desk(path, formed)) == values else text


def form_indicators(text: str, path: str) -> Formed:
    """Return ``indicators.yaml`` in canonical form, its entries in their order."""
    desk = Desk(path, text)
    values = _read_list(text, desk)
    if values is None or desk.failed:
        return None
    if comment := find_comment(text):
        return make_problem("format-comment", path, comment)
    formed = write_items(SERIES, tuple(_record(SERIES, entry) for entry in values))
    return formed if _read_list(formed, Desk(path, formed)) == values else text


def _form_body(body: str, known: str | None) -> str:
    tidied = tidy_body(body)
    return tidied if known is None else restore_body(tidied, known)


def _without_body(report: Report) -> tuple[Report, str]:
    """What must be the same before and after: all of the report, and the body as it is seen."""
    return replace(report, body=""), render(report.body)


def _read_settings(group: Group, text: str, desk: Desk) -> Values:
    return read_group(group, read_tree(text, 1, desk), desk)


def _read_list(text: str, desk: Desk) -> list[Values] | None:
    tree = read_tree(text, 1, desk)
    return [read_group(SERIES, item, desk) for item in tree.items] if isinstance(tree, Sequence) else None


def _record(group: Group, values: Values) -> SimpleNamespace:
    """Values by key as a record with an attribute for each, which the writer takes."""
    return SimpleNamespace(**{field.key: _part(field.form, values[field.key]) for field in group.fields})


def _part(form: Form, value: Any) -> Any:
    if value is None or isinstance(value, str):
        return value
    if isinstance(form, Many):
        return tuple(_part(form.of, item) for item in value)
    return _record(form, value) if isinstance(form, Group) else value
