"""Find a printed number in words that hold it, as a whole number."""

from collections.abc import Iterator

from sitegen.model.span import Span

_DIGITS = frozenset("0123456789")
_POINTS = frozenset(".,")
_CHINESE = frozenset("零〇一二两三四五六七八九十百千万亿几")


def find_printed(printed: str, text: str) -> Iterator[Span]:
    """Yield where ``printed`` stands in ``text`` as a whole number, in order.

    A number that goes on to either side is another number: ``6个`` is not in ``16个`` and ``3.1`` not in ``3.14``.
    """
    start = text.find(printed)
    while printed and start >= 0:
        span = Span(start, start + len(printed))
        if not _goes_on_before(text, span) and not _goes_on_after(text, span):
            yield span
        start = text.find(printed, start + 1)


def locate(printed: str, quote: str, text: str, at: int | None = None) -> Span | None:
    """Return where a stat's number stands in a paragraph, or None where the quote does not settle it.

    Args:
        printed: The number as printed.
        quote: Words that must stand exactly once in ``text``.
        text: One paragraph of the rendered body.
        at: Which occurrence of ``printed`` in ``quote``, from 1; None where there must be just one.
    """
    start = text.find(quote)
    if not quote or start < 0 or text.find(quote, start + 1) >= 0:
        return None
    found = list(find_printed(printed, quote))
    if (at is None and len(found) != 1) or (at is not None and not 1 <= at <= len(found)):
        return None
    span = found[(at or 1) - 1]
    return Span(start + span.start, start + span.end)


def _goes_on_before(text: str, span: Span) -> bool:
    before = text[max(span.start - 2, 0) : span.start]
    return _continues(text[span.start], before[-1:], before[:-1])


def _goes_on_after(text: str, span: Span) -> bool:
    after = text[span.end : span.end + 2]
    return _continues(text[span.end - 1], after[:1], after[1:])


def _continues(edge: str, neighbour: str, beyond: str) -> bool:
    """Whether a number with the character ``edge`` at its end goes on with ``neighbour``."""
    if edge in _DIGITS:
        return neighbour in _DIGITS or (neighbour in _POINTS and beyond in _DIGITS)
    return edge in _CHINESE and neighbour in _CHINESE
