"""Write chosen changes into a report's file, and nothing but them."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from sitegen.engine.changes import ParagraphChange, ReportChanges, StatChange
from sitegen.model.report import Section
from sitegen.model.terms import ReportPath, StatId
from sitegen.store.body_patch import replace_blocks
from sitegen.store.edits import Edit, apply_edits, plain_text
from sitegen.store.fields import SECTION, STAT
from sitegen.store.front_matter import split_front_matter
from sitegen.store.markdown import parts
from sitegen.store.patch import FrontMatterPatch
from sitegen.store.report_file import read_report


def write_changes(
    original: str, path: ReportPath, changes: ReportChanges, chosen: Collection[StatChange | ParagraphChange]
) -> str:
    """Return the text of a report's file with some of its changes taken over.

    Where a heading comes, goes or is mended, its entry in the list of sections does the same.

    Args:
        original: The file as it is, line ends and byte order mark included.
        path: The report's.
        changes: What was found in this file.
        chosen: Those of them that are taken.
    """
    stats = [change for change in changes.stats if change in chosen]
    paragraphs = [change for change in changes.paragraphs if change in chosen]
    text = plain_text(original)
    edits = list(_edit_stats(text, path, changes.order, stats))
    edits += [replace_blocks(text, change.first, change.last, change.taken) for change in paragraphs]
    taken = apply_edits(original, edits)
    return apply_edits(taken, _edit_sections(text, plain_text(taken), path, changes.sections)) if paragraphs else taken


def _edit_stats(
    text: str, path: ReportPath, order: tuple[StatId, ...], changes: Iterable[StatChange]
) -> Iterator[Edit]:
    patch = FrontMatterPatch(text)
    report, _ = read_report(text, "", path)
    numbers = {stat.id: number for number, stat in enumerate(report.stats)} if report else {}
    gone: list[int] = []
    added: list[tuple[int | None, object]] = []
    for change in changes:
        if change.theirs is None:
            added.append((_place_of(change.id, order, numbers), change.taken))
        elif change.taken is None:
            gone.append(numbers[change.id])
        else:
            yield from patch.change("stats", numbers[change.id], STAT, change.theirs, change.taken)
    yield from patch.remove("stats", gone)
    yield from patch.insert("stats", STAT, added)


def _place_of(ident: StatId, order: tuple[StatId, ...], numbers: dict[StatId, int]) -> int | None:
    """The number of the stat in the file after which a new one is read; None where it is the first."""
    before = order[: order.index(ident)]
    return next((numbers[other] for other in reversed(before) if other in numbers), None)


def _edit_sections(before: str, after: str, path: ReportPath, read: tuple[Section, ...]) -> Iterator[Edit]:
    """Bring the list of sections in line with headings that came, went or were mended in the body."""
    report, _ = read_report(before, "", path)
    if report is None or (report.body and not report.sections):  # an editor who keeps no list gets none
        return
    listed = {section.heading: number for number, section in reversed(list(enumerate(report.sections)))}
    themes = {section.heading: section.themes for section in read}
    patch = FrontMatterPatch(after)
    old = [part.heading for part in parts(report.body)]
    new = [part.heading for part in parts(split_front_matter(after).body)]
    gone: list[int] = []
    added: list[tuple[int | None, object]] = []
    last = None
    for olds, news in _runs(old, new):
        if len(olds) == len(news) and (olds == news or None not in (*olds, *news)):
            for one, other in zip(olds, news, strict=True):
                if one in listed:
                    last = listed[one]
                    section = report.sections[last]
                    yield from patch.change("sections", last, SECTION, section, replace(section, heading=other))
        else:
            gone += [listed[heading] for heading in olds if heading in listed]
            added += [(last, Section(heading, themes.get(heading, ()))) for heading in news if heading not in listed]
    yield from patch.remove("sections", gone)
    yield from patch.insert("sections", SECTION, added)


def _runs(old: list[str | None], new: list[str | None]) -> Iterator[tuple[list[str | None], list[str | None]]]:
    """Divide two lists of headings into runs that answer each other."""
    for _, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield old[start:end], new[first:last]
