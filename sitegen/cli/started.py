"""What ``new`` says of the files that it wrote."""

from pathlib import Path

from sitegen.cli.common import close, line, say
from sitegen.engine.start import Started
from sitegen.problems.words import Words


def show_started(made: Started, then: Words) -> None:
    """Name the files that were written, the one to open next last, and what to do with it."""
    for file in made.beside:
        say(line("started", file=file))
    close(line("started", file=made.file), then)


def where(content: Path) -> str:
    """Return the option that names a content folder, where it is not the usual one."""
    return "" if content == Path("content") else f" --content {content}"
