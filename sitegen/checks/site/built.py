"""A built site as a whole: its files, its pages, and which file answers at an address."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urljoin, urlsplit

from sitegen.checks.site.pages import SitePage, read_page

_NOWHERE = "http://site.invalid"
"""Stands for the host of a site that does not know its own."""
_LOCAL = re.compile(r"/(?!/)[^?#]*")
"""An address from the host's root without anything behind its path, as nearly all are."""


class NoSiteError(Exception):
    """The folder has no front page."""


@dataclass(frozen=True)
class BuiltSite:
    """All files of a site; addresses of pages and files are paths from the host's root, as browsers ask for them."""

    folder: Path
    host: str
    """Scheme and host, ``https://example.org``."""
    base_path: str
    """With a slash at both ends."""
    files: frozenset[str]
    """Paths below the folder."""
    pages: Mapping[str, SitePage]
    """By address, sorted."""

    def resolve(self, pointer: str, address: str) -> tuple[str, str] | None:
        """Return path and fragment that a pointer on the page at an address leads to; None where it leaves the site."""
        if _LOCAL.fullmatch(pointer):
            return pointer, ""
        try:
            given = urlsplit(pointer.strip())
            parts = urlsplit(urljoin(f"{self.host}{address}", pointer.strip()))
        except ValueError:
            return "", ""
        elsewhere = bool(given.netloc) and not parts.path.startswith(self.base_path)
        if f"{parts.scheme}://{parts.netloc}" != self.host or elsewhere:
            return None
        return parts.path, unquote(parts.fragment)

    def find_file(self, path: str) -> str | None:
        """Return the file that answers at a path, None where none does; a folder that scripts ask for is itself."""
        if not path.startswith(self.base_path):
            return None
        name = unquote(path.removeprefix(self.base_path))
        if not name or name.endswith("/"):
            page = f"{name}index.html"
            return page if page in self.files else name if name in self.folders else None
        return name if name in self.files else None

    def address_of(self, file: str) -> str:
        """Return the address at which a file answers."""
        is_index = PurePosixPath(file).name == "index.html"
        return self.base_path + quote(file.removesuffix("index.html") if is_index else file)

    @cached_property
    def folders(self) -> frozenset[str]:
        """Folders below the site's that hold no page, with a slash at the end."""
        named = {f"{folder}/" for file in self.files for folder in PurePosixPath(file).parents if folder.name}
        return frozenset(name for name in named if f"{name}index.html" not in self.files)

    def read_text(self, file: str) -> str:
        """Return the text of a file of the site."""
        return (self.folder / file).read_text(encoding="utf-8", errors="replace")


def read_site(folder: Path) -> BuiltSite:
    """Read all pages of a built site; its front page tells where it stands.

    Raises:
        NoSiteError: if it has no front page.
        OSError: if a file cannot be read.
    """
    if not (folder / "index.html").is_file():
        raise NoSiteError(folder)
    files = frozenset(_list_files(folder))
    home = read_page(folder, Path("index.html"))
    parts = urlsplit(home.canonical or home.shown_as or "/")
    path = parts.path.strip("/")
    empty = BuiltSite(
        folder=folder,
        host=f"{parts.scheme}://{parts.netloc}" if parts.netloc else _NOWHERE,
        base_path=f"/{path}/" if path else "/",
        files=files,
        pages={},
    )
    named = sorted((empty.address_of(file), file) for file in files if file.endswith(".html"))
    return replace(empty, pages={address: read_page(folder, Path(file)) for address, file in named})


def _list_files(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.relative_to(folder).as_posix()
