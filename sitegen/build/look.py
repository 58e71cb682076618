"""The look of a site, prepared again only when one of its files has changed; and what is said when it is broken."""

import time
from pathlib import Path

from jinja2 import TemplateError

from sitegen.problems import Problem, ReasonError, Words
from sitegen.problems.catalogue import make_problem
from sitegen.render import JinjaTheme, JinjaThemeError, Look, load_jinja_theme, prepare_look
from sitegen.render.words import MissingStringError
from sitegen.routes import Routes

LOOK_ERRORS = (JinjaThemeError, MissingStringError, TemplateError)
"""What a broken look raises when it is read, or when a page is rendered."""
_SETTLED = 2_000_000_000
"""Nanoseconds after which a changed file has another time of change in any file system."""

_Mark = frozenset[tuple[str, int, int, int]]


def tell_look_error(folder: Path, error: Exception) -> Problem:
    """Return the problem of a broken look: what is wrong, and in which line of which template if the error knows."""
    place = [str(part) for name in ("name", "lineno") if (part := getattr(error, name, None))]
    if isinstance(error, ReasonError):
        return make_problem("jinja-theme-broken", str(folder), why=error.reason)
    where = ":".join(place)
    why = Words(f"{where}: {error}" if where else str(error), f"模板 {where} 出错，模板引擎的原话是“{error}”")
    return make_problem("jinja-theme-broken", str(folder), why=why)


class LookMemory:
    """The look as it was prepared last."""

    def __init__(self) -> None:
        self._mark: _Mark | None = None
        self._theme: JinjaTheme | None = None
        self._look: tuple[Routes, str, Look] | None = None

    def take(self, folder: Path, routes: Routes, language: str) -> tuple[JinjaTheme, Look]:
        """Return the Jinja theme of a folder, and what all pages are rendered with.

        Raises:
            JinjaThemeError: if the folder is no Jinja theme, or lacks the language; the next call tries again.
        """
        mark = _mark(folder)
        if self._theme is None or mark is None or mark != self._mark:
            self._mark, self._theme, self._look = None, None, None
            self._theme = load_jinja_theme(folder)
            self._mark = mark
        if self._look is None or self._look[:2] != (routes, language):
            self._look = (routes, language, prepare_look(self._theme, routes, language))
        return self._theme, self._look[2]


def _mark(folder: Path) -> _Mark | None:
    """Return what tells the files of a folder from changed ones; None where nothing does, one being so new."""
    found = []
    for path in folder.rglob("*"):
        try:
            status = path.stat()
        except OSError:
            return None  # it went away meanwhile
        found.append((path.as_posix(), status.st_mtime_ns, status.st_ctime_ns, status.st_size))
    newest = max((max(mtime, ctime) for _, mtime, ctime, _ in found), default=0)
    return frozenset(found) if time.time_ns() - newest >= _SETTLED else None
