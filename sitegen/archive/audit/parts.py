"""Parts beside their whole: what stands behind 其中, persons beside their households."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.archive.audit.finding import finding
from sitegen.archive.audit.said import Said, Sentence
from sitegen.archive.audit.sums import sum_differs, sum_shows_slip
from sitegen.archive.audit.units import one_unit
from sitegen.lexicon.audit import load_audit_words
from sitegen.problems import Problem

_REACH_BACK = 15
"""Characters between a whole and the 其中 that divides it."""


@dataclass(frozen=True, slots=True)
class _Division:
    """A whole and the numbers that are said to be of it."""

    whole: Said
    parts: tuple[Said, ...]
    """In the list behind 其中, up to the first that is of another kind."""
    nearest: tuple[Said, ...]
    """Those of them before the first comma."""


def audit_parts(sentence: Sentence) -> Iterator[Problem]:
    """Yield parts behind 其中 that are larger than their whole, and lists of parts whose sum shows a slip."""
    for division in _divisions(sentence):
        whole = division.whole
        over = [part for part in division.nearest if part.reach.low > whole.reach.high]
        for part in over:
            yield finding("audit-part-over", sentence.report, part.stat, whole=whole.stat.printed)
        if not over and sum_shows_slip(sentence, whole, division.parts):
            yield sum_differs(sentence, whole, division.parts)


def audit_households(sentence: Sentence) -> Iterator[Problem]:
    """Yield households beside fewer persons, or beside more than ten for each: ``412户123人``."""
    for homes, persons in zip(sentence.said, sentence.said[1:], strict=False):
        if (homes.stat.unit, persons.stat.unit) not in (("户", "人"), ("户", "名")):
            continue
        if sentence.between(homes, persons) not in ("", "、") or not (homes.is_level and persons.is_level):
            continue
        crowded = homes.stat.value >= 10 and persons.reach.low > 10 * homes.reach.high
        if persons.reach.high < homes.reach.low or crowded:
            yield finding("audit-households", sentence.report, persons.stat, households=homes.stat.printed)


def _divisions(sentence: Sentence) -> Iterator[_Division]:
    openers = load_audit_words().of_which
    matches = list(re.finditer("|".join(re.escape(word) for word in openers), sentence.text))
    for number, match in enumerate(matches):
        close = matches[number + 1].start() if number + 1 < len(matches) else len(sentence.text)
        if match[0][0] in "（(" or sentence.text[match.start() - 1 : match.start()] in ("（", "("):
            bracket = re.search("[）)]", sentence.text[match.end() :])
            close = min(close, match.end() + bracket.start()) if bracket else close
        comma = re.search("[，,]", sentence.text[match.end() : close])
        first_end = match.end() + comma.start() if comma else close
        for whole in _wholes(sentence, match.start()):
            parts = _parts(sentence, whole, match.end(), close)
            if parts:
                yield _Division(whole, parts, tuple(p for p in parts if p.span.start < first_end))


def _wholes(sentence: Sentence, opening: int) -> list[Said]:
    """Return the number right before ``opening``, and those that are joined to it (412户1230人)."""
    before = [said for said in sentence.said if said.span.end <= opening]
    if not before or opening - before[-1].span.end > _REACH_BACK:
        return []
    group = [before.pop()]
    while before and sentence.between(before[-1], group[0]) in ("", "、"):
        group.insert(0, before.pop())
    words = load_audit_words()
    return [
        said
        for said in group
        if said.is_level
        and said.stat.unit not in words.no_sums
        and not any(word in sentence.clause_before(said) or word in said.stat.indicator for word in words.no_wholes)
    ]


def _parts(sentence: Sentence, whole: Said, start: int, close: int) -> tuple[Said, ...]:
    """Return the numbers of the whole's unit between two places, up to one that is of another kind."""
    words = load_audit_words()
    parts: list[Said] = []
    for said in sentence.said:
        if not (start <= said.span.start and said.span.end <= close and one_unit(said.stat.unit, whole.stat.unit)):
            continue
        other = said.stat.status is not whole.stat.status or said.stat.period != whole.stat.period
        clause = sentence.text[max(start, said.span.start - len(sentence.clause_before(said))) : said.span.start]
        if other or not said.is_level or any(word in clause for word in words.no_parts):
            break
        parts.append(said)
    return tuple(parts)
