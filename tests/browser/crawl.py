"""Whether everything that the pages of a built site point to is there."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_HOST = "http://site.invalid"
_POINTERS = {"href", "src", "action", "data-index", "data-values"}


class _Pointers(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name in _POINTERS and value is not None:
                self.addresses.append(value)


def find_broken(site: Path, base_path: str) -> Iterator[str]:
    """Yield ``page -> address`` for each link, anchor, form or asset of the site that leads nowhere."""
    pages = {path: _Pointers(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    for page, pointers in pages.items():
        own = _address_of(page, site, base_path)
        for address in pointers.addresses:
            target = urlsplit(urljoin(own, address))
            if f"{target.scheme}://{target.netloc}" != _HOST:
                continue
            file = _file_of(target.path, site, base_path)
            ids = pages[file].ids if file in pages else set()
            if file is None or (target.fragment and unquote(target.fragment) not in ids):
                yield f"{page.relative_to(site)} -> {address}"


def _address_of(page: Path, site: Path, base_path: str) -> str:
    return f"{_HOST}{base_path}{page.relative_to(site).as_posix().removesuffix('index.html')}"


def _file_of(path: str, site: Path, base_path: str) -> Path | None:
    """The file that answers at a path; the folder of the search index stands for itself."""
    file = site / unquote(path).removeprefix(base_path)
    if file.is_dir() and path.endswith("/"):
        file = file if file.name == "search-index" else file / "index.html"
    return file if path.startswith(base_path) and (file.is_file() or file.name == "search-index") else None


def find_orphans(site: Path, base_path: str) -> Iterator[str]:
    """Yield the pages that no other page leads to."""
    linked: set[str] = set()
    pages = sorted(site.rglob("*.html"))
    for page in pages:
        own = _address_of(page, site, base_path)
        pointed = {urljoin(own, address).partition("#")[0] for address in _Pointers(page.read_text("utf-8")).addresses}
        linked |= {unquote(address).partition("?")[0] for address in pointed - {own}}
    for page in pages:
        address = _address_of(page, site, base_path)
        if address not in linked and page.name != "404.html":
            yield address
