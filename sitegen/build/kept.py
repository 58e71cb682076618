"""Pages of the last site that stay because their reports cannot be read now."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import count, takewhile
from pathlib import Path

from sitegen.model.terms import ReportPath
from sitegen.problems import Problem, Severity
from sitegen.render.citations import CITATION_FILES
from sitegen.routes import Routes

_HIDDEN = re.compile(
    r"^(?:(?:withdrawn|publish_on)[ \t]*:(?:[ \t]|\r?\n[ \t])[ \t]*(?!null\b|~)\S|draft[ \t]*:[ \t]*(?!false\b)\S)",
    re.M,
)
"""A line by which a report is a draft, waits or was withdrawn."""
_SUM = re.compile(r"\b[0-9a-f]{64}\b")


@dataclass(frozen=True, slots=True)
class KeptPage:
    """The page of a report as the last build made it."""

    path: Path
    """The report's file."""
    address: str
    data: bytes
    beside: tuple[tuple[str, bytes], ...] = ()
    """Addresses and bytes of what it leads to and what is about it alone: how one cites it."""
    images: tuple[tuple[str, bytes], ...] = ()
    """The same of its pictures, which other pages may show too."""


def find_kept(
    problems: Iterable[Problem], content: Path, built: Collection[ReportPath], last: Path, routes: Routes
) -> Iterator[KeptPage]:
    """Yield the last pages of those reports that have an error and are not built, by path.

    A page is not kept where the file, as far as it can be read, says that the report is a draft or was withdrawn.

    Args:
        problems: What reading the content folder found; paths as ``content`` was given.
        content: The content folder.
        built: Reports that are built anew.
        last: The folder of the last site; may be missing.
        routes: Addresses of the new site.
    """
    for report in sorted(find_broken(problems, content)):
        path = content / "reports" / f"{report}.md"
        address = routes.report(report)
        page = last / routes.file(address)
        if report not in built and page.is_file() and not says_hidden(path):
            data = page.read_bytes()
            beside = tuple(_find_beside(report, last, routes))
            yield KeptPage(path, address, data, beside, tuple(_find_images(data.decode(), last, routes)))


def _find_beside(report: ReportPath, last: Path, routes: Routes) -> Iterator[tuple[str, bytes]]:
    files = (routes.report_citation(report, ending) for ending in CITATION_FILES)
    pages = takewhile(
        lambda address: (last / routes.file(address)).is_file(), (routes.report_cite(report, page=n) for n in count(1))
    )
    for address in (*pages, *files):
        file = last / routes.file(address)
        if file.is_file():
            yield address, file.read_bytes()


def _find_images(html: str, last: Path, routes: Routes) -> Iterator[tuple[str, bytes]]:
    for address in sorted(set(re.findall(rf"{re.escape(routes.image(''))}[\w./-]+", html))):
        file = last / routes.file(address)
        if file.is_file():
            yield address, file.read_bytes()


def says_hidden(path: Path) -> bool:
    """Whether a file that cannot be read as a report still says that it is not, or not yet, for readers.

    ``publish_on`` counts whatever its day: what cannot be read is rather hidden than shown.
    """
    return bool(_HIDDEN.search(_read_roughly(path).partition("\n---")[0]))


def find_withheld(problems: Iterable[Problem], content: Path) -> Iterator[str]:
    """Yield the sums of the bulletins whose hidden reports have errors: their text as received stays away as well."""
    for report in sorted(find_broken(problems, content)):
        path = content / "reports" / f"{report}.md"
        if says_hidden(path):
            yield from _SUM.findall(_read_roughly(path))


def find_broken(problems: Iterable[Problem], content: Path) -> frozenset[ReportPath]:
    """Return the paths of the reports that have an error."""
    folder = content / "reports"
    broken = set()
    for problem in problems:
        path = Path(problem.path)
        if problem.severity >= Severity.ERROR and path.suffix == ".md" and path.is_relative_to(folder):
            broken.add(ReportPath(path.relative_to(folder).with_suffix("").as_posix()))
    return frozenset(broken)


def _read_roughly(path: Path) -> str:
    """Return what of a file is ASCII whatever its encoding, which is enough for keys; empty where it is not there."""
    try:
        return path.read_bytes().decode("utf-8", errors="replace").replace("\0", "")
    except OSError:
        return ""
