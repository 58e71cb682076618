"""Where a value stands in a file, found again from the path that leads to it."""

from typing import NamedTuple

from sitegen.store.front_matter import FIRST_LINE, NoFrontMatterError, split_front_matter
from sitegen.store.nodes import BrokenYamlError, Mapping, Node, Scalar, Sequence, compose


class Location(NamedTuple):
    """A place in a file."""

    line: int
    """From 1."""
    column: int
    """From 1; 0 for the line as a whole."""
    text: str
    """The value there, where it is a single one."""


class Locator:
    """Finds values of one file; composes the file once."""

    def __init__(self, text: str, *, front_matter: bool) -> None:
        self.body_line = 1
        self._tree: Node | None = None
        try:
            yaml, first_line = text, 1
            if front_matter:
                matter = split_front_matter(text)
                yaml, first_line, self.body_line = matter.yaml, FIRST_LINE, matter.body_line
            self._tree = compose(yaml, first_line)
        except (BrokenYamlError, NoFrontMatterError):
            pass

    def find(self, pointer: tuple[str | int, ...]) -> Location:
        """Return where a value stands; where it is not written, that of the nearest value around it."""
        node = self._tree
        for step in pointer:
            below = _step(node, step)
            if below is None:
                break
            node = below
        if node is None or node is self._tree:
            return Location(1, 0, "")
        return Location(node.line, node.column, node.text if isinstance(node, Scalar) else "")


def _step(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None
