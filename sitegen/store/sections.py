"""The list of sections of a report beside the headings that its body really has."""

from collections.abc import Iterable

from sitegen.model.report import Section
from sitegen.model.terms import ThemeId
from sitegen.problems.near import find_nearest
from sitegen.store.desk import Desk
from sitegen.store.document import Document
from sitegen.store.markdown import Part
from sitegen.store.nodes import Mapping, Node, Sequence


def union_of(sections: Iterable[Section]) -> tuple[ThemeId, ...]:
    """Return the themes of all sections, once each, in order."""
    return tuple(dict.fromkeys(theme for section in sections for theme in section.themes))


def check_sections(sections: tuple[Section, ...], parts: tuple[Part, ...], document: Document, desk: Desk) -> None:
    """Compare the list of sections with the headings of the body.

    A heading that the body does not have is an error with the nearest one; one that the list does not have is a note.

    Args:
        sections: As listed in the front matter.
        parts: The body, divided at its headings.
        document: The file.
        desk: Where problems go.
    """
    found = [part.heading for part in parts]
    listed = [section.heading for section in sections]
    if listed == found:
        return
    nodes = _nodes(document)
    missing = [part for part in parts if part.heading is not None and part.heading not in listed]
    meant = []
    for number, heading in enumerate(listed):
        at = (nodes[number].line, nodes[number].column)
        if heading is None and None not in found:
            desk.add("section-no-lead", *at, mark="null")
        elif heading is not None and heading not in found:
            near = find_nearest(heading, [part.heading for part in missing if part.heading], likeness=0.6)
            desk.add("section-unknown", *at, mark=heading, near=near, heading=heading)
            meant.append(near)
        elif listed.count(heading) > found.count(heading) and heading in listed[:number]:
            desk.add("section-repeated", *at, mark=heading or "null", heading=heading or "null")
    for part in missing:
        if part.heading not in meant:
            line = document.body_line + part.line - 1
            desk.add("section-missing", line, 0, heading=part.heading)
    in_both = [heading for heading in found if heading in listed]
    if not desk.failed and [heading for heading in listed if heading in found] != in_both and nodes:
        desk.add("section-order", nodes[0].line, 0)


def _nodes(document: Document) -> tuple[Node, ...]:
    listed = document.tree.get("sections") if document.tree else None
    items = listed.items if isinstance(listed, Sequence) else ()
    return tuple((item.get("heading") or item) if isinstance(item, Mapping) else item for item in items)
