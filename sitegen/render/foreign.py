"""Words of another language than the page's are marked as such, wherever a template says them.

A screen reader must know that a name on an English page is Chinese, and a browser which face it wants. As autoescape
does for markup, this happens to every ``{{ … }}`` that stands between tags, so that no template can forget it; what
stands inside a tag or in an element that holds bare text is left alone. Markup is taken to be marked already.
"""

import re
from collections.abc import Iterator

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape

CONTENT_LANGUAGE = "zh-Hans"
"""What reports, names and whatever else editors write are in, where nothing else is said."""

_HAN = (
    "[\u2e80-\u2fdf\u3000-\u303f\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
_CHINESE = re.compile(_HAN)
_RUN = re.compile(rf"\S*{_HAN}\S*(?: \S*{_HAN}\S*)*")
"""Words that hold a Chinese character or punctuation mark, with the spaces between them."""
_BEFORE, _BEHIND = "([{\"'", ",.;:!?\"'"
_BRACKETS = {")": "(", "]": "[", "}": "{"}
_PART = re.compile(r"""<!--.*?-->|</?([a-zA-Z][\w-]*)|(["'])|>""", re.DOTALL)
_SHORT = 8
"""Characters of a name in other words up to which no line is broken in it."""
_BARE = frozenset(("title", "script", "style", "textarea", "option"))
"""Elements that hold text and no other elements."""


def mark_foreign(value: object) -> object:
    """Return a text with its Chinese words inside ``<span lang>``; whatever is no plain text is returned as it is."""
    if not isinstance(value, str) or hasattr(value, "__html__") or not holds_chinese(value):
        return value
    made, reached = [], 0
    for start, end in find_chinese(value):
        short = end - start <= _SHORT and end - start < len(value)
        made += [escape(value[reached:start]), mark_language(escape(value[start:end]), short=short)]
        reached = end
    return Markup("").join((*made, escape(value[reached:])))


def mark_language(html: Markup, *, short: bool = False) -> Markup:
    """Return HTML of the content's language inside an element that says so; a short name is kept on one line."""
    kept = ' class="name"' if short else ""
    return Markup(f'<span{kept} lang="{CONTENT_LANGUAGE}">{html}</span>')


def holds_chinese(text: str) -> bool:
    """Whether a text has a Chinese character or punctuation mark."""
    return _CHINESE.search(text) is not None


def find_chinese(text: str) -> Iterator[tuple[int, int]]:
    """Yield where runs of Chinese words begin and end, without the punctuation that an English sentence puts there."""
    for match in _RUN.finditer(text):
        start, end = match.span()
        while start < end and text[start] in _BEFORE:
            start += 1
        while end > start and (text[end - 1] in _BEHIND or _closes_nothing(text[start:end])):
            end -= 1
        if text[start:end].startswith("“") and text[start:end].endswith("”") and end - start < len(text):
            start, end = start + 1, end - 1
        if start < end:
            yield start, end


def _closes_nothing(words: str) -> bool:
    opening = _BRACKETS.get(words[-1])
    return opening is not None and words.count(words[-1]) > words.count(opening)


class ForeignWords(Extension):
    """Passes what a template says between tags through ``mark_foreign``."""

    def __init__(self, environment: Environment) -> None:
        """Add the filter that the changed expressions use."""
        super().__init__(environment)
        environment.filters["foreign"] = mark_foreign

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens of a template, each expression between tags with the filter behind it."""
        place = _Place()
        marked = False
        for token in stream:
            line = token.lineno
            if token.type == "data":
                place.read(token.value)
            if token.type == "variable_end" and marked:
                yield from (Token(line, "rparen", ")"), Token(line, "pipe", "|"), Token(line, "name", "foreign"))
            yield token
            if token.type == "variable_begin":
                marked = place.between_tags
                if marked:
                    yield Token(line, "lparen", "(")


class _Place:
    """Where in HTML a template has come to; its branches are read one after the other."""

    def __init__(self) -> None:
        self._in_tag, self._quote, self._bare, self._name = False, "", "", ""

    @property
    def between_tags(self) -> bool:
        """Whether an element could stand here."""
        return not (self._in_tag or self._bare)

    def read(self, html: str) -> None:
        """Go on over a piece of literal HTML."""
        for part in _PART.finditer(html):
            text, name, quote = part[0], part[1], part[2]
            if self._quote:
                self._quote = "" if quote == self._quote else self._quote
            elif self._in_tag:
                if quote:
                    self._quote = quote
                elif text == ">":
                    self._in_tag = False
                    self._bare = self._name if self._name in _BARE else ""
            elif name and (not self._bare or text.lower() == f"</{self._bare}"):
                self._in_tag, self._name = True, "" if text.startswith("</") else name.lower()
