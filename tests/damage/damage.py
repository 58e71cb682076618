"""Do to a clean report what printing and scanning do to a page: the same seed does the same damage."""

import random
import re
from dataclasses import dataclass, replace

from tests.damage.clean import CleanReport

NARROW = str.maketrans("，；：？！（）", ",;:?!()")
WIDE_DIGITS = str.maketrans("0123456789%.,", "０１２３４５６７８９％．，")


@dataclass(frozen=True)
class Damage:
    """Which damage to do; each is off until it is named."""

    width: int = 0
    """Characters a line; 0 leaves paragraphs on one line."""
    justify: bool = False
    """Spread some lines with spaces."""
    indent: bool = False
    """Two full-width spaces before each paragraph."""
    airless: bool = False
    """No blank lines at all."""
    headings_after: str = ""
    """``all`` or ``some`` headings stand after their text."""
    lead: str = "first"
    """Where the lead stands: ``first``, ``last``."""
    breaks: int = 0
    """So many paragraphs are broken in the middle by a blank line."""
    weave: int = 0
    """So many pairs of neighbouring paragraphs are read across two columns."""
    captions: str = ""
    """``between`` paragraphs, ``inside`` a broken one, or ``end``."""
    furniture: bool = False
    """Page numbers and a running head."""
    doubled: bool = False
    """The headline twice in one line at the end."""
    half_width: bool = False
    wide_digits: bool = False
    straight_quotes: bool = False
    crlf: bool = False
    credit: bool = False


@dataclass
class _Block:
    kind: str
    text: str
    glued: bool = False
    """No blank line before it though it begins a block: the next column of the same paragraph."""


def printed(report: CleanReport, what: Damage) -> CleanReport:
    """The report without what this damage does not print."""
    return replace(
        report, captions=report.captions if what.captions else (), credits=report.credits if what.credit else ()
    )


def damage(report: CleanReport, what: Damage, seed: int) -> str:
    """The report as a damaged text."""
    dice = random.Random(seed)
    blocks = _order(report, what, dice)
    if what.breaks:
        _break(blocks, what, dice)
    if what.weave:
        _weave(blocks, what, dice)
    if what.captions:
        _insert_captions(blocks, report.captions, what, dice)
    if what.furniture:
        for _ in range(2):
            blocks.insert(dice.randint(1, len(blocks)), _Block("page", dice.choice(("12", "— 3 —", "第4版"))))
        blocks.insert(0, _Block("head", "某某日报 2024年1月5日 星期五"))
    if what.credit and report.credits:
        line = "，".join(f"{role}{name}" for role, name in report.credits)
        blocks.append(_Block("credit", f"（本版稿件由{line}）"))
    if what.doubled:
        blocks.append(_Block("double", report.title * 2))
    text = _print(blocks, what, dice)
    if what.half_width:
        text = re.sub("[，；：？！（）]", lambda match: match[0].translate(NARROW), text)
    if what.straight_quotes:
        text = re.sub("[“”]", '"', text)
    if what.wide_digits:
        text = re.sub(
            r"\d[\d.,%]*", lambda match: match[0].translate(WIDE_DIGITS) if dice.random() < 0.5 else match[0], text
        )
    return text.replace("\n", "\r\n") if what.crlf else text


def _order(report: CleanReport, what: Damage, dice: random.Random) -> list[_Block]:
    head = [_Block("title", report.title)] if report.title else []
    head += [_Block("title", report.subtitle)] if report.subtitle else []
    lead = [_Block("text", text) for text in report.lead]
    body: list[_Block] = []
    for heading, paragraphs in report.sections:
        texts = [_Block("text", text) for text in paragraphs]
        after = what.headings_after == "all" or (what.headings_after == "some" and dice.random() < 0.5)
        body += [*texts, _Block("heading", heading)] if after else [_Block("heading", heading), *texts]
    return [*head, *body, *lead] if what.lead == "last" else [*head, *lead, *body]


def _break(blocks: list[_Block], what: Damage, dice: random.Random) -> None:
    long = [block for block in blocks if block.kind == "text" and len(block.text) > 60]
    for block in dice.sample(long, min(what.breaks, len(long))):
        at = _cut(block.text, what, dice)
        index = blocks.index(block)
        blocks[index : index + 1] = [_Block("text", block.text[:at]), _Block("rest", block.text[at:])]


