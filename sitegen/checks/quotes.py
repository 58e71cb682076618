"""Quotes and printed numbers: does the text have the words, once, and do the words have the number?"""

from difflib import SequenceMatcher
from typing import Any

from sitegen.checks.finding import Finding, Findings
from sitegen.checks.subject import Known, Subject
from sitegen.lexicon.misspelt import index_names
from sitegen.model.stat import Stat
from sitegen.quantities import find_printed

_LEAST_LIKE = 0.6
"""How like a quote words of the body must be, from 0 to 1, to be shown as what is meant."""
_EDGES = "，。；：？！ "


def check_quotes(subject: Subject, known: Known) -> Findings:
    """Find stats whose quote does not stand in the body once, or whose number does not stand in the quote once."""
    if subject.is_emptied:
        return
    for number, stat in enumerate(subject.report.stats):
        if fault := _fault_of_quote(subject, stat.quote, ("stats", number, "quote")):
            yield fault
        yield from _check_printed(subject, stat, number)


def check_practice_quotes(subject: Subject, known: Known) -> Findings:
    """Find practices whose quote does not stand in the body or does not hold the name, and names listed twice."""
    seen = set()
    for number, practice in enumerate(subject.report.practices):
        at = ("practices", number)
        if practice.name in seen:
            yield subject.finding("practice-repeated", *at, "name", mark=practice.name, name=practice.name)
        seen.add(practice.name)
        if practice.quote is None or subject.is_emptied:
            continue
        if not subject.texts_with(practice.quote):
            near = _nearest(subject, practice.quote)
            yield subject.finding("quote-missing", *at, "quote", near=near, quote=practice.quote)
        elif practice.name not in _bare(practice.quote):
            near = _nearest_name(practice.name, _bare(practice.quote))
            yield subject.finding("practice-quote", *at, "quote", near=near, name=practice.name, quote=practice.quote)


def _fault_of_quote(subject: Subject, quote: str, at: tuple[str | int, ...]) -> Finding | None:
    times = sum(_count(quote, text) for text in subject.texts_with(quote))
    if times == 1:
        return None
    if times:
        return subject.finding("quote-repeated", *at, quote=quote, times=times)
    return subject.finding("quote-missing", *at, near=_nearest(subject, quote), quote=quote)


def _check_printed(subject: Subject, stat: Stat, number: int) -> Findings:
    times = sum(1 for _ in find_printed(stat.printed, stat.quote))
    said: dict[str, Any] = {"printed": stat.printed, "quote": stat.quote, "times": times}
    if not times:
        yield subject.finding("printed-missing", "stats", number, "printed", **said)
    elif stat.at is None and times > 1:
        yield subject.finding("printed-repeated", "stats", number, "printed", **said)
    elif stat.at is not None and stat.at > times:
        yield subject.finding("at-wrong", "stats", number, "at", at_given=stat.at, **said)


def _count(words: str, text: str) -> int:
    """How often the words stand in a text, overlaps included."""
    times, start = 0, text.find(words)
    while start >= 0:
        times, start = times + 1, text.find(words, start + 1)
    return times


def _nearest(subject: Subject, quote: str) -> str | None:
    """The words of the body that are most like a quote, where some are; None otherwise."""
    best, words = _LEAST_LIKE, None
    for block in subject.blocks:
        run = SequenceMatcher(None, block.text, quote, autojunk=False).find_longest_match()
        start = max(run.a - run.b, 0)
        start = max(start, *(block.text.rfind(mark, start, run.a) + 1 for mark in _EDGES))
        ends = (block.text.find(mark, run.a + run.size) for mark in _EDGES)
        end = min(start + len(quote), *(end for end in ends if end >= 0), len(block.text))
        found = block.text[start:end].strip(_EDGES)
        likeness = SequenceMatcher(None, found, quote, autojunk=False).ratio()
        if likeness > best:
            best, words = likeness, found
    return words


def _nearest_name(name: str, quote: str) -> str | None:
    """Return the words of a quote that are misspelt as a name."""
    return index_names(quote[at : at + len(name)] for at in range(len(quote) - len(name) + 1)).find(name)


def _bare(text: str) -> str:
    """A text without quotation marks, which a practice's name leaves out."""
    return text.translate({ord(mark): None for mark in "“”‘’「」『』\"'《》"})
