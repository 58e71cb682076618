"""Where a new site is made and how it takes the place of the old one.

Beside the output folder ``public`` stands, while a build runs, ``.public.sitegen`` with ``lock``, ``new`` and for a
moment ``old``: on the same file system, so that a rename moves a whole site.
"""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath

from sitegen.build.lock import hold_lock
from sitegen.problems import Problem
from sitegen.problems.borrowed import tell_system_error
from sitegen.problems.catalogue import make_problem

MARK = ".sitegen-build"
"""A file in each site that says that the next build may replace the folder."""
_MARK_TEXT = b"Made by sitegen build, which replaces this folder as a whole.\n"


class OutputError(Exception):
    """The output folder cannot be used; ``problem`` says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True, slots=True)
class NewSite:
    """A site in the making."""

    folder: Path
    """Where its files are written, the mark among them."""
    target: Path
    """Where it will stand, and where the last site stands."""

    def write(self, file: PurePath, data: bytes) -> None:
        """Write one file, its path relative to the site's folder.

        Raises:
            OutputError: if the path leaves the folder, or something has been written there before.
            OSError: if the system does not let it.
        """
        if ".." in file.parts or file.is_absolute():
            raise OutputError(make_problem("address-outside", file=file))
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("xb") as made:
                made.write(data)
        except FileExistsError:
            raise OutputError(make_problem("address-twice", file=file)) from None


def refuse_output(out: Path, inputs: Iterable[Path]) -> None:
    """Make sure that replacing a folder harms nothing.

    Args:
        out: The output folder; may be missing.
        inputs: Folders that the build reads.

    Raises:
        OutputError: if the folder holds or lies in one of the inputs, is no folder, or holds what no build has made.
    """
    target = out.resolve()
    for folder in inputs:
        other = folder.resolve()
        if target == other or target in other.parents or other in target.parents:
            raise OutputError(make_problem("output-overlaps", str(out), folder=folder))
    if target.exists() and not _may_replace(target):
        raise OutputError(make_problem("output-foreign", str(out), mark=MARK))


@contextmanager
def open_place(out: Path) -> Iterator[NewSite]:
    """Hold the output folder for one build, and give a new folder beside it to write into.

    What a killed build left is cleared away first; where it was killed between its two renames, the old site is put
    back. Afterwards nothing is left beside the output folder, whether or not the new site was moved.

    Raises:
        OutputError: if another build holds the folder, or nothing can be written beside it.
    """
    target = out.resolve()  # a link stays a link, and what it leads to is replaced
    beside = target.with_name(f".{target.name}.sitegen")
    new, old = beside / "new", beside / "old"
    try:
        with hold_lock(beside / "lock") as held:
            if not held:
                raise OutputError(make_problem("build-running", str(out)))
            try:
                _put_back(old, target)
                _clear(new, old)
                site = NewSite(new, target)
                site.write(PurePath(MARK), _MARK_TEXT)
                yield site
            finally:
                _put_back(old, target)
                _clear(new, old)
    except OSError as error:
        raise OutputError(make_problem("output-unwritable", str(out), why=tell_system_error(error))) from error


def move_into_place(site: NewSite) -> None:
    """Replace the old site by the new one; ``open_place`` puts the old one back where that fails half-way.

    Raises:
        OSError: if the folder cannot be renamed, as where a file system is mounted on it.
    """
    old = site.folder.with_name("old")
    if site.target.exists():
        site.target.rename(old)
    site.folder.rename(site.target)


def _may_replace(target: Path) -> bool:
    return target.is_dir() and ((target / MARK).is_file() or not any(target.iterdir()))


def _put_back(old: Path, target: Path) -> None:
    if old.exists() and not target.exists():
        old.rename(target)


def _clear(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
