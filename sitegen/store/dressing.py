"""How tables, footnotes and pictures of a body become HTML that everybody can use under a policy without styles.

A table lies in a box that scrolls on narrow screens, has a name and can be reached with the keyboard; columns are
aligned by classes. Ids hold hyphens, which those of stats never do. What is no word of the text (the marks of
footnotes, the ways back) stands in ``sup``, which nothing else makes, and pictures with their captions in ``figure``:
who looks for the words of a paragraph passes these two over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Protocol

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from sitegen.store.blocks import Image

_ALIGN = {"text-align:center": "center", "text-align:right": "end"}
GAP = "\t"
"""A text between two cells of a row that say something; a browser shows nothing there."""
DRESS = "dress"
"""Where the environment of a rendering has its dress."""


class Dress(Protocol):
    """What a body is given that its Markdown does not say."""

    def say(self, what: str, number: int = 0) -> str:
        """Return a label: of a ``table``, the ``notes``, a ``note`` or the way ``back`` from it."""

    def show(self, image: Image) -> str:
        """Return the HTML of a picture without its caption; empty where it cannot be shown."""


@dataclass(frozen=True, slots=True)
class _Plain:
    """For texts on their own."""

    def say(self, what: str, number: int = 0) -> str:
        return f"{what} {number}" if number else what

    def show(self, image: Image) -> str:
        return f'<img src="{escape(image.address)}" alt="{escape(image.alt)}">'


PLAIN: Dress = _Plain()


def dress(markdown: MarkdownIt) -> None:
    """Give a parser the rules of this module."""
    for name, rule in _RULES.items():
        markdown.add_render_rule(name, rule)


def _table_open(self: RendererProtocol, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    env["tables"] = env.get("tables", 0) + 1
    name = escape(_dress_of(env).say("table", env["tables"]))
    return f'<section class="scroll" aria-label="{name}" tabindex="0">\n<table>\n'


def _table_close(self: RendererProtocol, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    return "</table>\n</section>\n"


def _row_open(self: RendererProtocol, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    return "<tr>"


def _cell_open(self: RendererProtocol, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    """Open a cell, a gap before it where the row's text goes on in it."""
    token = tokens[at]
    aligned = _ALIGN.get(str(token.attrs.get("style", "")), "")
    scope = ' scope="col"' if token.tag == "th" else ""
    marked = f' class="{aligned}"' if aligned else ""
    return f"{GAP if token.meta.get('goes-on') else ''}<{token.tag}{scope}{marked}>"


def _cell_close(self: RendererProtocol, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    return f"</{tokens[at].tag}>"


def _figure(self: RendererProtocol, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    image: Image = tokens[at].meta["image"]
    link = str(tokens[at].meta["link"])
    shown = _dress_of(env).show(image)
    if shown and link:
        shown = f'<a href="{escape(link)}">{shown}</a>'
    said = image.caption if shown else image.caption or image.alt
    caption = f"<figcaption>{escape(said)}</figcaption>" if said else ""
    return f'<figure class="image">{shown}{caption}</figure>\n' if shown or caption else ""


def _notes_open(self: RendererProtocol, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    name = escape(_dress_of(env).say("notes"))
    return f'<section class="notes" role="doc-endnotes" aria-label="{name}">\n<ol>\n'


def _notes_close(self: RendererProtocol, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    return "</ol>\n</section>\n"


def _note_open(self: RendererProtocol, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    return f'<li id="note-{tokens[at].meta["id"] + 1}">'


def _note_close(self: RendererProtocol, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    return "</li>\n"


def _note_ref(self: RendererProtocol, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    number = tokens[at].meta["id"] + 1
    name = escape(_dress_of(env).say("note", number))
    own = _ref_id(tokens[at])
    return f'<sup><a id="{own}" href="#note-{number}" role="doc-noteref" aria-label="{name}">{number}</a></sup>'


def _note_back(self: RendererProtocol, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    """Make the way back; the sign has a selector behind it that keeps it from being an emoji."""
    token = tokens[at]
    name = escape(_dress_of(env).say("back", token.meta["id"] + 1))
    if token.meta["subId"]:
        name += f" ({token.meta['subId'] + 1})"
    return f'<sup><a href="#{_ref_id(token)}" role="doc-backlink" aria-label="{name}">\u21a9\ufe0e</a></sup>'


def _ref_id(token: Token) -> str:
    further = f"-{token.meta['subId'] + 1}" if token.meta["subId"] else ""
    return f"note-ref-{token.meta['id'] + 1}{further}"


def _dress_of(env: EnvType) -> Dress:
    worn: Dress = env[DRESS]
    return worn


_RULES = {
    "table_open": _table_open,
    "table_close": _table_close,
    "tr_open": _row_open,
    "th_open": _cell_open,
    "td_open": _cell_open,
    "th_close": _cell_close,
    "td_close": _cell_close,
    "figure": _figure,
    "footnote_block_open": _notes_open,
    "footnote_block_close": _notes_close,
    "footnote_open": _note_open,
    "footnote_close": _note_close,
    "footnote_ref": _note_ref,
    "footnote_anchor": _note_back,
}
