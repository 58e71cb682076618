"""Serve a built site as the host of netlify.toml would: its headers, its page for what is not there."""

import gzip
import io
import threading
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

NETLIFY = Path(__file__).parents[2] / "netlify.toml"


@cache
def read_rules() -> tuple[dict[str, Any], ...]:
    """The rules of netlify.toml."""
    return tuple(tomllib.loads(NETLIFY.read_text(encoding="utf-8"))["headers"])


def read_headers(path: str) -> dict[str, str]:
    """Headers that netlify.toml gives to a path; where rules overlap, browsers would get both values."""
    given: dict[str, str] = {}
    for rule in read_rules():
        start, star, _ = rule["for"].partition("*")
        if path == rule["for"] or (star and path.startswith(start)):
            for name, value in rule["values"].items():
                given[name] = f"{given[name]}, {value}" if name in given else value
    return given


_TEXTS = frozenset((".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv"))


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        "": "application/octet-stream",
        ".js": "text/javascript",
    }

    def __init__(self, *args: object, base_path: str, compressed: bool, **kwargs: object) -> None:
        self.base_path = base_path
        self.compressed = compressed
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed through as the server gives them

    def translate_path(self, path: str) -> str:
        below = unquote(urlsplit(path).path).removeprefix(self.base_path)
        return super().translate_path("/" + below) if path.startswith(self.base_path) else "/nowhere"

    def end_headers(self) -> None:
        path = urlsplit(getattr(self, "path", "")).path
        below = "/" + path.removeprefix(self.base_path)  # Netlify serves from the root of a host only
        for name, value in read_headers(below).items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def send_head(self) -> Any:
        """As hosts do, text is sent compressed to who takes it."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        takes = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (self.compressed and takes and file.is_file() and file.suffix in _TEXTS):
            return super().send_head()
        data = gzip.compress(file.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def host(site: Path, base_path: str = "/", *, compressed: bool = False) -> Iterator[str]:
    """Serve a folder below a base path and give the address of its front page."""
    handler = partial(_Handler, directory=str(site), base_path=base_path, compressed=compressed)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{base_path}"
        finally:
            server.shutdown()
            thread.join()
