"""The languages that a site has: those that its Jinja theme has strings for."""

from sitegen.problems import Words as Said
from sitegen.render.jinja_theme import JinjaTheme, JinjaThemeError
from sitegen.render.words import Words


def find_languages(jinja_theme: JinjaTheme, first: str) -> tuple[Words, ...]:
    """Return the words of each language of a site, its first one first, the others by their codes.

    Raises:
        JinjaThemeError: if the Jinja theme has no strings for the first one.
    """
    strings = jinja_theme.strings
    if first not in strings:
        said = Said(
            "{folder} has no strings for {language}, the language that site.yaml names",
            "{folder} 里没有 site.yaml 所写语言 {language} 的界面文字",
        )
        raise JinjaThemeError(said.fill(folder=jinja_theme.folder, language=first))
    return tuple(Words(language, strings[language]) for language in (first, *sorted(set(strings) - {first})))
