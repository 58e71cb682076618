"""Read, show, and read again whenever a file changes."""

import asyncio
import sys
import time
import traceback
from collections import OrderedDict
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from socket import socket
from tempfile import TemporaryDirectory
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.locks import Condition
from tornado.netutil import bind_sockets

from sitegen.build.live import LiveSite
from sitegen.build.look import LOOK_ERRORS, tell_look_error
from sitegen.build.rereading import Folders, LiveState, Rereader
from sitegen.problems import Problem, sort_problems
from sitegen.problems.catalogue import make_problem
from sitegen.problems.words import Language
from sitegen.serve.index import Idle, PreviewIndex
from sitegen.serve.own_files import find_own_files
from sitegen.serve.report import report_problems
from sitegen.serve.server import Answer, make_application
from sitegen.serve.watch import watch_folders

HOST = "localhost"
_PORTS = 20
"""How many ports are tried, from the one asked for."""
_PAGES = 200
"""Pages that are kept as they were shown last, for when they cannot be made."""


@dataclass(frozen=True, slots=True)
class Teller:
    """How the preview speaks to whoever runs it."""

    started: Callable[[str], None]
    """Called once, with the address."""
    problems: Callable[[tuple[Problem, ...]], None]
    """Called with all problems whenever they are others than before."""
    changed: Callable[[float], None]
    """Called when the site was read anew, with the seconds that it took."""


def _started(address: str) -> None:
    print(f"{address}  (stop with Ctrl-C)", flush=True)


def _tell(problems: tuple[Problem, ...]) -> None:
    print("".join(f"{problem}\n" for problem in problems), end="", file=sys.stderr, flush=True)


def _changed(seconds: float) -> None:
    print(f"{1000 * seconds:.0f} ms", flush=True)


PLAIN = Teller(_started, _tell, _changed)
"""Speaks English to stdout and stderr."""


def serve(
    content: Path,
    *,
    seeds: Path | None = None,
    jinja_theme: Path | None = None,
    port: int = 8000,
    language: Language | None = None,
    find_day: Callable[[], date] = date.today,
    teller: Teller = PLAIN,
) -> None:
    """Show the site on this machine until the process is interrupted.

    Pages are made when they are asked for, with the base path that ``content/site.yaml`` gives. Where the port is
    taken the next free one is used. A file that cannot be read counts as it was when it could; what is wrong is shown
    on the page. Drafts are shown.

    Args:
        content: The content folder.
        seeds: The bulletins as received; ``seeds`` beside the content folder if None. May be missing.
        jinja_theme: Folder of the Jinja theme; ``themes/default`` beside the content folder if None, else the one that
            comes along.
        port: The port asked for.
        language: Of problems on pages; that of each page if None.
        find_day: Returns the day that says which reports are published later.
        teller: Speaks to whoever runs it.

    Raises:
        OSError: if none of the ports is free, or no folder can be watched.
    """
    folders = Folders(content, seeds or content.absolute().parent / "seeds", jinja_theme)
    with TemporaryDirectory(prefix="sitegen-serve-", ignore_cleanup_errors=True) as folder:
        try:
            asyncio.run(Preview(folders, Path(folder), language, find_day, teller).run(port))
        except KeyboardInterrupt:
            return


