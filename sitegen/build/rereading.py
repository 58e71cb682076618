"""From folders to a site in memory, again and again: only what has changed is read, checked and prepared anew."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitegen.archive import Archive
from sitegen.build.editor import check_editor
from sitegen.build.images import with_images
from sitegen.build.live import LiveSite
from sitegen.build.look import LOOK_ERRORS, LookMemory, tell_look_error
from sitegen.build.plan import Plan
from sitegen.build.related import relate_folder
from sitegen.build.sources import read_sources
from sitegen.checks import check_folder
from sitegen.checks.held import hold_broken
from sitegen.checks.memory import CheckMemory
from sitegen.lexicon import load_series, load_themes
from sitegen.model.content import Content
from sitegen.problems import Problem, sort_problems
from sitegen.render import JinjaTheme, Look
from sitegen.render.jinja_theme import find_folder
from sitegen.routes import Routes
from sitegen.store.site import DEFAULT


@dataclass(frozen=True, slots=True)
class Folders:
    """What a site is read from."""

    content: Path
    seeds: Path
    """May be missing."""
    own_look: Path | None = None
    """Folder of the Jinja theme; that of the archive if None, else the one that comes along."""

    @property
    def look(self) -> Path:
        """The folder of the Jinja theme as of now."""
        return self.own_look or find_folder(self.content)


@dataclass(frozen=True, slots=True)
class LiveState:
    """What the folders held at one time."""

    site: LiveSite | None
    """The site, broken files as they were when they were whole; None where there was never a look to show it in."""
    problems: tuple[Problem, ...]
    """Of all files, by file and line."""


@dataclass(frozen=True, slots=True)
class _Inputs:
    """All that the bytes of a site depend on."""

    content: Content
    images: Mapping[str, object]
    edited: frozenset[str]
    sources: Mapping[str, bytes]
    routes: Routes
    look: Look
    now: date


class Rereader:
    """Reads the folders of one archive whenever it is asked to."""

    def __init__(self, folders: Folders, host: str) -> None:
        """Remember nothing yet.

        Args:
            folders: What to read.
            host: Scheme and host of the site: ``http://localhost:8000``.
        """
        self._folders, self._host = folders, host
        self._checks, self._looks = CheckMemory(), LookMemory()
        self._content: Content | None = None
        self._look: tuple[JinjaTheme, Look] | None = None
        self._inputs: _Inputs | None = None
        self._site: LiveSite | None = None

    def read(self, now: date) -> LiveState:
        """Return what the folders hold, drafts and what is published later included.

        The site is the same object where nothing that it shows has changed.

        Args:
            now: The day that says what is published later.
        """
        folders = self._folders
        found, problems = check_folder(folders.content, self._checks, now=now)
        content = hold_broken(found, problems, folders.content.as_posix(), self._content or found, _BASE)
        archive = with_images(relate_folder(content, (), folders.content, now=now, drafts=True), folders.content)
        whole = (entry.bulletin for entry in archive.bulletins.values() if entry.whole)
        sources, changed = read_sources(whole, folders.seeds)
        routes = Routes(f"{self._host}{Routes(content.settings.base_url).base_path}")
        broken_look = self._take_look(routes, content.settings.language)
        self._content = content
        missing = check_editor(content, folders.content)
        if self._look:
            jinja_theme, look = self._look
            edited = frozenset(path for path, entry in archive.reports.items() if entry.edited)
            inputs = _Inputs(content, archive.images, edited, sources, routes, look, now)
            if inputs != self._inputs:
                self._site = self._plan(archive, routes, jinja_theme, look, sources)
                self._inputs = inputs
        return LiveState(self._site, sort_problems((*problems, *changed, *broken_look, *missing)))

    def _take_look(self, routes: Routes, language: str) -> tuple[Problem, ...]:
        """Take the look as it is now, the last good one where it is broken."""
        try:
            self._look = self._looks.take(self._folders.look, routes, language)
        except LOOK_ERRORS as error:
            return (tell_look_error(self._folders.look, error),)
        return ()

    def _plan(
        self, archive: Archive, routes: Routes, jinja_theme: JinjaTheme, look: Look, sources: Mapping[str, bytes]
    ) -> LiveSite:
        plan = Plan(
            archive=archive,
            routes=routes,
            jinja_theme=jinja_theme,
            sources=sources,
            content=self._folders.content,
            local_editor=True,
        )
        return LiveSite(plan, look)


_BASE = Content(settings=DEFAULT, reports=(), themes=tuple(load_themes()), series=tuple(load_series()))
"""What an empty content folder holds."""
