"""Printed lines become fragments: runs of lines that surely belong together."""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.ingest.repair import Traced, join, traced
from sitegen.ingest.structure.credits import parse_credits
from sitegen.ingest.structure.furniture import Furniture, halve_doubled
from sitegen.ingest.structure.issuers import is_issuer_line, sole_speaker
from sitegen.ingest.structure.leads import has_run_in
from sitegen.ingest.structure.lines import (
    Line,
    cannot_end,
    cannot_start,
    columns,
    ends_sentence,
    has_open_bracket,
    starts_item,
)
from sitegen.ingest.structure.measures import Measure, block_measures, is_airy, usual_measure
from sitegen.ingest.structure.styles import Style, style_of
from sitegen.lexicon.layout import load_layout_words

_MARKDOWN_HEAD = re.compile(r"(#{1,6})[\s#]*(?=\S)")
_BOLD_LINE = re.compile(r"(\*\*|__)[^*_]+\1")
_INNER_STOP = re.compile(r"[。；;！？](?!$|[”’）》」』])")
_LONGEST_SHORT = 44
_SUBTITLE = re.compile("[—─]{1,2}[^—─]")
_ASIDE = re.compile(r"[（(][^（）()]{1,20}[）)]$")
_COMMA = re.compile("[，、,]")
_ROOM = 4
"""Columns: a line that leaves more than this free of its measure ended because its text did."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of lines that belong to one paragraph, heading or caption; more runs may follow to make it whole."""

    piece: Traced
    packed: str
    line: int
    gap: int
    """Blank lines before it."""
    indented: bool
    """Its first line stands further in than the line that follows or went before."""
    width: int
    """Columns of its widest line."""
    measure: int
    """Columns of a full line where it stands; 0 where one line does not show it."""
    short: bool
    """Looks like a heading or a caption rather than like text."""
    level: int = 0
    """Markdown heading level; 0 for none."""
    bold: bool = False
    furniture: Furniture | None = None

    @property
    def is_open(self) -> bool:
        """Whether its last sentence goes on somewhere else."""
        return self.furniture is None and not self.short and not ends_sentence(self.packed)


@dataclass(frozen=True, slots=True)
class _Page:
    usual: Measure
    airy: bool


def make_fragments(lines: Sequence[Line], furniture: Mapping[int, Furniture], repaired: str) -> tuple[Fragment, ...]:
    """Gather lines into fragments, in the source's order; furniture stands between them as fragments of its own."""
    fragments: list[Fragment] = []
    usual = usual_measure([line for index, line in enumerate(lines) if index not in furniture])
    page = _Page(usual, is_airy(lines, usual))
    block: list[Line] = []
    for index, line in enumerate(lines):
        kind = furniture.get(index)
        if block and (kind or line.gap):
            fragments += _split_block(block, page, repaired, fragments)
            block = []
        if kind:
            piece = traced(repaired, line.start, line.end)
            fragments.append(
                Fragment(piece, line.packed, line.number, line.gap, False, line.width, 0, False, furniture=kind)
            )
        else:
            block.append(line)
    if block:
        fragments += _split_block(block, page, repaired, fragments)
    return tuple(fragments)


def _is_open(fragments: Sequence[Fragment]) -> bool:
    """Whether the last text among the fragments goes on."""
    for fragment in reversed(fragments[-4:]):
        if fragment.furniture is None and not fragment.short:
            return fragment.is_open
    return False


def _split_block(block: Sequence[Line], page: _Page, repaired: str, before: Sequence[Fragment]) -> list[Fragment]:
    """Cut lines without a blank line between them into fragments."""
    measures = block_measures(block, page.usual)
    runs: list[list[int]] = [[0]]
    closed = not _is_open(before)
    head_lines = 0 if any(not f.short and f.furniture is None for f in before) else _head_lines(block)
    for index in range(1, len(block)):
        may_be_head = closed and len(runs[-1]) == 1
        head = _is_head(block, index, measures[index])
        if (
            index >= head_lines
            and not head
            and _goes_on(block[index - 1], block[index], measures[index - 1], page.airy, may_be_head)
        ):
            runs[-1].append(index)
        else:
            closed = ends_sentence(block[index - 1].packed) or len(runs[-1]) == 1
            runs.append([index])
    return [
        _fragment(
            [block[i] for i in run],
            measures[run[0]].columns if run[0] >= head_lines else 0,
            page,
            repaired,
            block[max(run[0] - 1, 0) : run[0] + 2],
        )
        for run in runs
    ]


def _head_lines(block: Sequence[Line]) -> int:
    """How many lines at the top of a page's first block each stand for themselves; 0 where none surely does.

    A subtitle after a dash does, a byline, and the name of who issues the text; the lines above it then do too.
    """
    size = next((index for index, line in enumerate(block) if not _looks_short(line)), len(block))
    alone = [i for i in range(size) if _stands_alone(block[i]) or (i and _SUBTITLE.match(block[i].packed))]
    return min(alone[-1] + 2, len(block)) if alone and len(block) > 1 and alone[-1] < 4 else 0


def _stands_alone(line: Line) -> bool:
    return is_issuer_line(line.text) or parse_credits(traced(line.text, 0, len(line.text))) is not None


