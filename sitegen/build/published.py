"""Which addresses that were published once would answer nothing any more."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from pathlib import Path
from urllib.parse import unquote

from sitegen.archive import State, find_state
from sitegen.build.kept import find_broken
from sitegen.build.related import relate_folder
from sitegen.build.sitemaps import NamedAddress, SitemapError, read_sitemap
from sitegen.model.content import Content
from sitegen.model.report import Report
from sitegen.model.terms import ReportPath
from sitegen.problems import Problem, Severity, sort_problems
from sitegen.problems.borrowed import tell_system_error
from sitegen.problems.catalogue import make_problem
from sitegen.problems.near import find_nearest
from sitegen.render import JinjaThemeError, default_folder, list_pages, load_jinja_theme
from sitegen.render.jinja_theme import find_folder
from sitegen.routes import Routes
from sitegen.store.ingest_record import read_record

_REPORTS = "reports/"
_YEARS = "reports/year/"


@dataclass(frozen=True, slots=True)
class _Present:
    """What the present content has."""

    content: Path
    reports: Mapping[ReportPath, Report]
    states: Mapping[ReportPath, State]
    answering: Collection[str]
    """Addresses below the base path that answer."""
    published: Collection[str]
    """The same of the addresses that were published."""
    former: Mapping[str, ReportPath]
    """The report that was once written to a path and stands elsewhere now, by that path."""


def check_published(
    sitemap: Path,
    found: Content,
    problems: Iterable[Problem],
    content: Path,
    *,
    now: date | None = None,
) -> tuple[Problem, ...]:
    """Return a problem for each address of a sitemap that a site of the present content would not answer.

    Host and base path of the addresses may be others than those of the present site.

    Args:
        sitemap: The sitemap of a published site, or its index.
        found: The records of the content folder without an error.
        problems: What reading and checking it found. Addresses of reports with an error count as answering: the error
            is named already.
        content: The content folder.
        now: The day that decides which reports are published.
    """
    try:
        named = read_sitemap(sitemap)
    except SitemapError as error:
        return (make_problem("published-unreadable", str(error.file), error.line, why=error.reason),)
    except OSError as error:
        return (make_problem("published-unreadable", str(sitemap), why=tell_system_error(error)),)
    problems = tuple(problems)
    answering = _list_answering(found, problems, content, now)
    base = _find_base([address.path for address in named], answering)
    lost = [address for address in named if address.path.removeprefix(base) not in answering]
    reports = {f"{_REPORTS}{report.path}/" for report in found.reports}
    if any(address.path.removeprefix(base) in reports for address in lost):
        # What only a hidden report tells of is lost with it and comes back with it: the report is named, once.
        with_it = _list_answering(found, problems, content, now, drafts=True) - reports
        lost = [address for address in lost if address.path.removeprefix(base) not in with_it]
    present = _Present(
        content=content,
        reports={report.path: report for report in found.reports},
        states={report.path: find_state(report, now) for report in found.reports},
        answering=answering,
        published={address.path.removeprefix(base) for address in named},
        former=_find_former(found, content) if lost else {},
    )
    return sort_problems(_tell(address, address.path.removeprefix(base), present) for address in lost)


def _list_answering(
    found: Content, problems: tuple[Problem, ...], content: Path, now: date | None, *, drafts: bool = False
) -> frozenset[str]:
    try:
        languages = load_jinja_theme(find_folder(content)).strings
    except JinjaThemeError:  # a build says so
        languages = load_jinja_theme(default_folder()).strings
    archive = relate_folder(found, problems, content, now=now, drafts=drafts)
    first = found.settings.language
    pages = list_pages(archive, Routes(), (first, *sorted(set(languages) - {first})))
    broken = (Routes().report(path) for path in find_broken(problems, content))
    return frozenset(unquote(address)[1:] for address in (*(page.address for page in pages), *broken))


def _find_base(paths: list[str], answering: Collection[str]) -> str:
    """Return the path below which the published site stood: the one by which most of its addresses answer now."""
    shared = paths[0]
    for path in paths:
        while not path.startswith(shared):
            shared = shared[:-1]
    steps = shared[: shared.rfind("/") + 1].split("/")[:-1]
    candidates = [f"{step}/" for step in accumulate(steps, lambda one, other: f"{one}/{other}")] or ["/"]
    return max(candidates, key=lambda base: (sum(path.removeprefix(base) in answering for path in paths), -len(base)))


def _find_former(found: Content, content: Path) -> dict[str, ReportPath]:
    """Return where the reports stand now that ingest wrote to other paths, as its records and their sources say."""
    by_source = {(report.source.sha256, report.source.part): report.path for report in found.reports if report.source}
    former: dict[str, ReportPath] = {}
    for file in sorted((content / ".ingest").glob("*.json")):
        record, _ = read_record(file.read_text(encoding="utf-8", errors="replace"), str(file))
        for part in record.parts if record else ():
            path = by_source.get((record.sha256, part.part)) if record else None
            if path and path != part.path:
                former[part.path] = path
    return former


def _tell(address: NamedAddress, page: str, present: _Present) -> Problem:
    file, line = address.file.as_posix(), address.line
    path = ReportPath(page.removeprefix(_REPORTS).rstrip("/"))
    is_report = page.startswith(_REPORTS) and not page.startswith(_YEARS)
    if is_report and path in present.reports:
        key = {State.DRAFT: "draft", State.WAITING: "publish_on"}.get(present.states[path], "place: null")
        shown = (present.content / "reports" / f"{path}.md").as_posix()
        return make_problem("published-hidden", shown, address=address.given, key=key)
    if is_report:
        now = _find_moved(path, present)
        near = (present.content / "reports" / f"{now}.md").as_posix() if now else None
        return make_problem("published-lost", file, line, address=address.given, old=path, near=near)
    list_of_kind = page[: page.rstrip("/").rfind("/") + 1]
    others = [one for one in present.answering if one.startswith(list_of_kind) and one != list_of_kind]
    near = find_nearest(page, (one for one in others if one not in present.published), likeness=0.7)
    # Lists of years grow and shrink with the reports, each of which keeps its own address.
    severity = Severity.NOTE if _YEARS in page else None
    return make_problem("published-page-lost", file, line, address=address.given, near=near, severity=severity)


def _find_moved(path: ReportPath, present: _Present) -> ReportPath | None:
    """Return the report that stood at a path, where one is clearly it.

    It is the one that ingest once wrote there; else the only report of the same name in another folder of that place,
    or of another period in the same folder, whose own address was never published.
    """
    if path in present.former:
        return present.former[path]
    folder, _, name = path.rpartition("/")
    new = [one for one in present.reports if f"{_REPORTS}{one}/" not in present.published]
    same_name = [one for one in new if one.split("/")[-2:] == [folder.rpartition("/")[2], name]]
    for candidates in (same_name, [one for one in new if one.rpartition("/")[0] == folder]):
        if len(candidates) == 1:
            return candidates[0]
    return None
