"""Names of themes, where an id is wanted, to that id: 乡村振兴 to ``rural-revitalisation``."""

from collections.abc import Iterator

from sitegen.checks.subject import Known
from sitegen.engine.mending.draft import Draft, Filling, Mending
from sitegen.store.edits import Edit
from sitegen.store.fields import REPORT
from sitegen.store.nodes import Mapping, Node, Scalar, Sequence
from sitegen.store.patch import Pointer
from sitegen.store.schema import Field, Group, Many
from sitegen.store.theme_names import theme_ids
from sitegen.store.yaml_text import scalar


def mend_labels(draft: Draft, known: Known) -> Mending:
    """Write the id for each theme that stands there with its name, in either language."""
    ids = theme_ids(known.themes.values())
    edits: list[Edit] = []
    fillings: list[Filling] = []
    for at, node in find_themes(REPORT, draft.document.tree):
        found = ids.get(node.text, ids.get(node.text.lower()))
        if found:
            edits += draft.patch.replace(at, scalar(found))
            fillings.append(Filling(_owner(at, draft), _key(at), found, node.text))
    return Mending.of(edits, fillings)


def find_themes(group: Group, node: Node | None, at: Pointer = ()) -> Iterator[tuple[Pointer, Scalar]]:
    """Yield every single value of a tree that is a theme's id by the schema, and what leads to it."""
    if isinstance(node, Mapping):
        for key, value in node.entries:
            if field := group.by_key.get(key.text):
                yield from _find_in(field, value, (*at, key.text))


def _find_in(field: Field, node: Node, at: Pointer) -> Iterator[tuple[Pointer, Scalar]]:
    form = field.form.of if isinstance(field.form, Many) else field.form
    nodes = enumerate(node.items) if isinstance(node, Sequence) else [(-1, node)]
    for number, item in nodes:
        here = at if number < 0 else (*at, number)
        if isinstance(form, Group):
            yield from find_themes(form, item, here)
        elif field.refers_to == "theme" and isinstance(item, Scalar) and not item.is_null:
            yield here, item


def _owner(at: Pointer, draft: Draft) -> tuple[str | int | None, ...]:
    """The entry that a value belongs to; a section by its heading, for sections may change places."""
    if at[0] == "sections" and isinstance(at[1], int):
        return "sections", draft.document.values["sections"][at[1]]["heading"]
    return at[:2] if at[0] != "themes" else ()


def _key(at: Pointer) -> str:
    return str(next(step for step in reversed(at) if isinstance(step, str)))
