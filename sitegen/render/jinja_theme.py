"""A Jinja theme: templates, assets and interface strings in one folder."""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

import sitegen
from sitegen.lexicon.files import FAST_LOADER
from sitegen.problems import ReasonError, Words


class JinjaThemeError(ReasonError):
    """A folder is no Jinja theme; the reason says what it lacks."""


@dataclass(frozen=True, slots=True)
class JinjaTheme:
    """The look of a site."""

    name: str
    folder: Path
    templates: Path
    assets: Path
    strings: Mapping[str, Mapping[str, str]]
    """By language (``zh-Hans``), then by dotted key (``nav.places``)."""


def default_folder() -> Path:
    """Return the folder of the Jinja theme that comes with the program: in the wheel, else in the checkout."""
    package = Path(sitegen.__file__).parent
    shipped = package / "themes" / "default"
    return shipped if shipped.is_dir() else package.parent / "themes" / "default"


def find_folder(content: Path) -> Path:
    """Return the folder of an archive's own look, ``themes/default`` beside its content, else the program's."""
    own = content.absolute().parent / "themes" / "default"
    return own if (own / "jinja-theme.toml").is_file() else default_folder()


def load_jinja_theme(folder: Path) -> JinjaTheme:
    """Read a Jinja theme from its folder.

    Args:
        folder: Holds ``jinja-theme.toml`` (``name`` and, where they differ from these, ``templates``, ``assets`` and
            ``strings``) and the folders that it names.

    Raises:
        JinjaThemeError: if the file or a folder is missing, a file cannot be read, or a language has a string that is
            no text.
    """
    described = folder / "jinja-theme.toml"
    if not described.is_file():
        what = Words(
            "{folder} is no Jinja theme: it has no jinja-theme.toml", "{folder} 不是外观文件夹：缺少 jinja-theme.toml"
        )
        raise JinjaThemeError(what.fill(folder=folder))
    try:
        table = tomllib.loads(described.read_text(encoding="utf-8"))
    except ValueError as error:  # no TOML, or no UTF-8
        raise JinjaThemeError(
            Words("{file}: {why}", "{file} 不合 TOML 的写法：{why}").fill(file=described, why=_where(error))
        ) from None
    folders = {key: folder / str(table.get(key, key)) for key in ("templates", "assets", "strings")}
    for key, path in folders.items():
        if not path.is_dir():
            what = Words("{file}: the folder of its {key} is missing: {path}", "{file}：缺少 {key} 文件夹 {path}")
            raise JinjaThemeError(what.fill(file=described, key=key, path=path))
    strings = {path.stem: _read_strings(path) for path in sorted(folders["strings"].glob("*.yaml"))}
    return JinjaTheme(str(table.get("name", folder.name)), folder, folders["templates"], folders["assets"], strings)


def assets(jinja_theme: JinjaTheme) -> dict[str, bytes]:
    """Return the theme's style sheets, scripts and pictures by the name that ``routes.asset`` takes."""
    found = (path for path in sorted(jinja_theme.assets.rglob("*")) if path.is_file())
    names = ((path.relative_to(jinja_theme.assets).as_posix(), path) for path in found)
    return {name: path.read_bytes() for name, path in names if not path.name.startswith(".")}


def fingerprints(jinja_theme: JinjaTheme) -> dict[str, str]:
    """Return eight characters for each asset that change when it does; they follow its address as a query."""
    return {name: hashlib.blake2b(content, digest_size=4).hexdigest() for name, content in assets(jinja_theme).items()}


def _where(error: Exception) -> Words:
    """What is wrong with a text that cannot be read, in Chinese only where it is."""
    if isinstance(error, UnicodeDecodeError):
        return Words(str(error), f"第 {error.start + 1} 个字节不是 UTF-8")
    places = re.findall(r"line (\d+), column (\d+)", str(error))  # the last is where it broke
    return Words(str(error), "第 {} 行第 {} 列有错".format(*places[-1]) if places else "写法不对")


def _read_strings(path: Path) -> dict[str, str]:
    flat: dict[str, str] = {}

    def flatten(value: Any, key: str) -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                flatten(inner, f"{key}.{name}" if key else str(name))
        elif isinstance(value, str):
            flat[key] = value
        else:
            what = Words(
                "{path}: {key} is no text but {value}; put it in quotation marks",
                "{path}：{key} 不是文字而是 {value}，请加半角引号",
            )
            raise JinjaThemeError(what.fill(path=path, key=key, value=repr(value)))

    try:
        flatten(yaml.load(path.read_text(encoding="utf-8"), Loader=FAST_LOADER) or {}, "")
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        what = Words("{file}: {why}", "{file} 不合 YAML 的写法：{why}")
        raise JinjaThemeError(what.fill(file=path, why=_where(error))) from None
    return flat
