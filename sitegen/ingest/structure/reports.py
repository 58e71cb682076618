"""One bulletin, several reports: where each begins, and which text stands away from its headline."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from sitegen.ingest.laid import Doubt
from sitegen.ingest.repair import Traced
from sitegen.ingest.structure.account import Account
from sitegen.ingest.structure.issuers import sole_speaker, speaker_of
from sitegen.ingest.structure.items import Item, Kind
from sitegen.lexicon.layout import any_of, load_layout_words
from sitegen.problems import Words


@dataclass(slots=True)
class Part:
    """The items of one report, its headline apart."""

    title: Item | None
    said_by: str | None
    """The unit that the headline names as the one who speaks."""
    items: list[Item] = field(default_factory=list)


@dataclass(slots=True)
class Parts:
    """A bulletin cut into reports, and what stands before the first of them."""

    front: list[Item]
    parts: list[Part]


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(rf"[*\s【\[]*{any_of(load_layout_words().report_marks)}")


def begins_report(item: Item) -> bool:
    """Whether a paragraph begins with a mark that only reports begin with: 本报讯."""
    return item.kind is Kind.PARAGRAPH and bool(_mark().match(item.piece.text))


def split_reports(items: Sequence[Item], account: Account, doubts: list[Doubt]) -> Parts:
    """Cut a bulletin where headlines name different units or reports begin with 本报讯; else it is one report."""
    for speaker in (speaker_of, sole_speaker):
        heads = _heads(items, speaker)
        if len({name for _, name in heads}) > 1:
            return _by_headlines(items, heads, account, doubts)
    starts = [index for index, item in enumerate(items) if begins_report(item)]
    if len(starts) > 1:
        return _by_marks(items, starts)
    return Parts([], [Part(None, None, list(items))])


def _heads(items: Sequence[Item], speaker: Callable[[Traced], Traced | None]) -> list[tuple[int, str]]:
    heads = []
    for index, item in enumerate(items):
        named = speaker(item.piece) if item.kind is Kind.SHORT else None
        if named is not None:
            heads.append((index, named.text))
    return heads


def _by_headlines(items: Sequence[Item], heads: list[tuple[int, str]], account: Account, doubts: list[Doubt]) -> Parts:
    parts: list[Part] = []
    for (start, name), end in zip(heads, [index for index, _ in heads[1:]] + [len(items)], strict=True):
        parts.append(Part(items[start], name, list(items[start + 1 : end])))
    orphans = [part for part in parts if not any(item.kind is Kind.PARAGRAPH for item in part.items)]
    for orphan in orphans:
        _find_text(orphan, parts, account, doubts)
    return Parts(list(items[: heads[0][0]]), parts)


def _find_text(orphan: Part, parts: list[Part], account: Account, doubts: list[Doubt]) -> None:
    """Give a headline with no text under it the text that stands away from it.

    The text begins inside another report: at a 本报讯 that has no headline, else where the other unit is no longer
    named and this one is.
    """
    best: tuple[float, Part, int] | None = None
    for part in parts:
        if part is orphan:
            continue
        for index, item in enumerate(part.items):
            earlier = any(before.kind is Kind.PARAGRAPH for before in part.items[:index])
            if item.kind is Kind.PARAGRAPH and earlier:
                score = _belongs(part.items[index:], orphan.said_by, part.said_by) + 4 * begins_report(item)
                if best is None or score > best[0]:
                    best = (score, part, index)
    title = orphan.title
    if best is None or best[0] <= 0 or title is None:
        line = title.line if title else 0
        what = Words("A headline has no text of its own.", "有一个大标题没有自己的正文。")
        doubts.append(Doubt("split-unsure", what, line, title.packed if title else ""))
        return
    score, part, index = best
    if score < 5:
        what = Words("A headline may stand away from its text.", "有一个大标题可能离开了自己的正文。")
        doubts.append(Doubt("split-unsure", what, title.line, title.packed))
    orphan.items += part.items[index:]
    part.items = part.items[:index]
    account.move(title.piece, "headline-away-from-text")


def _belongs(items: Sequence[Item], own: str | None, other: str | None) -> float:
    """How much rather a run of items speaks of one unit than of another."""
    texts = [item.packed for item in items if item.kind is Kind.PARAGRAPH]
    own_count = sum(text.count(own) for text in texts) if own else 0
    other_count = sum(text.count(other) for text in texts) if other else 0
    first = bool(own and texts and own in texts[0])
    return own_count - 2 * other_count + first


def _by_marks(items: Sequence[Item], starts: list[int]) -> Parts:
    """Each 本报讯 begins a report; the short lines right before it are its headline."""
    begins = []
    for start in starts:
        head = start
        while (
            head and items[head - 1].kind is Kind.SHORT and start - head < 2 and (head == start or items[head].gap == 0)
        ):
            head -= 1
        begins.append(head)
    parts = []
    for begin, start, end in zip(begins, starts, [*begins[1:], len(items)], strict=True):
        title = items[start - 1] if begin < start else None
        said = speaker_of(title.piece) if title else None
        extra = list(items[begin : start - 1]) if title else []
        parts.append(Part(title, said.text if said else None, extra + list(items[start:end])))
    return Parts(list(items[: begins[0]]), parts)


def merge_titles(items: Sequence[Item]) -> tuple[Item, ...]:
    """Put a subtitle, which begins with a dash, to the line that it stands under."""
    merged: list[Item] = []
    for item in items:
        text = item.piece.text.lstrip("#* ")
        if (
            item.kind is Kind.SHORT
            and re.match(r"[—─-]+\s*[^\s—─-]", text)
            and merged
            and merged[-1].kind is Kind.SHORT
        ):
            above = merged[-1]
            merged[-1] = replace(above, subtitle=item.piece, packed=above.packed + item.packed)
        else:
            merged.append(item)
    return tuple(merged)
