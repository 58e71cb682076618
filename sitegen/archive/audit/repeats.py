"""What stands twice: a number under one name in two forms, a paragraph."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from sitegen.archive.audit.finding import file_of, finding
from sitegen.archive.audit.reach import digits_of
from sitegen.archive.audit.said import Said, Sentence, read_paragraphs
from sitegen.archive.audit.slips import compare_figures
from sitegen.archive.audit.units import one_unit
from sitegen.lexicon.audit import load_audit_words
from sitegen.model.report import Report
from sitegen.problems import Problem
from sitegen.problems.catalogue import make_problem

_SOME = 2
_MANY = 3
_SLIP = 4
"""Figures that two numbers must share to be one number in two scales, in two units, with one slip."""
_ONE_SIZE = (Decimal("0.1"), Decimal(10))
_PARAGRAPH = 40
_BOILERPLATE = 100
"""Characters from which a paragraph is no formula: with a figure in it, and without one."""
_SHOWN = 30
_BETWEEN = re.compile(r"[\s，。、；：！？,.;:!?“”‘’\"'（）()《》—-]+")


def audit_said_twice(report: Report, sentences: tuple[Sentence, ...]) -> Iterator[Problem]:
    """Yield numbers that a report gives under one name in two sentences, in another scale, unit or with a slip."""
    by_name: dict[tuple[object, ...], list[tuple[int, Said]]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for said in sentence.said:
            s = said.stat
            by_name[(s.indicator, s.kind, s.basis, s.status, s.period, s.place)].append((number, said))
    for members in by_name.values():
        for (first, one), (second, other) in combinations(members, 2):
            if first != second and _is_one_number(one, other):
                yield finding("audit-said-twice", report, other.stat, other=one.stat.printed)


def audit_paragraphs(reports: Iterable[Report]) -> Iterator[Problem]:
    """Yield paragraphs that stand in an earlier report, by path, or earlier in the same one."""
    seen: dict[bytes, str] = {}
    for report in sorted(reports, key=lambda r: r.path):
        for text in read_paragraphs(report):
            folded = _BETWEEN.sub("", text)
            if len(folded) < (_PARAGRAPH if re.search(r"\d", folded) else _BOILERPLATE):
                continue
            digest = hashlib.blake2b(folded.encode(), digest_size=16).digest()
            if digest not in seen:
                seen[digest] = report.path
                continue
            where = "this report" if seen[digest] == report.path else f"reports/{seen[digest]}.md"
            yield make_problem("audit-paragraph-doubled", file_of(report), text=f"「{text[:_SHOWN]}…」", where=where)


def _is_one_number(one: Said, other: Said) -> bool:
    a, b = one.stat, other.stat
    if a.value == 0 or b.value == 0 or (a.value_to, b.value_to) != (None, None):
        return False
    first, second = digits_of(a), digits_of(b)
    if one_unit(a.unit, b.unit):
        scaled = first == second and len(first) >= _SOME and abs(a.value) != abs(b.value)
        slip = len(first) >= _SLIP and compare_figures(first, second) is not None
        return scaled or (slip and _ONE_SIZE[0] < abs(a.value / b.value) < _ONE_SIZE[1])
    dimensions = load_audit_words().dimensions
    alike = dimensions.get(a.unit, a.unit) == dimensions.get(b.unit, b.unit)
    return alike and a.value == b.value and len(first) >= _MANY
