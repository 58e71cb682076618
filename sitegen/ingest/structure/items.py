"""Fragments become items: whole paragraphs, and the short lines, credits and datelines that stand between them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from sitegen.ingest.laid import Doubt
from sitegen.ingest.repair import ABSENT, Traced, join
from sitegen.ingest.structure.account import Account
from sitegen.ingest.structure.credits import CreditLine, parse_credits
from sitegen.ingest.structure.fragments import Fragment
from sitegen.ingest.structure.furniture import Furniture
from sitegen.ingest.structure.joints import Joints
from sitegen.ingest.structure.leads import captionness, has_run_in, opens_section
from sitegen.ingest.structure.lines import cannot_start, ends_sentence, starts_item
from sitegen.lexicon.layout import load_layout_words
from sitegen.problems import Words

_AHEAD = 4
"""So many pieces of text later a paragraph that breaks off may go on."""
_SURE = 5
_WOVEN = 2
"""So much better must reading across columns be than reading straight on."""
"""So much better must a later piece fit than the next one."""


class Kind(StrEnum):
    """What an item of a page is."""

    PARAGRAPH = "paragraph"
    SHORT = "short"
    """A heading, title or caption; which, the page as a whole tells."""
    CREDIT = "credit"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing printed on a page, whole."""

    kind: Kind
    piece: Traced
    packed: str
    line: int
    gap: int
    """Blank lines before it."""
    measure: int
    """Columns of a full line where it stands; 0 where one line does not show it."""
    indented: bool = False
    inserted: bool = False
    """Stands where a paragraph breaks off that goes on after it."""
    apart: bool = False
    """A page or column ends before it."""
    level: int = 0
    bold: bool = False
    credit: CreditLine | None = None
    subtitle: Traced | None = None
    """What stands under a title after a dash."""


@dataclass(slots=True)
class _Draft:
    kind: Kind
    fragments: list[Fragment]
    inserted: bool = False
    apart: bool = False
    credit: CreditLine | None = None
    promised: int | None = None
    """Index of the fragment that it goes on with."""

    @property
    def is_open(self) -> bool:
        return self.kind is Kind.PARAGRAPH and not ends_sentence(self.fragments[-1].packed)

    def text(self) -> str:
        return "".join(fragment.packed for fragment in self.fragments)

    def item(self) -> Item:
        first = self.fragments[0]
        return Item(
            kind=self.kind,
            piece=_joined(self.fragments),
            packed=self.text(),
            line=first.line,
            gap=first.gap,
            measure=first.measure,
            indented=first.indented,
            inserted=self.inserted,
            apart=self.apart,
            level=first.level,
            bold=first.bold,
            credit=self.credit,
        )


def _joined(fragments: Sequence[Fragment]) -> Traced:
    """The fragments as one piece; what stood between them counts as a line end."""
    pieces = [fragments[0].piece]
    for fragment in fragments[1:]:
        pieces += [Traced("\n", (fragment.piece.at[0],)), fragment.piece]
    return join(pieces)


@dataclass(slots=True)
class _Assembly:
    """The state of reading a page from top to bottom."""

    fragments: Sequence[Fragment]
    account: Account
    doubts: list[Doubt]
    drafts: list[_Draft] = field(default_factory=list)
    waiting: list[_Draft] = field(default_factory=list)
    """Paragraphs that broke off and have not gone on yet, the latest last."""
    lost: list[_Draft] = field(default_factory=list)
    """Paragraphs that broke off too long ago to go on."""
    latest: _Draft | None = None
    """The paragraph that was begun or went on last."""
    apart: bool = False


def make_items(fragments: Sequence[Fragment], account: Account, doubts: list[Doubt]) -> tuple[Item, ...]:
    """Put broken paragraphs together and say what every other piece is, in the source's order.

    A paragraph that breaks off goes on with the next piece of text, past short lines, credits and page numbers. A later
    piece is taken only where it fits far better (an open quotation mark is closed, a word that the source uses is made
    whole) or where the next one surely begins a paragraph. What never goes on stays as it is and gives a doubt.
    """
    page = _Assembly(fragments, account, doubts)
    joints = Joints(tuple(fragment.packed for fragment in fragments))
    gaps = Counter(fragment.gap for fragment in fragments if fragment.gap)
    usual_gap = gaps.most_common(1)[0][0] if gaps else 1
    for index, fragment in enumerate(fragments):
        if fragment.furniture is not None:
            _take_furniture(page, fragment)
        elif credit := _credit_of(fragment):
            page.drafts.append(_Draft(Kind.CREDIT, [fragment], credit=credit))
        elif fragment.short and not _is_text(page, index, joints, usual_gap):
            page.drafts.append(_Draft(Kind.SHORT, [fragment], inserted=bool(page.waiting), apart=page.apart))
        else:
            _take_text(page, index, joints)
            page.apart = False
    for draft in (*page.lost, *page.waiting):
        last = draft.fragments[-1]
        page.doubts.append(
            Doubt(
                "order-unsure",
                Words(
                    "A paragraph breaks off and nothing surely goes on with it.", "有一段话没有完，找不到确定的下文。"
                ),
                last.line,
                last.packed[-20:],
            )
        )
    return tuple(draft.item() for draft in page.drafts)


def _take_furniture(page: _Assembly, fragment: Fragment) -> None:
    if fragment.furniture is Furniture.DATELINE:
        page.drafts.append(_Draft(Kind.DATELINE, [fragment]))
    elif fragment.furniture is not None:
        page.account.drop(fragment.piece, fragment.furniture.value)
    page.apart = page.apart or fragment.furniture in (Furniture.PAGE_NUMBER, Furniture.RUNNING_HEAD)


