"""Which pages editors wrote, and in which language each can be read."""

import re
from collections.abc import Mapping

from sitegen.model.content import TextPage
from sitegen.render.foreign import CONTENT_LANGUAGE

_OF_LANGUAGE = re.compile("([a-z]{2})/(.+)")
"""A folder of two letters holds the texts of that language: ``content/pages/en/about.md``."""
ABOUT = "about"
"""The page that every archive has, with an address of its own."""


def list_texts(pages: Mapping[str, TextPage]) -> tuple[str, ...]:
    """Return the names of the pages that have a text in some language, sorted; the one about the archive aside."""
    names = {_divide(page.id)[1] for page in pages.values() if page.body}
    return tuple(sorted(names - {ABOUT}))


def choose_text(pages: Mapping[str, TextPage], name: str, language: str) -> tuple[TextPage | None, str]:
    """Return the page of a name and its language: the one asked for, else the content's own, else another.

    One without a text stands back; None where there is none at all.
    """
    known = {_divide(page.id)[0]: page for page in pages.values() if _divide(page.id)[1] == name}
    order = sorted(known, key=lambda own: (not known[own].body, own != language, own != CONTENT_LANGUAGE, own))
    return (known[order[0]], order[0]) if order else (None, CONTENT_LANGUAGE)


def _divide(page_id: str) -> tuple[str, str]:
    """Return the language and the name that an id stands for."""
    match = _OF_LANGUAGE.fullmatch(page_id)
    return (match[1], match[2]) if match else (CONTENT_LANGUAGE, page_id)
