"""The quote of a practice that an editor only named."""

from sitegen.checks.subject import Known
from sitegen.engine.mending.draft import Draft, Filling, Mending
from sitegen.ingest.extract.practices import quote_name
from sitegen.model.span import Span
from sitegen.store.blocks import Block
from sitegen.store.edits import Edit
from sitegen.store.fields.parts import MENTION
from sitegen.store.nodes import Mapping, Scalar
from sitegen.store.yaml_text import scalar

_MARKS = frozenset("“”‘’「」『』\"'《》")
"""Quotation marks, which a practice's name leaves out."""


def mend_practices(draft: Draft, known: Known) -> Mending:
    """Give a quote to each practice that has none and whose name the body has."""
    blocks = [block for part in draft.parts for block in part.blocks]
    body = "\n".join(text for part in draft.parts for text in (part.heading or "", *(b.text for b in part.blocks)))
    names = [entry["name"] for entry in draft.document.values["practices"] if entry["name"]]
    edits: list[Edit] = []
    fillings: list[Filling] = []
    for number, node in enumerate(draft.items("practices")):
        entry, at = draft.read_item(node, MENTION), ("practices", number)
        if entry is None or entry["quote"] or entry["name"] is None:
            continue
        longer = [name for name in names if entry["name"] in name and name != entry["name"]]
        quote = _find_quote(entry["name"], longer, blocks, body)
        if quote is None:
            continue
        if isinstance(node, Mapping):
            edits += draft.patch.put(at, {"quote": scalar(quote)}, MENTION)
        elif isinstance(node, Scalar):
            edits += draft.patch.wrap(at, "{name: ", f", quote: {scalar(quote)}}}")
        fillings.append(Filling(at, "quote", scalar(quote)))
    return Mending.of(edits, fillings)


def _find_quote(name: str, longer: list[str], blocks: list[Block], body: str) -> str | None:
    """Return the words around the first mention of a name that is no part of a longer listed one."""
    for block in blocks:
        taken = [span for other in longer for span in _find_name(other, block.text)]
        for span in _find_name(name, block.text):
            if not any(other.meets(span) for other in taken) and (quote := quote_name(block.text, span, body)):
                return quote
    return None


def _find_name(name: str, text: str) -> list[Span]:
    """Return where a name stands in a text, whatever quotation marks stand in it there."""
    places = [number for number, char in enumerate(text) if char not in _MARKS]
    bare = "".join(text[number] for number in places)
    found, start = [], bare.find(name)
    while start >= 0:
        found.append(Span(places[start], places[start + len(name) - 1] + 1))
        start = bare.find(name, start + 1)
    return found