def _credit_of(fragment: Fragment) -> CreditLine | None:
    """The credits of a fragment; a name may be broken over two lines."""
    if len(fragment.packed) > 90 or fragment.level:
        return None
    piece = fragment.piece
    without_ends = piece.keep(lambda index: piece.text[index] not in "\n" + ABSENT)
    unspread = piece.keep(lambda index: not piece.text[index].isspace() and piece.text[index] != ABSENT)
    return parse_credits(piece) or parse_credits(without_ends) or parse_credits(unspread)


def _is_text(page: _Assembly, index: int, joints: Joints, usual_gap: int) -> bool:
    """Whether a short piece is the end of a paragraph that broke off, or the beginning of one that breaks off."""
    fragment = page.fragments[index]
    if _ends_open_paragraph(page, index, joints, usual_gap):
        return True
    if fragment.level or fragment.bold or page.waiting or ends_sentence(fragment.packed):
        return False
    after = page.fragments[index + 1] if index + 1 < len(page.fragments) else None
    if after is None or after.furniture is not None or after.short:
        return False
    if cannot_start(after.packed):
        return True
    if "，" not in fragment.packed:
        return False
    in_block = fragment.gap == 0 and index > 0 and not page.fragments[index - 1].short
    return joints.fit(fragment.packed, after.packed) >= (1 if in_block else _SURE)


def _ends_open_paragraph(page: _Assembly, index: int, joints: Joints, usual_gap: int) -> bool:
    """Whether a short piece is the last bit of a paragraph that broke off, rather than a caption put into it."""
    fragment = page.fragments[index]
    if not page.waiting or fragment.level or fragment.bold:
        return False
    text = page.waiting[-1].text()
    if page.waiting[-1].promised is not None:
        return page.waiting[-1].promised == index
    if not ends_sentence(fragment.packed):
        return False
    after = next((f for f in page.fragments[index + 1 : index + 4] if f.furniture is None and not f.short), None)
    later = joints.fit(text, after.packed) - 3 * _begins_anew(after) if after is not None else -9
    apart = fragment.gap > usual_gap or page.fragments[min(index + 1, len(page.fragments) - 1)].gap > usual_gap
    return joints.fit(text, fragment.packed) + 2.0 >= captionness(fragment.packed) + later + apart


def _take_text(page: _Assembly, index: int, joints: Joints) -> None:
    fragment = page.fragments[index]
    goes_on = next((draft for draft in page.waiting if draft.promised == index), None)
    if goes_on is None and page.waiting and page.waiting[-1].promised is None:
        latest = page.waiting[-1]
        best = _best_continuation(page, latest.text(), index, joints)
        if best == index:
            goes_on = latest
        else:
            latest.promised = best
    if goes_on is None:
        draft = _Draft(Kind.PARAGRAPH, [fragment], apart=page.apart)
        page.drafts.append(draft)
        page.latest = draft
        if draft.is_open:
            page.waiting.append(draft)
            page.lost += page.waiting[: -2 * _AHEAD]
            page.waiting = page.waiting[-2 * _AHEAD :]
        return
    if page.latest is not goes_on:
        page.account.move(fragment.piece, "column-break")
    goes_on.fragments.append(fragment)
    goes_on.promised = None
    page.latest = goes_on
    if not goes_on.is_open:
        page.waiting.remove(goes_on)


def _best_continuation(page: _Assembly, text: str, index: int, joints: Joints) -> int | None:
    """Index of the fragment that goes on with ``text``: the next one unless a later one is far better; None if none."""
    ahead = [
        i
        for i in range(index, min(len(page.fragments), index + 3 * _AHEAD))
        if i == index or (page.fragments[i].furniture is None and not page.fragments[i].short)
    ][:_AHEAD]
    scores = [joints.fit(text, page.fragments[i].packed) - _newness(page.fragments[i]) for i in ahead]
    if _is_woven(text, [page.fragments[i] for i in ahead], joints):
        return ahead[1]
    best = max(range(len(ahead)), key=lambda n: (scores[n], -n))
    if best and scores[best] >= scores[0] + _SURE and scores[best] > _SURE:
        return ahead[best]
    return index if not _begins_anew(page.fragments[index]) else None


def _is_woven(text: str, ahead: Sequence[Fragment], joints: Joints) -> bool:
    """Whether the next piece begins another paragraph, read across from the next column, and the one after it goes on.

    Weighed against reading straight on: what goes on with what, and which pieces begin as paragraphs do.
    """
    if len(ahead) < 3 or not ahead[0].is_open:
        return False
    one, two, three = (fragment.packed for fragment in ahead[:3])
    straight = joints.fit(text, one) + joints.fit(one, two) + _newness(ahead[2])
    across = joints.fit(text, two) + joints.fit(one, three) + _newness(ahead[0])
    if ahead[1].is_open:
        straight, across = straight - _newness(ahead[2]), across - 1.0
    return across >= straight + _WOVEN and not _newness(ahead[1])


def _newness(fragment: Fragment) -> float:
    """How much a piece reads like the beginning of a paragraph."""
    if _begins_anew(fragment) or fragment.indented:
        return 3.0
    return 2.0 if has_run_in(fragment.packed) or opens_section(fragment.packed) == 1.0 else 0.0


def _begins_anew(fragment: Fragment) -> bool:
    """Whether a piece surely starts a paragraph of its own."""
    marks = load_layout_words().report_marks
    return starts_item(fragment.packed) or bool(re.match(r"\**(?:" + "|".join(marks) + ")", fragment.packed))
