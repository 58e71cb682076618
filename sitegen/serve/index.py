"""The search index of a preview: made anew in the background, while the last one answers."""

import asyncio
import shutil
import threading
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.build.live import LiveSite
from sitegen.search import SearchMemory, write_index

_QUIET = 0.4
"""Seconds without a change after which the index is made: pages come first."""


class SupersededError(Exception):
    """The site changed while its index was being made."""


class Idle:
    """Whether nobody waits for a page."""

    def __init__(self) -> None:
        self._waiting = 0
        self._lock = threading.Lock()
        self._idle = threading.Event()
        self._idle.set()

    def __enter__(self) -> None:
        with self._lock:
            self._waiting += 1
            self._idle.clear()

    def __exit__(self, *error: object) -> None:
        with self._lock:
            self._waiting -= 1
            if not self._waiting:
                self._idle.set()

    def wait(self, seconds: float) -> bool:
        """Wait until nobody does, so long at the most."""
        return self._idle.wait(seconds)


@dataclass(frozen=True, slots=True)
class _Made:
    """One index with what belongs to it."""

    site: LiveSite
    folder: Path
    searched: Mapping[str, bytes]
    """What the search page loads beside the index, by address; of the same content."""


class PreviewIndex:
    """The files that the search page loads."""

    def __init__(self, folder: Path, idle: Idle, tell: Callable[[], None]) -> None:
        """Make no index yet.

        Args:
            folder: Where the files of indexes are written; exists and is empty.
            idle: Making an index waits for it at each page.
            tell: Called when a new index has taken the place of another.
        """
        self._folder, self._idle, self._tell = folder, idle, tell
        self._memory = SearchMemory()
        self._made: _Made | None = None
        self._ready = asyncio.Event()
        self._count = 0
        self._site: LiveSite | None = None
        self._begun: LiveSite | None = None
        """The site of the index that was made last, or is being made."""
        self._asked = False
        """Whether somebody has searched since that index was begun."""
        self._stop = threading.Event()
        self._task: asyncio.Task[None] | None = None

    def follow(self, site: LiveSite) -> None:
        """Make the index of a site once somebody searches; the first one at once. One being made is given up."""
        self._stop.set()
        self._site = site
        if self._made is None or self._asked or (self._task and not self._task.done()):
            self._begin()

    def _begin(self) -> None:
        self._asked, self._begun = False, self._site
        self._stop = threading.Event()
        if self._site:
            self._task = asyncio.create_task(self._make(self._site, self._stop, self._task))

    async def close(self) -> None:
        """Give up what is being made."""
        self._stop.set()
        if self._task:
            await asyncio.gather(self._task, return_exceptions=True)

    async def answer(self, address: str) -> bytes | None:
        """Return what stands at an address of the last index, or is loaded beside it; waits for the first one."""
        await self._ready.wait()
        self._asked = True
        if self._begun is not self._site:
            self._begin()
        made = self._made
        if made is None or address in made.searched:
            return made.searched[address] if made else None
        file = made.folder / made.site.plan.routes.file(address)
        return await asyncio.to_thread(_read, file, made.folder)

    def holds(self, site: LiveSite, address: str) -> bool:
        """Whether an address is for this to answer."""
        routes = site.plan.routes
        beside = address.startswith(routes.search_file("")) and not address.endswith("/")
        return address.startswith(routes.search_index()) or beside

    async def _make(self, site: LiveSite, stop: threading.Event, before: asyncio.Task[None] | None) -> None:
        if before:
            await asyncio.gather(before, return_exceptions=True)
        await asyncio.sleep(_QUIET if self._made else 0)
        folder = self._folder / str(self._count)
        self._count += 1
        try:
            searched = await asyncio.to_thread(self._write, site, folder, stop)
        except SupersededError:
            await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)
            return
        except Exception:
            traceback.print_exc()  # the last index goes on answering
            self._ready.set()
            return
        last, self._made = self._made, _Made(site, folder, searched)
        self._ready.set()
        if last:
            self._tell()
            await asyncio.to_thread(shutil.rmtree, last.folder, ignore_errors=True)

    def _write(self, site: LiveSite, folder: Path, stop: threading.Event) -> Mapping[str, bytes]:
        def pause() -> None:
            while not (stop.is_set() or self._idle.wait(0.1)):
                pass
            if stop.is_set():
                raise SupersededError

        pause()
        write_index(site.search_pages(pause), folder, memory=self._memory)
        pause()
        return site.searched


def _read(file: Path, folder: Path) -> bytes | None:
    if ".." in file.parts:
        return None
    try:
        return file.read_bytes() if file.is_relative_to(folder) else None
    except OSError:
        return None
