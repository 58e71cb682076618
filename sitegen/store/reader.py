"""A tree of YAML nodes to the values that a schema asks for, with a problem for all that does not fit."""

from collections.abc import Mapping as FieldsByKey
from typing import Any

from sitegen.problems import ReasonError, Words
from sitegen.problems.near import find_misspelt
from sitegen.problems.words import join_words
from sitegen.store.desk import Desk
from sitegen.store.nodes import Mapping, Node, Scalar, Sequence
from sitegen.store.schema import Field, Form, Group, Many, Shape

Values = dict[str, Any]
"""By key of the group; an absent key has its default."""

LIST = Words("a list", "列表")
KEYS = Words("keys with values", "若干字段")


def read_group(group: Group, node: Node | None, desk: Desk) -> Values:
    """Return the values of a mapping; what is wrong goes to the desk and stands at its default here.

    A null is the same as an absent key, unless the field is nullable; then both are None.
    """
    values: Values = dict(group.defaults)
    if isinstance(node, Scalar) and not node.is_null and group.bare:
        return values | {group.bare: node.text}
    if node is None or (isinstance(node, Scalar) and node.is_null):
        node = Mapping((), 1 if node is None else node.line, 0 if node is None else node.column)
    if not isinstance(node, Mapping):
        desk.add_at("value-form", node, key=group.name, wanted=KEYS, found=kind_of(node))
        return values
    fields = group.by_key
    seen: dict[str, Scalar] = {}
    for key, value in node.entries:
        field = fields.get(key.text)
        if field is None:
            near = nearest_key(key.text, fields)
            desk.add_at("key-unknown", key, near=near, key=key.text, group=group.name, keys=join_words(fields))
        elif key.text in seen:
            desk.add_at("key-repeated", key, key=key.text, first=seen[key.text].line)
        else:
            seen[key.text] = key
            values[key.text] = _read_field(field, value, desk)
    for field in group.needed:
        if values[field.key] is None and not _has_problem(field, node, desk):
            desk.add("key-missing", node.line, node.column, key=field.key, group=group.name, example=field.example)
    return values


def _read_field(field: Field, node: Node, desk: Desk) -> Any:
    if isinstance(node, Scalar):
        if node.is_null:
            return field.default
        if isinstance(field.form, Shape):
            return _read_shape(field.form, node, desk, field)
    return _read(field.form, node, desk, field)


def _read(form: Form, node: Node, desk: Desk, field: Field) -> Any:
    if isinstance(form, Group):
        return read_group(form, node, desk)
    if isinstance(form, Many):
        if not isinstance(node, Sequence):
            desk.add_at("value-form", node, key=field.key, wanted=LIST, found=kind_of(node))
            return field.default
        return tuple(_read(form.of, item, desk, field) for item in node.items)
    return _read_shape(form, node, desk, field)


def _read_shape(shape: Shape, node: Node, desk: Desk, field: Field) -> Any:
    if not isinstance(node, Scalar):
        desk.add_at("value-form", node, key=field.key, wanted=shape.name, found=kind_of(node))
        return field.default
    try:
        return shape.parse(node.text)
    except ReasonError as error:
        near = nearest_choice(node.text, shape)
        desk.add_at(
            shape.code,
            node,
            near=near,
            key=field.key,
            word=node.text,
            why=error.reason,
            wanted=shape.name,
            example=field.example,
        )
        return field.default


def nearest_key(said: str, fields: FieldsByKey[str, Field]) -> str | None:
    """Return the field that is meant: its name in Chinese stands there, or its key is misspelt."""
    in_chinese = [key for key, field in fields.items() if said.strip() == field.label_zh]
    return in_chinese[0] if len(in_chinese) == 1 else find_misspelt(said, fields)


def nearest_choice(said: str, shape: Shape) -> str | None:
    """Return the choice that is meant: its name in Chinese stands there, or it is misspelt."""
    for label, choice in zip(shape.labels_zh, shape.choices, strict=False):
        if said.strip() in label.split("、"):
            return choice
    return find_misspelt(said, shape.choices)


def _has_problem(field: Field, node: Mapping, desk: Desk) -> bool:
    """Whether the field's value is there and was already found to be wrong."""
    value = node.get(field.key)
    return value is not None and any(
        (problem.line, problem.column) == (value.line, value.column) for problem in desk.problems
    )


def kind_of(node: Node) -> Words:
    """Return what stands there, as it is told to people."""
    if isinstance(node, Scalar):
        return Words("text", "文字") if node.text else Words("nothing", "空的")
    return LIST if isinstance(node, Sequence) else KEYS
