"""The practices that a report says it runs, each once, with the words that name it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sitegen.ingest.extract.quoted_names import Name, find_quoted_names
from sitegen.ingest.extract.themes import find_stat_theme
from sitegen.ingest.extract.unquoted_names import find_known_names, find_names_by_last_word
from sitegen.ingest.laid import LaidReport, LaidSection
from sitegen.lexicon.practices import PracticeWords, load_practice_words
from sitegen.model.report import Practice, PracticeMention
from sitegen.model.span import Span
from sitegen.model.terms import ThemeId

_MARKS = re.compile(r"[“”‘’·、，,\s]|^\+|\+$")
_QUOTED = re.compile(r"[“‘]([^“”‘’]+)[”’]")
_CLAUSE_END = re.compile(r"[，。；：！？]")
_SHORTEST_PART = 3
"""A name of fewer characters is not taken for a part of a longer one."""
_LONG_QUOTED = 6
"""Quoted words of as many characters that another quotation begins with are the same name, whatever head word follows:
“网格—村—镇”三级报送流程, “网格—村—镇街”."""


@dataclass(frozen=True, slots=True)
class _Found:
    name: Name
    paragraph: str
    section: int


def find_practices(
    report: LaidReport, section_themes: Sequence[tuple[ThemeId, ...]] = (), described: tuple[Practice, ...] = ()
) -> tuple[PracticeMention, ...]:
    """Return the practices of a report in the order in which they are first named.

    One entry per practice: names that differ in quotation marks, in an empty last word (工作, 机制) or by a word in
    front (小院家, 石桥小院家) are one, and so are long quoted names of which one goes on the other; the first name
    printed stands. A section that looks ahead holds none, nor does a paragraph from the sentence on that does
    (下一步，…).

    Args:
        report: The report as laid out.
        section_themes: The subjects of each section, in the report's order; may be shorter or empty.
        described: The practices that the archive describes; their names are known as those of the lexicon are.
    """
    words = _words(described)
    groups: list[list[_Found]] = []
    for found in _names(report, words):
        group = next((group for group in groups if any(_are_one(found, other, words) for other in group)), None)
        if group is None:
            groups.append([found])
        else:
            group.append(found)
    return tuple(_mention(group, report, section_themes, words) for group in groups)


def practice_key(name: str) -> str:
    """Return what two names of one practice share: ``积分制`` for ``“积分制”工作``.

    >>> practice_key("三到位一处理工作机制")
    '三到位一处理'
    """
    return _key(name, load_practice_words())


@lru_cache(maxsize=8)
def _words(described: tuple[Practice, ...]) -> PracticeWords:
    names = [name for practice in described for name in (practice.name, *practice.aliases)]
    return load_practice_words().knowing(names) if names else load_practice_words()


def _key(name: str, words: PracticeWords) -> str:
    known = words.known.get(name)
    key = _MARKS.sub("", known.name if known else name)
    while tail := next((tail for tail in words.empty_tails if key.endswith(tail)), ""):
        if len(key) - len(tail) < _SHORTEST_PART:
            break
        key = key.removesuffix(tail)
    return key


def _are_one(found: _Found, other: _Found, words: PracticeWords) -> bool:
    """Whether two names are of one practice: by their keys, or one goes on where the long quoted words of one end."""
    if _is_one(_key(found.name.text, words), _key(other.name.text, words)):
        return True
    short, long = sorted((_quoted(found), _quoted(other)), key=len)
    return len(short) >= _LONG_QUOTED and "+" not in long and long.startswith(short)


def _quoted(found: _Found) -> str:
    """Return what stands in a name's quotation marks, without its head word; empty for an unquoted name."""
    match = _QUOTED.match(found.paragraph, found.name.span.start)
    return match[1] if match else ""


def _is_one(key: str, other: str) -> bool:
    short, long = sorted((key, other), key=len)
    if key == other:
        return True
    return len(short) >= _SHORTEST_PART and "+" not in long and (long.startswith(short) or long.endswith(short))


def _names(report: LaidReport, words: PracticeWords) -> list[_Found]:
    looks_ahead = re.compile(rf"(?:^|[。；！？])(?:{'|'.join(words.ahead)})")
    found = []
    for number, section in enumerate(report.sections):
        if any(word in (section.heading or "") for word in words.plans):
            continue
        for paragraph in section.paragraphs:
            ahead = looks_ahead.search(paragraph)
            end = ahead.start() if ahead else len(paragraph)
            found += [_Found(name, paragraph, number) for name in _names_of(paragraph, words) if name.span.start <= end]
    return found


def _names_of(paragraph: str, words: PracticeWords) -> list[Name]:
    """Return the names in a paragraph in reading order; where two meet or touch, the quoted one, else the longer."""
    kept: list[Name] = []
    for find in (find_quoted_names, find_names_by_last_word, find_known_names):
        names = tuple(find(paragraph, words))
        kept += [name for name in names if not any(_touches(name.span, other.span) for other in kept)]
    return sorted(kept, key=lambda name: name.span)


def _touches(span: Span, other: Span) -> bool:
    """Whether a name shares characters with another or is the word that follows it (“…”基层智治体系)."""
    return span.meets(other) or span.start == other.end


def _mention(
    group: list[_Found], report: LaidReport, section_themes: Sequence[tuple[ThemeId, ...]], words: PracticeWords
) -> PracticeMention:
    first = group[0]
    section = report.sections[first.section]
    themes = section_themes[first.section] if first.section < len(section_themes) else ()
    name = first.name.text
    clause = _clause(first.paragraph, first.name.span).of(first.paragraph)
    known = next((words.known[part] for part in (name, *name.split("、")) if part in words.known), None)
    theme = (known and known.theme) or find_stat_theme(
        "", clause, section.heading, themes, report.title, "", paragraph=first.paragraph
    )
    quotes = [quote for found in group if (quote := _quote(found, report.sections))]
    return PracticeMention(name=name, theme=theme, quote=next(filter(_is_balanced, quotes), next(iter(quotes), None)))


def _quote(found: _Found, sections: tuple[LaidSection, ...]) -> str | None:
    body = "\n".join(text for s in sections for text in (s.heading or "", *s.paragraphs))
    return quote_name(found.paragraph, found.name.span, body)


def quote_name(paragraph: str, name: Span, body: str) -> str | None:
    """Return the fewest clauses around a name that stand once in the body; None where its paragraph does not.

    Args:
        paragraph: One paragraph of the body.
        name: Where the name stands in it.
        body: The plain text of all headings and paragraphs of the report, one a line.
    """
    span = _clause(paragraph, name)
    while body.count(span.of(paragraph)) != 1:
        wider = _clause(paragraph, Span(max(span.start - 1, 0), min(span.end + 1, len(paragraph))))
        if wider == span:
            return None
        span = wider
    return span.of(paragraph)


def _is_balanced(quote: str) -> bool:
    """Whether a quote is no piece of speech that begins or ends elsewhere."""
    return quote.count("“") == quote.count("”") and quote.count("‘") == quote.count("’")


def _clause(paragraph: str, span: Span) -> Span:
    """Return the clause or clauses that hold a span, without the mark at either end."""
    starts = [match.end() for match in _CLAUSE_END.finditer(paragraph, 0, span.start)]
    end = _CLAUSE_END.search(paragraph, span.end)
    return Span(starts[-1] if starts else 0, end.start() if end else len(paragraph))
