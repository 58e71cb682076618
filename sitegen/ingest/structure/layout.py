"""From the raw text of a bulletin to its reports, headings and paragraphs in reading order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sitegen.ingest.laid import Doubt, LaidBulletin, LaidReport, LaidSection
from sitegen.ingest.repair import Traced, repair_characters
from sitegen.ingest.structure.account import Account, make_ledger
from sitegen.ingest.structure.credits import TracedCredit
from sitegen.ingest.structure.doubles import doubled_paragraphs, drop_doubled_lines
from sitegen.ingest.structure.finish import finish_caption, finish_heading, finish_paragraph, take_credits
from sitegen.ingest.structure.fragments import make_fragments
from sitegen.ingest.structure.furniture import find_furniture
from sitegen.ingest.structure.issuers import speaker_of
from sitegen.ingest.structure.items import Item, Kind, make_items
from sitegen.ingest.structure.leads import captionness
from sitegen.ingest.structure.lines import split_lines
from sitegen.ingest.structure.masthead import find_title, set_issuers_apart
from sitegen.ingest.structure.reports import Part, merge_titles, split_reports
from sitegen.ingest.structure.sections import Reading, Role, read_sections
from sitegen.ingest.structure.styles import style_of
from sitegen.lexicon.layout import load_layout_words
from sitegen.model.report import Credit
from sitegen.problems import Words


@dataclass(frozen=True, slots=True)
class TracedSection:
    """A section whose every character knows its offset."""

    heading: Traced | None
    paragraphs: tuple[Traced, ...]


@dataclass(frozen=True, slots=True)
class TracedReport:
    """A report whose every character knows its offset."""

    title: Traced | None
    said_by: str | None
    sections: tuple[TracedSection, ...]
    captions: tuple[Traced, ...]
    credits: tuple[TracedCredit, ...]
    line: int

    def pieces(self) -> Iterable[Traced]:
        """All its text."""
        yield from (self.title,) if self.title else ()
        for section in self.sections:
            yield from (section.heading,) if section.heading else ()
            yield from section.paragraphs
        yield from self.captions
        for credit in self.credits:
            yield from (credit.role, credit.name)


@dataclass(frozen=True, slots=True)
class TracedBulletin:
    """A bulletin laid out, before its offsets are forgotten; what the tests of the account look at."""

    title: Traced | None
    preface: tuple[Traced, ...]
    captions: tuple[Traced, ...]
    datelines: tuple[Traced, ...]
    credits: tuple[TracedCredit, ...]
    """Those that hold for every report."""
    reports: tuple[TracedReport, ...]
    account: Account
    doubts: tuple[Doubt, ...]

    def pieces(self) -> Iterable[Traced]:
        """All text that is kept."""
        yield from (self.title,) if self.title else ()
        yield from (*self.preface, *self.captions, *self.datelines)
        for credit in self.credits:
            yield from (credit.role, credit.name)
        for report in self.reports:
            yield from report.pieces()


def lay_out(source: str) -> LaidBulletin:
    """Read the layout of a bulletin: its reports, their titles, headings and paragraphs, in reading order.

    Args:
        source: The decoded text, with line ends of any kind, its byte order mark removed.

    Never raises. A text without a paragraph gives a bulletin without reports. The ledger accounts for every character
    that is not white space; what the layout does not settle is among the doubts.
    """
    laid = lay_out_traced(source)
    shared = tuple(Credit(credit.role.text, credit.name.text) for credit in laid.credits)
    reports = tuple(
        LaidReport(
            title=report.title.text if report.title else None,
            said_by=report.said_by,
            sections=tuple(
                LaidSection(
                    section.heading.text if section.heading else None, tuple(p.text for p in section.paragraphs)
                )
                for section in report.sections
            ),
            captions=tuple(caption.text for caption in report.captions),
            credits=_once((*(Credit(credit.role.text, credit.name.text) for credit in report.credits), *shared)),
            part=number,
            line=report.line,
        )
        for number, report in enumerate(laid.reports, 1)
    )
    return LaidBulletin(
        title=laid.title.text if laid.title else None,
        preface=tuple(piece.text for piece in laid.preface),
        captions=tuple(piece.text for piece in laid.captions),
        datelines=tuple(piece.text for piece in laid.datelines),
        credits=shared,
        reports=reports,
        ledger=make_ledger(source, laid.pieces(), laid.account),
        doubts=laid.doubts,
    )


def _once(credits: Iterable[Credit]) -> tuple[Credit, ...]:
    return tuple(dict.fromkeys(credits))


@dataclass(slots=True)
class _Page:
    """What is gathered while the parts of a bulletin are finished."""

    account: Account = field(default_factory=Account)
    doubts: list[Doubt] = field(default_factory=list)
    shared: list[TracedCredit] = field(default_factory=list)
    datelines: list[Traced] = field(default_factory=list)
    seen_credits: set[str] = field(default_factory=set)


def lay_out_traced(source: str) -> TracedBulletin:
    """Read the layout of a bulletin, every character with its offset in ``source``."""
    page = _Page()
    repaired = repair_characters(source)
    lines = split_lines(repaired)
    fragments = make_fragments(lines, find_furniture(lines), repaired)
    items = merge_titles(make_items(fragments, page.account, page.doubts))
    items, headline = drop_doubled_lines(items, page.account)
    items = set_issuers_apart(items)
    parts = split_reports(items, page.account, page.doubts)
    several = len(parts.parts) > 1
    for part in parts.parts:
        if part.title is None:
            part.title, part.items = find_title(part.items, None if several else headline)
    doubled = doubled_paragraphs([part.items for part in parts.parts])
    for number, indexes in doubled.items():
        for index in indexes:
            page.account.drop(parts.parts[number].items[index].piece, "doubled")
        parts.parts[number].items = [item for i, item in enumerate(parts.parts[number].items) if i not in indexes]
    if several:
        _doubt_last_words(parts.parts[-1], page)
    title, preface, captions = _finish_front(parts.front, headline if several else None, page)
    reports = [report for part in parts.parts if (report := _finish_part(part, page, several=several)) is not None]
    return TracedBulletin(
        title=title,
        preface=preface,
        captions=captions,
        datelines=tuple(page.datelines),
        credits=tuple(page.shared),
        reports=tuple(reports),
        account=page.account,
        doubts=tuple(sorted(page.doubts, key=lambda doubt: (doubt.line, doubt.code, doubt.text))),
    )


def _doubt_last_words(part: Part, page: _Page) -> None:
    """Say so where the last report of several ends with words to all who reported, which may be nobody's own."""
    text = [item for item in part.items if item.kind is Kind.PARAGRAPH]
    if len(text) > 1 and text[-1].packed.startswith(load_layout_words().addressed_to_all):
        what = Words(
            "The last paragraph may speak of all reports rather than of the one before it.",
            "最后一段可能是对所有单位说的，不属于前一篇报告。",
        )
        page.doubts.append(Doubt("split-unsure", what, text[-1].line, text[-1].packed[:20]))


