"""A report's file while it is mended, and what a rule wants done to it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from sitegen.checks.subject import Known
from sitegen.store.desk import Desk
from sitegen.store.document import Document, read_document
from sitegen.store.edits import Edit
from sitegen.store.fields import REPORT
from sitegen.store.markdown import Part, parts
from sitegen.store.nodes import Node, Sequence
from sitegen.store.patch import FrontMatterPatch
from sitegen.store.reader import Values, read_group
from sitegen.store.schema import Group


@dataclass(frozen=True, slots=True)
class Filling:
    """One value that was worked out."""

    place: tuple[str | int | None, ...]
    """What it belongs to: ``("stats", 3)``, ``("sections", heading)``, ``()`` for the report itself."""
    key: str
    """The key as an editor knows it: ``value``."""
    new: str
    """As YAML; empty where entries only changed places."""
    old: str = ""
    """What stood there; empty where nothing did."""


@dataclass(frozen=True, slots=True)
class Mending:
    """What one rule does to a file: edits of its text, and what they mean."""

    edits: tuple[Edit, ...] = ()
    fillings: tuple[Filling, ...] = ()

    @classmethod
    def of(cls, edits: Iterable[Edit], fillings: Iterable[Filling]) -> "Mending":
        """Make one; without edits there is nothing to tell either."""
        made = tuple(edits)
        return cls(made, tuple(fillings) if made else ())


@dataclass(frozen=True)
class Draft:
    """The text of a report's file as it is after the rules so far."""

    text: str
    """With line feeds only."""
    document: Document
    faults: tuple[str, ...] = field(default=())
    """Codes of what is wrong in single values."""

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The body, divided at its headings."""
        return parts(self.document.body)

    @cached_property
    def patch(self) -> FrontMatterPatch:
        """What makes the edits."""
        return FrontMatterPatch(self.text)

    def items(self, key: str) -> tuple[Node, ...]:
        """Return the entries of a list of the front matter; none where it is no list."""
        listed = self.document.tree.get(key) if self.document.tree else None
        return listed.items if isinstance(listed, Sequence) else ()

    def read_item(self, node: Node, group: Group) -> Values | None:
        """Return the values of one entry, None where one of them is wrong."""
        desk = Desk("", self.text)
        values = read_group(group, node, desk)
        return None if desk.failed else values


Rule = Callable[[Draft, Known], Mending]


def read_draft(text: str) -> Draft | None:
    """Read a report's file for mending; None where it has no front matter that is YAML with keys."""
    desk = Desk("", text)
    document = read_document(REPORT, text, desk)
    if document is None or document.tree is None:
        return None
    return Draft(text, document, tuple(problem.code for problem in desk.problems))
