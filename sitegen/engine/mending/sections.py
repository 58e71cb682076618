"""The list of sections brought in line with the headings of the body, and the themes that follow from it."""

from sitegen.checks.subject import Known
from sitegen.engine.mending.draft import Draft, Filling, Mending
from sitegen.ingest.extract.themes import find_section_themes
from sitegen.model.report import Section
from sitegen.model.terms import ThemeId
from sitegen.problems.near import find_nearest
from sitegen.store.edits import Edit
from sitegen.store.fields import REPORT, SECTION
from sitegen.store.fill import written_keys
from sitegen.store.nodes import Mapping, Scalar, Sequence
from sitegen.store.sections import union_of
from sitegen.store.yaml_text import flow_list, flow_mapping, scalar

_ALIKE = 0.6
"""How like a listed heading one of the body must be to be the same, from 0 to 1."""


def mend_headings(draft: Draft, known: Known) -> Mending:
    """Correct listed headings that the body has with other words: each unknown one is like just one that is missing."""
    listed, found = _listed(draft), _found(draft)
    unknown = [heading for heading in listed if heading is not None and heading not in found]
    missing = [heading for heading in found if heading is not None and heading not in listed]
    edits: list[Edit] = []
    fillings: list[Filling] = []
    for heading in unknown:
        near = find_nearest(heading, missing, likeness=_ALIKE)
        if near and find_nearest(near, unknown, likeness=_ALIKE) == heading and listed.count(heading) == 1:
            edits += draft.patch.replace(("sections", listed.index(heading), "heading"), scalar(near))
            fillings.append(Filling(("sections", near), "heading", scalar(near), heading))
    return Mending.of(edits, fillings)


def mend_section_order(draft: Draft, known: Known) -> Mending:
    """Put the entries in the order of the body where both have the same headings, none of them twice."""
    listed, found = _listed(draft), _found(draft)
    common = [heading for heading in found if heading in listed]
    if len(set(listed)) != len(listed) or len(set(found)) != len(found) or len(common) != len(listed):
        return Mending()
    order = [listed.index(heading) for heading in common]
    if order == sorted(order):
        return Mending()
    return Mending.of(draft.patch.reorder(("sections",), order), [Filling((), "sections", "")])


def mend_missing_sections(draft: Draft, known: Known) -> Mending:
    """Add an entry for each heading, and for the lead, that the list does not have."""
    listed, found = _listed(draft), _found(draft)
    if len(set(found)) != len(found) or not _is_list(draft, "sections"):
        return Mending()
    added, last = [], None
    for heading in found:
        if heading in listed:
            last = listed.index(heading)
        else:
            added.append((last, Section(heading, _read_themes(draft, heading, known))))
    if not added:
        return Mending()
    fillings = [Filling(("sections", section.heading), "sections", _told(section)) for _, section in added]
    return Mending.of(draft.patch.insert("sections", SECTION, added), fillings)


def mend_section_themes(draft: Draft, known: Known) -> Mending:
    """Give themes to each entry that says none; ``[]`` says that there are none."""
    found = _found(draft)
    edits: list[Edit] = []
    fillings: list[Filling] = []
    for number, node in enumerate(draft.items("sections")):
        entry = draft.document.values["sections"][number]
        if not isinstance(node, Mapping) or "themes" in written_keys(node) or entry["heading"] not in found:
            continue
        if themes := _read_themes(draft, entry["heading"], known):
            edits += draft.patch.put(("sections", number), {"themes": flow_list(map(scalar, themes))}, SECTION)
            fillings.append(Filling(("sections", entry["heading"]), "themes", flow_list(themes)))
    return Mending.of(edits, fillings)


def mend_union(draft: Draft, known: Known) -> Mending:
    """Bring the report's themes to those of its sections, once each and in order, where none that is written goes."""
    wanted = union_of(Section(entry["heading"], entry["themes"]) for entry in draft.document.values["sections"])
    written = draft.document.values["themes"]
    if not wanted or written == wanted or not _is_list(draft, "themes"):
        return Mending()
    if not written:
        edits = draft.patch.put((), {"themes": flow_list(map(scalar, wanted))}, REPORT)
        return Mending.of(edits, [Filling((), "themes", flow_list(wanted))])
    places = {theme: number for number, theme in enumerate(wanted)}
    if len(set(written)) != len(written) or not set(written) <= set(places):
        return Mending()
    order = sorted(range(len(written)), key=lambda number: places[written[number]])
    if order != list(range(len(written))):
        return Mending.of(draft.patch.reorder(("themes",), order), [Filling((), "themes", "")])
    added, last = [], None
    for theme in wanted:
        if theme in written:
            last = written.index(theme)
        else:
            added.append((last, scalar(theme)))
    fillings = [Filling((), "themes", theme) for _, theme in added]
    return Mending.of(draft.patch.insert_values(("themes",), added), fillings)


def _is_list(draft: Draft, key: str) -> bool:
    """Whether a list is written as one, all its entries sound, or not written at all."""
    node = draft.document.tree.get(key) if draft.document.tree else None
    if key == "sections" and any(draft.read_item(item, SECTION) is None for item in draft.items(key)):
        return False
    return node is None or isinstance(node, Sequence) or (isinstance(node, Scalar) and node.is_null)


def _listed(draft: Draft) -> list[str | None]:
    return [entry["heading"] for entry in draft.document.values["sections"]]


def _found(draft: Draft) -> list[str | None]:
    return [part.heading for part in draft.parts]


def _read_themes(draft: Draft, heading: str | None, known: Known) -> tuple[ThemeId, ...]:
    """The themes of a part of the body as ingest reads them; those of a report of one part are the report's."""
    if len(draft.parts) == 1 and draft.document.values["themes"]:
        return tuple(map(ThemeId, draft.document.values["themes"]))
    part = next(part for part in draft.parts if part.heading == heading)
    texts = tuple(block.text for block in part.blocks)
    found = find_section_themes(heading, texts, draft.document.values["title"])
    return tuple(theme for theme in found if theme in known.themes)


def _told(section: Section) -> str:
    heading = "null" if section.heading is None else scalar(section.heading)
    return flow_mapping([("heading", heading), ("themes", flow_list(section.themes))])
