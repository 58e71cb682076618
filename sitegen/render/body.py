"""A report's body as HTML: headings that can be linked to, numbers that lead to their rows."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from markupsafe import Markup, escape

from sitegen.model.stat import Stat
from sitegen.model.terms import StatId
from sitegen.render.marks import mark_stats
from sitegen.store import markdown

_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_TAGS = re.compile(r"<sup>.*?</sup>|<[^>]*>", re.DOTALL)
"""Tags, and the marks of footnotes, which are no text."""
_FIGURES = re.compile(r"<figure .*?</figure>", re.DOTALL)
_DASH = "——"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body."""

    id: str
    """``section-2``: its number in ``report.sections``."""
    text: str


@dataclass(frozen=True, slots=True)
class Body:
    """A rendered body."""

    html: Markup
    headings: tuple[Heading, ...]
    located: frozenset[StatId]
    inside: Mapping[StatId, tuple[StatId, ...]]
    """Stats that share their spot with an earlier one, by that one, which is the link there."""


def section_id(number: int) -> str:
    """Return the id of the heading of a section, by its number in ``report.sections``."""
    return f"section-{number}"


def render_body(text: str, dress: markdown.Dress, stats: Sequence[Stat] = ()) -> Body:
    """Return a Markdown body as HTML with its stats marked and an id on each heading.

    The page's own title is its one first-level heading, so one of the body becomes a second-level heading.

    Args:
        text: The Markdown.
        dress: Labels and pictures of the body, from ``Site.dress``.
        stats: What is marked in it.
    """
    html = markdown.render(text, dress)
    first = _HEADING.search(html)
    lead = _FIGURES.sub("", html[: first.start()] if first else html)
    has_lead = bool(_TAGS.sub("", lead).strip())
    headings: list[Heading] = []

    def name(match: re.Match[str]) -> str:
        made = Heading(section_id(len(headings) + has_lead), unescape(_TAGS.sub("", match[2])))
        headings.append(made)
        level = max(int(match[1]), 2)
        inner = match[2] if "<" in match[2] else mark_phrases(made.text)
        return f'<h{level} id="{made.id}">{inner}</h{level}>'

    marked = mark_stats(_HEADING.sub(name, html), stats)
    return Body(Markup(marked.html), tuple(headings), marked.located, marked.inside)


def render_text(text: str, dress: markdown.Dress) -> Markup:
    """Return Markdown that is no report's body as HTML: a preface, what an editor wrote on a theme or a place."""
    return render_body(text, dress).html


def mark_phrases(title: str) -> Markup:
    """Return a title whose halves, divided by a space, are kept on lines of their own where they have room."""
    halves = title.split(" ")
    if len(halves) == 1:
        return escape(title)
    return Markup(" ").join(Markup('<span class="phrase">{}</span>').format(half) for half in halves)


def mark_headline(title: str) -> Markup:
    """Return a title in its halves, with what follows its dash set apart as a subtitle."""
    head = title.partition(_DASH)[0] or title
    below = title.removeprefix(head)
    subtitle = Markup('<span class="subtitle">{}</span>').format(below) if below else Markup()
    return mark_phrases(head) + subtitle


def excerpt(text: str, length: int) -> str:
    """Return the beginning of a body's paragraphs as plain text, cut at ``length`` characters with ``…``."""
    kinds = (markdown.BlockKind.PARAGRAPH, markdown.BlockKind.LIST_ITEM)
    said = [block.text for block in markdown.blocks(text) if block.kind in kinds]
    plain = "".join(f"{one} " if one[-1].isascii() else one for one in said).rstrip()
    return plain if len(plain) <= length else plain[: length - 1].rstrip("，、；：。 ") + "…"
