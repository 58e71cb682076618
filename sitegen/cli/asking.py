"""Questions on a terminal for what was not given as an option, and what is said of a refusal."""

import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click

from sitegen.cli.words import line, tell
from sitegen.engine.start import RefusedError, UnsettledPlaceError, settle_place
from sitegen.model.place import Place, PlaceLevel
from sitegen.problems.words import Words

T = TypeVar("T")


def may_ask() -> bool:
    """Whether somebody sits at a terminal and can answer."""
    return sys.stdin.isatty()


@contextmanager
def refusals() -> Iterator[None]:
    """End the command with status 2 where something is refused, with 1 where the system does not write it."""
    try:
        yield
    except RefusedError as error:
        raise click.UsageError(tell(error.reason)) from error
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from error


def ask(given: str | None, question: Words, option: str, *, default: str | None = None) -> str:
    """Return what was given, else what is answered, else the default.

    Args:
        given: The value of the option.
        question: What is asked on a terminal.
        option: Its name, for who has no terminal.
        default: Holds where nothing is answered or nobody can answer; there must be an answer where it is None.
    """
    if given is not None:
        return given.strip()
    if may_ask():
        answer = click.prompt(tell(question), default=default, show_default=bool(default), err=True)
        return str(answer).strip()
    if default is None:
        raise click.UsageError(tell(line("need-option", option=option, question=question)))
    return default


def ask_for(
    given: str | None, question: Words, option: str, read: Callable[[str], T], *, default: str | None = None
) -> T:
    """Return what is read from the answer; on a terminal asked again until it can be read.

    Raises:
        RefusedError: if what was given cannot be read.
    """
    while True:
        try:
            return read(ask(given, question, option, default=default))
        except RefusedError as error:
            if given is not None or not may_ask():
                raise
            click.echo(tell(error.reason), err=True)


def place_reader(
    known: Collection[Place], levels: Collection[PlaceLevel] = tuple(PlaceLevel)
) -> Callable[[str], Place]:
    """Return what settles a place that somebody types; on a terminal one of several candidates can be chosen.

    The full name is shown where it is not what was typed: a short name may be that of a place elsewhere.
    """

    def read(typed: str) -> Place:
        place = choose(typed)
        if place.full_name != typed:
            click.echo(place.full_name, err=True)
        return place

    def choose(typed: str) -> Place:
        try:
            return settle_place(typed, known, levels=levels)
        except UnsettledPlaceError as error:
            if not error.candidates or not may_ask():
                raise
            for number, place in enumerate(error.candidates, 1):
                click.echo(f"{number:4}  {place.full_name}", err=True)
            choices = click.IntRange(1, len(error.candidates))
            return error.candidates[click.prompt(tell(line("ask-which")), type=choices, err=True) - 1]

    return read