def _finish_front(
    items: Sequence[Item], headline: Item | None, page: _Page
) -> tuple[Traced | None, tuple[Traced, ...], tuple[Traced, ...]]:
    """Title, preface and captions of a bulletin of several reports: what stands before the first of them."""
    heads = load_layout_words().preface_heads
    shorts = [item for item in items if item.kind is Kind.SHORT and item.packed.strip("#*【】[]：:") not in heads]
    likely = sorted(
        shorts,
        key=lambda item: (
            -(item.level == 1) * 9 - (item.subtitle is not None) * 5 + captionness(item.packed),
            item.line,
        ),
    )
    title_item = headline or (likely[0] if likely and captionness(likely[0].packed) < 2.5 else None)
    preface: list[Traced] = []
    captions: list[Traced] = []
    for item in items:
        if item.kind is Kind.SHORT and item.packed.strip("#*【】[]：:") in heads:
            page.account.drop(item.piece, "preface-heading")
        elif item.kind is Kind.SHORT and item is not title_item:
            captions.append(finish_caption(item, page.account))
        elif item.kind is Kind.PARAGRAPH:
            done = finish_paragraph(item, page.account)
            preface.append(done.text)
            page.shared += done.credits
        elif item.kind is not Kind.SHORT:
            _finish_aside(item, page, to=page.shared)
    return (finish_heading(title_item, page.account) if title_item else None), tuple(preface), tuple(captions)


