"""What a page prints twice: headlines, lists of contents, paragraphs."""

import itertools
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from sitegen.ingest.repair import ABSENT, Traced
from sitegen.ingest.structure.account import Account
from sitegen.ingest.structure.furniture import halve_doubled
from sitegen.ingest.structure.issuers import speaker_of
from sitegen.ingest.structure.items import Item, Kind

_LEAST = 16
"""Characters of a paragraph that is not printed twice by chance."""


def drop_doubled_lines(items: Sequence[Item], account: Account) -> tuple[tuple[Item, ...], Item | None]:
    """Leave out second copies of short lines; also return the headline that was known by its doubling, if any.

    A line that holds one headline twice (``新青石新青石``) is left out where the headline stands elsewhere too, else
    its first half becomes the headline. A list of contents over the text gives way to the headings in the text.
    """
    own = {_own(item) for item in items if item.kind is Kind.SHORT}
    single = {text for text in own if halve_doubled(text) is None}
    seen: set[str] = set()
    headline: Item | None = None
    named: str | None = None
    contents = _contents(items)
    kept: list[Item] = []
    for index, item in enumerate(items):
        if item.kind is not Kind.SHORT:
            kept.append(item)
            continue
        half = halve_doubled(item.packed)
        name = half or item.packed
        if index in contents:
            account.drop(item.piece, "contents")
        elif name in seen or (half and half in single):
            account.drop(item.piece, "doubled")
            named = named or (half if half and half in single else None)
        elif half:
            first, second = _halves(item.piece, len(half))
            account.drop(second, "doubled")
            headline = headline or replace(item, piece=first, packed=half)
            if headline.packed != half:
                kept.append(replace(item, piece=first, packed=half))
        else:
            kept.append(item)
        seen.add(name)
    if headline is None and named is not None:
        headline = _above_text(kept, named)
        kept = [item for item in kept if item is not headline]
    return tuple(kept), headline


def _above_text(items: Sequence[Item], name: str) -> Item | None:
    """The short line above the first paragraph that reads so; None where it names one of several reports."""
    for item in items:
        if item.kind is Kind.PARAGRAPH:
            return None
        if item.kind is Kind.SHORT and _own(item) == name:
            return None if speaker_of(item.piece) else item
    return None


def _own(item: Item) -> str:
    """A short line without its subtitle, white space left out."""
    return "".join(item.piece.text.replace(ABSENT, "").split())


def _halves(piece: Traced, size: int) -> tuple[Traced, Traced]:
    """Cut a piece after so many characters, white space not counted."""
    count = 0
    for index, character in enumerate(piece.text):
        count += not (character.isspace() or character == ABSENT)
        if count == size:
            return piece[: index + 1], piece[index + 1 :]
    return piece, piece[len(piece) :]


def _contents(items: Sequence[Item]) -> frozenset[int]:
    """Indexes of the lines of a list of contents: three or more in a row that all come again later."""
    last = {item.packed: index for index, item in enumerate(items) if item.kind is Kind.SHORT}
    found: set[int] = set()
    row: list[int] = []
    for index, item in enumerate(items):
        if item.kind is Kind.SHORT and last[item.packed] > index:
            row.append(index)
            continue
        found.update(row if len(row) >= 3 else ())
        row = []
    return frozenset(found)


def doubled_paragraphs(reports: Sequence[Sequence[Item]]) -> dict[int, set[int]]:
    """For each report, by index, the indexes of its paragraphs that stand elsewhere too and belong there.

    Of the copies of a paragraph the one is kept whose report it fits best, by how its neighbours open and what they
    speak of; of equals the first.
    """
    copies: dict[str, list[tuple[int, int]]] = {}
    for number, items in enumerate(reports):
        for index, item in enumerate(items):
            if item.kind is Kind.PARAGRAPH and len(item.packed) >= _LEAST:
                copies.setdefault(item.packed, []).append((number, index))
    doubled = {text: places for text, places in copies.items() if len(places) > 1}
    tails = _doubled_tails(copies)
    others = {
        number: _others(reports[number], doubled)
        for number in {number for places in doubled.values() for number, _ in places}
    }
    leave: dict[int, set[int]] = {}
    for text, places in doubled.items():
        best = places[0]
        if len({number for number, _ in places}) > 1:
            best = max(places, key=lambda place: (_fits(text, others[place[0]]), -place[0], -place[1]))
        for number, index in places:
            if (number, index) != best:
                leave.setdefault(number, set()).add(index)
    for text in tails:
        for number, index in copies[text]:
            leave.setdefault(number, set()).add(index)
    return leave


def _doubled_tails(texts: Collection[str]) -> list[str]:
    """The paragraphs that are the end of another, longer one and begin where a sentence or clause of it does.

    A column printed twice, once only from its middle on.
    """
    backwards = sorted(text[::-1] for text in texts)
    return [
        tail[::-1]
        for tail, whole in itertools.pairwise(backwards)
        if len(tail) >= 2 * _LEAST and whole.startswith(tail) and whole[len(tail)] in "。；，！？"
    ]


def _others(items: Iterable[Item], doubled: Collection[str]) -> tuple[str, ...]:
    return tuple(item.packed for item in items if item.kind is Kind.PARAGRAPH and item.packed not in doubled)


def _fits(text: str, others: Sequence[str]) -> float:
    """How well a paragraph fits among others: parallel openings first, then shared pairs of characters."""
    if not others:
        return 0.0
    openings = sum(text[:2] == other[:2] for other in others) / len(others)
    pairs = {text[i : i + 2] for i in range(len(text) - 1)}
    around = {other[i : i + 2] for other in others for i in range(len(other) - 1)}
    return openings + len(pairs & around) / max(len(pairs), 1)
