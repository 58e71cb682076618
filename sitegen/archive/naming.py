"""Where a report names a practice, and the numbers that its sentence says of it.

A number counts only where the sentence leaves little doubt. It stands in the sentence that names the practice; no other
practice is named between the two; and where the clause of the name holds a number, only numbers of that clause count.
Before the name only numbers of its own clause do. Names that stand side by side (“积分制”“清单制”) share what follows.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from sitegen.model.report import Practice, PracticeMention, Report
from sitegen.model.span import Span
from sitegen.model.stat import Stat
from sitegen.quantities.quotes import locate
from sitegen.store.blocks import Block, BlockKind
from sitegen.store.markdown import blocks

_MARKS = "“”‘’\"'「」『』 \t\n　"
_NO_MARKS = str.maketrans("", "", _MARKS)
_SENTENCE = re.compile("[^。；！？;!?\n]+[。；！？;!?”’]*")
_CLAUSE = re.compile("[^，,：:]+")
_SIDE_BY_SIDE = re.compile("[“”‘’、，,和与及以 ]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A sentence of a report that names a practice."""

    sentence: str
    names: tuple[str, ...]
    """The names in it, without quotation marks, each once."""
    stats: tuple[Stat, ...]
    """Those that the sentence says of it, in the order of the text; may be empty."""


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    span: Span
    """In its block, quotation marks inside the name included."""
    is_own: bool


def find_namings(report: Report, practice: Practice, mentions: Sequence[PracticeMention]) -> tuple[Naming, ...]:
    """Return the sentences of a report's paragraphs that name a practice, in order.

    Args:
        report: The report.
        practice: With all of its names.
        mentions: Those of the report's mentions that are of this practice; the others are of other practices, and a
            name that is part of one of theirs (积分制 in 党员积分制) names them, not this.
    """
    own = {practice.name, *practice.aliases, *(mention.name for mention in mentions)}
    others = {mention.name for mention in report.practices} - own
    found: list[Naming] = []
    for block in blocks(report.body):
        if block.kind is not BlockKind.HEADING:
            found += _read_block(block, own, others, report.stats)
    return tuple(found)


def _read_block(block: Block, own: set[str], others: set[str], stats: Iterable[Stat]) -> list[Naming]:
    plain = block.text.translate(_NO_MARKS)
    if not any(name.translate(_NO_MARKS) in plain for name in own):
        return []
    names = _find_names(block.text, own, others)
    placed = [(stat, span) for stat in stats if (span := locate(stat.printed, stat.quote, block.text, stat.at))]
    made = []
    for match in _SENTENCE.finditer(block.text):
        sentence = Span(match.start(), match.end())
        inside = [name for name in names if sentence.holds(name.span)]
        if any(name.is_own for name in inside):
            clauses = [Span(m.start(), m.end()) for m in _CLAUSE.finditer(block.text, sentence.start, sentence.end)]
            near = [(stat, span) for stat, span in placed if sentence.holds(span)]
            made.append(
                Naming(
                    sentence=match[0].strip(),
                    names=tuple(dict.fromkeys(name.text for name in inside if name.is_own)),
                    stats=_choose(block.text, inside, clauses, near),
                )
            )
    return made


def _find_names(text: str, own: Iterable[str], others: Iterable[str]) -> list[_Name]:
    """Return the names in a text in order; where two share characters, the longer one stands."""
    kept = [at for at, char in enumerate(text) if char not in _MARKS]
    plain = "".join([text[at] for at in kept])
    every = chain(((name, True) for name in own), ((name, False) for name in others))
    found: list[_Name] = []
    for name, is_own in sorted(every, key=lambda one: (-len(one[0]), one)):
        bare = name.translate(_NO_MARKS)
        start = plain.find(bare) if bare else -1
        while start >= 0:
            span = Span(kept[start], kept[start + len(bare) - 1] + 1)
            if not any(span.meets(other.span) for other in found):
                found.append(_Name(name, span, is_own))
            start = plain.find(bare, start + len(bare))
    return sorted(found, key=lambda name: name.span)


def _choose(
    text: str, names: Sequence[_Name], clauses: Sequence[Span], placed: Sequence[tuple[Stat, Span]]
) -> tuple[Stat, ...]:
    """Return the stats of one sentence that it says of its own names."""
    chosen: dict[Stat, None] = {}
    for number, name in enumerate(names):
        if not name.is_own:
            continue
        following = number + 1
        while following < len(names) and _SIDE_BY_SIDE.fullmatch(
            text, names[following - 1].span.end, names[following].span.start
        ):
            following += 1
        clause = _clause_of(name, clauses)
        end = clauses[-1].end
        if following < len(names):
            start = _clause_of(names[following], clauses).start
            end = start if start > name.span.start else names[following].span.start
        before = names[number - 1].span.end if number else 0
        in_clause = [stat for stat, span in placed if clause.holds(span) and before <= span.start and span.end <= end]
        after = [stat for stat, span in placed if name.span.end <= span.start and span.end <= end]
        chosen |= dict.fromkeys(in_clause or after)
    order = {stat.id: at for at, (stat, _) in enumerate(sorted(placed, key=lambda one: one[1]))}
    return tuple(sorted(chosen, key=lambda stat: order[stat.id]))


def _clause_of(name: _Name, clauses: Sequence[Span]) -> Span:
    return next((clause for clause in clauses if clause.holds(name.span)), name.span)
