"""A page as text that a person can review: one line per block, links with their addresses, tables row by row."""

import re
from html.parser import HTMLParser

_REGIONS = frozenset(("article", "details", "footer", "form", "header", "main", "nav", "section"))
_PREFIX = {
    "h1": "# ",
    "h2": "## ",
    "h3": "### ",
    "li": "- ",
    "dt": ": ",
    "title": "<title> ",
    "caption": "table: ",
    "summary": "+ ",
}
_INLINE = frozenset(("a", "del", "em", "ins", "mark", "q", "span", "strong", "td", "th", "time"))
_ALONE = frozenset(("input", "link", "meta", "script"))
_SHOWN = ("id", "role", "aria-label", "aria-labelledby", "aria-current", "datetime", "data-stat", "hidden", "lang")


def read_page(html: str) -> str:
    """Return the text of a page with its structure: regions open with ``<name …>``, links read ``text → address``.

    The marks of the contents of assets are left out, so that a change of a style sheet changes no expected page.
    """
    reader = _Reader()
    reader.feed(re.sub(r"\?v=[0-9a-f]{8}", "", html))
    reader.close()
    return "\n".join(line.rstrip() for line in reader.lines if line.strip()) + "\n"


def without_frame(text: str) -> str:
    """Return a page's text without what stands around its main part, but with its title and description."""
    lines = text.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("<main"))
    end = next(number for number, line in enumerate(lines) if line == "<footer>")
    head = [
        line for line in lines[:start] if line.startswith(("<title", "<meta name=description", "<meta name=robots"))
    ]
    return "\n".join([*head, *lines[start:end]]) + "\n"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self._hrefs: list[str] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        said = " ".join(f"{name}={given[name]}" if given[name] else name for name in _SHOWN if name in given)
        if tag not in _INLINE:
            self._break()
        if tag in _ALONE:
            self.lines[-1] += " ".join((f"<{tag}", *(f"{name}={value}" for name, value in attrs))) + ">"
            self._break()
        elif tag in _REGIONS:
            self.lines[-1] += f"<{tag} {said}".rstrip() + ">"
            self._depth += 1
            self._break()
        else:
            before = " | " if tag in ("td", "th") else _PREFIX.get(tag, "")
            self.lines[-1] += before + (f"{{{said}}}" if said else "")
        if tag == "a":
            self._hrefs.append(given.get("href") or "")
            self.lines[-1] += "["

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.lines[-1] += f" → {self._hrefs.pop()}]"
        self._depth -= tag in _REGIONS
        if tag not in _INLINE:
            self._break()

    def handle_data(self, data: str) -> None:
        self.lines[-1] += " ".join(data.split())

    def _break(self) -> None:
        self.lines.append("  " * self._depth)
