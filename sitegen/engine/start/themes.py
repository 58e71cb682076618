"""A new theme: a subject beside those that the program knows, or another word for one of them."""

import re
from dataclasses import dataclass
from pathlib import Path

from sitegen.editors.vscode import FOLDER, write_schemas
from sitegen.engine.start.refusal import refuse
from sitegen.engine.start.write import Started, start_files
from sitegen.lexicon.pinyin import slug
from sitegen.model.report import Theme
from sitegen.model.terms import ThemeId
from sitegen.store.content import read_terms
from sitegen.store.shapes import SLUG
from sitegen.store.themes import write_theme


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTheme:
    """What a theme is called and what falls under it."""

    label: str
    label_en: str
    covers: str
    covers_en: str = ""
    id: str = ""
    """Made from the English name where it is empty, else from the Chinese one."""


def start_theme(content: Path, new: NewTheme) -> Started:
    """Write the file of a theme, and anew what VS Code offers in an archive that has it.

    Raises:
        RefusedError: if another theme has its name, or its id is none.
    """
    own = new.id or slug(new.label_en) or slug(new.label)
    check_slug(own)
    for theme in read_terms(content)[0].themes:
        if theme.label == new.label and theme.id != own:
            raise refuse(
                "the theme '{id}' is called {label} already",
                "主题“{label}”已经有了，编号是 {id}",
                id=theme.id,
                label=new.label,
            )
    theme = Theme(ThemeId(own), new.label, new.label_en, new.covers, "", new.covers_en)
    made = start_files(content / "themes" / f"{own}.md", write_theme(theme), {})
    folder = content.parent
    if (folder / FOLDER / "schemas").is_dir():  # what VS Code offers holds the themes
        made = Started(made.file, write_schemas(folder, content).written)
    return made


def check_slug(own: str) -> None:
    """Refuse what is no id of a theme or page.

    Raises:
        RefusedError: if it holds anything but small letters, digits and hyphens between them.
    """
    if not re.fullmatch(SLUG, own):
        raise refuse(
            "'{id}' is no id: small letters, digits and single hyphens between them",
            "“{id}”不能作编号：只用小写字母、数字和中间的连字符",
            id=own,
        )
