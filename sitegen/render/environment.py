"""The Jinja environment of a site: autoescape on, a misspelt variable is an error."""

from collections.abc import Mapping

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from sitegen.render.body import mark_headline
from sitegen.render.foreign import CONTENT_LANGUAGE, ForeignWords, holds_chinese, mark_language
from sitegen.render.jinja_theme import JinjaTheme, fingerprints
from sitegen.render.words import Words
from sitegen.routes import Routes

GLOBALS = frozenset(("asset", "lang", "t"))
"""What templates may use besides the variables of their page."""


def make_environment(jinja_theme: JinjaTheme, routes: Routes, words: Words) -> Environment:
    """Return the environment in which all pages of a site are rendered.

    Templates have three functions: ``t(key, …)`` for a string of the interface, ``asset(name)`` for the address of an
    asset with the mark of its content, ``lang(code)`` for the attribute of an element whose markup is in a language
    that may not be the page's; and a filter ``headline`` for titles. Chinese that is no markup is marked by itself.
    """
    environment = Environment(
        extensions=[] if words.language == CONTENT_LANGUAGE else [ForeignWords],
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

    def lang(code: str) -> Markup:
        return Markup("") if code == words.language else Markup(' lang="{}"').format(code)

    def headline(title: str) -> Markup:
        foreign = words.language != CONTENT_LANGUAGE and holds_chinese(title)
        return mark_language(mark_headline(title)) if foreign else mark_headline(title)

    environment.filters["headline"] = headline
    environment.globals.update(t=words, asset=asset, lang=lang)
    return environment
