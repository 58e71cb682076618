"""Content files as a JSON Schema sees them: YAML 1.2 as the language server of VS Code reads it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

from sitegen.store import nodes
from sitegen.store.front_matter import NoFrontMatterError, split_front_matter

_KINDS = {
    "reports": "report",
    "bulletins": "bulletin",
    "places": "place",
    "themes": "theme",
    "practices": "practice",
    "pages": "page",
}
_FILES = {"site.yaml": "site", "indicators.yaml": "indicators"}
_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def read_files(content: Path) -> Iterator[tuple[Path, str, Any]]:
    """Yield path, name of the schema and value of each file of a content folder that is YAML."""
    for path in sorted(content.rglob("*")):
        inside = path.relative_to(content)
        name = _FILES.get(inside.as_posix()) or (_KINDS.get(inside.parts[0]) if path.suffix == ".md" else None)
        if name and path.is_file():
            yield path, name, read_value(path.read_bytes().decode("utf-8", "replace"), front=path.suffix == ".md")


def read_value(text: str, *, front: bool) -> Any:
    """The value of a file, or of its front matter; None where it is no YAML."""
    try:
        return _resolve(nodes.compose(split_front_matter(text).yaml if front else text))
    except (nodes.BrokenYamlError, NoFrontMatterError):
        return None


def find_faults(schema: dict[str, Any], value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft7Validator(schema).iter_errors(value)]


def _resolve(node: nodes.Node | None) -> Any:
    if isinstance(node, nodes.Mapping):
        return {key.text: _resolve(value) for key, value in node.entries}
    if isinstance(node, nodes.Sequence):
        return [_resolve(item) for item in node.items]
    if node is None or node.is_null:
        return None
    if not node.plain:
        return node.text
    if node.text in _FLAGS:
        return _FLAGS[node.text]
    if _INTEGER.fullmatch(node.text):
        return int(node.text)
    return float(node.text) if _FLOAT.fullmatch(node.text) else node.text
