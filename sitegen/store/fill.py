"""Stats as an editor wrote them, with all that follows from their words worked out."""

from collections.abc import Sequence as SequenceOf
from dataclasses import dataclass

from sitegen.model.report import Section
from sitegen.model.stat import Stat, make_stat_id
from sitegen.model.terms import SeriesId, StatId, ThemeId
from sitegen.quantities import Derived, derive
from sitegen.store.desk import Desk
from sitegen.store.document import Document
from sitegen.store.markdown import Part
from sitegen.store.nodes import Mapping, Node, Scalar, Sequence
from sitegen.store.reader import Values


@dataclass(frozen=True, slots=True)
class Fillers:
    """What a stat's theme is worked out from."""

    parts: tuple[Part, ...]
    """The body, divided at its headings."""
    sections: tuple[Section, ...]
    themes: tuple[ThemeId, ...]
    """The report's."""

    def theme_of(self, quote: str) -> ThemeId | None:
        """Return the first theme of the section that holds the words, else the report's first theme, else None."""
        for part in self.parts:
            if any(quote in block.text for block in part.blocks):
                listed = (section.themes for section in self.sections if section.heading == part.heading)
                return next((themes[0] for themes in listed if themes), self.themes[0] if self.themes else None)
        return self.themes[0] if self.themes else None


def stat_nodes(document: Document) -> tuple[Node, ...]:
    """Return the nodes of a report's stats, in order."""
    listed = document.tree.get("stats") if document.tree else None
    return listed.items if isinstance(listed, Sequence) else ()


def written_keys(node: Node) -> frozenset[str]:
    """Return the keys of an entry that have a value; ``null`` is none."""
    if not isinstance(node, Mapping):
        return frozenset()
    return frozenset(key.text for key, value in node.entries if not (isinstance(value, Scalar) and value.is_null))


def fill_stats(entries: SequenceOf[Values], fillers: Fillers, nodes: SequenceOf[Node], desk: Desk) -> tuple[Stat, ...]:
    """Make the stats of a report; what cannot be worked out goes to the desk.

    Ids that are written hold; a new stat never gets one that the report already has.
    """
    taken: set[str] = {entry["id"] for entry in entries if entry["id"]}
    stats = []
    for entry, node in zip(entries, nodes, strict=True):
        if not (entry["printed"] and entry["quote"] and entry["indicator"]):
            continue
        stat = _fill(entry, node, fillers, taken, desk)
        if stat:
            taken.add(stat.id)
            stats.append(stat)
    return tuple(stats)


def _fill(entry: Values, node: Node, fillers: Fillers, taken: set[str], desk: Desk) -> Stat | None:
    printed, quote, at = entry["printed"], entry["quote"], entry["at"]
    missing = next((key for key in ("value", "unit") if entry[key] is None), None)
    derived = derive(printed, quote, at) if missing else None
    if missing and derived is None:
        desk.add("stat-unread", node.line, node.column, printed=printed, missing=missing)
        return None
    theme = entry["theme"] or fillers.theme_of(quote)
    if theme is None:
        desk.add("stat-without-theme", node.line, node.column, indicator=entry["indicator"])
        return None
    return Stat(
        id=StatId(entry["id"] or make_stat_id(printed, quote, at or 1, taken)),
        indicator=entry["indicator"],
        printed=printed,
        at=at,
        period=entry["period"],
        place=entry["place"],
        theme=ThemeId(theme),
        series=SeriesId(entry["series"]) if entry["series"] else None,
        quote=quote,
        **_readings(entry, derived, node),
    )


def _readings(entry: Values, derived: Derived | None, node: Node) -> Values:
    """What the entry says, completed by what was read in its words unless the value itself is the editor's.

    An editor who wrote a value has looked at the number: then only the unit is worked out, for a bound or kind that is
    not written there means that there is none.
    """
    whole = {key: entry[key] for key in ("value", "value_to", "unit", "bound", "kind", "basis", "status")}
    if derived is None:
        return whole
    written = written_keys(node)
    if entry["unit"] is None:
        whole["unit"] = derived.unit
    if entry["value"] is None:
        whole["value"] = derived.value
        for key in ("value_to", "bound", "kind", "basis", "status"):
            if key not in written:
                whole[key] = getattr(derived, key)
    return whole
