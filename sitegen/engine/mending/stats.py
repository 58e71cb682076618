"""What can be worked out of a stat's own words: ``printed``, ``quote``, ``indicator``."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sitegen.checks.subject import Known
from sitegen.engine.mending.amounts import mend_amount
from sitegen.engine.mending.draft import Draft, Filling, Mending
from sitegen.ingest.extract.themes import find_stat_theme
from sitegen.model.stat import make_stat_id
from sitegen.model.terms import ThemeId
from sitegen.quantities import Derived, derive, find_printed
from sitegen.store.edits import Edit
from sitegen.store.fields import STAT
from sitegen.store.fill import written_keys
from sitegen.store.nodes import Mapping as MappingNode
from sitegen.store.nodes import Node, Scalar
from sitegen.store.reader import Values

_SAID_WITH_VALUE = ("kind", "basis", "status")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A stat as an editor wrote it."""

    number: int
    values: Values
    written: frozenset[str]
    node: Node

    @property
    def words(self) -> tuple[str, str]:
        """What makes it this number and no other, but for the occurrence."""
        return self.values["printed"], self.values["quote"]


def mend_stats(draft: Draft, known: Known) -> Mending:
    """Fill in what is missing in each stat whose quote stands once in the body."""
    entries = list(_find_entries(draft))
    taken: set[str] = {entry.values["id"] for entry in entries if entry.values["id"]}
    edits: list[Edit] = []
    fillings: list[Filling] = []
    for entry in entries:
        if not _stands_once(entry.values["quote"], draft):
            continue
        found = _work_out(entry, entries, taken)
        if found is None:
            continue
        if not entry.values["theme"]:
            found["theme"] = _find_theme(entry, str(found.get("unit", entry.values["unit"])), draft)
        if not found:
            continue
        taken |= {found["id"]} if "id" in found else set()
        yaml = {key: str(STAT.by_key[key].form.format(value)) for key, value in found.items()}  # type: ignore[union-attr] # all are single values
        edits += draft.patch.put(("stats", entry.number), yaml, STAT)
        fillings += (Filling(("stats", entry.number), key, yaml[key], _text_of(entry.node, key)) for key in yaml)
    return Mending.of(edits, fillings)


def _find_entries(draft: Draft) -> Iterator[_Entry]:
    for number, node in enumerate(draft.items("stats")):
        values = draft.read_item(node, STAT)
        if values is not None and isinstance(node, MappingNode):
            yield _Entry(number, values, written_keys(node), node)


def _find_theme(entry: _Entry, unit: str, draft: Draft) -> ThemeId:
    """Return the first theme of the stat's section; where it has none, the one that its words speak for."""
    quote = entry.values["quote"]
    part = next(part for part in draft.parts if any(quote in block.text for block in part.blocks))
    sections = draft.document.values["sections"]
    listed = next((section["themes"] for section in sections if section["heading"] == part.heading), ())
    if listed:
        return ThemeId(listed[0])
    paragraph = next(block.text for block in part.blocks if quote in block.text)
    title = draft.document.values["title"]
    return find_stat_theme(entry.values["indicator"], quote, part.heading, (), title, unit, paragraph=paragraph)


def _stands_once(quote: str, draft: Draft) -> bool:
    return sum(block.text.count(quote) for part in draft.parts for block in part.blocks) == 1


def _work_out(entry: _Entry, others: Sequence[_Entry], taken: set[str]) -> dict[str, Any] | None:
    """Return what is to be filled in but for the theme; None where the number cannot be read and is needed."""
    values, found = entry.values, dict[str, Any]()
    printed, quote = entry.words
    at = values["at"]
    times = sum(1 for _ in find_printed(printed, quote))
    if at is None and times > 1:
        at = _find_occurrence(entry, others, times)
        if at is None:
            return None
        found["at"] = at
    read = derive(printed, quote, at)
    if read is None and (values["value"] is None or values["unit"] is None):
        return None
    if read is not None:
        found |= _read_amount(entry, read)
    if not values["id"] and "id" not in entry.written:
        found["id"] = make_stat_id(printed, quote, at or 1, taken)
    return found


def _read_amount(entry: _Entry, read: Derived) -> dict[str, Any]:
    """Return what is missing of value, unit and the rest.

    An editor who wrote a value that is not the one read keeps it; one who wrote the value and an id may have left out
    the kind on purpose, for the program made the id and would have filled in the kind too.
    """
    values, found = entry.values, dict[str, Any]()
    amount = mend_amount(values, read)
    if amount is None:
        return {"unit": read.unit} if values["unit"] is None else {}
    for key, value in amount.items():
        if value is not None and value != values[key]:
            found[key] = value
    falls = values["value"] is not None and "value" in found and read.value < 0
    whole = values["value"] is None or not values["id"] or falls
    for key in ("bound", *(_SAID_WITH_VALUE if whole else ())):
        value = getattr(read, key)
        if key not in entry.written and value != STAT.by_key[key].default:
            found[key] = value
    return found


def _find_occurrence(entry: _Entry, others: Sequence[_Entry], times: int) -> int | None:
    """Return which occurrence of the number is meant where only one can be.

    Those that other stats have are taken; of the rest, it is the one whose value was written, or that stands right
    behind the indicator.
    """
    printed, quote = entry.words
    used = {other.values["at"] for other in others if other.words == entry.words and other is not entry}
    free = [at for at in range(1, times + 1) if at not in used]
    if entry.values["value"] is not None:
        free = [at for at in free if _reads_as(derive(printed, quote, at), entry.values)]
    if len(free) > 1:
        starts = [span.start for span in find_printed(printed, quote)]
        free = [at for at in free if quote[: starts[at - 1]].endswith(entry.values["indicator"])]
    return free[0] if len(free) == 1 else None


def _reads_as(read: Derived | None, values: Values) -> bool:
    return read is not None and read.value == values["value"] and values["unit"] in (None, read.unit)


def _text_of(node: Node, key: str) -> str:
    """What an editor wrote under a key; empty where there is nothing."""
    value = node.get(key) if isinstance(node, MappingNode) else None
    return value.text if isinstance(value, Scalar) and not value.is_null else ""
