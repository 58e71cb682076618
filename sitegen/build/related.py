"""From the records of a content folder, and what is wrong with them, to the archive that a site shows."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from sitegen.archive import Archive, relate
from sitegen.build.kept import find_broken, find_withheld
from sitegen.build.sources import find_edited
from sitegen.model.content import Content
from sitegen.problems import Problem


def relate_folder(
    found: Content, problems: Iterable[Problem], content: Path, *, now: date | None = None, drafts: bool = False
) -> Archive:
    """Return what is public of a content folder on a day.

    Args:
        found: Its records without an error.
        problems: What reading and checking it found; paths as ``content`` was given.
        content: The folder.
        now: The day that decides which reports are published; where none is given, those with a day wait for it.
        drafts: Whether drafts and reports of later days are shown too.
    """
    problems = tuple(problems)
    return relate(
        found,
        edited=find_edited(content),
        now=now,
        drafts=drafts,
        withheld=tuple(find_withheld(problems, content)),
        unread=find_broken(problems, content),
    )
