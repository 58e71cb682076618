"""Every sort of problem with its meaning, cause and remedy; the words are data in ``catalogue.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from sitegen.problems.problem import Problem, Severity
from sitegen.problems.words import Language, Words, fill_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One sort of problem."""

    code: str
    severity: Severity
    what: Words
    """Template of the message: ``no theme has the id '{id}'``."""
    fix: Words
    """Template of the advice; may be empty."""
    near: Words
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
        values: What the templates name; what is words itself as ``Words``, so that no message is half translated.

    Raises:
        KeyError: if the catalogue has no such code, or a template names a value that is not given.
    """
    entry = catalogue()[code]
    fix = entry.near if near is not None and entry.near.en else entry.fix
    given = {"near": near, **values}
    return Problem(
        code=code,
        what=fill_in(entry.what.en, given, Language.EN),
        what_zh=fill_in(entry.what.zh, given, Language.ZH),
        path=path,
        line=line,
        column=column,
        severity=entry.severity if severity is None else severity,
        text=text,
        fix=fill_in(fix.en, given, Language.EN),
        fix_zh=fill_in(fix.zh, given, Language.ZH),
    )


def _entry(code: str, fields: Mapping[str, Any]) -> Entry:
    return Entry(
        code=code,
        severity=Severity[fields["severity"].upper()],
        what=_words(fields, "what"),
        fix=_words(fields, "fix"),
        near=_words(fields, "near"),
        meaning=Words(**fields["meaning"]),
        cause=Words(**fields["cause"]),
        remedy=Words(**fields["remedy"]),
    )


def _words(fields: Mapping[str, Any], key: str) -> Words:
    return Words(fields.get(key, ""), fields.get(f"{key}_zh", ""))
