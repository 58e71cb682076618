"""How far a build has come, for whoever waits."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Told of each step: its name (``content``, ``pages``, ``search``, ``moving``), how much is done, how much there is."""


def say_nothing(step: str, done: int, total: int) -> None:
    """The progress of a build for which nobody waits."""
