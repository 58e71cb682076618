"""Changes of edited reports as lines of text for the terminal."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from sitegen.engine.changes import ParagraphChange, StatChange
from sitegen.engine.take_over import ChangedReport
from sitegen.model.stat import Stat
from sitegen.problems.words import Language, Words, join_words
from sitegen.store.fields import STAT
from sitegen.store.writer import write_entries
from sitegen.store.yaml_text import flow_mapping

_WINDOW = 12
"""Characters of unchanged text that are shown to either side of a change in a paragraph."""
_ISLAND = 2
"""Fewer unchanged characters than these between two changes do not divide them."""


def format_changes(report: ChangedReport, language: Language = Language.EN) -> Iterator[str]:
    """Yield the lines that show what is read differently now in one report.

    A stat is shown as its line before and after it is taken over; of a paragraph the changed words stand in 「」.
    """
    yield str(report.file)
    for stat in report.changes.stats:
        yield f"  {stat.id}  {_explain_stat(stat).told(language)}"
        yield from (f"    - {_line(stat.theirs)}",) if stat.theirs else ()
        yield from (f"    + {_line(stat.taken)}",) if stat.taken else ()
    for paragraph in report.changes.paragraphs:
        yield f"  {paragraph.id}  {_explain_paragraph(paragraph).told(language)}"
        yield from _show_paragraph(paragraph)


_NEW = Words("new", "新读出")
_GONE = Words("no longer read", "不再读出")


def _explain_stat(change: StatChange) -> Words:
    if change.theirs is None:
        taken_out = Words("you took this stat out; it is read differently now", "这条数据被人删掉了；现在读法不同")
        return taken_out if change.removed else _NEW
    if change.taken is None:
        what = _GONE
    else:
        what = join_words(key for key in STAT.by_key if getattr(change.theirs, key) != getattr(change.taken, key))
    also = Words("{what} (you changed {keys})", "{what}（{keys} 有人改过）")
    return also.fill(what=what, keys=join_words(change.conflict)) if change.conflict else what


def _explain_paragraph(change: ParagraphChange) -> Words:
    if not change.theirs:
        taken_out = Words("you took this out; it is read differently now", "这一段被人删掉了；现在读法不同")
        return taken_out if change.conflict else _NEW
    what = Words("text", "文字") if change.taken else _GONE
    return Words("{what} (you changed it too)", "{what}（也有人改过）").fill(what=what) if change.conflict else what


def _line(stat: Stat) -> str:
    return flow_mapping(write_entries(STAT, stat))


def _show_paragraph(change: ParagraphChange) -> Iterator[str]:
    """Show blocks that answer each other one by one with what differs, others as a whole."""
    if len(change.theirs) == len(change.taken):
        for old, new in zip(change.theirs, change.taken, strict=True):
            before, after = mark_differences(" ".join(old.split("\n")), " ".join(new.split("\n")))
            yield f"    - {before}"
            yield f"    + {after}"
    else:
        yield from (f"    - {line}" for block in change.theirs for line in block.split("\n"))
        yield from (f"    + {line}" for block in change.taken for line in block.split("\n"))


def mark_differences(old: str, new: str) -> tuple[str, str]:
    """Return two texts with what differs in 「」 and long runs that they share cut short by ….

    >>> mark_differences("全镇新修公路5公里。", "全镇新修公路15公里。")
    ('全镇新修公路5公里。', '全镇新修公路「1」5公里。')
    """
    before, after = "", ""
    groups = _join_islands(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())
    for number, (same, start, end, first, last) in enumerate(groups):
        if same:
            shared = _shorten(old[start:end], head=number > 0, tail=number < len(groups) - 1)
            before, after = before + shared, after + shared
        else:
            before += f"「{old[start:end]}」" if start < end else ""
            after += f"「{new[first:last]}」" if first < last else ""
    return before, after


def _join_islands(codes: Sequence[tuple[str, int, int, int, int]]) -> list[tuple[bool, int, int, int, int]]:
    """Gather changes that only a character or so divides."""
    found: list[tuple[bool, int, int, int, int]] = []
    for number, (tag, start, end, first, last) in enumerate(codes):
        inside = 0 < number < len(codes) - 1
        same = tag == "equal" and not (inside and end - start < _ISLAND)
        if found and not same and not found[-1][0]:
            _, begin, _, onset, _ = found.pop()
            found.append((False, begin, end, onset, last))
        else:
            found.append((same, start, end, first, last))
    return found


def _shorten(text: str, *, head: bool, tail: bool) -> str:
    """Keep the beginning of a shared run where a change stands before it, the end where one stands behind it."""
    kept_head, kept_tail = _WINDOW if head else 0, _WINDOW if tail else 0
    if len(text) <= kept_head + kept_tail + 1:
        return text
    return text[:kept_head] + "…" + (text[-kept_tail:] if kept_tail else "")
