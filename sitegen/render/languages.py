"""The languages that a site has: those that its Jinja theme has strings for."""

from sitegen.render.jinja_theme import JinjaTheme, JinjaThemeError
from sitegen.render.words import Words


def find_languages(jinja_theme: JinjaTheme, first: str) -> tuple[Words, ...]:
    """Return the words of each language of a site, its first one first, the others by their codes.

    Raises:
        JinjaThemeError: if the Jinja theme has no strings for the first one.
    """
    strings = jinja_theme.strings
    if first not in strings:
        raise JinjaThemeError(f"{jinja_theme.folder} has no strings for {first}, the language that site.yaml names")
    return tuple(Words(language, strings[language]) for language in (first, *sorted(set(strings) - {first})))
