"""What answers where something was published: withdrawn and moved reports; nothing of a report's text is kept."""

import re
from collections.abc import Collection, Iterable, Mapping

from sitegen.archive.practices import fold_name, join_practices
from sitegen.archive.records import Gone, WithdrawnEntry
from sitegen.archive.reports import head_by_place, stem_of
from sitegen.model.place import Place
from sitegen.model.report import Practice, Report
from sitegen.model.terms import PracticeId, ReportPath, SeriesId

_PATH = re.compile(r"(?:[a-z0-9-]+/)+(?:[a-z0-9-]+|[0-9]{4}[0-9HQn-]*)")


def enter_withdrawn(
    reports: Iterable[Report], places: Mapping[str, Place], stems: Collection[str]
) -> dict[ReportPath, WithdrawnEntry]:
    """Return an entry for each withdrawn report, by path.

    Args:
        reports: Withdrawn ones, sorted by path.
        places: By the full name that reports state.
        stems: Of the bulletins that have a record.
    """
    entries = {}
    for report in reports:
        place = places[report.place or ""]
        stem = stem_of(report)
        entries[report.path] = WithdrawnEntry(
            path=report.path,
            place=place,
            heading=report.title or head_by_place(report, place),
            issuer=report.issuer,
            period=report.period,
            reason=report.withdrawn or "",
            bulletin=stem if stem in stems else None,
            stat_count=len(report.stats),
        )
    return entries


def find_gone(
    withdrawn: Collection[Report],
    shown: Iterable[Report],
    known: Iterable[Practice],
    series: Collection[SeriesId],
    indicators: Collection[SeriesId],
    practices: Collection[PracticeId],
) -> Gone:
    """Return the indicators and practices whose pages had nothing but what was withdrawn.

    Args:
        withdrawn: Withdrawn reports.
        shown: The public ones.
        known: The practices with a file.
        series: Ids of all indicators.
        indicators: Those that have a page.
        practices: Those that have a page.
    """
    if not withdrawn:
        return Gone((), ())
    stated = {stat.series for report in withdrawn for stat in report.stats if stat.series in series}
    before = join_practices((m for r in (*shown, *withdrawn) for m in r.practices), known)
    ran = {practice.id for r in withdrawn for m in r.practices for practice in before[fold_name(m.name)]}
    return Gone(
        indicators=tuple(sorted(one for one in stated if one and one not in indicators)),
        practices=tuple(sorted(ran - set(practices))),
    )


def is_former_path(path: str) -> bool:
    """Whether a text can be the former path of a report: as it stood below the folder of reports, without ``.md``.

    What other pages stand at is none.
    """
    taken = path.startswith("year/") or "cite" in path.split("/")
    return bool(_PATH.fullmatch(path)) and not taken


def find_moves(reports: Iterable[Report], answering: Collection[ReportPath]) -> dict[str, ReportPath]:
    """Return where each former path leads now, by former path; the end of the way, however often a report moved.

    Args:
        reports: Those whose addresses answer; the first of two has the path that both claim.
        answering: Their paths; a former path that is one of them leads nowhere else.
    """
    moves: dict[str, ReportPath] = {}
    for report in reports:
        for former in report.moved_from:
            published = is_former_path(former) and not former.startswith("unresolved/")
            if published and former not in answering:
                moves.setdefault(former, report.path)
    return dict(sorted(moves.items()))
