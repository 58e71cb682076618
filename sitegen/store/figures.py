"""Pictures of a body stand between its paragraphs, whatever the editor has put them into.

A picture in the midst of a sentence would tear the line apart and could carry no caption, so it comes right behind
what it stands in: the paragraph, the heading, the item of a list; inside a cell it stays in the cell. The words around
it are one run of text, as if it were not there.
"""

from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from sitegen.store.blocks import Image

FIGURE = "figure"
"""Type of the token; its meta has the ``image`` and the address of a ``link`` around it, which may be empty."""
_BREAKS = ("softbreak", "hardbreak")


def lift_figures(state: StateCore) -> None:
    """Take the pictures out of the paragraphs and put them behind; a rule of markdown-it."""
    if "![" not in state.src:
        return
    made: list[Token] = []
    waiting: list[Token] = []
    for token in state.tokens:
        if token.type == "inline" and any(child.type == "image" for child in token.children or ()):
            waiting = list(_make_figures(token, state.src))
            token.children = list(_without_images(token.children or []))
            if made and made[-1].type in ("td_open", "th_open"):
                made += [token, *waiting]
                waiting = []
                continue
        if token.type == "paragraph_close" and waiting and made[-1].type == "inline" and not made[-1].children:
            del made[-2:]
        else:
            made.append(token)
        if waiting and token.type in ("paragraph_close", "heading_close"):
            made += waiting
            waiting = []
    state.tokens = made


def _make_figures(token: Token, source: str) -> Iterator[Token]:
    lines = source.split("\n")[slice(*token.map)] if token.map else []
    first = token.map[0] + 1 if token.map else 0
    link, used = "", 0
    for child in token.children or ():
        if child.type == "link_open":
            link = str(child.attrs.get("href", ""))
        elif child.type == "link_close":
            link = ""
        elif child.type == "image":
            source = str(child.attrs.get("src", ""))
            spelled = (unquote(source), source)
            used = _find_line(lines, spelled, used)
            image = Image(
                address=spelled[0],
                written=next((one for one in spelled if one and used < len(lines) and one in lines[used]), "!["),
                alt=_plain(child.children or ()).strip(),
                caption=str(child.attrs.get("title", "")),
                line=first + used,
            )
            figure = Token(FIGURE, FIGURE, 0, map=token.map, block=True, level=max(token.level - 1, 0))
            figure.meta = {"image": image, "link": link}
            yield figure


def _find_line(lines: Sequence[str], addresses: Sequence[str], start: int) -> int:
    """Return the first line from ``start`` on that has one of the spellings; ``start`` where none has."""
    found = (at for at in range(start, len(lines)) if any(one and one in lines[at] for one in addresses))
    return next(found, start)


def _without_images(children: Sequence[Token]) -> Iterator[Token]:
    """Yield what stands beside the pictures, without links that held nothing else and breaks that divide nothing."""
    kept: list[Token] = []
    for child in children:
        if child.type == "image":
            continue
        if child.type == "link_close" and kept and kept[-1].type == "link_open":
            kept.pop()
        elif child.type in _BREAKS and (not kept or kept[-1].type in _BREAKS):
            continue
        else:
            kept.append(child)
    while kept and (kept[-1].type in _BREAKS or not _says_something(kept)):
        kept.pop()
    return iter(kept)


def _says_something(tokens: Sequence[Token]) -> bool:
    return any(token.content.strip() or token.type == "footnote_ref" for token in tokens)


def _plain(tokens: Sequence[Token]) -> str:
    """Return the text of tokens, that of nested ones included."""
    pieces = []
    for token in tokens:
        if token.type in _BREAKS:
            pieces.append(" ")
        pieces.append(_plain(token.children) if token.children else token.content)
    return "".join(pieces)
