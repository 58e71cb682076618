"""Where the values of a YAML text begin and end, by PyYAML's nodes."""

import yaml

from sitegen.store.edits import Edit
from sitegen.store.front_matter import split_front_matter
from sitegen.store.nodes import Scalar

_QUOTES = ("'", '"')


def compose_front_matter(text: str) -> tuple[yaml.MappingNode | None, int]:
    """Return the front matter's keys with values, and where its YAML ends.

    Args:
        text: A file that its reader accepts as plain data, with line feeds only; the nodes' places are the file's.
    """
    opening = text.index("\n")
    end = opening + 1 + len(split_front_matter(text).yaml)
    # the opening line is blanked out, not cut off, so that positions are those of the file
    root = yaml.compose(" " * opening + text[opening:end], yaml.BaseLoader)
    return (root if isinstance(root, yaml.MappingNode) else None), end


def span_of(text: str, node: yaml.Node) -> tuple[int, int]:
    """Return a node's first character and the one after its last."""
    return node.start_mark.index, end_of(text, node)


def end_of(text: str, node: yaml.Node) -> int:
    """Return the character after a node's last one; PyYAML ends a block where the next thing begins."""
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        start, end = node.start_mark.index, node.end_mark.index
        return int(start + len(text[start:end].rstrip()))
    last = node.value[-1]
    return end_of(text, last[1] if isinstance(last, tuple) else last)


def line_end(text: str, at: int) -> int:
    """Return where the line ends on which a character stands."""
    found = text.find("\n", at)
    return found if found >= 0 else len(text)


def is_null(node: yaml.Node) -> bool:
    """Whether a node stands for no value."""
    return isinstance(node, yaml.ScalarNode) and Scalar(node.value, not node.style, 0, 0).is_null


def set_value(text: str, node: yaml.Node, value: str) -> Edit:
    """Put a value in the place of another one, in its quotation marks if it had any.

    Args:
        text: The file.
        node: What stands there.
        value: YAML of what will; where it is plain it holds no quotation marks.
    """
    start, end = span_of(text, node)
    if start == end:
        return Edit(start, end, f" {value}")
    if isinstance(node, yaml.ScalarNode) and node.style in _QUOTES and value[0] not in _QUOTES:
        value = f"{node.style}{value}{node.style}"
    return Edit(start, end, value)
