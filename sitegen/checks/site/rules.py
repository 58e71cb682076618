"""What holds for files of a built site; the rules are data in ``rules.yaml``."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Budget:
    """Bytes that a kind of page may cost at the most; ``rules.yaml`` says what each counts."""

    kind: str
    page: int
    loads: int
    scripts: int
    pictures: int


@cache
def read_rules() -> dict[str, Any]:
    """Return the rules as they stand in the file."""
    loaded: dict[str, Any] = yaml.safe_load(
        files("sitegen.checks.site").joinpath("rules.yaml").read_text(encoding="utf-8")
    )
    return loaded


def find_budget(file: str) -> Budget:
    """Return the budget of a page by its file below the site's folder."""
    for kind, fields in read_rules()["budgets"].items():
        if fits(file, fields["files"]):
            return Budget(kind, *(int(fields[name]) for name in ("page", "loads", "scripts", "pictures")))
    raise KeyError(file)


def is_named(file: str, rule: str) -> bool:
    """Whether a file is one of those that a list of the rules names: ``asked_for``, ``unlisted``, ``alone``."""
    return fits(file, read_rules()[rule])


def fits(file: str, patterns: Iterable[str]) -> bool:
    """Whether a path fits one of some patterns.

    >>> fits("en/search/index.html", ["*/search/index.html"]), fits("data/a/b.csv", ["data/*"])
    (True, False)
    """
    return any(_compile(pattern).fullmatch(file) for pattern in patterns)


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    """Turn a pattern into an expression: ``**`` takes slashes too, and ``**/`` may be nothing."""
    escaped = re.escape(pattern).replace(r"\*\*/", "(?:.*/)?").replace(r"\*\*", ".*").replace(r"\*", "[^/]*")
    return re.compile(escaped)
