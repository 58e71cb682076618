"""A Markdown file with front matter to the values of its group and its body."""

from typing import NamedTuple

from sitegen.problems import Words
from sitegen.store.desk import Desk
from sitegen.store.front_matter import FIRST_LINE, NoFrontMatterError, join_front_matter, split_front_matter
from sitegen.store.nodes import BrokenYamlError, Mapping, Node, Scalar, compose
from sitegen.store.reader import Values, read_group
from sitegen.store.schema import Group
from sitegen.store.writer import write_group
from sitegen.store.yaml_faults import explain_yaml


class Document(NamedTuple):
    """A file as read; the values are sound only where the desk has no error."""

    values: Values
    body: str
    body_line: int
    tree: Mapping | None


def read_document(group: Group, text: str, desk: Desk) -> Document | None:
    """Read the text of a file; None where it has no front matter that is YAML."""
    try:
        matter = split_front_matter(text)
    except NoFrontMatterError as error:
        desk.add(error.code, error.line, 0)
        return None
    tree = read_tree(matter.yaml, FIRST_LINE, desk)
    if desk.failed:
        return None
    if isinstance(tree, Scalar):
        explain_yaml(
            BrokenYamlError("yaml-broken", Words("no key", "没有字段名"), tree.line, tree.column), desk, tree.text
        )
        return None
    return Document(
        read_group(group, tree, desk), matter.body, matter.body_line, tree if isinstance(tree, Mapping) else None
    )


def read_tree(yaml: str, first_line: int, desk: Desk) -> Node | None:
    """Compose a YAML text; what breaks it goes to the desk."""
    try:
        return compose(yaml, first_line)
    except BrokenYamlError as error:
        explain_yaml(error, desk, "")
        return None


def write_document(group: Group, record: object, body: str) -> str:
    """Return the text of a file for a record that has an attribute for each field."""
    return join_front_matter(write_group(group, record), body)
