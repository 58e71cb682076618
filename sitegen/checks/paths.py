"""Where report files stand: one path for one place, issuer and period, and no former address that another has."""

import re
from urllib.parse import urlsplit

from sitegen.archive.taken_back import is_former_path
from sitegen.checks.finding import Finding, Findings
from sitegen.checks.places import find_place_id
from sitegen.checks.subject import Known, Subject
from sitegen.model.content import Content
from sitegen.model.report import Report

_FURTHER = re.compile(r"--n[1-9]\d*$")
"""Mark of a further report of the same place, issuer and period."""


def check_path(subject: Subject, known: Known) -> Findings:
    """Find a report that stands elsewhere than its place and period say."""
    report = subject.report
    if report.place is None:
        return
    folder, _, name = report.path.rpartition("/")
    place = find_place_id(report.place, known)
    if place and folder != place and not folder.startswith(f"{place}/dept-"):
        yield subject.finding("path-disagrees", "place", said=f"place: {report.place}", wanted=f"reports/{place}/")
    slug = report.period.slug if report.period else "undated"
    if _FURTHER.sub("", name) != slug:
        wanted = f"reports/{folder}/{slug}.md"
        yield subject.finding("path-disagrees", "period", said=f"period: {report.period or 'null'}", wanted=wanted)


def check_doubles(content: Content) -> Findings:
    """Find reports of the same place, issuer and period of which the later, by path, is not marked ``--nN``."""
    first: dict[tuple[object, ...], Report] = {}
    for report in sorted(content.reports, key=_plain_first):
        if report.place is None or report.period is None:
            continue
        key = (report.place, report.issuer, report.period)
        other = first.setdefault(key, report)
        if other is not report and not _FURTHER.search(report.path):
            yield Finding(
                code="report-twice",
                file=f"reports/{report.path}.md",
                at=("period",),
                values={"other": f"reports/{other.path}.md"},
            )


def check_sources(content: Content) -> Findings:
    """Find reports that name the same report of a bulletin as their source."""
    first: dict[tuple[str, int], Report] = {}
    for report in content.reports:
        if report.source is None:
            continue
        key = (report.source.sha256, report.source.part)
        other = first.setdefault(key, report)
        if other is not report:
            yield Finding(
                code="source-repeated",
                file=f"reports/{report.path}.md",
                at=("source",),
                values={"other": f"reports/{other.path}.md", "part": report.source.part},
            )


def check_moves(content: Content) -> Findings:
    """Find former paths that are none, or that another report has, or had too."""
    owners: dict[str, Report] = {report.path: report for report in content.reports}
    former: dict[str, Report] = {}
    for report in content.reports:
        for number, path in enumerate(report.moved_from):
            if not is_former_path(path):
                yield Finding(
                    code="moved-from-form",
                    file=f"reports/{report.path}.md",
                    at=("moved_from", number),
                    values={"given": path},
                    near=_tidy_path(path),
                )
                continue
            other = owners.get(path) or former.setdefault(path, report)
            if other is not report or path == report.path:
                yield Finding(
                    code="moved-from-taken",
                    file=f"reports/{report.path}.md",
                    at=("moved_from", number),
                    values={"path_given": path, "other": f"reports/{other.path}.md"},
                )


def _tidy_path(given: str) -> str | None:
    """Return the path of a report that is probably meant by an address or the name of a file."""
    path = urlsplit(given.strip()).path.strip("/")
    path = path.rpartition("reports/")[2].removesuffix("/index.html").removesuffix(".md")
    return path if is_former_path(path) else None


def _plain_first(report: Report) -> tuple[bool, bool, str]:
    """Paths as ingest makes them first, those with ``--nN`` last, each by path."""
    name = report.path.rpartition("/")[2]
    return bool(_FURTHER.search(name)), report.period is None or name != report.period.slug, report.path
