"""What the system and the libraries say of an error, in both languages; the Chinese is data in ``borrowed.yaml``."""

import errno
import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from sitegen.problems.words import Words


def tell_system_error(error: OSError) -> Words:
    """Return why the system refused: its own words, in Chinese those of the table or the error's name."""
    english = error.strerror or str(error)
    code = errno.errorcode.get(error.errno or 0, str(error.errno or english))
    table = _table()
    return Words(english, table["system"].get(code) or table["system_other"].format(code=code))


def tell_json_error(error: Exception) -> Words:
    """Return what is wrong with a JSON text, or with the values in it."""
    table = _table()
    if isinstance(error, json.JSONDecodeError):
        return Words(error.msg, _translate(error.msg, "json") or table["json_other"])
    english = f"{type(error).__name__}: {error}"
    if isinstance(error, KeyError) and error.args:
        return Words(english, table["key_missing"].format(key=error.args[0]))
    return Words(english, table["json_other"])


def tell_yaml_error(error: yaml.MarkedYAMLError) -> Words:
    """Return in one line what PyYAML was doing and what it met."""
    said = [part for part in (error.context, error.problem) if part]
    known = [_translate(part, "yaml") for part in said]
    return Words(", ".join(said), "，".join(part for part in known if part) or _table()["yaml_other"])


def _translate(message: str, library: str) -> str | None:
    """Return a library's message in Chinese, None where the table does not have it."""
    for pattern, template in _patterns(library):
        if match := pattern.fullmatch(message):
            return template.format(*(_name_sign(found) for found in match.groups()))
    return None


def _name_sign(found: str) -> str:
    """What PyYAML names, as a reader sees it: without Python's quotation marks, signs of its own in Chinese."""
    bare = found[1:-1] if len(found) > 2 and found[0] == found[-1] and found[0] in "'\"" else found
    known: str | None = _table()["yaml_signs"].get(bare)
    return known or f"“{bare}”"


@cache
def _patterns(library: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The messages of a library as patterns; those without blanks first, so that a blank takes no fixed words."""
    ordered = sorted(_table()[library].items(), key=lambda item: item[0].count("{}"))
    return tuple(
        (re.compile("(.+)".join(re.escape(part) for part in _parts(message)), re.S), template)
        for message, template in ordered
    )


def _parts(message: str) -> list[str]:
    return [part.replace("{{", "{").replace("}}", "}") for part in message.split("{}")]


@cache
def _table() -> dict[str, Any]:
    text = files("sitegen.problems").joinpath("borrowed.yaml").read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.safe_load(text)
    return table
