"""All checks over a content folder, in one call."""

from pathlib import Path

from sitegen.model.content import Content
from sitegen.problems import Problem, sort_problems
from sitegen.store.content import read_content


def check_folder(folder: Path) -> tuple[Content, tuple[Problem, ...]]:
    """Read a content folder and check it.

    Returns:
        What has no error, and all problems of all files, by file and line.
    """
    content, problems = read_content(folder)
    return content, sort_problems((*problems, *check_content(content, folder)))


def check_content(content: Content, folder: Path | None = None) -> tuple[Problem, ...]:
    """Return what is wrong with records that were read, beyond what each file shows by itself."""
    return ()
