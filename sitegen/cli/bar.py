"""Progress, as a bar on a terminal."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from sitegen.build import Progress
from sitegen.cli.words import has_line, line, tell


@contextmanager
def show_bar(task: str) -> Iterator[Progress | None]:
    """Yield what shows progress as a bar on stderr, or None where nobody looks: no terminal, or CI.

    Args:
        task: Name of the bar in ``words.yaml``: ``build``.
    """
    if not sys.stderr.isatty() or os.environ.get("CI", "").lower() not in ("", "0", "false"):
        yield None
        return
    label = tell(line(f"bar-{task}"))
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def show(step: str, number: int, total: int) -> None:
            known = f"step-{step}"
            bar.label = f"{label} {tell(line(known)) if has_line(known) else step}"
            bar.length = total
            bar.update(number - bar.pos)

        yield show
