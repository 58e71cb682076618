"""JSON Schemas of content files, made from the fields: for completion, hints and first checks while typing.

Draft-07, because every release of the YAML language server knows it; 2020-12 came to it late (1.20) and adds nothing
that is needed here. A schema takes whatever the reader takes: it may miss a fault, which ``sitegen check`` then finds,
and never blames what is right. YAML's own types are taken as the reader takes them: ``period: 2023`` is a number for
YAML and a period for the reader.
"""

from typing import Any

from sitegen.editors.offered import Choices, Offered
from sitegen.store.fields import BULLETIN, FACTS, PAGE, PLACE, PRACTICE, REPORT, SERIES, SITE, THEME
from sitegen.store.schema import Field, Form, Group, Many, Shape

Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
_COMMENT = "Made by `sitegen schema`; do not edit. 由 sitegen schema 生成，请勿改动。"
_POINT = r"\d{4}(-(H[12]|Q[1-4]|\d\d(-\d\d)?))?"
PERIOD_PATTERN = rf"^\s*{_POINT}(\s*/\s*{_POINT})?\s*$"
_SOMETHING = r"\S"
_NAMED: dict[str, tuple[Group, bool]] = {
    "report": (REPORT, False),
    "bulletin": (BULLETIN, False),
    "place": (PLACE, False),
    "theme": (THEME, False),
    "practice": (PRACTICE, False),
    "page": (PAGE, False),
    "indicators": (SERIES, True),
    "site": (SITE, False),
    "seeds-index": (FACTS, True),
}
"""Names of the schemas; whether the file is a list of such groups."""
NAMES = tuple(_NAMED)


def make_schema(name: str, offered: Offered) -> Schema:
    """Return the JSON Schema of one sort of file.

    Args:
        name: One of ``NAMES``; of Markdown files the schema describes the front matter.
        offered: The ids and words that the archive has.
    """
    group, listed = _NAMED[name]
    body = _group(group, offered)
    if group is SERIES:
        body |= _new_series_needs_all(offered)
    if listed:
        body = {"type": ["array", "null"], "items": body}
    elif not group.needed:
        body["type"] = ["object", "null"]
    return {"$schema": _DRAFT, "$comment": _COMMENT, "title": name} | body


def _new_series_needs_all(offered: Offered) -> Schema:
    known = {"properties": {"id": {"enum": list(offered.known_series)}}}
    return {"if": known, "else": {"required": ["id", "name", "unit", "theme"]}}


def _group(group: Group, offered: Offered) -> Schema:
    schema: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {field.key: _field(field, offered) for field in group.fields},
    }
    if group.needed:
        schema["required"] = [field.key for field in group.needed]
    return schema


def _field(field: Field, offered: Offered) -> Schema:
    """The schema of a value; nothing at all is as good as an absent key unless the key is needed."""
    told = f"{field.doc_zh}\n\n{field.doc}" + (f"\n\n例：`{field.example}`" if field.example else "")
    schema = _form(field.form, field, offered)
    return {"title": field.label_zh, "description": told} | (schema if field.needed else _or_null(schema))


def _form(form: Form, field: Field, offered: Offered) -> Schema:
    if isinstance(form, Many):
        return {"type": "array", "items": _form(form.of, field, offered)}
    if isinstance(form, Shape):
        return _refer(form, field, offered) if field.refers_to else _shape(form)
    group = _group(form, offered)
    return {"anyOf": [group, _shape(form.by_key[form.bare].form)]} if form.bare else group


def _refer(shape: Shape, field: Field, offered: Offered) -> Schema:
    """A closed list for themes, which are few; suggestions for series and units, of which an archive has its own."""
    if field.refers_to == "theme":
        return _choose(offered.themes)
    return {"anyOf": [_choose(offered.series if field.refers_to == "series" else offered.units), _shape(shape)]}


def _choose(choices: Choices) -> Schema:
    schema: Schema = {"enum": [word for word, _ in choices]}
    if any(meaning for _, meaning in choices):
        schema["enumDescriptions"] = [meaning for _, meaning in choices]
    return schema


def _shape(shape: Form) -> Schema:
    assert isinstance(shape, Shape)
    match shape.sort:
        case "flag":
            return {"type": ["boolean", "string"], "pattern": "^(true|false)$"}
        case "number":
            return {"type": ["number", "string"], "pattern": f"^(?:{shape.pattern})$"}
        case "count":
            return {"type": ["integer", "string"], "minimum": 1, "maximum": 999_999, "pattern": f"^{shape.pattern}$"}
        case "day":
            return {"type": "string", "pattern": f"^{shape.pattern}$"}
        case "period":
            return {"type": ["string", "integer"], "minimum": 1, "maximum": 9999, "pattern": PERIOD_PATTERN}
    if shape.choices:
        return _choose(tuple(zip(shape.choices, shape.labels_zh or shape.choices, strict=True)))
    schema: Schema = {"type": ["string", "number", "boolean"]}
    if shape.pattern:
        schema["pattern"] = f"^(?:{shape.pattern})$"
    elif not shape.empty:
        schema["pattern"] = _SOMETHING
    return schema


def _or_null(schema: Schema) -> Schema:
    if "enum" in schema:
        more = {"enumDescriptions": [*schema["enumDescriptions"], "不填"]} if "enumDescriptions" in schema else {}
        return schema | {"enum": [*schema["enum"], None]} | more
    if "type" in schema:
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return schema | {"type": [*kinds, "null"]}
    return {"anyOf": [*schema["anyOf"], {"type": "null"}]}
