"""Stats where they stand: the sentences of a report with their numbers in order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.archive.audit.reach import Reach, reach_of
from sitegen.model.report import Report
from sitegen.model.span import Span
from sitegen.model.stat import Stat
from sitegen.model.terms import Kind
from sitegen.quantities import locate
from sitegen.store.markdown import BlockKind, blocks

_SENTENCE = re.compile(r"[^。！？；;\n]+")


@dataclass(frozen=True, slots=True)
class Said:
    """One stat in its sentence."""

    stat: Stat
    span: Span
    """Where the printed number stands in the sentence."""
    reach: Reach

    @property
    def is_level(self) -> bool:
        """Whether it is a plain quantity above zero."""
        return self.stat.kind is Kind.LEVEL and self.stat.value > 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or what stands between semicolons, with its numbers."""

    report: Report
    text: str
    said: tuple[Said, ...]
    """In the order of the text."""

    def between(self, first: Said, second: Said) -> str:
        """Return the words from the end of one number to the beginning of a later one."""
        return self.text[first.span.end : second.span.start]

    def clause_before(self, said: Said) -> str:
        """Return the words in front of a number, back to the nearest comma or number."""
        start = max((other.span.end for other in self.said if other.span.end <= said.span.start), default=0)
        return re.split("[，,：:]", self.text[start : said.span.start])[-1]


def read_paragraphs(report: Report) -> tuple[str, ...]:
    """Return the rendered texts of a report's body, without its headings."""
    return tuple(block.text for block in blocks(report.body) if block.kind is not BlockKind.HEADING)


def read_sentences(report: Report) -> Iterator[Sentence]:
    """Yield the sentences of a report's paragraphs that hold a stat."""
    waiting = list(report.stats)
    for text in read_paragraphs(report):
        found = [(stat, locate(stat.printed, stat.quote, text, stat.at)) for stat in waiting]
        here = [(stat, span) for stat, span in found if span is not None]
        waiting = [stat for stat, span in found if span is None]
        if here:
            yield from _divide(report, text, here)


def _divide(report: Report, text: str, here: list[tuple[Stat, Span]]) -> Iterator[Sentence]:
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        inside = sorted(
            (Span(span.start - start, span.end - start), stat.id, stat)
            for stat, span in here
            if start <= span.start and span.end <= end
        )
        if inside:
            yield Sentence(report, match[0], tuple(Said(stat, span, reach_of(stat)) for span, _, stat in inside))
