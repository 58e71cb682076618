"""Choose the words that a stat is quoted by: the shortest that a reader understands and that stand in the body once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.ingest.extract.clauses import Clause
from sitegen.model.span import Span
from sitegen.quantities.quotes import find_printed

_REACH = 16
"""Clauses and list items that a quote may hold on each side of the number's own."""
_ENDS = frozenset("。！？!?")
_PAIRS = ("“”", "‘’", "（）", "()", "《》", "「」")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one paragraph, and which occurrence of the printed number in them is meant."""

    text: str
    at: int | None
    """From 1; None where the number stands in the words once."""
    occurrence: int
    """The same, 1 where there is only one."""


def find_quotes(paragraph: str, number: Span, clauses: Sequence[Clause], body: str) -> Iterator[Quote]:
    """Yield quotes of a number, the best first: readable, short, and holding the printed number once where one can.

    Nothing is yielded where no words of the paragraph stand in the body once.

    Args:
        paragraph: Repaired text, which stands in ``body``.
        number: Where the printed number stands in it.
        clauses: The paragraph's clauses.
        body: The plain text of all headings and paragraphs of the report, one a line.
    """
    several = []
    for span in _windows(paragraph, number, clauses):
        if not _stands_once(span.of(paragraph), body):
            continue
        quote = _quote(paragraph, number, span)
        if quote and quote.at is None:
            yield quote
        elif quote:
            several.append(quote)
    yield from several


def _quote(paragraph: str, number: Span, span: Span) -> Quote | None:
    text = span.of(paragraph)
    found = list(find_printed(number.of(paragraph), text))
    own = Span(number.start - span.start, number.end - span.start)
    if own not in found:
        return None
    occurrence = found.index(own) + 1
    return Quote(text, occurrence if len(found) > 1 else None, occurrence)


def _windows(paragraph: str, number: Span, clauses: Sequence[Clause]) -> Iterator[Span]:
    """Yield runs of clauses and items around a number: of its sentence first, balanced first, from short to long."""
    units = [item for clause in clauses for item in clause.items]
    touched = [i for i, unit in enumerate(units) if unit.meets(number)]
    if touched:
        first, last = touched[0], touched[-1]
        alone = len(Span(units[first].start, units[last].end)) - len(number) < 2
        latest = max(first - 1, 0) if alone else first
        spans = [
            Span(units[i].start, units[j].end)
            for i in range(max(0, first - _REACH), latest + 1)
            for j in range(last, min(len(units), last + _REACH + 1))
        ]
        spans.sort(key=lambda span: (len(span), -span.start))
        for within in (True, False):
            some = [span for span in spans if _is_one_sentence(span.of(paragraph)) is within]
            yield from (span for span in some if _is_balanced(span.of(paragraph)))
            yield from (span for span in some if not _is_balanced(span.of(paragraph)))
    yield Span(0, len(paragraph))


def _is_one_sentence(text: str) -> bool:
    return _ENDS.isdisjoint(text[:-1])


def _is_balanced(text: str) -> bool:
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in _PAIRS)


def _stands_once(text: str, body: str) -> bool:
    start = body.find(text)
    return start >= 0 and body.find(text, start + 1) < 0
