"""Pages of the last site that stay because their reports cannot be read now."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import count, takewhile
from pathlib import Path

from sitegen.model.terms import ReportPath
from sitegen.problems import Problem, Severity
from sitegen.render.citations import CITATION_FILES
from sitegen.routes import Routes


@dataclass(frozen=True, slots=True)
class KeptPage:
    """The page of a report as the last build made it."""

    path: Path
    """The report's file."""
    address: str
    data: bytes
    beside: tuple[tuple[str, bytes], ...] = ()
    """Addresses and bytes of what it leads to and what is about it alone: how one cites it."""


def find_kept(
    problems: Iterable[Problem], content: Path, built: Collection[ReportPath], last: Path, routes: Routes
) -> Iterator[KeptPage]:
    """Yield the last pages of those reports that have an error and are not built, by path.

    Args:
        problems: What reading the content folder found; paths as ``content`` was given.
        content: The content folder.
        built: Reports that are built anew.
        last: The folder of the last site; may be missing.
        routes: Addresses of the new site.
    """
    folder = content / "reports"
    for path in sorted(set(_find_broken(problems, folder))):
        report = ReportPath(path.relative_to(folder).with_suffix("").as_posix())
        address = routes.report(report)
        page = last / routes.file(address)
        if report not in built and page.is_file():
            yield KeptPage(path, address, page.read_bytes(), tuple(_find_beside(report, last, routes)))


def _find_beside(report: ReportPath, last: Path, routes: Routes) -> Iterator[tuple[str, bytes]]:
    files = (routes.report_citation(report, ending) for ending in CITATION_FILES)
    pages = takewhile(
        lambda address: (last / routes.file(address)).is_file(), (routes.report_cite(report, page=n) for n in count(1))
    )
    for address in (*pages, *files):
        file = last / routes.file(address)
        if file.is_file():
            yield address, file.read_bytes()


def _find_broken(problems: Iterable[Problem], folder: Path) -> Iterator[Path]:
    for problem in problems:
        path = Path(problem.path)
        if problem.severity >= Severity.ERROR and path.suffix == ".md" and path.is_relative_to(folder):
            yield path
