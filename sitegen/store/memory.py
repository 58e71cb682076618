"""What was read of files, kept so that only changed ones are read again."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sitegen.problems import Problem
from sitegen.store.decode import decode

T = TypeVar("T")

_SETTLED = 2_000_000_000
"""Nanoseconds after which a changed file has another time of change in any file system."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A file as it was read last."""

    mark: tuple[int, ...] | None
    """What tells the file from a changed one; None where it was changed so lately that nothing does."""
    decoded: tuple[str | None, tuple[Problem, ...]]


class FileMemory:
    """Texts of files and what was made of them; the same is read with it and without it.

    One memory serves one folder. It remembers only what a file gives by itself, so what is made of a text must depend
    on nothing else that changes.
    """

    def __init__(self) -> None:
        self._files: dict[Path, _Kept] = {}
        self._made: dict[tuple[str, str], tuple[str, object]] = {}

    def read(self, path: Path) -> tuple[str | None, tuple[Problem, ...]]:
        """Return what ``decode`` makes of a file.

        Raises:
            OSError: if it cannot be read.
        """
        status = path.stat()
        mark = (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)
        kept = self._files.get(path)
        if kept and kept.mark == mark:
            return kept.decoded
        lately = time.time_ns() - max(status.st_mtime_ns, status.st_ctime_ns) < _SETTLED
        decoded = decode(path.read_bytes(), path.as_posix())
        if kept and kept.decoded == decoded:
            decoded = kept.decoded  # the same object, which is told from another one at once
        self._files[path] = _Kept(None if lately else mark, decoded)
        return decoded

    def once(self, what: str, path: str, text: str, make: Callable[[], T]) -> T:
        """Return what ``make`` makes of a file's text, from the last time if the text was the same.

        Args:
            what: What is made.
            path: The file.
            text: As ``read`` gave it.
            make: Makes it from this text alone.
        """
        kept = self._made.get((what, path))
        if kept is None or kept[0] != text:
            kept = self._made[what, path] = (text, make())
        return kept[1]  # type: ignore[return-value] # of the same sort as what is made now