def _is_head(block: Sequence[Line], index: int, measure: Measure) -> bool:
    """Whether a line after a sentence's end is a heading: text goes on after it though it is far from full."""
    before, line = block[index - 1], block[index]
    if index + 1 == len(block) or not ends_sentence(before.packed) or not _looks_short(line):
        return False
    return measure.ended_early(line, block[index + 1], _spare(line))


def _goes_on(before: Line, line: Line, measure: Measure, airy: bool, may_be_head: bool) -> bool:
    """Whether a line goes on with the text of the line before it; no blank line is between them."""
    if _is_marked(before) or _is_marked(line):
        return False
    if _names_speaker(before) and _looks_short(line):
        return True
    if cannot_start(line.packed) or (cannot_end(before.packed) and not starts_item(line.packed)):
        return True
    deeper = line.indent > before.indent
    early = measure.ended_early(before, line)
    if ends_sentence(before.packed):
        if not measure or deeper or starts_item(line.packed) or (not airy and has_run_in(line.packed)):
            return False
        return not measure.ended_early(before, line, spare=measure.columns // 4 if airy else 0)
    if (deeper and (line.indent >= 2 or early)) or (may_be_head and _SUBTITLE.match(before.packed)):
        return False
    if starts_item(line.packed) and (before.packed[-1] in "；：;:" or early):
        return False
    if may_be_head and _looks_short(before) and (not measure or measure.ended_early(before, line, _spare(before))):
        return False
    return bool(measure)


def _names_speaker(line: Line) -> bool:
    """Whether a line is the first of a headline over two lines: 青石镇： and what it says under it."""
    return line.packed[-1] in "：:" and sole_speaker(traced(line.text, 0, len(line.text))) is not None


def _spare(line: Line) -> int:
    """Columns that a line must leave free beyond the next word's to be a heading."""
    return 3 * _ROOM if _COMMA.search(line.packed) else 0 if _is_formed(line) else _ROOM


def _is_formed(line: Line) -> bool:
    """Whether a line has the form of a heading: a number, a frame, or two halves."""
    return style_of(traced(line.text, 0, len(line.text)))[0] is not Style.PLAIN


def _is_marked(line: Line) -> bool:
    return bool(_MARKDOWN_HEAD.match(line.text) or _BOLD_LINE.fullmatch(line.text))


def _looks_short(line: Line) -> bool:
    packed = line.packed
    return (
        2 <= len(packed) <= _LONGEST_SHORT
        and not ends_sentence(packed)
        and not cannot_end(packed)
        and packed[-1] not in "；：;:"
        and not cannot_start(packed)
        and not _INNER_STOP.search(packed)
    )


def _fragment(run: Sequence[Line], measure: int, page: _Page, repaired: str, around: Sequence[Line]) -> Fragment:
    pieces = [traced(repaired, run[0].start, run[0].end)]
    for before, line in itertools.pairwise(run):
        pieces.append(traced(repaired, before.end, line.end))
    piece = join(pieces)
    packed = "".join(line.packed for line in run)
    head = _MARKDOWN_HEAD.match(piece.text)
    width = max(line.width for line in run)
    bold = bool(_BOLD_LINE.fullmatch(piece.text))
    return Fragment(
        piece=piece,
        packed=packed,
        line=run[0].number,
        gap=run[0].gap,
        indented=(run[0].indent >= 2 and any(line.indent < run[0].indent for line in around)) or run[0].indent >= 4,
        width=width,
        measure=measure if len(run) > 1 else 0,
        short=bool(head) or bold or _is_short(run, measure or page.usual.columns),
        level=len(head[1]) if head else 0,
        bold=bold,
    )


def _is_parallel(packed: str) -> bool:
    """Whether the parts that commas divide are short and about as long, as in a slogan; true where there is none."""
    parts = [len(part) for part in packed.split("，")]
    return len(parts) == 1 or len(packed) < 14 or (len(packed) < 24 and max(parts) - min(parts) <= 2)


def _is_short(run: Sequence[Line], measure: int) -> bool:
    """Whether lines look like a heading or caption: few, short, and no sentence; or one short sentence."""
    packed = "".join(line.packed for line in run)
    if halve_doubled(packed) or (
        _SUBTITLE.match(packed) and len(packed) <= _LONGEST_SHORT and not ends_sentence(packed)
    ):
        return True
    if len(run) > 2 or len(packed) > _LONGEST_SHORT or len(packed) < 2:
        return False
    if ends_sentence(packed):
        bare = _ASIDE.sub("", packed)
        if re.search(r"\d[\d.]*[^\d.年]", bare) or any(word in bare for word in load_layout_words().sentence_words):
            return False
        return len(run) == 1 and len(bare) <= 24 and not re.search(r"[，、；：,]|。.", bare) and packed[0] != "“"
    if not all(_looks_short(line) for line in run[-1:]) or _INNER_STOP.search(packed) or cannot_start(packed):
        return False
    full = measure and columns(packed) > measure - 2 and not re.search(r"\S\s+\S", run[0].text)
    if has_open_bracket(packed) or not _is_parallel(packed):
        return False
    return not (full and len(run) == 1 and columns(packed) >= measure)
