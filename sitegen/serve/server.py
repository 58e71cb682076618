"""A local web server for a built site, whose pages reload when told to.

Tornado serves files rightly (ranges, types, no way out of the folder) and keeps a connection open per page;
``livereload``, which is built on it, would put an inline script into each page, poll the files and hold its state for
all servers of the process.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tornado.httputil import HTTPHeaders, HTTPServerRequest
from tornado.iostream import StreamClosedError
from tornado.locks import Condition
from tornado.web import Application, OutputTransform, RedirectHandler, RequestHandler, StaticFileHandler

from sitegen.routes import Routes

_OWN = "_sitegen/"
"""Below the base path: what only the preview has."""
_SCRIPT = """\
const events = new EventSource(new URL("events", import.meta.url));
events.addEventListener("built", () => location.reload());
"""
_HEAD_END = b"</head>"


def make_application(site: Path, routes: Routes, built: Condition, why_empty: Callable[[], str]) -> Application:
    """Return the web application of one preview.

    Args:
        site: Folder of the site; may be missing for a while, or replaced at any time.
        routes: Of the site; it is served below its base path.
        built: Notified when the site was built anew.
        why_empty: Says why there is no site.
    """
    base = routes.base_path
    script = f'<script type="module" src="{base}{_OWN}reload.js"></script>'.encode()

    class AddScript(OutputTransform):
        """Put the reload script into the head of every page."""

        def __init__(self, request: HTTPServerRequest) -> None:
            super().__init__(request)

        def transform_first_chunk(
            self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool
        ) -> tuple[int, HTTPHeaders, bytes]:
            if "html" in headers.get("Content-Type", "") and _HEAD_END in chunk:
                chunk = chunk.replace(_HEAD_END, script + _HEAD_END, 1)
                if "Content-Length" in headers:
                    headers["Content-Length"] = str(int(headers["Content-Length"]) + len(script))
            return status_code, headers, chunk

    handlers: list[Any] = [
        (f"{base}{_OWN}reload\\.js", _Script),
        (f"{base}{_OWN}events", _Events, {"built": built}),
        (f"{base}(.*)", _Files, {"path": str(site), "default_filename": "index.html", "why_empty": why_empty}),
    ]
    if base != "/":
        handlers.append(("/", RedirectHandler, {"url": base, "permanent": False}))
    return Application(handlers, transforms=[AddScript], log_function=lambda handler: None)


class _Files(StaticFileHandler):
    """A file of the site, else its page for what is not there."""

    def initialize(self, path: str, default_filename: str | None = None, *, why_empty: Callable[[], str]) -> None:  # type: ignore[override] # one more argument, given above
        super().initialize(path, default_filename)
        self.why_empty = why_empty

    def set_extra_headers(self, path: str) -> None:
        self.set_header("Cache-Control", "no-store")

    def compute_etag(self) -> str | None:
        return None  # Tornado computes it once per path, and these files change

    def should_return_304(self) -> bool:
        return False  # times of files count seconds, and two builds may share one

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        page = Path(self.root) / "404.html"
        if status_code == 404 and page.is_file():
            self.set_header("Content-Type", "text/html; charset=utf-8")
            self.finish(page.read_bytes())
        elif not Path(self.root).is_dir():
            self.set_status(503)
            self.set_header("Content-Type", "text/plain; charset=utf-8")
            self.finish(self.why_empty())
        else:
            super().write_error(status_code, **kwargs)


class _Script(RequestHandler):
    def get(self) -> None:
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.finish(_SCRIPT)


class _Events(RequestHandler):
    """Server-sent events: one each time the site was built."""

    def initialize(self, built: Condition) -> None:
        self.built = built

    async def get(self) -> None:
        self.set_header("Content-Type", "text/event-stream")
        self.set_header("Cache-Control", "no-cache")
        try:
            self.write(": connected\n\n")
            await self.flush()
            while True:
                await self.built.wait()
                self.write("event: built\ndata:\n\n")
                await self.flush()
        except StreamClosedError:
            return