class Preview:
    """One site under the eyes of its editors."""

    def __init__(
        self,
        folders: Folders,
        temporary: Path,
        language: Language | None,
        find_day: Callable[[], date],
        teller: Teller,
    ) -> None:
        self._folders, self._language, self._find_day, self._teller = folders, language, find_day, teller
        self._idle = Idle()
        self._index = PreviewIndex(temporary, self._idle, self._tell_changed)
        self._state = LiveState(None, ())
        self._failed: Problem | None = None
        """Why the folders could not be read the last time, which then count as they were before."""
        self._faults: dict[str, Problem] = {}
        """Why pages could not be made, by address."""
        self._pages: OrderedDict[str, bytes] = OrderedDict()
        self._read = asyncio.Event()
        self._run, self._count = time.time_ns(), 0
        self.changed = Condition()
        """Notified whenever something that is shown may have changed."""

    @property
    def version(self) -> str:
        """Changes whenever something that is shown may have changed, and is never that of another preview."""
        return f"{self._run}-{self._count}"

    async def run(self, port: int) -> None:
        """Serve until cancelled."""
        sockets, port = _bind(port)
        server = HTTPServer(make_application(self))
        server.add_sockets(sockets)
        reader = Rereader(self._folders, f"http://{HOST}:{port}")
        try:
            async with aclosing(watch_folders(self._list_folders)) as changes:
                async for _ in changes:
                    with self._idle:
                        await self._look(reader)
                    if not self._read.is_set():
                        self._read.set()
                        self._teller.started(f"http://{HOST}:{port}{self._base_path}")
        finally:
            server.stop()
            await self._index.close()

    async def wait(self) -> None:
        """Wait until the folders were read for the first time."""
        await self._read.wait()

    async def answer(self, path: str) -> Answer:
        """Return what a browser gets that asks for a path."""
        site = self._state.site
        if site is None:
            return Answer(_page_of_nothing(), status=503)
        if not path.startswith(self._base_path):
            return Answer(b"", location=self._base_path) if path == "/" else Answer(b"", status=404)
        if self._index.holds(site, path):
            data = await self._index.answer(path)
            return Answer(data or b"", name=path, status=200 if data is not None else 404)
        with self._idle:
            return await asyncio.to_thread(self._make, site, path)

    def tell(self, path: str, language: str) -> dict[str, Any]:
        """Return what the page at a path shows of the problems, as JSON can hold it.

        Args:
            path: Its address.
            language: Code of its language, which is that of the messages unless another one was asked for.
        """
        site, fault = self._state.site, self._faults.get(path)
        names = find_own_files(path.removeprefix(self._base_path), self._list_languages())
        files = {(self._folders.content / name).as_posix() for name in names}
        own = Language.ZH if language.startswith("zh") else Language.EN
        failed = [self._failed] if self._failed else []
        return report_problems(
            sort_problems((*self._state.problems, *self._faults.values(), *failed)),
            lambda problem: problem.path in files or problem in (fault, self._failed),
            self._language or own,
            missing=site is not None and not site.has_page(path),
        )

    @property
    def _base_path(self) -> str:
        return self._state.site.plan.routes.base_path if self._state.site else "/"

    def _list_languages(self) -> tuple[str, ...]:
        return tuple(self._state.site.plan.jinja_theme.strings) if self._state.site else ()

    def _list_folders(self) -> tuple[Path, ...]:
        folders = self._folders
        own = folders.own_look or folders.content.absolute().parent / "themes" / "default"
        return (folders.content, folders.seeds, own, folders.look)

    async def _look(self, reader: Rereader) -> None:
        """Read the folders in a thread, so that pages are answered meanwhile; a defect of the program ends nothing."""
        started = time.perf_counter()
        before = (self._state, self._failed)
        try:
            state, failed = await asyncio.to_thread(reader.read, self._find_day()), None
        except Exception as error:
            state, failed = self._state, _tell_defect(error)
        if (state.site, state.problems, failed) == (self._state.site, self._state.problems, self._failed):
            return
        if state.site and state.site is not self._state.site:
            self._faults.clear()
            self._index.follow(state.site)
        self._state, self._failed = state, failed
        self._tell_changed()
        if (state.problems, failed) != (before[0].problems, before[1]):
            self._teller.problems(sort_problems((*state.problems, *([failed] if failed else []))))
        self._teller.changed(time.perf_counter() - started)

    def _tell_changed(self) -> None:
        self._count += 1
        self.changed.notify_all()

    def _make(self, site: LiveSite, path: str) -> Answer:
        """Make what stands at a path; where that fails, what stood there before."""
        try:
            data = site.answer(path)
            if data is None:
                return self._make_missing(site, path)
        except LOOK_ERRORS as error:
            self._faults[path] = tell_look_error(self._folders.look, error)
        except Exception as error:
            self._faults[path] = _tell_defect(error)
        else:
            self._faults.pop(path, None)
            if site.has_page(path):
                self._keep(path, data)
            return Answer(data, name=path)
        kept = self._pages.get(path)
        return Answer(_page_of_nothing(), status=500) if kept is None else Answer(kept)

    def _make_missing(self, site: LiveSite, path: str) -> Answer:
        if site.has_page(f"{path}/"):
            return Answer(b"", location=f"{path}/")
        page = site.answer(site.plan.routes.not_found())
        return Answer(page or b"", status=404)

    def _keep(self, path: str, data: bytes) -> None:
        self._pages[path] = data
        self._pages.move_to_end(path)
        if len(self._pages) > _PAGES:
            self._pages.popitem(last=False)


def _tell_defect(error: Exception) -> Problem:
    """Return a defect of the program as a problem, and print where it is."""
    traceback.print_exception(error)
    return make_problem("preview-failed", why=f"{type(error).__name__}: {error}")


def _page_of_nothing() -> bytes:
    """Return a page on which only the problems stand."""
    head = b'<head><meta charset="utf-8"><title>sitegen</title></head>'
    return b'<!DOCTYPE html>\n<html lang="zh-Hans">\n%s\n<body></body>\n</html>\n' % head


def _bind(port: int) -> tuple[list[socket], int]:
    """Return sockets on the first free port, and that port."""
    for candidate in range(port, port + _PORTS):
        try:
            return bind_sockets(candidate, HOST), candidate
        except OSError as error:
            taken = error
    raise OSError(f"the ports {port} to {port + _PORTS - 1} are all taken: {taken}")
