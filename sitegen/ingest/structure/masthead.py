"""What stands around a report's text: its title and subtitle above it, the line of who issued it above or below."""

from collections.abc import Sequence
from dataclasses import replace

from sitegen.ingest.repair import join
from sitegen.ingest.structure.issuers import is_issuer_line, sole_speaker, speaker_of
from sitegen.ingest.structure.items import Item, Kind
from sitegen.ingest.structure.leads import captionness, names_part, titleness
from sitegen.ingest.structure.lines import ends_sentence
from sitegen.ingest.structure.styles import Style, style_of

_STRONG = 2.2
"""Titleness of a line that says of itself that it is a title: a word of titles, and a year or a unit."""
_CAPTION = 1.5


def set_issuers_apart(items: Sequence[Item]) -> tuple[Item, ...]:
    """Make datelines of the lines that only say who issues a bulletin: under or over its title, or below its end.

    Not where bare names are headings: a bulletin whose reports stand under the names of those who made them.
    """
    first, last = _text_of(items)
    if first is None or last is None:
        return tuple(items)
    named = any(_is_plain(item) and sole_speaker(item.piece) for item in items[first:last] if item.kind is Kind.SHORT)
    titles = any(item.kind is Kind.SHORT and not names_issuer(item) for item in items[:first])
    return tuple(
        replace(item, kind=Kind.DATELINE)
        if (index > last or (index < first and titles and not named)) and names_issuer(item)
        else item
        for index, item in enumerate(items)
    )


def names_issuer(item: Item) -> bool:
    """Whether a short line holds nothing but the full names of public bodies, perhaps with a date."""
    plain = item.kind is Kind.SHORT and _is_plain(item) and item.subtitle is None
    return plain and is_issuer_line(item.piece.text)


def find_title(items: Sequence[Item], headline: Item | None) -> tuple[Item | None, list[Item]]:
    """Find the title of a report that surely has one, with the subtitle under it; the rest of the items as they are.

    Args:
        items: The report's items in the source's order.
        headline: The title where something else has told it already; only its subtitle is looked for.

    A title is the line with a subtitle after a dash; the only Markdown heading of the first level; the only line
    that names its speaker before a colon; the only short line at all, above the text; or the line above the text
    that names a kind of report and its year or unit, together with the plain line right above it.
    """
    rest = list(items)
    if headline is not None:
        after = next((item for item in rest if item.line > headline.line), None)
        under = after is not None and headline.subtitle is None and after in _above(rest) and _is_strong(after, rest)
        return _with_subtitle(headline, after if under else None, rest)
    title = next((item for item in rest[:8] if item.subtitle is not None), None)
    if title is not None:
        over = rest[rest.index(title) - 1] if rest.index(title) and title.gap == 0 else None
        if over is None or over not in _above(rest) or not _may_entitle(over):
            return _with_subtitle(title, None, rest)
        rest.remove(title)
        both = join((title.piece, title.subtitle)) if title.subtitle is not None else title.piece
        whole = replace(over, subtitle=both, packed=over.packed + title.packed)
        return whole, [item for item in rest if item is not over]
    above = _above(rest)
    shorts = [item for item in rest if item.kind is Kind.SHORT]
    top = [item for item in shorts if item.level == 1]
    if len(top) == 1 and top[0] in above:
        return _with_subtitle(top[0], None, rest)
    said = [item for item in shorts if "：" in item.packed and speaker_of(item.piece) is not None]
    if len(said) == 1 and said[0] in above and _is_plain(said[0]):
        return _with_subtitle(said[0], None, rest)
    may = [item for item in above if _may_entitle(item)]
    strong = [item for item in may if _is_strong(item, rest)]
    if strong:
        place = rest.index(strong[0])
        over = rest[place - 1] if place and rest[place - 1] in may else None
        if over is None or style_of(over.piece)[0] is not Style.PLAIN:
            return _with_subtitle(strong[0], None, rest)
        return _with_subtitle(over, strong[0], rest)
    return _with_subtitle(may[0], None, rest) if len(shorts) == 1 and may else (None, rest)


def _with_subtitle(title: Item, under: Item | None, rest: list[Item]) -> tuple[Item, list[Item]]:
    left = [item for item in rest if item is not title and item is not under]
    if under is not None:
        title = replace(title, subtitle=under.piece, packed=title.packed + under.packed)
    return title, left


def _text_of(items: Sequence[Item]) -> tuple[int | None, int | None]:
    text = [index for index, item in enumerate(items) if item.kind is Kind.PARAGRAPH]
    return (text[0], text[-1]) if text else (None, None)


def _above(items: Sequence[Item]) -> list[Item]:
    """The short lines above the first paragraph."""
    first, _ = _text_of(items)
    return [item for item in items[: first or 0] if item.kind is Kind.SHORT]


def _is_plain(item: Item) -> bool:
    return not item.level and not item.bold and style_of(item.piece)[0] is not Style.EXPLICIT


def _may_entitle(item: Item) -> bool:
    return (
        style_of(item.piece)[0] is not Style.EXPLICIT
        and not item.inserted
        and not ends_sentence(item.packed)
        and captionness(item.packed) < _CAPTION
        and len(item.packed) >= 4
    )


def _is_strong(item: Item, items: Sequence[Item]) -> bool:
    """Whether a line is a title by its words, and not the first of several that name parts: 2023年工作回顾."""
    parts = sum(names_part(other.packed) for other in items if other.kind is Kind.SHORT and other.line >= item.line)
    first_part = parts > 1 and names_part(item.packed)
    return _may_entitle(item) and titleness(item.packed) >= _STRONG and not first_part
