"""The Jinja environment of a site: autoescape on, a misspelt variable is an error."""

from collections.abc import Mapping

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sitegen.render.body import mark_phrases
from sitegen.render.jinja_theme import JinjaTheme, fingerprints
from sitegen.render.words import Words
from sitegen.routes import Routes

GLOBALS = frozenset(("asset", "t"))
"""What templates may use besides the variables of their page."""


def make_environment(jinja_theme: JinjaTheme, routes: Routes, words: Words) -> Environment:
    """Return the environment in which all pages of a site are rendered.

    Templates have two functions: ``t(key, …)`` for a string of the interface, ``asset(name)`` for the address of an
    asset with the mark of its content; and a filter ``phrases`` for headlines.
    """
    environment = Environment(
        loader=FileSystemLoader(jinja_theme.templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    marks: Mapping[str, str] = fingerprints(jinja_theme)

    def asset(name: str) -> str:
        return f"{routes.asset(name)}?v={marks[name]}"

    environment.filters["phrases"] = mark_phrases
    environment.globals.update(t=words, asset=asset)
    return environment
