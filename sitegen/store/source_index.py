"""``seeds/index.yaml``: what is known of bulletins from outside their texts, one entry a file."""

from collections.abc import Mapping

from sitegen.model.facts import Facts
from sitegen.problems import Problem
from sitegen.store.desk import Desk
from sitegen.store.document import read_tree
from sitegen.store.fields import FACTS
from sitegen.store.nodes import Scalar, Sequence
from sitegen.store.reader import read_group


def read_source_index(text: str, path: str) -> tuple[Mapping[str, Facts], tuple[Problem, ...]]:
    """Read the text of the file: what is known, by the base name of each bulletin's file.

    An entry with an error is left out; of two entries for one file the first holds.
    """
    desk = Desk(path, text)
    tree = read_tree(text, 1, desk)
    if tree is None or (isinstance(tree, Scalar) and tree.is_null):
        return {}, desk.problems
    if not isinstance(tree, Sequence):
        desk.add_at("value-form", tree, key="index.yaml", wanted="a list", found="keys with values")
        return {}, desk.problems
    found: dict[str, Facts] = {}
    for item in tree.items:
        own = Desk(path, text)
        values = read_group(FACTS, item, own)
        desk.extend(own.problems)
        if not own.failed:
            file = values.pop("file")
            if file in found:
                desk.add("id-repeated", item.line, item.column, id=file)
            else:
                found[file] = Facts(**values)
    return found, desk.problems
