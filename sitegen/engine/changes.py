"""What ingest reads better now in a report that a person edited.

Three readings are compared: the *base*, which ingest last wrote; *theirs*, the file as people left it; and *now*. Only
what is read differently now than in the base is a change; what only the editor changed is none. Nothing here touches a
file.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sitegen.engine.three_way import find_regions
from sitegen.ingest.keep import KEYS, match_stats
from sitegen.model.report import Report, Section
from sitegen.model.stat import Stat, make_stat_id
from sitegen.model.terms import StatId
from sitegen.store.body_patch import source_blocks
from sitegen.store.fields import STAT
from sitegen.store.markdown import render

_KEYS = tuple(key for key in STAT.by_key if key != "id")
_NUMBER = frozenset({"value", "value_to", "unit", "printed", "at", "bound", "kind", "basis", "quote"})
"""Keys that say one thing together: half of them from one reading and half from another would say nothing."""
_SURE = KEYS[:2]
"""A stat that an editor wrote is the one read now only where number and words, or number and name, are the same."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class StatChange:
    """A stat that is read differently now."""

    id: StatId
    theirs: Stat | None
    """As the file has it; None where it has none."""
    taken: Stat | None
    """As the file will have it once this is taken over, the editor's other corrections kept; None where it goes."""
    conflict: tuple[str, ...] = ()
    """Keys that the editor had changed too and that would be overwritten."""
    removed: bool = False
    """The editor took the stat out."""


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """Blocks of the body, headings too, that are read differently now."""

    id: str
    """``p-`` and four letters or digits, made of the words; the same as long as the reading is."""
    first: int
    """Number of the first block of the file that is concerned, from 0."""
    last: int
    """Number of the block after them; the same as ``first`` where something is only put in."""
    theirs: tuple[str, ...]
    """Markdown of the file's blocks."""
    taken: tuple[str, ...]
    """Markdown of the blocks that take their place."""
    conflict: bool = False
    """The editor had changed them too, which would be overwritten."""


@dataclass(frozen=True, slots=True)
class ReportChanges:
    """What is read differently now in one report."""

    stats: tuple[StatChange, ...]
    """In reading order, those that go at the end."""
    paragraphs: tuple[ParagraphChange, ...]
    """In the file's order."""
    order: tuple[StatId, ...]
    """The ids of all stats in the order in which they are read now."""
    sections: tuple[Section, ...]
    """As read now."""


def find_changes(base: Report, theirs: Report, now: Report) -> ReportChanges:
    """Return what ``now`` reads differently than ``base``, and what became of it in ``theirs``.

    Args:
        base: The report as ingest last wrote it.
        theirs: The report as the edited file has it.
        now: The report as it is read now; its own ids count for nothing.
    """
    news = _name_stats(base, theirs, now)
    return ReportChanges(
        stats=tuple(_change_stats(base, theirs, news)),
        paragraphs=tuple(_change_paragraphs(base.body, theirs.body, now.body)),
        order=tuple(news),
        sections=now.sections,
    )


def _name_stats(base: Report, theirs: Report, now: Report) -> dict[StatId, Stat]:
    """Give the stats read now the ids that they have in the base, else in the file, else new ones."""
    known = match_stats(base.stats, now.stats)
    unread = [stat for stat in theirs.stats if stat.id not in known]
    fresh = [stat for stat, ident in zip(now.stats, known, strict=True) if ident is None]
    again = iter(match_stats(unread, fresh, _SURE))
    taken = {stat.id for stat in (*base.stats, *theirs.stats)}
    named: dict[StatId, Stat] = {}
    for stat, ident in zip(now.stats, known, strict=True):
        made = ident or next(again) or make_stat_id(stat.printed, stat.quote, stat.at or 1, taken)
        taken.add(made)
        named[made] = replace(stat, id=made)
    return named


def _change_stats(base: Report, theirs: Report, news: dict[StatId, Stat]) -> Iterator[StatChange]:
    olds, edited = ({stat.id: stat for stat in report.stats} for report in (base, theirs))
    for ident, new in news.items():
        change = _change_stat(olds.get(ident), edited.get(ident), new)
        if change:
            yield change
    for ident, old in olds.items():
        if ident in edited and ident not in news:
            yield StatChange(ident, edited[ident], None, _differing(old, edited[ident]))


def _change_stat(old: Stat | None, edited: Stat | None, new: Stat) -> StatChange | None:
    if edited is None:
        return None if new == old else StatChange(new.id, None, new, removed=old is not None)
    by_ingest = set(_differing(old, new) if old else _KEYS)
    by_editor = set(_differing(old, edited) if old else _KEYS)
    if by_ingest & _NUMBER and by_editor & _NUMBER:
        by_ingest |= _NUMBER
    taken = replace(edited, **{key: getattr(new, key) for key in by_ingest})
    if taken == edited:
        return None
    return StatChange(new.id, edited, taken, tuple(key for key in _differing(edited, taken) if key in by_editor))


def _differing(one: Stat, other: Stat) -> tuple[str, ...]:
    return tuple(key for key in _KEYS if getattr(one, key) != getattr(other, key))


def _change_paragraphs(base: str, theirs: str, now: str) -> Iterator[ParagraphChange]:
    """Compare blocks by what a reader sees, so that lines wrapped anew are no change."""
    blocks = [source_blocks(body) for body in (base, theirs, now)]
    seen = [tuple(map(render, found)) for found in blocks]
    used: set[str] = set()
    for region in find_regions(*seen):
        old, edited, new = (shown[start:end] for shown, (start, end) in zip(seen, region, strict=True))
        if new not in (old, edited):
            ident = _name_paragraphs(old, new, used)
            used.add(ident)
            yield ParagraphChange(
                id=ident,
                first=region.theirs[0],
                last=region.theirs[1],
                theirs=blocks[1][slice(*region.theirs)],
                taken=blocks[2][slice(*region.now)],
                conflict=edited != old,
            )


def _name_paragraphs(old: tuple[str, ...], new: tuple[str, ...], used: set[str]) -> str:
    salt = 0
    while True:
        digest = hashlib.blake2b(repr((old, new, salt)).encode(), digest_size=4).digest()
        number = int.from_bytes(digest, "big")
        ident = "p-" + "".join(_DIGITS[number // 36**place % 36] for place in range(4))
        if ident not in used:
            return ident
        salt += 1
