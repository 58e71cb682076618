"""Every sort of problem with its meaning, cause and remedy; the words are data in ``catalogue.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from sitegen.problems.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence or two in the two languages of the interface."""

    en: str
    zh: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One sort of problem."""

    code: str
    severity: Severity
    what: str
    """Template of the message: ``no theme has the id '{id}'``."""
    fix: str
    """Template of the advice; may be empty."""
    near: str
    """Template of the advice where a word that is probably meant is known as ``{near}``; may be empty."""
    meaning: Words
    cause: Words
    remedy: Words


@cache
def catalogue() -> Mapping[str, Entry]:
    """Return every entry by its code, in the order of the manual."""
    raw: dict[str, dict[str, Any]] = yaml.safe_load(
        files("sitegen.problems").joinpath("catalogue.yaml").read_text(encoding="utf-8")
    )
    return MappingProxyType({code: _entry(code, fields) for code, fields in raw.items()})


def make_problem(
    code: str,
    path: str = "",
    line: int = 0,
    column: int = 0,
    *,
    text: str = "",
    near: str | None = None,
    severity: Severity | None = None,
    **values: object,
) -> Problem:
    """Make a problem of a sort that the catalogue knows.

    Args:
        code: Key of the catalogue.
        path: The file at fault, as the user would type it.
        line: From 1; 0 for the file as a whole.
        column: From 1; 0 for the line as a whole.
        text: The words at fault, the place marked with 「」.
        near: The right word that is probably meant, where one is known.
        severity: Where it is not the entry's own.
        values: What the templates name.

    Raises:
        KeyError: if the catalogue has no such code, or a template names a value that is not given.
    """
    entry = catalogue()[code]
    fix = entry.near if near is not None and entry.near else entry.fix
    return Problem(
        code=code,
        what=entry.what.format(**values),
        path=path,
        line=line,
        column=column,
        severity=entry.severity if severity is None else severity,
        text=text,
        fix=fix.format(near=near, **values),
    )


def _entry(code: str, fields: Mapping[str, Any]) -> Entry:
    return Entry(
        code=code,
        severity=Severity[fields["severity"].upper()],
        what=fields["what"],
        fix=fields.get("fix", ""),
        near=fields.get("near", ""),
        meaning=Words(**fields["meaning"]),
        cause=Words(**fields["cause"]),
        remedy=Words(**fields["remedy"]),
    )
