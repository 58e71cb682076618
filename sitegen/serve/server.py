"""A local web server for a preview: pages as they are made, each with the script that keeps it up to date.

Tornado keeps a connection open per page; ``livereload``, which is built on it, would put an inline script into each
page, poll the files and hold its state for all servers of the process.
"""

import asyncio
import mimetypes
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Protocol

from tornado.iostream import StreamClosedError
from tornado.locks import Condition
from tornado.web import Application, RequestHandler

_OWN = "/_sitegen/"
"""What only the preview has; whatever the base path of the site is."""
_HEAD_END = b"</head>"
_TYPES = {
    "": "text/html",
    "bib": "application/x-bibtex",
    "css": "text/css",
    "csv": "text/csv",
    "html": "text/html",
    "js": "text/javascript",
    "json": "application/json",
    "ris": "application/x-research-info-systems",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "webp": "image/webp",
    "xml": "application/xml",
}
"""By the ending of an address; what a system says of them is not the same everywhere."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a browser gets."""

    data: bytes
    name: str = ""
    """The address, whose ending says what the data is; a page if empty."""
    status: int = 200
    location: str = ""
    """Where to go instead, if not empty."""


class Shown(Protocol):
    """What is served."""

    changed: Condition

    @property
    def version(self) -> str:
        """Changes whenever something that is shown may have changed."""

    async def wait(self) -> None:
        """Wait until there is something to show."""

    async def answer(self, path: str) -> Answer:
        """Return what a browser gets that asks for a path."""

    def tell(self, path: str, language: str) -> dict[str, Any]:
        """Return what a page shows of the problems."""


def make_application(shown: Shown) -> Application:
    """Return the web application of one preview."""
    given = {"shown": shown}
    handlers: list[Any] = [
        (rf"{_OWN}(preview\.(?:js|css))", _Script),
        (f"{_OWN}events", _Events, given),
        (f"{_OWN}state", _State, given),
        ("(.*)", _Page, given),
    ]
    return Application(handlers, log_function=lambda handler: None)


class _Page(RequestHandler):
    """Whatever the site has."""

    def initialize(self, shown: Shown) -> None:
        self.shown = shown

    async def get(self, path: str) -> None:
        await self.shown.wait()
        version = self.shown.version  # before the page is made: what changes meanwhile is shown again
        answer = await self.shown.answer(self.request.path)
        if answer.location:
            self.redirect(answer.location)
            return
        kind = find_type(answer.name)
        self.set_status(answer.status)
        self.set_header("Content-Type", kind)
        self.set_header("Cache-Control", "no-cache")  # kept by browsers, and asked for again each time by its mark
        self.finish(add_script(answer.data, version) if kind.startswith("text/html") else answer.data)

    async def head(self, path: str) -> None:
        await self.get(path)


class _Script(RequestHandler):
    def get(self, name: str) -> None:
        self.set_header("Content-Type", find_type(name))
        self.set_header("Cache-Control", "no-cache")
        self.finish(files("sitegen.serve").joinpath("panel", name).read_bytes())


class _State(RequestHandler):
    """The problems, for the page that asks."""

    def initialize(self, shown: Shown) -> None:
        self.shown = shown

    def get(self) -> None:
        told = self.shown.tell(self.get_query_argument("page"), self.get_query_argument("lang", ""))
        self.set_header("Cache-Control", "no-store")
        self.finish({"version": self.shown.version, **told})


class _Events(RequestHandler):
    """Server-sent events: the version now, and the new one each time it changes."""

    def initialize(self, shown: Shown) -> None:
        self.shown = shown

    async def get(self) -> None:
        self.set_header("Content-Type", "text/event-stream")
        self.set_header("Cache-Control", "no-store")
        sent = ""
        try:
            while True:
                while sent == self.shown.version:
                    await self.shown.changed.wait()
                sent = self.shown.version
                self.write(f"event: version\ndata: {sent}\n\n")
                await self.flush()
        except (StreamClosedError, asyncio.CancelledError):
            return  # the page went away, or the preview ends


def add_script(page: bytes, version: str) -> bytes:
    """Return a page with the script of the preview at the end of its head; nothing else is changed."""
    script = f'<script type="module" src="{_OWN}preview.js" data-sitegen-version="{version}"></script>'
    return page.replace(_HEAD_END, script.encode() + _HEAD_END, 1)


def find_type(name: str) -> str:
    """Return the type of what stands at an address, by its ending."""
    ending = name.rpartition("/")[2].rpartition(".")[2] if "." in name.rpartition("/")[2] else ""
    known = _TYPES.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    is_text = known.startswith("text/") or known in ("application/json", "application/xml")
    return f"{known}; charset=utf-8" if is_text else known
