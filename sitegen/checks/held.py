"""What a preview shows of files that are broken while somebody writes in them: what they held when they were whole."""

from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TypeVar

from sitegen.model.content import Content
from sitegen.problems import Problem, Severity

T = TypeVar("T")


def hold_broken(now: Content, problems: Iterable[Problem], folder: str, last: Content, base: Content) -> Content:
    """Return the content with the last records of those files that cannot be used now.

    Args:
        now: What was read.
        problems: What was found in it.
        folder: The content folder, as the paths of problems begin.
        last: What this returned last time.
        base: What an empty folder holds: the lexicon's themes and series, the default settings.
    """
    broken = frozenset(_find_broken(problems, folder))
    if not broken:
        return now
    return replace(
        now,
        settings=last.settings if "site.yaml" in broken else now.settings,
        reports=_hold(now.reports, last.reports, lambda r: r.path, _names(broken, "reports")),
        bulletins=_hold(now.bulletins, last.bulletins, lambda b: b.stem, _names(broken, "bulletins")),
        places=_hold(now.places, last.places, lambda p: p.id, _names(broken, "places")),
        themes=_hold(now.themes, last.themes, lambda t: t.id, _names(broken, "themes"), base.themes),
        series=(
            _hold(now.series, last.series, lambda s: s.id, {s.id for s in last.series}, base.series)
            if "indicators.yaml" in broken
            else now.series
        ),
        practices=_hold(now.practices, last.practices, lambda p: p.id, _names(broken, "practices")),
        pages=_hold(now.pages, last.pages, lambda p: p.id, _names(broken, "pages")),
        ledgers={
            **{name: last.ledgers[name] for name in _names(broken, ".ingest") & last.ledgers.keys()},
            **now.ledgers,
        },
    )


def _find_broken(problems: Iterable[Problem], folder: str) -> Iterable[str]:
    """Yield the files below the folder that have an error."""
    for problem in problems:
        if problem.severity is Severity.ERROR and PurePosixPath(problem.path).is_relative_to(folder):
            yield PurePosixPath(problem.path).relative_to(folder).as_posix()


def _names(broken: Collection[str], part: str) -> set[str]:
    """Return the names of broken files of a part of the folder, without their ending: ids of what they hold."""
    return {file.removeprefix(f"{part}/").rpartition(".")[0] for file in broken if file.startswith(f"{part}/")}


def _hold(
    now: tuple[T, ...], last: tuple[T, ...], key: Callable[[T], Hashable], broken: set[str], base: tuple[T, ...] = ()
) -> tuple[T, ...]:
    """Return the records of now and those of the last time whose files are broken; the lexicon's give way to them.

    The order matters to nobody but for themes, which stand where they stood.
    """
    held = {key(record): record for record in last if key(record) in broken}
    if not held:
        return now
    lexicon = {key(record): record for record in base}
    read = {key(record): record for record in now}
    kept = {name: record for name, record in held.items() if name not in read or read[name] == lexicon.get(name)}
    return tuple((read | kept).values())
