"""New files, none of which takes the place of another."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.engine.start.refusal import refuse


@dataclass(frozen=True, slots=True)
class Started:
    """What was written."""

    file: Path
    """The one to open next."""
    beside: tuple[Path, ...] = ()
    """What it needed and was not there."""


def write_new(files: Mapping[Path, str | bytes]) -> None:
    """Write files of which none is there yet; text in UTF-8 with line feeds.

    Raises:
        RefusedError: if one is there; then none is written.
    """
    for path in files:
        if path.exists():
            raise refuse("{path} is there already and stays as it is", "{path} 已经存在，没有改动它", path=path)
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(content.encode() if isinstance(content, str) else content)


def start_files(main: Path, content: str, beside: Mapping[Path, str]) -> Started:
    """Write a file, and what is missing of the others that it needs."""
    missing = {path: text for path, text in sorted(beside.items()) if not path.exists()}
    write_new({main: content, **missing})
    return Started(main, tuple(missing))
