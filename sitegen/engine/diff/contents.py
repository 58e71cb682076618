"""What two contents say differently; values only, no files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
    removed: tuple[str, ...]
    """Addresses of pages that are gone."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.reports or self.records or self.added or self.removed)

    def turn(self) -> "ContentDiff":
        """Return the difference in the other direction."""
        return ContentDiff(
            tuple(sorted((report.turn() for report in self.reports), key=lambda report: report.path)),
            tuple(record.turn() for record in self.records),
            self.removed,
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
    old = {report.path: report for report in before.reports if report.path not in passed}
    new = {report.path: report for report in after.reports if report.path not in passed}
    moved = _find_moved(old, new)
    pairs: list[tuple[Report | None, Report | None]] = [(old[path], new.get(moved.get(path, path))) for path in old]
    pairs += [(None, report) for path, report in new.items() if path not in old and path not in moved.values()]
    reports = [_compare_reports(*pair) for pair in pairs if pair[0] != pair[1]]
    one, other = _list_addresses(before, now), _list_addresses(after, now)
    return ContentDiff(
        reports=tuple(sorted(reports, key=lambda report: report.path)),
        records=tuple(_compare_records(before, after)),
        added=tuple(sorted(other - one)),
        removed=tuple(sorted(one - other)),
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


def _list_addresses(content: Content, now: date | None) -> frozenset[str]:
    """Return the addresses of single things at which a site of the content answers, in its first language."""
    routes, archive = Routes(), relate(content, now=now)
    reports = (*archive.reports, *archive.withdrawn, *map(ReportPath, archive.moves))
    return frozenset(
        (
            *(routes.report(path) for path in reports),
            *(routes.bulletin(stem) for stem in archive.bulletins),
            *(routes.place(place) for place in archive.places),
            *(routes.theme(theme) for theme in archive.themes),
            *(routes.indicator(series) for series in (*archive.indicators, *archive.gone.indicators)),
            *(routes.practice(practice) for practice in (*archive.practices, *archive.gone.practices)),
        )
    )
