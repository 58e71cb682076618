"""What of a page is searched: the blocks of its ``<article>``."""

from dataclasses import dataclass
from html.parser import HTMLParser

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    *("address", "article", "aside", "blockquote", "details", "div", "fieldset", "footer", "form", "header", "main"),
    *("figcaption", "figure", "hr", "nav", "p", "pre", "section", "summary"),
    *("dd", "dl", "dt", "li", "ol", "ul"),
    *("caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"),
}
_NOT_TEXT = frozenset({"noscript", "script", "style", "template"})


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption or cell of an article."""

    text: str
    """As printed, white space collapsed."""
    anchor: str | None = None
    """The id of a heading, for a link to it; None where the block is no heading or has none."""


def find_blocks(html: str) -> tuple[Block, ...]:
    """Return the blocks of a page's ``<article>`` in order; none where the page has no article."""
    parser = _ArticleParser()
    parser.feed(html)
    parser.close()
    return tuple(parser.blocks)


def find_title(html: str) -> str:
    """Return the first ``<h1>`` of a page, in its article or outside; empty where it has none."""
    parser = _TitleParser()
    parser.feed(html)
    parser.close()
    return " ".join("".join(parser.text).split())


class _TitleParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self._inside = False
        self._done = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside |= tag == "h1" and not self._done

    def handle_endtag(self, tag: str) -> None:
        if tag == "h1":
            self._inside, self._done = False, True

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.text.append(data)


class _ArticleParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._depth = 0  # of nested articles
        self._silent = 0
        self._text: list[str] = []
        self._anchor: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._depth += tag == "article"
        self._silent += tag in _NOT_TEXT
        if tag in _BLOCKS:
            self._end_block()
        if tag in _HEADINGS:
            self._anchor = dict(attrs).get("id")
        if tag == "br":
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_block()
        if tag in _HEADINGS:
            self._anchor = None
        self._silent -= tag in _NOT_TEXT
        self._depth -= tag == "article"

    def handle_data(self, data: str) -> None:
        if self._depth > 0 and not self._silent:
            self._text.append(data)

    def _end_block(self) -> None:
        text = " ".join("".join(self._text).split())
        self._text.clear()
        if text:
            self.blocks.append(Block(text, self._anchor))