def _finish_aside(item: Item, page: _Page, *, to: list[TracedCredit]) -> None:
    """Put away a credit or a dateline."""
    if item.kind is Kind.DATELINE:
        page.datelines.append(finish_heading(item, page.account))
    elif item.credit is not None:
        if item.packed in page.seen_credits:
            page.account.drop(item.piece, "doubled")
            return
        page.seen_credits.add(item.packed)
        (page.shared if item.credit.for_all else to).extend(take_credits(item.credit, item.piece, page.account))


def _stands_over(index: int, items: Sequence[Item], reading: Reading) -> bool:
    """Whether a heading without text stands right over a heading of another form, which is under it."""
    if reading.roles.get(index + 1) is not Role.HEADING:
        return False
    one, two = (style_of(item.piece, level=item.level, bold=item.bold)[1] for item in items[index : index + 2])
    return one != two


def _finish_part(part: Part, page: _Page, *, several: bool) -> TracedReport | None:
    """Lay out one report."""
    items = part.items
    title_item = part.title
    reading = read_sections(items, titled=title_item is not None)
    credits: list[TracedCredit] = []
    captions: list[Traced] = []
    sections: dict[int | None, list[Traced]] = {}
    order: list[int | None] = []
    for index, item in enumerate(items):
        role = reading.roles.get(index)
        if role is Role.TITLE and title_item is None:
            title_item = item
        elif role in (Role.TITLE, Role.CAPTION):
            captions.append(finish_caption(item, page.account))
        elif item.kind is Kind.PARAGRAPH:
            done = finish_paragraph(item, page.account)
            credits += done.credits
            head = reading.heads[index]
            if head not in sections:
                order.append(head)
            sections.setdefault(head, []).append(done.text)
        elif item.kind is not Kind.SHORT:
            _finish_aside(item, page, to=credits)
    if None in sections and order[0] is not None:
        lead = next(i for i, head in reading.heads.items() if head is None)
        page.account.move(items[lead].piece[:20], "lead-moved")
        order = [None, *(head for head in order if head is not None)]
    headings = {head: finish_heading(items[head], page.account) for head in order if head is not None}
    for index, role in reading.roles.items():
        if role in (Role.HEADING, Role.HEADING_AFTER) and index not in headings:
            place = next((n for n, head in enumerate(order) if head is not None and head > index), len(order))
            order.insert(place, index)
            headings[index] = finish_heading(items[index], page.account)
            if not _stands_over(index, items, reading):
                what = Words("A heading has no text.", "有一个小标题下面没有正文。")
                page.doubts.append(Doubt("order-unsure", what, items[index].line, items[index].packed))
        elif role is Role.HEADING_AFTER:
            page.account.move(items[index].piece, "heading-after-text")
    title = finish_heading(title_item, page.account) if title_item else None
    if not order and not title and not captions and not credits:
        return None
    speaker = speaker_of(title) if title else None
    first = min((item.line for item in (*items, *([title_item] if title_item else []))), default=0)
    return TracedReport(
        title=title,
        said_by=part.said_by or (speaker.text if speaker else None),
        sections=tuple(
            TracedSection(headings[head] if head is not None else None, tuple(sections.get(head, ()))) for head in order
        ),
        captions=tuple(captions),
        credits=tuple(credits),
        line=first,
    )
