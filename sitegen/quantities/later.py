"""What a report says of a year after its own: plans, which are no stats."""

import re
from collections.abc import Iterator

from sitegen.lexicon.later import load_later
from sitegen.lexicon.numerals import load_numerals
from sitegen.model.span import Span

_CHINESE = "〇零0一二三四五六七八九"
_YEAR = re.compile(
    rf"(?<![\d.])((?:19|20)\d\d)(?:年|[-—~至到](?:(?:19|20)?\d\d)年)"
    rf"|(?<![{_CHINESE}十百千万第])([一二]?[{_CHINESE}]{{2,3}})年"
)
"""A year in digits (its first, of several), or in Chinese ones, the century left out or not."""
_NEAR = 10
"""A year without century is taken for one at most so far from the report's own."""
_SENTENCE = re.compile("[^。！？；;\n]*[。！？；;\n]?")
_NUMBERING = re.compile(r"^(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,3}[、.．])")
_MONTH = re.compile(r"年(?:\d{1,2}(?:[-—~至到、]\d{1,2})?|[一二三四五六七八九十]{1,2})月")


def speaks_of_later_year(text: str, said_year: int | None) -> bool:
    """Whether a heading, or the sentence that begins a text, turns to a time after the report's own.

    Args:
        text: ``2024年工作计划``, ``下一步工作打算``, ``展望2026年，…``.
        said_year: The last year of the report's own period, or None where it is not settled; then a named year tells
            nothing and only words like 明年 do.
    """
    words = load_later()
    first = _SENTENCE.match(_NUMBERING.sub("", text.strip().lstrip('“"')))
    opening = first[0] if first else ""
    return _begins_later(opening, said_year) or (
        len(opening) <= 30
        and any(word in opening for word in words.headings)
        and (any(word in opening for word in (*words.relative, *words.next)) or _later_year(opening, said_year) >= 0)
    )


def find_later(text: str, said_year: int | None) -> tuple[Span, ...]:
    """Return the stretches of a folded paragraph that speak of a later time.

    A sentence that begins with a later year holds to the end of the paragraph, or until one names the report's own
    time again; inside a sentence a later year with a word for planning holds from there to its end.
    """
    spans: list[Span] = []
    later = False
    for match in _SENTENCE.finditer(text):
        sentence = match[0]
        if not sentence:
            continue
        if _begins_later(sentence, said_year):
            later = True
        elif later and _turns_back(sentence, said_year):
            later = False
        if later:
            spans.append(Span(*match.span()))
        elif plan := _plan_inside(sentence, said_year):
            spans.append(Span(match.start() + plan.start, match.start() + plan.end))
    return tuple(spans)


def _begins_later(sentence: str, said_year: int | None) -> bool:
    words = load_later()
    rest = _NUMBERING.sub("", sentence).lstrip("“\"'‘ ")
    if rest.startswith((*words.next, *words.relative)):
        return True
    lead = next((lead for lead in words.leads if rest.startswith(lead)), "")
    rest = rest[len(lead) :].lstrip('“"')
    if lead and rest.startswith(words.relative):
        return True
    return _later_year(rest, said_year) == 0 and not _MONTH.match(rest, max(rest.find("年"), 0))


def _later_year(text: str, said_year: int | None) -> int:
    """Return where a year after ``said_year``, or a five-year plan that begins after it, is named, or -1."""
    if said_year is None:
        return -1
    places = [start for start, year in _years(text, said_year) if year > said_year]
    for plan, year in load_later().plans_begin.items():
        if year > said_year and plan in text:
            places.append(text.index(plan))
    return min(places, default=-1)


def _turns_back(sentence: str, said_year: int | None) -> bool:
    years = [year for _, year in _years(sentence, said_year)] if said_year else []
    return sentence.startswith(load_later().back) or bool(years and said_year and min(years) <= said_year)


def _years(text: str, near: int) -> Iterator[tuple[int, int]]:
    """Yield where each year is named and which: 2023年, 一九九八年, 九八年 (the one close to ``near``)."""
    for match in _YEAR.finditer(text):
        if match[1]:
            yield match.start(), int(match[1])
            continue
        digits = int("".join(str(load_numerals().digits.get(char, 0)) for char in match[2]))
        if digits >= 1000:
            yield match.start(), digits
        elif digits < 100:
            year = min((1900 + digits, 2000 + digits), key=lambda year: abs(year - near))
            if abs(year - near) <= _NEAR:
                yield match.start(), year


def _plan_inside(sentence: str, said_year: int | None) -> Span | None:
    """Return the stretch of a sentence that plans for a later year, or None.

    2024年计划投入…，惠及… plans to the end of the sentence; 预计2024年建成，总投资… only in its own clause.
    """
    words = load_later()
    at = 0
    for clause in re.split("(?<=[，,])", sentence):
        found = [clause.find(word) for word in words.relative if word in clause]
        year = _later_year(clause, said_year)
        if year >= 0:
            found.append(year)
        if found and any(word in clause[min(found) :] for word in words.plans):
            return Span(at, len(sentence))
        if found and any(word in clause for word in words.plans):
            return Span(at, at + len(clause))
        at += len(clause)
    return None
