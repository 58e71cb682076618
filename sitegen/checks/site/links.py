"""Whether all is there that the pages of a site point to, and every page and file is pointed to."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from sitegen.checks.site.built import BuiltSite
from sitegen.checks.site.fault import Fault
from sitegen.checks.site.rules import is_named

_FIRST = ("", "top")
"""Fragments that mean the beginning of any page."""
_IN_STYLE = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
_AT_START = re.compile(r"""\b(?:from|import)\s*["']([^"']+)["']""")
_LATER = re.compile(r"""\bimport\s*\(\s*["']([^"']+)["']""")
_FETCHED = re.compile(
    r"""\b(?:fetch|importScripts|Worker|EventSource|WebSocket)\s*\(\s*["'`]((?:https?:|wss?:)?//[^"'`]+)"""
)


def check_links(site: BuiltSite) -> Iterator[Fault]:
    """Find links, anchors, forms and assets that lead nowhere."""
    for address, page in site.pages.items():
        for pointer in sorted(page.leads | page.loads | page.points | {page.forwards or ""} - {""}):
            target = site.resolve(pointer, address)
            if target is None:
                continue
            path, fragment = target
            file = site.find_file(path)
            if file is None:
                yield Fault("site-link", page.file.as_posix(), pointer, {"address": pointer})
            elif fragment not in _FIRST and file.endswith(".html"):
                other = site.pages[site.address_of(file)]
                if fragment not in other.ids:
                    yield Fault("site-anchor", page.file.as_posix(), pointer, {"id": fragment, "file": file})


def check_ids(site: BuiltSite) -> Iterator[Fault]:
    """Find ids that several elements of a page have."""
    for page in site.pages.values():
        for name in page.twice:
            yield Fault("site-id-twice", page.file.as_posix(), name, {"id": name})


def check_foreign(site: BuiltSite) -> Iterator[Fault]:
    """Find what pages, styles and scripts would fetch from elsewhere, which tells others who reads what."""
    for address, page in site.pages.items():
        for pointer in sorted(page.loads | page.points):
            if site.resolve(pointer, address) is None and _is_fetched(pointer):
                yield Fault("site-foreign", page.file.as_posix(), pointer, {"address": pointer})
    for file in sorted(site.files):
        for pointer in find_fetched(site, file):
            if site.resolve(pointer, site.address_of(file)) is None and _is_fetched(pointer):
                yield Fault("site-foreign", file, "", {"address": pointer})


def check_reach(site: BuiltSite) -> Iterator[Fault]:
    """Find pages to which no way of links leads from the front page, and assets that nothing uses."""
    reached = find_reached(site)
    for address, page in site.pages.items():
        file = page.file.as_posix()
        if address not in reached and page.is_page and not page.hidden and not is_named(file, "alone"):
            yield Fault("site-unreachable", file, "", {"address": address})
    used = set(find_used(site))
    for file in sorted(site.files):
        if file not in used and not file.endswith(".html") and not is_named(file, "asked_for"):
            yield Fault("site-unused", file, "", {"file": file})


def find_reached(site: BuiltSite) -> set[str]:
    """Return the addresses of all pages that links lead to from the front page, step by step."""
    reached = {site.base_path}
    waiting = [site.base_path]
    while waiting:
        address = waiting.pop()
        page = site.pages[address]
        for pointer in page.leads | ({page.forwards} if page.forwards else set()):
            target = site.resolve(pointer, address)
            file = site.find_file(target[0]) if target else None
            other = site.address_of(file) if file else None
            if other and other in site.pages and other not in reached:
                reached.add(other)
                waiting.append(other)
    return reached


def find_used(site: BuiltSite) -> Iterator[str]:
    """Yield the files that a page, a style sheet or a script names; some more than once."""
    for address, page in site.pages.items():
        for pointer in page.leads | page.loads | page.points:
            yield from _find_named(site, pointer, address)
    for file in site.files:
        for pointer in find_fetched(site, file):
            yield from _find_named(site, pointer, site.address_of(file))


def find_fetched(site: BuiltSite, file: str, *, later: bool = True) -> list[str]:
    """Return what a style sheet or a script fetches by an address that stands in it; of other files nothing.

    Args:
        site: The site.
        file: One of its files.
        later: Whether what a script fetches only in the course of its work counts too.
    """
    ending = PurePosixPath(file).suffix
    if ending == ".css":
        return [one or other for one, other in _IN_STYLE.findall(site.read_text(file))]
    if ending in (".js", ".mjs") and not is_named(file, "alone"):
        text = site.read_text(file)
        return _AT_START.findall(text) + (_LATER.findall(text) + _FETCHED.findall(text) if later else [])
    return []


def _find_named(site: BuiltSite, pointer: str, address: str) -> Iterator[str]:
    target = site.resolve(pointer, address)
    file = site.find_file(target[0]) if target else None
    if file:
        yield file


def _is_fetched(pointer: str) -> bool:
    parts = urlsplit(pointer)
    return bool(parts.netloc) or parts.scheme in ("http", "https")
