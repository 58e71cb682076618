"""Values to YAML in the one canonical form: keys in the schema's order, one stat a line."""

from collections.abc import Callable, Iterator
from typing import Any

from sitegen.store.schema import Field, Form, Group, Many, Shape
from sitegen.store.yaml_text import NULL, flow_list, flow_mapping


def write_group(group: Group, record: object, get: Callable[[object, str], Any] = getattr) -> str:
    """Return the YAML of a record, one key a line, lists of records one item a line.

    Args:
        group: The fields and their order.
        record: Has an attribute for each field.
        get: How a field is taken from a record; by its name where left out.
    """
    lines: list[str] = []
    for field in group.fields:
        value = get(record, field.key)
        if _is_left_out(field, value):
            continue
        if isinstance(field.form, Many) and field.form.lines and value:
            lines.append(f"{field.key}:")
            lines += [f"- {_flow(field.form.of, item)}" for item in value]
        else:
            lines.append(f"{field.key}: {_nullable(field, value)}")
    return "".join(f"{line}\n" for line in lines)


def write_items(group: Group, records: tuple[object, ...]) -> str:
    """Return the YAML of a list of records, one a line; ``[]`` for none."""
    return "".join(f"- {_flow(group, record)}\n" for record in records) or "[]\n"


def _flow(form: Form, value: Any) -> str:
    if isinstance(form, Shape):
        return form.format(value)
    if isinstance(form, Many):
        return flow_list(_flow(form.of, item) for item in value)
    return flow_mapping(write_entries(form, value))


def write_entries(group: Group, record: object) -> Iterator[tuple[str, str]]:
    """Yield each key of a record that is written, with its value as YAML that is safe inside brackets too."""
    for field in group.fields:
        value = getattr(record, field.key)
        if not _is_left_out(field, value):
            yield field.key, _nullable(field, value)


def _nullable(field: Field, value: Any) -> str:
    return NULL if value is None else _flow(field.form, value)


def _is_left_out(field: Field, value: Any) -> bool:
    """An optional key is left out at its default; a key that cannot be null, where there is no value."""
    return (not field.always and value == field.default) or (value is None and not field.nullable)
