"""Public reports with what surrounds them: bulletin, neighbours, practices."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from itertools import pairwise

from sitegen.archive.periods import name_period
from sitegen.archive.practices import fold_name
from sitegen.archive.records import PracticeUse, ReportEntry
from sitegen.archive.states import find_state
from sitegen.model.place import Place
from sitegen.model.report import Practice, PracticeMention, Report
from sitegen.model.terms import PracticeId, ReportPath


def enter_reports(
    reports: Iterable[Report],
    places: Mapping[str, Place],
    practices: Mapping[str, tuple[Practice, ...]],
    stems: Collection[str],
    edited: Collection[ReportPath],
    now: date | None = None,
) -> dict[ReportPath, ReportEntry]:
    """Return an entry for each public report, by path.

    Args:
        reports: Public ones, sorted by path.
        places: By the full name that reports state.
        practices: By folded name.
        stems: Of the bulletins that have a record.
        edited: Paths of the reports that a person changed.
        now: The day of the build.
    """
    reports = tuple(reports)
    before, after = _chain_periods(reports)
    parts: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.source:
            parts[report.source.file].append(report)
    entries = {}
    for report in reports:
        place = places[report.place or ""]
        stem = stem_of(report)
        others = sorted(parts[report.source.file], key=by_part) if report.source else []
        entries[report.path] = ReportEntry(
            report=report,
            place=place,
            heading=report.title or head_by_place(report, place),
            dated=report.published or (report.period.last if report.period else None),
            bulletin=stem if stem in stems else None,
            edited=report.path in edited,
            state=find_state(report, now),
            previous=before.get(report.path),
            next=after.get(report.path),
            siblings=tuple(other.path for other in others if other.path != report.path),
            practices=_join_mentions(report, practices),
        )
    return entries


def stem_of(report: Report) -> str | None:
    """Return the stem of the bulletin that a report came in; None for one written by hand."""
    return report.source.file.rpartition(".")[0] or report.source.file if report.source else None


def head_by_place(report: Report, place: Place) -> str:
    """Return a heading for a report without a printed title."""
    who = report.issuer or place.name
    return f"{who}：{name_period(report.period)}" if report.period else who


def by_part(report: Report) -> tuple[int, str]:
    """Return a key that sorts the reports of one bulletin in its order."""
    return (report.source.part if report.source else 0, report.path)


def _join_mentions(report: Report, practices: Mapping[str, tuple[Practice, ...]]) -> tuple[PracticeUse, ...]:
    mentions: dict[PracticeId, list[PracticeMention]] = {}
    for mention in report.practices:
        for practice in practices[fold_name(mention.name)]:
            mentions.setdefault(practice.id, []).append(mention)
    return tuple(
        PracticeUse(practice=practice, report=report.path, mentions=tuple(found))
        for practice, found in mentions.items()
    )


def _chain_periods(
    reports: Iterable[Report],
) -> tuple[dict[ReportPath, ReportPath], dict[ReportPath, ReportPath]]:
    """Return what comes before and after each report of the same place and issuer; undated ones stand in no chain."""
    chains: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in reports:
        if report.period:
            chains[(report.place or "", report.issuer or "")].append(report)
    before, after = {}, {}
    for chain in chains.values():
        chain.sort(key=lambda r: (r.period.last, r.period.first, r.path) if r.period else ())
        for one, other in pairwise(chain):
            before[other.path] = one.path
            after[one.path] = other.path
    return before, after
