"""A new page of an editor's own words, in Chinese and in English."""

from dataclasses import dataclass
from pathlib import Path

from sitegen.engine.start.refusal import refuse
from sitegen.engine.start.themes import check_slug
from sitegen.engine.start.write import Started, write_new
from sitegen.lexicon.pinyin import slug
from sitegen.model.content import TextPage
from sitegen.store.pages import write_page


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPage:
    """What a page is called."""

    title: str
    title_en: str = ""
    """Where it is empty, English readers get the Chinese page."""
    id: str = ""
    """Made from the English title where it is empty, else from the Chinese one."""


def start_page(content: Path, new: NewPage) -> Started:
    """Write the files of a page.

    Raises:
        RefusedError: if one of them is there, or its id is none.
    """
    own = new.id or slug(new.title_en) or slug(new.title)
    check_slug(own)
    root = content / "pages"
    files = {root / f"{own}.md": write_page(TextPage(own, new.title, ""))}
    if new.title_en:
        files[root / "en" / f"{own}.md"] = write_page(TextPage(f"en/{own}", new.title_en, ""))
    if own == "en":
        raise refuse("'en' is the folder of the English pages", "“en”是英文页面的文件夹，请换一个编号")
    write_new(files)
    main, *beside = files
    return Started(main, tuple(beside))
