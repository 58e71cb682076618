"""Build, serve, and build again whenever a file changes."""

import asyncio
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from socket import socket
from tempfile import TemporaryDirectory

from tornado.httpserver import HTTPServer
from tornado.locks import Condition
from tornado.netutil import bind_sockets
from watchfiles import awatch

from sitegen.build import build
from sitegen.problems import Problem
from sitegen.render.jinja_theme import find_folder
from sitegen.routes import Routes
from sitegen.search import SearchMemory
from sitegen.serve.server import make_application
from sitegen.store.site import DEFAULT, read_site

HOST = "localhost"
_PORTS = 20
"""How many ports are tried, from the one asked for."""


def serve(content: Path, *, seeds: Path | None = None, jinja_theme: Path | None = None, port: int = 8000) -> None:
    """Show the site on this machine until the process is interrupted.

    The site is built into a temporary folder, with the base path that ``content/site.yaml`` gives. Where the port is
    taken the next free one is used; the address is printed. Problems go to stderr; a file that cannot be read leaves
    the last good page in place.

    Args:
        content: The content folder.
        seeds: The bulletins as received; ``seeds`` beside the content folder if None. May be missing.
        jinja_theme: Folder of the Jinja theme; ``themes/default`` beside the content folder if None, else the one that
            comes along.
        port: The port asked for.

    Raises:
        OSError: if none of the ports is free.
    """
    folders = (content, seeds or content.absolute().parent / "seeds", jinja_theme or find_folder(content))
    with TemporaryDirectory(prefix="sitegen-serve-") as folder:
        try:
            asyncio.run(_Preview(folders, Path(folder) / "site").run(port))
        except KeyboardInterrupt:
            print("stopped", file=sys.stderr)


class _Preview:
    """One site under the eyes of its editors."""

    def __init__(self, folders: tuple[Path, Path, Path], site: Path) -> None:
        self._content, self._seeds, self._jinja_theme = folders
        self._site = site
        self._built = Condition()
        self._problems: tuple[Problem, ...] = ()
        self._memory = SearchMemory()

    async def run(self, port: int) -> None:
        """Serve until cancelled."""
        sockets, port = _bind(port)
        routes = Routes(f"http://{HOST}:{port}{_read_base_path(self._content)}")
        server = HTTPServer(make_application(self._site, routes, self._built, self._tell_problems))
        server.add_sockets(sockets)
        print(f"http://{HOST}:{port}{routes.base_path}  (stop with Ctrl-C)", flush=True)
        changes = awatch(*_existing((self._content, self._seeds, self._jinja_theme)))
        while True:
            changed = asyncio.ensure_future(anext(changes))  # before building: what changes meanwhile is not missed
            await self._build(routes)
            await changed

    async def _build(self, routes: Routes) -> None:
        """Build in a thread, so that pages are served meanwhile; a defect of the program ends no preview."""
        try:
            result = await asyncio.to_thread(
                build,
                self._content,
                self._site,
                seeds=self._seeds,
                jinja_theme=self._jinja_theme,
                base_url=routes.base_url,
                memory=self._memory,
            )
        except Exception:
            traceback.print_exc()
            return
        self._problems = result.problems
        print(self._tell_problems(), end="", file=sys.stderr, flush=True)
        print(f"{result.pages} pages" if result.moved else "nothing new: the last good site stays", flush=True)
        if result.moved:
            self._built.notify_all()

    def _tell_problems(self) -> str:
        return "".join(f"{problem}\n" for problem in self._problems)


def _bind(port: int) -> tuple[list[socket], int]:
    """Return sockets on the first free port, and that port."""
    for candidate in range(port, port + _PORTS):
        try:
            return bind_sockets(candidate, HOST), candidate
        except OSError as error:
            taken = error
    raise OSError(f"the ports {port} to {port + _PORTS - 1} are all taken: {taken}")


def _existing(folders: Iterable[Path]) -> list[Path]:
    return [folder for folder in folders if folder.exists()]


def _read_base_path(content: Path) -> str:
    file = content / "site.yaml"
    settings = (
        read_site(file.read_text(encoding="utf-8", errors="replace"), str(file))[0] if file.is_file() else DEFAULT
    )
    return Routes(settings.base_url).base_path
