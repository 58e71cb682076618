"""The forms in which problems are shown: for people, as JSON for machines, as annotations for GitHub."""

import json
import os
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

import click

from sitegen.problems import Language, Problem, Severity
from sitegen.problems.words import Words

FORMAT = 1
"""Version of the JSON document; raised when a field goes or changes its meaning, not when one is added."""
_KEY = "sitegen.output"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
"""What GitHub calls them."""


class Output(StrEnum):
    """A form of the problems."""

    TEXT = "text"
    """For people, to stderr."""
    JSON = "json"
    """One document to stdout; all else goes to stderr."""
    GITHUB = "github"
    """Workflow commands to stdout, which GitHub shows beside the lines of a pull request."""


def chosen_output() -> Output:
    """Return the form that the run was asked for."""
    context = click.get_current_context(silent=True)
    chosen: Output = context.meta.get(_KEY, Output.TEXT) if context else Output.TEXT
    return chosen


def _keep(context: click.Context, _: click.Parameter, value: str) -> None:
    context.meta[_KEY] = Output(value)


OUTPUT = click.option(
    "--output",
    type=click.Choice([str(form) for form in Output]),
    default=str(Output.TEXT),
    show_default=True,
    expose_value=False,
    callback=_keep,
    help="How problems are shown: for people, as JSON, or as annotations on GitHub.",
)


def format_json(problems: Sequence[Problem], status: int) -> str:
    """Return the document of all problems, in ASCII: see ``docs/reference/check-output.md``."""
    document = {
        "format": FORMAT,
        "exit_status": status,
        "counts": {
            f"{level.name.lower()}s": sum(p.severity is level for p in problems) for level in reversed(Severity)
        },
        "problems": [_as_fields(problem) for problem in problems],
    }
    return json.dumps(document, indent=1)


def _as_fields(problem: Problem) -> dict[str, object]:
    return {
        "code": problem.code,
        "severity": problem.severity.name.lower(),
        "path": problem.path or None,
        "line": problem.line or None,
        "column": problem.column or None,
        "text": problem.text or None,
        "what": _in_both(Words(problem.what, problem.what_in(Language.ZH))),
        "fix": _in_both(Words(problem.fix, problem.fix_in(Language.ZH))) if problem.fix else None,
    }


def _in_both(words: Words) -> dict[str, str]:
    return {str(language): words.told(language) for language in Language}


def format_github(problem: Problem, language: Language) -> str:
    """Return the workflow command that annotates the place of a problem."""
    properties = {
        "file": _below_checkout(problem.path),
        "line": str(problem.line or ""),
        "col": str(problem.column or ""),
        "title": problem.code,
    }
    given = ",".join(f"{name}={_escape(value, within=True)}" for name, value in properties.items() if value)
    message = "\n".join(filter(None, (problem.what_in(language), problem.fix_in(language))))
    return f"::{_LEVELS[problem.severity]} {given}::{_escape(message)}"


def _escape(text: str, *, within: bool = False) -> str:
    """Write what would end a command otherwise; ``within`` a property also its own marks."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace(":", "%3A").replace(",", "%2C") if within else escaped


def _below_checkout(path: str) -> str:
    """A file as GitHub names it, below the checkout, wherever in it or beside it the command runs."""
    root = os.environ.get("GITHUB_WORKSPACE")
    if not (path and root):
        return path
    whole = Path(path).absolute()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else path
