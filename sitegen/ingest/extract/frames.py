"""Put each number of a paragraph into its clause: the words before it, after it, and its neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.ingest.extract.clauses import Clause
from sitegen.model.quantity import Quantity
from sitegen.model.span import Span
from sitegen.model.terms import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A number with the words around it in its clause."""

    quantity: Quantity
    kind: Kind
    clause: int
    """Number of its clause in the paragraph."""
    sentence: int
    clause_text: str
    item: Span
    """Its list item, in the paragraph."""
    lead: str
    """From the number before it, or the start of the clause, up to it."""
    tail: str
    """From it to the next number or the end of the clause."""
    rest: str
    """From it to the end of the clause, other numbers left out."""
    place_in_clause: int
    """How many numbers stand before it in its clause."""
    followers: int
    """How many stand after it in its clause."""


def make_frames(
    paragraph: str, clauses: Sequence[Clause], quantities: Sequence[Quantity], kinds: Sequence[Kind]
) -> tuple[Frame, ...]:
    """Return a frame per quantity, in order."""
    frames: list[Frame] = []
    for number, clause in enumerate(clauses):
        inside = [i for i, q in enumerate(quantities) if clause.span.start <= q.span.start < clause.span.end]
        for place, index in enumerate(inside):
            quantity = quantities[index]
            start = quantities[inside[place - 1]].span.end if place else clause.span.start
            later = [quantities[i].span for i in inside[place + 1 :]]
            end = later[0].start if later else clause.span.end
            frames.append(
                Frame(
                    quantity=quantity,
                    kind=kinds[index],
                    clause=number,
                    sentence=clause.sentence,
                    clause_text=clause.span.of(paragraph),
                    item=_item_of(clause, quantity.span),
                    lead=paragraph[start : quantity.span.start],
                    tail=paragraph[quantity.span.end : end],
                    rest=_without(paragraph, Span(quantity.span.end, clause.span.end), later),
                    place_in_clause=place,
                    followers=len(later),
                )
            )
    return tuple(frames)


def _item_of(clause: Clause, number: Span) -> Span:
    met = [item for item in clause.items if item.meets(number)]
    return Span(met[0].start, met[-1].end) if met else clause.span


def _without(paragraph: str, span: Span, holes: Sequence[Span]) -> str:
    text, start = "", span.start
    for hole in holes:
        text += paragraph[start : hole.start]
        start = hole.end
    return text + paragraph[start : span.end]