def _cut(text: str, what: Damage, dice: random.Random) -> int:
    """A place in mid-sentence, at a line's end where lines are wrapped, and in no number."""
    step = what.width or 1
    places = [
        at
        for at in range(step, len(text) - 8, step)
        if at > 15
        and text[at - 1] not in "。！？；"
        and text[at] not in "，。；、：”）"
        and not (text[at - 1] in "0123456789.," and text[at] in "0123456789.,%")
    ]
    return dice.choice(places) if places else len(text) // 2


def _weave(blocks: list[_Block], what: Damage, dice: random.Random) -> None:
    """Two neighbours A and B become A1, B1, A2, B2."""
    pairs = [
        i
        for i in range(len(blocks) - 1)
        if all(block.kind == "text" and len(block.text) > 60 for block in blocks[i : i + 2])
    ]
    for i in sorted(dice.sample(pairs[::2], min(what.weave, len(pairs[::2]))), reverse=True):
        one, two = blocks[i].text, blocks[i + 1].text
        a, b = _cut(one, what, dice), _cut(two, what, dice)
        blocks[i : i + 2] = [
            _Block("text", one[:a]),
            _Block("text", two[:b]),
            _Block("rest", one[a:]),
            _Block("rest", two[b:]),
        ]


def _insert_captions(blocks: list[_Block], captions: tuple[str, ...], what: Damage, dice: random.Random) -> None:
    for caption in captions:
        inside = [i for i, block in enumerate(blocks) if block.kind == "rest"]
        between = [i for i, block in enumerate(blocks) if block.kind == "text" and i > 2]
        if what.captions == "inside" and inside:
            at = dice.choice(inside)
        elif what.captions == "end":
            at = len(blocks)
        else:
            at = dice.choice(between)
        blocks.insert(at, _Block("caption", caption))


def _print(blocks: list[_Block], what: Damage, dice: random.Random) -> str:
    out: list[str] = []
    for block in blocks:
        if block.kind in ("text", "rest") or (block.kind == "credit" and what.width):
            indent = "　　" if what.indent and block.kind == "text" else ""
            lines = _wrap(indent + block.text, what.width)
            if what.justify:
                lines = [
                    _spread(line)
                    if dice.random() < 0.3 and len(line) < what.width + 1 and line is not lines[-1]
                    else line
                    for line in lines
                ]
            out += lines
        else:
            out.append(block.text)
        out += [] if what.airless else [""]
        if block.kind == "caption" and not what.airless:
            out.append("")
    return "\n".join(out) + "\n"


def _wrap(text: str, width: int) -> list[str]:
    """Lines of so many characters; no line begins with a mark or inside a number, as typesetters have it."""
    if not width:
        return [text]
    lines, start = [], 0
    while len(text) - start > width:
        end = start + width
        while end > start + width // 2 and (
            text[end] in "，。、；：！？）》”％%" or (text[end] in "0123456789.,%" and text[end - 1] in "0123456789.,")
        ):
            end -= 1
        lines.append(text[start:end])
        start = end
    return [*lines, text[start:]]


def _spread(line: str) -> str:
    return re.sub(r"(?<=[\u3400-\u9fff，。；、”“])(?=[\u3400-\u9fff，。；、”“])", " ", line)


def varied(seed: int) -> Damage:
    """A damage such as pages have it: some kinds together, chosen by the seed."""
    dice = random.Random(seed * 7919 + 1)
    wrapped = dice.random() < 0.6
    return Damage(
        width=dice.choice((15, 18, 20, 22, 26, 30, 38, 45)) if wrapped else 0,
        justify=wrapped and dice.random() < 0.5,
        indent=dice.random() < 0.4,
        headings_after=dice.choice(("", "", "all", "some")),
        lead=dice.choice(("first", "first", "last")),
        breaks=dice.choice((0, 1, 3)),
        weave=dice.choice((0, 0, 0, 1)),
        captions=dice.choice(("", "between", "inside", "end")),
        furniture=dice.random() < 0.4,
        doubled=dice.random() < 0.3,
        half_width=dice.random() < 0.4,
        wide_digits=dice.random() < 0.3,
        straight_quotes=dice.random() < 0.3,
        crlf=dice.random() < 0.2,
        credit=dice.random() < 0.5,
    )


def only(**kinds: object) -> Damage:
    """One kind of damage, or a few by name."""
    return replace(Damage(), **kinds)  # type: ignore[arg-type]
