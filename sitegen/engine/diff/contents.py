"""What two contents say differently; values only, no files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sitegen.archive import relate
from sitegen.engine.diff.facts import compare_stats
from sitegen.engine.diff.records import RecordDiff, ReportDiff
from sitegen.engine.diff.texts import compare_texts
from sitegen.model.content import Content
from sitegen.model.report import Report
from sitegen.model.terms import ReportPath
from sitegen.routes import Routes


@dataclass(frozen=True, slots=True)
class ContentDiff:
    """What differs between two contents, each part sorted by where it stands."""

    reports: tuple[ReportDiff, ...]
    records: tuple[RecordDiff, ...]
    added: tuple[str, ...]
    """Addresses of pages that are new, from the site's root."""
    changed: tuple[str, ...]
    """Addresses of pages that say something else: of what was edited, and of what lists it or gathers its facts."""
    removed: tuple[str, ...]
    """Addresses of pages that are gone."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.reports or self.records or self.added or self.changed or self.removed)

    def turn(self) -> "ContentDiff":
        """Return the difference in the other direction."""
        return ContentDiff(
            tuple(sorted((report.turn() for report in self.reports), key=lambda report: report.path)),
            tuple(record.turn() for record in self.records),
            self.removed,
            self.changed,
            self.added,
        )


def compare_contents(
    before: Content, after: Content, *, unread: Iterable[ReportPath] = (), now: date | None = None
) -> ContentDiff:
    """Return what differs between two contents.

    Args:
        before: The one.
        after: The other.
        unread: Reports of which one of the two versions cannot be read; nothing is said of them.
        now: The day that decides which reports are published.
    """
    passed = frozenset(unread)
    before, after = (
        replace(content, reports=tuple(report for report in content.reports if report.path not in passed))
        for content in (before, after)
    )
    old = {report.path: report for report in before.reports}
    new = {report.path: report for report in after.reports}
    moved = _find_moved(old, new)
    pairs: list[tuple[Report | None, Report | None]] = [(old[path], new.get(moved.get(path, path))) for path in old]
    pairs += [(None, report) for path, report in new.items() if path not in old and path not in moved.values()]
    reports = [_compare_reports(*pair) for pair in pairs if pair[0] != pair[1]]
    one, other = _list_pages(before, now), _list_pages(after, now)
    return ContentDiff(
        reports=tuple(sorted(reports, key=lambda report: report.path)),
        records=tuple(_compare_records(before, after)),
        added=tuple(sorted(other.keys() - one.keys())),
        changed=tuple(sorted(address for address in one.keys() & other.keys() if one[address] != other[address])),
        removed=tuple(sorted(one.keys() - other.keys())),
    )


def _compare_reports(before: Report | None, after: Report | None) -> ReportDiff:
    text = compare_texts(before.body, after.body) if before and after else None
    return ReportDiff(before, after, text, compare_stats(before, after))


def _find_moved(old: Mapping[ReportPath, Report], new: Mapping[ReportPath, Report]) -> dict[ReportPath, ReportPath]:
    """Return where reports stand now whose path changed: the same part of a bulletin, or the same text."""
    gone = {path: report for path, report in old.items() if path not in new}
    come = {path: report for path, report in new.items() if path not in old}
    found: dict[ReportPath, ReportPath] = {}
    for sign in (_source, _text):
        waiting: dict[object, list[ReportPath]] = {}
        for path, report in sorted(come.items()):
            if path not in found.values() and sign(report):
                waiting.setdefault(sign(report), []).append(path)
        for path, report in sorted(gone.items()):
            if path not in found and waiting.get(sign(report)):
                found[path] = waiting[sign(report)].pop(0)
    return found


def _source(report: Report) -> object:
    return (report.source.sha256, report.source.part) if report.source else None


def _text(report: Report) -> object:
    return report.body.strip() or None


def _compare_records(before: Content, after: Content) -> Iterable[RecordDiff]:
    for sort, one in _gather(before).items():
        other = _gather(after)[sort]
        for key in sorted({*one, *other}):
            if one.get(key) != other.get(key):
                yield RecordDiff(sort, key, one.get(key), other.get(key))


def _gather(content: Content) -> dict[str, dict[str, Any]]:
    return {
        "settings": {"site": content.settings},
        "bulletin": {bulletin.stem: bulletin for bulletin in content.bulletins},
        "place": {place.id: place for place in content.places},
        "theme": {theme.id: theme for theme in content.themes},
        "series": {series.id: series for series in content.series},
        "practice": {practice.id: practice for practice in content.practices},
        "page": {page.id: page for page in content.pages},
    }


def _list_pages(content: Content, now: date | None) -> dict[str, object]:
    """Return what the pages of single things are made of, by the address at which a site answers with them.

    Addresses are those of the site's first language.
    """
    routes, archive = Routes(), relate(content, now=now)
    pages: dict[str, object] = {routes.report(path): entry for path, entry in archive.reports.items()}
    pages |= {routes.report(path): withdrawn for path, withdrawn in archive.withdrawn.items()}
    pages |= {routes.report(ReportPath(former)): path for former, path in archive.moves.items()}
    pages |= {routes.bulletin(stem): bulletin for stem, bulletin in archive.bulletins.items()}
    pages |= {routes.place(id): place for id, place in archive.places.items()}
    pages |= {routes.theme(id): theme for id, theme in archive.themes.items()}
    pages |= {routes.indicator(id): None for id in archive.gone.indicators}
    pages |= {routes.indicator(id): indicator for id, indicator in archive.indicators.items()}
    pages |= {routes.practice(id): None for id in archive.gone.practices}
    pages |= {routes.practice(id): practice for id, practice in archive.practices.items()}
    return pages
