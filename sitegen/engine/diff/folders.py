"""What two content folders say differently, with where in the files it stands and which problems came and went."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sitegen.checks import check_folder
from sitegen.engine.diff.contents import ContentDiff, compare_contents
from sitegen.engine.diff.records import ReportDiff
from sitegen.model.terms import ReportPath, StatId
from sitegen.problems import Problem, sort_problems
from sitegen.store.content import find_files
from sitegen.store.locate import Locator


@dataclass(frozen=True, slots=True)
class FolderDiff:
    """What differs between two folders."""

    content: ContentDiff
    unread: tuple[ReportPath, ...]
    """Reports with an error in one of the two folders, which cannot be compared."""
    new: tuple[Problem, ...]
    """Problems that only the later folder has; paths below it."""
    mended: tuple[Problem, ...]
    """Problems that only the earlier folder had; paths below it."""
    lines: Mapping[ReportPath, Mapping[StatId, int]]
    """Where the stats of changed reports stand in their files now."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return self.content.is_empty and not (self.unread or self.new or self.mended)


def compare_folders(before: Path, after: Path, *, now: date | None = None) -> FolderDiff:
    """Return what differs between two content folders.

    Args:
        before: The one; nothing in it is an archive without reports.
        after: The other.
        now: The day that decides which reports are published.
    """
    (old, problems), (new, later) = (check_folder(folder, now=now) for folder in (before, after))
    fine = [{report.path for report in content.reports} for content in (old, new)]
    files = [_list_reports(folder) for folder in (before, after)]
    unread = sorted((files[0] - fine[0]) | (files[1] - fine[1]))
    content = compare_contents(old, new, unread=unread, now=now)
    one, other = ({_place(p, folder) for p in found} for found, folder in ((problems, before), (later, after)))
    return FolderDiff(
        content=content,
        unread=tuple(path for path in unread if _read(before, path) != _read(after, path)),
        new=_only(other, one),
        mended=_only(one, other),
        lines={report.path: _find_lines(after, report) for report in content.reports if report.after},
    )


def _list_reports(folder: Path) -> set[ReportPath]:
    root = folder / "reports"
    return {ReportPath(file.relative_to(root).with_suffix("").as_posix()) for file in find_files(root, ".md")}


def _read(folder: Path, path: ReportPath) -> bytes | None:
    file = folder / "reports" / f"{path}.md"
    return file.read_bytes() if file.is_file() else None


def _place(problem: Problem, folder: Path) -> Problem:
    """Return a problem as it would be told of a folder that has no name."""
    start = f"{folder.as_posix()}/"
    texts = {name: getattr(problem, name).replace(start, "") for name in ("what", "what_zh", "fix", "fix_zh")}
    return replace(problem, path=problem.path.removeprefix(start), **texts)


def _only(one: Iterable[Problem], other: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that one version has more of; where in the file they stand does not count."""
    spare = Counter(map(_sign, other))
    found = []
    for problem in sort_problems(one):
        if spare[_sign(problem)]:
            spare[_sign(problem)] -= 1
        else:
            found.append(problem)
    return tuple(found)


def _sign(problem: Problem) -> tuple[str, ...]:
    return problem.path, problem.code, problem.what, problem.text


def _find_lines(folder: Path, report: ReportDiff) -> dict[StatId, int]:
    """Return the lines of the stats of a report that was read without an error."""
    file = folder / "reports" / f"{report.path}.md"
    changed = {stat.after.id for stat in report.stats if stat.after}
    if not changed or report.after is None:
        return {}
    locator = Locator(file.read_text(encoding="utf-8-sig"), front_matter=True)
    return {
        stat.id: locator.find(("stats", number))[0]
        for number, stat in enumerate(report.after.stats)
        if stat.id in changed
    }
