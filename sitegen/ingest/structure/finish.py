"""Raw pieces become what a report holds: spaces and quotation marks mended, marks of the page left out."""

import re
from dataclasses import dataclass
from functools import cache

from sitegen.ingest.repair import ABSENT, Traced, join, repair_heading_spaces, repair_quotes, repair_spaces
from sitegen.ingest.structure.account import Account
from sitegen.ingest.structure.credits import CreditLine, TracedCredit, parse_credits
from sitegen.ingest.structure.furniture import JUMP_AT_END, JUMP_AT_START
from sitegen.ingest.structure.items import Item
from sitegen.lexicon.layout import any_of, load_layout_words

_STARS = re.compile(r"\*{2,3}|(?<![A-Za-z0-9])__|__(?![A-Za-z0-9])")
_HEAD = re.compile(r"\s*(?:#{1,6}[\s#]*|>\s+|[-*]\s+)?")
_ORNAMENT = re.compile(r"\s*[◆◇●○■□▲△★☆►▶◎※❖✦♦]+\s*")
_TAIL = re.compile(r"[（(【\[]([^（）()【】\[\]。]{3,60})[）)】\]]\s*$")
_NAMED = re.compile(r"\s*[（(【\[]([^（）()【】\[\]。]{2,60})[）)】\]]\s*")


@dataclass(frozen=True, slots=True)
class Finished:
    """A paragraph as a report holds it, and the credits that stood in it."""

    text: Traced
    credits: tuple[TracedCredit, ...] = ()


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(rf"\s*[【\[]?{any_of(load_layout_words().report_marks)}[】\]]?[：:]?")


def finish_paragraph(item: Item, account: Account) -> Finished:
    """Mend a paragraph; its 本报讯 and the credits in brackets at its ends leave it."""
    piece = _without_markup(item.piece, account)
    credits: list[TracedCredit] = []
    if mark := _mark().match(piece.text):
        account.drop(piece[: mark.end()], "report-mark")
        piece = piece[mark.end() :]
        if (named := _NAMED.match(piece.text)) and (line := parse_credits(piece[named.start(1) : named.end(1)])):
            credits += take_credits(line, piece[: named.end()], account)
            piece = piece[named.end() :]
    if jump := JUMP_AT_START.match(piece.text):
        account.drop(piece[: jump.end()], "running-head")
        piece = piece[jump.end() :]
    if jump := JUMP_AT_END.search(piece.text):
        account.drop(piece[jump.start() :], "running-head")
        piece = piece[: jump.start()]
    if (tail := _TAIL.search(piece.text)) and (line := parse_credits(piece[tail.start(1) : tail.end(1)])):
        credits += take_credits(line, piece[tail.start() :], account)
        piece = piece[: tail.start()]
    return Finished(repair_quotes(repair_spaces(piece)), tuple(credits))


def finish_heading(item: Item, account: Account) -> Traced:
    """Mend a heading; ornaments before it leave it, a subtitle follows it."""
    piece = _heading(item.piece, account)
    if item.subtitle is None:
        return piece
    subtitle = _heading(item.subtitle, account)
    if not subtitle or subtitle.text[0] in "—─-":
        return join((piece, subtitle))
    return join((piece, Traced(" ", (item.subtitle.at[0] - 1,)), subtitle))


def _heading(piece: Traced, account: Account) -> Traced:
    piece = _without_markup(piece, account)
    if ornament := _ORNAMENT.match(piece.text):
        account.drop(piece[: ornament.end()], "ornament")
        piece = piece[ornament.end() :]
    return repair_quotes(repair_heading_spaces(piece))


def finish_caption(item: Item, account: Account) -> Traced:
    """Mend the words under a picture; a space between two captions of one line stays."""
    return finish_heading(item, account)


def take_credits(line: CreditLine, piece: Traced, account: Account) -> tuple[TracedCredit, ...]:
    """Return the credits of a line and leave out the rest of its characters."""
    kept = {offset for credit in line.credits for part in (credit.role, credit.name) for offset in part.at}
    account.drop(piece.keep(lambda index: piece.at[index] not in kept), "credit-words")
    return line.credits


def _without_markup(piece: Traced, account: Account) -> Traced:
    """Leave out Markdown's marks: those of headings, quotations and lists at the start, those of bold anywhere."""
    head = _HEAD.match(piece.text)
    marks = set(range(head.end() if head else 0))
    for match in _STARS.finditer(piece.text):
        marks.update(range(match.start(), match.end()))
    if not marks:
        return piece
    account.drop(piece.pick(index for index in sorted(marks) if piece.text[index] not in " \n\t" + ABSENT), "markup")
    return piece.keep(lambda index: index not in marks)
