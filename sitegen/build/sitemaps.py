"""The addresses of a sitemap by the protocol of sitemaps.org, or of an index of sitemaps, with their lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit
from xml.parsers.expat import ExpatError, ParserCreate

from sitegen.problems.words import Words


class SitemapError(Exception):
    """A file is no sitemap; ``reason`` says why, ``line`` where."""

    def __init__(self, file: Path, reason: Words, line: int = 0) -> None:
        super().__init__(str(reason))
        self.file, self.reason, self.line = file, reason, line


@dataclass(frozen=True, slots=True)
class NamedAddress:
    """An address that a sitemap names."""

    path: str
    """From the host's root, as a person reads it."""
    given: str
    """As it stands there."""
    file: Path
    line: int


def read_sitemap(file: Path) -> tuple[NamedAddress, ...]:
    """Return the addresses of a sitemap; of an index, those of its sitemaps, which lie beside it under their names.

    Raises:
        SitemapError: if a file is no sitemap, or names nothing.
        OSError: if a file cannot be read.
    """
    root, found = _parse(file)
    if root == "sitemapindex":
        parts = [file.parent / PurePosixPath(urlsplit(given).path).name for given, _ in found]
        return tuple(address for part in parts for address in _read_addresses(part))
    return tuple(_read_addresses(file))


def _read_addresses(file: Path) -> Iterator[NamedAddress]:
    root, found = _parse(file)
    if root != "urlset" or not found:
        raise SitemapError(file, Words("it names no address", "里面没有地址"))
    for given, line in found:
        yield NamedAddress(unquote(urlsplit(given).path) or "/", given, file, line)


def _parse(file: Path) -> tuple[str, list[tuple[str, int]]]:
    """Return the root element, and the text and the line of each ``loc``."""
    parser = ParserCreate(namespace_separator=" ")
    stack: list[str] = []
    names: list[str] = []
    found: list[tuple[str, int]] = []
    text: list[str] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        stack.append(name.rpartition(" ")[2])
        names.append(stack[-1])
        text.clear()

    def end(name: str) -> None:
        if stack.pop() == "loc" and (given := "".join(text).strip()):
            found.append((given, parser.CurrentLineNumber))
        text.clear()

    def refuse(*declared: object) -> None:
        raise SitemapError(file, Words("it declares entities", "里面声明了实体"), parser.CurrentLineNumber)

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler = text.append
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(file.read_bytes(), True)
    except ExpatError as error:
        raise SitemapError(file, Words("it is no XML", "它不是 XML 文件"), error.lineno) from None
    return names[0], found
