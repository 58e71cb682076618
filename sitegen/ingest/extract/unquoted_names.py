"""Names of practices that stand without quotation marks: known systems, and names told by their last word."""

import re
from collections.abc import Iterator

from sitegen.ingest.extract.quoted_names import Name
from sitegen.lexicon.practices import PracticeWords, UnquotedForm
from sitegen.model.span import Span

_CLAUSE = re.compile(r"[^，。；：！？]+")
_NO_NAME = re.compile(r"[“”‘’《》]|\d+[个项名家次万余多张条期件%]|[、和与及]$|等")
_CONJUNCTION = re.compile(r"^[、和与及]|^以及")
_QUOTATION = re.compile(r"“[^“”]{1,20}”|‘[^‘’]{1,20}’")
_MADE = re.compile(r"制[定止约作造]")
"""河长制定方案: there 制 begins a verb."""
_LONGEST = 22
_OWN_LETTERS = 2
"""What a name must hold beside the words that any mechanism could have."""


def find_known_names(paragraph: str, words: PracticeWords) -> Iterator[Name]:
    """Yield the unquoted names of systems that many places run (河长制), as printed.

    A name inside a short quotation is part of what is quoted (“四好农村路示范县”), and no name of its own.
    """
    quotations = [Span(*match.span()) for match in _QUOTATION.finditer(paragraph)]
    spans = [span for _, span in words.known_finder.find(paragraph)]
    chiefs = rf"(?:智慧|数字|云)?[{words.chiefs}]长制"
    partnerships = rf"[{words.provinces}]{{2}}(?:{'|'.join(words.partnerships)})"
    spans += [Span(*match.span()) for match in re.finditer(f"{chiefs}|{partnerships}", paragraph)]
    for span in spans:
        if not any(quotation.holds(span) for quotation in quotations) and not _MADE.match(paragraph, span.end - 1):
            yield Name(span.of(paragraph), span)


def find_names_by_last_word(paragraph: str, words: PracticeWords) -> Iterator[Name]:
    """Yield names that a verb of running and a last word give away: 实行…工作法, 实施…专项行动."""
    for clause in _CLAUSE.finditer(paragraph):
        for form in words.unquoted:
            for span in _by_form(clause[0], form, words):
                at = Span(clause.start() + span.start, clause.start() + span.end)
                yield Name(at.of(paragraph), at)


def _by_form(clause: str, form: UnquotedForm, words: PracticeWords) -> Iterator[Span]:
    reached = 0
    for match in re.finditer("|".join(form.endings), clause):
        lead = clause[reached : match.start()]
        begin = _after_verb(lead, form.verbs or words.strong_verbs)
        if begin is None and (reached or not form.verbs):
            begin = len(lead) - len(_CONJUNCTION.sub("", lead))
        name = "" if begin is None else lead[begin:]
        name = _without_openers(name, words.openers)
        if form.least <= len(name) <= _LONGEST and not _NO_NAME.search(name) and not _is_common(name, words):
            yield Span(match.start() - len(name), match.end())
            reached = match.end()


def _after_verb(lead: str, verbs: tuple[str, ...]) -> int | None:
    """Return where the name begins after the last verb; None where there is no verb."""
    ends = [lead.rfind(verb) + len(verb) for verb in verbs if verb in lead]
    return max(ends, default=None)


def _without_openers(name: str, openers: tuple[str, ...]) -> str:
    opener = next((word for word in openers if name.startswith(word)), None)
    return _without_openers(name[len(opener) :], openers) if opener else name


def _is_common(name: str, words: PracticeWords) -> bool:
    """Whether a name holds nothing but words that any mechanism could have."""
    for part in words.common_parts:
        name = name.replace(part, "")
    return len(re.sub(r"\W", "", name)) < _OWN_LETTERS
