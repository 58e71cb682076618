"""The pages of a built site: where each stands, what it leads to, what it loads, what it says of itself."""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree, html

_LEADS = "//a/@href | //area/@href"
_LOADS = (
    "//script/@src | //img/@src | //source/@src | //video/@src | //video/@poster | //audio/@src | //iframe/@src"
    " | //embed/@src | //object/@data"
    " | //link[contains(' stylesheet icon preload modulepreload manifest ', concat(' ', @rel, ' '))]/@href"
)
_SETS = "//img/@srcset | //source/@srcset"
_POINTS = (
    "//form/@action | //link[@rel='alternate' and not(@hreflang)]/@href | //@data-index | //@data-values"
    " | //meta[@property='og:image']/@content"
)
_LAZY = "//img[@loading='lazy']/@src"
_LAZY_SETS = "//img[@loading='lazy']/@srcset | //picture[.//img[@loading='lazy']]//source/@srcset"


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """One HTML file of a built site; addresses as they stand in it."""

    file: Path
    """Below the site's folder."""
    size: int
    ids: frozenset[str]
    twice: tuple[str, ...]
    """Ids that more than one element has, sorted."""
    leads: frozenset[str]
    """What its links lead to."""
    loads: frozenset[str]
    """What a browser fetches by itself: scripts, styles, pictures."""
    lazy: frozenset[str]
    """Those of its pictures that are fetched only when they come into view."""
    points: frozenset[str]
    """What else has to be there: feeds, where forms go, what scripts ask for."""
    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    canonical: str | None
    shown_as: str | None
    """Its address as programs that show links with a picture are told it."""
    alternates: tuple[tuple[str, str], ...]
    """Languages and addresses of the same page in each."""
    hidden: bool
    """Search engines are told to pass it over."""
    forwards: str | None
    """Where a page that is only a signpost sends its reader."""

    @property
    def is_page(self) -> bool:
        """Whether it is there to be read, not only to send its reader on."""
        return self.forwards is None


def read_page(site: Path, file: Path) -> SitePage:
    """Read one page.

    Raises:
        OSError: if it cannot be read.
    """
    data = (site / file).read_bytes()
    tree = parse(data)
    counted = Counter(_find(tree, "//@id"))
    robots = " ".join(_find(tree, "//meta[@name='robots']/@content"))
    return SitePage(
        file=file,
        size=len(data),
        ids=frozenset(counted),
        twice=tuple(sorted(name for name, number in counted.items() if number > 1)),
        leads=frozenset(_find(tree, _LEADS)),
        loads=frozenset((*_find(tree, _LOADS), *_split_sets(tree, _SETS))),
        lazy=frozenset((*_find(tree, _LAZY), *_split_sets(tree, _LAZY_SETS))),
        points=frozenset(_find(tree, _POINTS)),
        scripts=tuple(_find(tree, "//script/@src")),
        styles=tuple(_find(tree, "//link[@rel='stylesheet']/@href")),
        canonical=next(iter(_find(tree, "//link[@rel='canonical']/@href")), None),
        shown_as=next(iter(_find(tree, "//meta[@property='og:url']/@content")), None),
        alternates=tuple(
            (str(link.get("hreflang")), str(link.get("href", "")))
            for link in tree.xpath("//link[@rel='alternate' and @hreflang]")
        ),
        hidden="noindex" in robots,
        forwards=_find_forward(tree),
    )


def find_line(data: bytes, value: str) -> int:
    """Return the line of the first element that has an attribute of this value; 0 where none has."""
    for element in parse(data).iter(etree.Element):
        if any(value in (given, *given.split(", ")) for given in element.attrib.values()):
            return int(element.sourceline or 0)
    return 0


def parse(data: bytes) -> Any:
    """Return the tree of a page, which may be as broken as pages are; an empty one for a file without elements."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return html.document_fromstring(data or b"<html></html>", parser=parser)
    except etree.ParserError:
        return html.document_fromstring(b"<html></html>", parser=parser)


def _find(tree: Any, path: str) -> list[str]:
    found: list[str] = _compile(path)(tree)
    return found


def _split_sets(tree: Any, path: str) -> list[str]:
    """Return the addresses of sets of pictures of which a browser takes one."""
    return [part.split()[0] for value in _find(tree, path) for part in value.split(",") if part.split()]


@cache
def _compile(path: str) -> Any:
    return etree.XPath(path, smart_strings=False)  # smart ones keep the whole tree


def _find_forward(tree: Any) -> str | None:
    """Return where ``<meta http-equiv=refresh content="0; url=…">`` leads."""
    for element in tree.xpath("//meta[@http-equiv and @content]"):
        if element.get("http-equiv").lower() == "refresh":
            _, _, address = element.get("content").partition("=")
            return str(address).strip(" '\"") or None
    return None
