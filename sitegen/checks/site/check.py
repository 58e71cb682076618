"""All checks of a built site, in one call."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from pathlib import Path

from sitegen.checks.site.budgets import check_budgets
from sitegen.checks.site.built import BuiltSite, NoSiteError, read_site
from sitegen.checks.site.fault import Fault
from sitegen.checks.site.indexes import check_canonical, check_languages, check_sitemap
from sitegen.checks.site.links import check_foreign, check_ids, check_links, check_reach
from sitegen.checks.site.origin import find_origin
from sitegen.checks.site.pages import find_line
from sitegen.problems import Problem, sort_problems
from sitegen.problems.catalogue import make_problem

SITE_CHECKS: tuple[Callable[[BuiltSite], Iterator[Fault]], ...] = (
    check_links,
    check_ids,
    check_foreign,
    check_reach,
    check_canonical,
    check_languages,
    check_sitemap,
    check_budgets,
)


@dataclass(frozen=True, slots=True)
class SiteResult:
    """What was looked at, and what is wrong with it."""

    pages: int
    files: int
    problems: tuple[Problem, ...]


def check_site(folder: Path, content: Path | None = None) -> SiteResult:
    """Check a built site.

    Args:
        folder: The site.
        content: The content folder that it was built from; then problems name the file that a page is made from.

    Raises:
        OSError: if a file of the site cannot be read.
    """
    try:
        site = read_site(folder)
    except NoSiteError:
        problem = make_problem("site-no-home", folder.as_posix())
        return SiteResult(0, 0, (problem,))
    faults = chain.from_iterable(check(site) for check in SITE_CHECKS)
    problems = sort_problems(_place(site, faults, content))
    return SiteResult(sum(page.is_page for page in site.pages.values()), len(site.files), problems)


def _place(site: BuiltSite, faults: Iterable[Fault], content: Path | None) -> Iterator[Problem]:
    """Look the lines up in those few files that have a fault."""
    ordered = sorted(faults, key=lambda fault: fault.file)
    for file, group in groupby(ordered, key=lambda fault: fault.file):
        path = site.folder / file
        data = path.read_bytes() if file.endswith(".html") else b""
        origin = find_origin(file, content)
        for fault in group:
            line = find_line(data, fault.value) if fault.value and data else 0
            yield make_problem(fault.code, path.as_posix(), line, origin=origin, **fault.values)
