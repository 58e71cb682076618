"""Progress, as bars on a terminal."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from sitegen.build import Progress
from sitegen.cli.words import has_line, line, tell

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar  # the type of what click.progressbar returns has no public name

_UPDATES = 100
"""How often a bar moves at the most; a site of many pages is not to wait for its bar."""


@contextmanager
def show_bar(task: str) -> Iterator[Progress | None]:
    """Yield what shows progress as bars on stderr, or None where nobody looks: no terminal, or CI.

    Args:
        task: Name of the bar in ``words.yaml``: ``build``.
    """
    if not may_show(sys.stderr.isatty(), os.environ):
        yield None
        return
    with _Bars(tell(line(f"bar-{task}"))) as bars:
        yield bars.show


def may_show(terminal: bool, variables: Mapping[str, str]) -> bool:
    """Whether somebody sees a bar move: CI keeps what is written, and may pretend to be a terminal."""
    dumb = variables.get("TERM") == "dumb"
    return terminal and not dumb and variables.get("CI", "").lower() in ("", "0", "false")


class _Bars:
    """One bar after the other: a step that has words of its own has its own bar, all others share that of the task."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._shown = ""
        self._bar: ProgressBar[int] | None = None
        self._done = 0

    def __enter__(self) -> "_Bars":
        return self

    def __exit__(self, *error: object) -> None:
        self._end(whole=not any(error))

    def show(self, step: str, done: int, total: int) -> None:
        """Move the bar of a step."""
        label = tell(line(f"step-{step}")) if has_line(f"step-{step}") else self._label
        if label != self._shown:
            self._end(whole=True)
            self._start(label, total)
        if self._bar:
            self._bar.update(done - self._done)
            self._done = done

    def _start(self, label: str, total: int) -> None:
        least = max(total // _UPDATES, 1)
        bar = click.progressbar(length=total, label=label, show_pos=total > 1, update_min_steps=least, file=sys.stderr)
        self._bar, self._shown, self._done = bar.__enter__(), label, 0

    def _end(self, *, whole: bool) -> None:
        """Leave the bar as it stands, full where its step came to an end."""
        if self._bar:
            if whole:
                self._bar.update((self._bar.length or 0) - self._done)
            self._bar.__exit__(None, None, None)
        self._bar = None
