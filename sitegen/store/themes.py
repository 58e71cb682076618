"""Theme files: ``content/themes/<id>.md``, which add to the lexicon's themes or say them differently."""

from sitegen.model.report import Theme
from sitegen.model.terms import ThemeId
from sitegen.problems import Problem
from sitegen.store.desk import Desk
from sitegen.store.document import read_document, write_document
from sitegen.store.fields import THEME

_NAMES = ("label", "label_en", "covers")


def write_theme(theme: Theme) -> str:
    """Return the text of a theme's file; what an editor wrote about it is the body."""
    return write_document(THEME, theme, theme.text)


def read_theme(
    text: str, path: str, theme_id: ThemeId, known: Theme | None
) -> tuple[Theme | None, tuple[Problem, ...]]:
    """Read the text of a theme's file; None where there is an error.

    Args:
        text: The whole file.
        path: The file, for problems.
        theme_id: The theme's id, which is the file's name.
        known: The lexicon's theme of that id, which gives what the file leaves out.
    """
    desk = Desk(path, text)
    document = read_document(THEME, text, desk)
    if document is None:
        return None, desk.problems
    values = {key: document.values[key] or (getattr(known, key) if known else "") for key in _NAMES}
    for key in _NAMES:
        if not values[key]:
            desk.add("key-missing", 1, 0, key=key, group="theme", example=THEME.fields[_NAMES.index(key)].example)
    if desk.failed:
        return None, desk.problems
    body = document.body or (known.text if known else "")
    covers_en = document.values["covers_en"] or (known.covers_en if known else "")
    theme = Theme(theme_id, values["label"], values["label_en"], values["covers"], body, covers_en)
    return theme, desk.problems
