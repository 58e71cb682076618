"""A Jinja theme: templates, assets and interface strings in one folder."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

import sitegen
from sitegen.lexicon.files import FAST_LOADER


class JinjaThemeError(ValueError):
    """A folder is no Jinja theme; the message says what it lacks."""


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
        raise JinjaThemeError(f"{folder} is no Jinja theme: it has no jinja-theme.toml")
    try:
        table = tomllib.loads(described.read_text(encoding="utf-8"))
    except ValueError as error:  # no TOML, or no UTF-8
        raise JinjaThemeError(f"{described}: {error}") from None
    folders = {key: folder / str(table.get(key, key)) for key in ("templates", "assets", "strings")}
    for key, path in folders.items():
        if not path.is_dir():
            raise JinjaThemeError(f"{described}: the folder of its {key} is missing: {path}")
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


def _read_strings(path: Path) -> dict[str, str]:
    flat: dict[str, str] = {}

    def flatten(value: Any, key: str) -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                flatten(inner, f"{key}.{name}" if key else str(name))
        elif isinstance(value, str):
            flat[key] = value
        else:
            raise JinjaThemeError(f"{path}: {key} is no text but {value!r}; put it in quotation marks")

    try:
        flatten(yaml.load(path.read_text(encoding="utf-8"), Loader=FAST_LOADER) or {}, "")
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise JinjaThemeError(f"{path}: {error}") from None
    return flat
