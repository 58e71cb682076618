"""The language in which the commands speak: as ``--lang`` says, else as the system does."""

import locale
import os
import sys
from collections.abc import Mapping

import click

from sitegen.problems.words import Language

_KEY = "sitegen.language"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Asked in this order, as POSIX has it: the first that is set and not empty."""


def language() -> Language:
    """Return the language of the run."""
    return chosen_language() or find_language(os.environ, system=_system_locale())


def chosen_language() -> Language | None:
    """Return the language that ``--lang`` asks for; None where it is not given."""
    context = click.get_current_context(silent=True)
    chosen: Language | None = context.meta.get(_KEY) if context else None
    return chosen


def find_language(variables: Mapping[str, str], *, system: str = "") -> Language:
    """Return the language that the locale asks for; English where nothing is said.

    Args:
        variables: Those of the environment.
        system: The name of the system's own locale, where the variables say nothing: ``zh_CN``, on Windows also
            ``Chinese (Simplified)_China``.
    """
    said = next((value for name in _VARIABLES if (value := variables.get(name))), system)
    return Language.ZH if said.lower().startswith(("zh", "chinese")) else Language.EN


def _system_locale() -> str:
    """Windows knows the language without variables; elsewhere they are all there is."""
    return locale.getlocale(locale.LC_CTYPE)[0] or "" if sys.platform == "win32" else ""


def _keep(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value:
        context.meta[_KEY] = Language(value)


def language_option() -> click.Option:
    """Return the option ``--lang`` of a command."""
    return click.Option(
        ["--lang"],
        type=click.Choice([str(known) for known in Language]),
        expose_value=False,
        is_eager=True,
        callback=_keep,
        help="Language of the messages; else that of the system.",
    )
