"""``sitegen check --fix`` and ``--format-files``: mend content files and say what was done."""

from collections.abc import Callable, Iterable, Sequence
from difflib import unified_diff
from itertools import groupby
from pathlib import Path
from typing import TypeVar

import click

from sitegen.checks.subject import Known
from sitegen.cli.common import ANY, count, line, say, tell
from sitegen.engine.mending import Filled, MendedFile, NotContentError, find_mendings, replace_file
from sitegen.model.content import Content
from sitegen.problems import Problem
from sitegen.problems.words import Words

Decorated = TypeVar("Decorated", bound=Callable[..., object])
_SAID = {"bom": "bom-removed", "sections": "sections-ordered", "themes": "themes-ordered"}
"""Lines for what has no new value."""
_FIXABLE = frozenset(
    {
        "bound-differs",
        "file-bom",
        "printed-repeated",
        "section-missing",
        "section-order",
        "section-unknown",
        "stat-without-theme",
        "theme-unknown",
        "themes-differ",
        "value-differs",
    }
)
"""Codes of what ``--fix`` often mends."""


def fixing_options(command: Decorated) -> Decorated:
    """Add the options that mend files, and the files that they are about."""
    for option in (
        click.option("--dry-run", is_flag=True, help="With --fix or --format-files: show the changes, write nothing."),
        click.option("--format-files", is_flag=True, help="Write files anew in the form in which ingest writes them."),
        click.option("--fix", is_flag=True, help="Fill in what follows from what is written: value, sign, unit, ids."),
        click.argument("paths", nargs=-1, type=ANY, metavar="[PATH]..."),
    ):
        command = option(command)
    return command


def mend(content: Path, paths: Sequence[Path], *, fix: bool, format_files: bool, dry_run: bool) -> tuple[Problem, ...]:
    """Mend files, or show how they would be mended, and return what kept files from it.

    Args:
        content: The content folder.
        paths: Files and folders in it; all of it if empty.
        fix: Whether to fill in what can be worked out.
        format_files: Whether to write files in canonical form.
        dry_run: Whether to show the changes and write nothing.
    """
    if not (fix or format_files):
        if paths or dry_run:
            raise click.UsageError(tell(line("fix-or-format")))
        return ()
    try:
        files, problems = find_mendings(content, paths, fill=fix, form=format_files)
    except NotContentError as error:
        raise click.UsageError(tell(line("no-content-file", path=error.path, content=content))) from error
    refused: list[Problem] = []
    mended: list[MendedFile] = []
    for file in files:
        problem = None if dry_run else replace_file(file.path, file.before, file.after)
        if problem:
            refused.append(problem)
            continue
        mended.append(file)
        for words in show_changes(file) if dry_run else _tell_changes(file):
            say(words)
    if fix:
        say(_sum_up("filled", [file for file in mended if file.filled], dry_run))
    if format_files:
        say(_sum_up("formed", [file for file in mended if file.formed], dry_run))
    return (*problems, *refused)


def count_fixable(content: Path, found: Content, problems: Iterable[Problem]) -> int:
    """Return how many values ``--fix`` would fill in; only files that have a problem of such a sort are looked at."""
    paths = dict.fromkeys(Path(problem.path) for problem in problems if problem.code in _FIXABLE)
    try:
        files, _ = (
            find_mendings(content, tuple(paths), fill=True, form=False, known=Known.of(found)) if paths else ((), ())
        )
    except NotContentError:  # gone since it was read
        return 0
    return sum(len(file.filled) for file in files)


def _sum_up(name: str, files: Sequence[MendedFile], dry_run: bool) -> Words:
    if not files:
        return line(f"nothing-{name}")
    values = count(sum(len(file.filled) for file in files), "value")
    return line(f"would-be-{name}" if dry_run else name, values=values, files=count(len(files), "file"))


def _tell_changes(file: MendedFile) -> Iterable[Words]:
    """Yield what was filled in, line by line of the file as it is now."""
    yield Words(file.path.as_posix(), file.path.as_posix())
    for number, group in groupby(file.filled, key=lambda filled: filled.line):
        told = [_tell_value(filled) for filled in group]
        yield line(
            "fixed-line",
            number=number,
            values=Words("; ".join(words.en for words in told), "；".join(words.zh for words in told)),
        )
    if file.formed:
        yield line("formed-file")


def _tell_value(filled: Filled) -> Words:
    filling = filled.filling
    if not filling.new:
        return line(_SAID[filling.key])
    name = "fixed-value" if filling.old else "filled-value"
    return line(name, key=filling.key, new=filling.new, old=filling.old)


def show_changes(file: MendedFile) -> Iterable[Words]:
    """Yield the lines that change as ``diff -u`` shows them."""
    name = file.path.as_posix()
    before, after = (text.decode("utf-8").split("\n") for text in (file.before, file.after))
    for shown in unified_diff(before, after, name, name, lineterm=""):
        yield Words(shown.rstrip("\r"), shown.rstrip("\r"))
