"""Where a text holds words whose numbers measure nothing: dates, codes, sayings, names in quotation marks."""

import re

from sitegen.lexicon.not_numbers import load_not_numbers
from sitegen.model.span import Span

_QUOTED = re.compile('“([^“”]*)”|‘([^‘’]*)’|「([^「」]*)」|"([^"]*)"')
_STOPS = re.compile("[，。；！？,;!?]")
_SHORT_BEFORE = 10


def find_masks(text: str) -> tuple[Span, ...]:
    """Return those stretches of a folded text, in no order; they may overlap."""
    words = load_not_numbers()
    masks = [Span(*match.span()) for match in words.idioms.finditer(text)]
    for kind in words.patterns:
        for match in kind.pattern.finditer(text):
            before = text[max(match.start() - _SHORT_BEFORE, 0) : match.start()]
            if not any(word in before for word in kind.unless_before):
                masks.append(Span(*match.span()))
    for match in _QUOTED.finditer(text):
        if len(match[0]) <= words.quoted_name_length + 2 and not _STOPS.search(match[0]):
            masks.append(Span(*match.span()))
    return tuple(masks)
