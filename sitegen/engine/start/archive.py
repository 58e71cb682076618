"""A whole new archive: look, empty content, settings, and what publishes it on every push."""

import re
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from sitegen.editors.vscode import write_schemas
from sitegen.engine.start.hosting import make_hosting
from sitegen.engine.start.places import place_files
from sitegen.engine.start.refusal import refuse
from sitegen.engine.start.wheel import Wheel, write_requirements
from sitegen.engine.start.write import Started, write_new
from sitegen.lexicon.english import name_place
from sitegen.model.place import Place
from sitegen.problems.words import join_words
from sitegen.render import default_folder
from sitegen.store.content import is_dropping
from sitegen.store.yaml_text import NULL, scalar

_TEMPLATE: Traversable = files("sitegen.engine.start") / "template"
_FILES = {
    "content/site.yaml": "content/site.yaml",
    "content/pages/about.md": "content/pages/about.md",
    "content/pages/en/about.md": "content/pages/en/about.md",
    "seeds/index.yaml": "seeds/index.yaml",
    "README.md": "README.md",
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
}
"""What stands in a new archive, and the file of the template that it is made from."""
_BLANK = re.compile("@([A-Z_]+)@")
_SHOWN = 8
"""How many of the things that stand in a folder are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewArchive:
    """What an archive is called and whose reports it gathers."""

    county: Place | None = None
    title: str = ""
    """Made from the county's name where it is empty."""
    title_en: str = ""
    base_url: str = "/"
    report_errors_to: str | None = None
    wheel: Wheel | None = None
    """The program, kept in the archive, so that it can be built anywhere."""

    @property
    def name(self) -> str:
        """The archive's name in Chinese."""
        return self.title or f"{self.county.name if self.county else ''}乡镇通报档案"

    @property
    def name_en(self) -> str:
        """The archive's name in English."""
        return self.title_en or f"{self._county_en} Township Bulletins".strip()

    @property
    def _county_en(self) -> str:
        county = self.county
        return name_place(county.name, county.full_name, county.prefecture or "") if county else ""

    @property
    def description(self) -> str:
        """One sentence of what it is, or two."""
        who = f"{self.county.name}的" if self.county else ""
        return (
            f"{who}乡镇、街道和县级部门每年公开报告自己做了什么。"
            "这里把散见于报端的通报整理成可以浏览、检索、比较和引用的档案，每个数据都能回到原文。"
        )

    @property
    def description_en(self) -> str:
        """The same in English."""
        where = f"of {self._county_en} " if self._county_en else "in China "
        return (
            f"Every year townships, subdistricts and departments {where}report what they did. This archive turns their "
            "bulletins into pages that can be browsed, searched, compared and cited, and every number leads back to "
            "its original words."
        )


def read_address(typed: str) -> str:
    """Return where a site will stand, with a slash at the end.

    Raises:
        RefusedError: if it is neither an address nor a path.
    """
    if not typed or not re.fullmatch(r"(?:https?://[^\s/?#]+)?(?:/[^\s?#]*)?", typed):
        raise refuse(
            "'{typed}' is no address of a site: write https://example.org/ or a path such as /x/",
            "“{typed}”不是网站地址：请写 https://example.org/ 这样的地址，或 /x/ 这样的路径",
            typed=typed,
        )
    return typed if typed.endswith("/") else f"{typed}/"


def need_empty(folder: Path) -> None:
    """Refuse a folder in which something stands.

    Raises:
        RefusedError: naming what stands there.
    """
    if found := _find_obstacles(folder):
        more = "…" if len(found) > _SHOWN else ""
        raise refuse(
            "{folder} is not empty: {names} stand there; name a folder that is empty or not there yet",
            "{folder} 不是空文件夹，里面有：{names}；请换一个空的或还没有的文件夹",
            folder=folder,
            names=join_words((*found[:_SHOWN], *([more] if more else ()))),
        )


def start_archive(folder: Path, new: NewArchive) -> Started:
    """Write a new archive, which builds as it stands.

    Raises:
        RefusedError: if something stands in the folder; then nothing is written.
    """
    need_empty(folder)
    made = make_archive(new)
    write_new({folder / name: content for name, content in made.items()})
    schemas = write_schemas(folder, folder / "content")
    return Started(folder / "README.md", (*(folder / name for name in made), *schemas.written))


def make_archive(new: NewArchive) -> dict[str, str | bytes]:
    """Return the files of a new archive by their path in it."""
    blanks = {
        "TITLE": scalar(new.name),
        "DESCRIPTION": scalar(new.description),
        "BASE_URL": scalar(new.base_url),
        "REPORT_ERRORS_TO": scalar(new.report_errors_to) if new.report_errors_to else NULL,
        "TITLE_EN": scalar(new.name_en),
        "DESCRIPTION_EN": scalar(new.description_en),
        "NAME": new.name,
    }
    made: dict[str, str | bytes] = {
        name: _BLANK.sub(lambda blank: blanks[blank[1]], read_template(source)) for name, source in _FILES.items()
    }
    if new.county:
        made |= {path.as_posix(): text for path, text in place_files(Path("content"), new.county).items()}
    made["requirements.txt"] = write_requirements(read_template("requirements.lock"), new.wheel)
    if new.wheel:
        made[f"wheels/{new.wheel.name}"] = new.wheel.data
    return made | make_hosting() | _look()


def read_template(name: str) -> str:
    """Return the text of a file of the template."""
    return _TEMPLATE.joinpath(name).read_text(encoding="utf-8")


def _find_obstacles(folder: Path) -> tuple[str, ...]:
    """Return the names of what stands in a folder, sorted; a git repository without a file is empty."""
    if not folder.exists():
        return ()
    if not folder.is_dir():
        return (folder.name,)
    return tuple(sorted(path.name for path in folder.iterdir() if path.name != ".git"))


def _look() -> dict[str, bytes]:
    """Return the program's own look, file by file, as it stands in an archive."""
    look = default_folder()
    paths = ((path.relative_to(look), path) for path in sorted(look.rglob("*")) if path.is_file())
    return {
        f"themes/default/{inside.as_posix()}": path.read_bytes()
        for inside, path in paths
        if not any(is_dropping(part) for part in inside.parts)
    }
