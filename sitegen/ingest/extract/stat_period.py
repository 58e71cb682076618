"""The time that one number is for, where that is not the report's own."""

import re

from sitegen.ingest.extract.times import Anchor, TimeMention, find_times, resolve
from sitegen.lexicon.periods import load_period_words
from sitegen.model.period import Period
from sitegen.model.span import Span

_SENTENCE_END = re.compile(r"[。！？!?\n]")
_PART_END = re.compile(r"[；;]")
_CLAUSE_END = re.compile(r"[，,；;：:、]")


def find_stat_period(
    clause: str, paragraph: str, at: Span, period: Period | None, said_in: int | None
) -> Period | None:
    """Return the time that a number is for, or None where that is the report's own.

    A time that opens a sentence holds for the whole of it, another one for what follows in its part of the sentence
    (up to ；), until words such as 目前 lead back to the time of the telling. A year that something is compared with
    (比2014年增长), that belongs to a name (申报2022年高标准农田建设) or that a stretch began with (2022年以来) is none.

    Args:
        clause: The words around the number that belong together; a time inside them counts wherever it stands.
        paragraph: The whole paragraph.
        at: Where the number stands in ``paragraph``.
        period: The report's own period.
        said_in: The year that the bulletin speaks from.
    """
    sentence, number = _sentence_of(paragraph, at)
    times = [time for time in find_times(sentence) if not time.base]
    if _is_from(sentence, number):
        return _earlier(sentence, number, times, period, said_in)
    time = _time_of(sentence, number, times, _clause_start(clause, paragraph, at, number))
    if time is None:
        return None
    found = _resolve(sentence, time, times, period, said_in)
    return None if found == period else found


def find_unsettled_time(
    clause: str, paragraph: str, at: Span, period: Period | None, said_in: int | None
) -> str | None:
    """Return the words of a time that a number is for and that cannot be counted, or None.

    The arguments are those of ``find_stat_period``, which takes the report's own period for such a number.
    """
    sentence, number = _sentence_of(paragraph, at)
    times = [time for time in find_times(sentence) if not time.base]
    if _is_from(sentence, number):
        return None
    time = _time_of(sentence, number, times, _clause_start(clause, paragraph, at, number))
    if time is None or _resolve(sentence, time, times, period, said_in):
        return None
    return time.span.of(sentence)


def _sentence_of(paragraph: str, at: Span) -> tuple[str, Span]:
    """Return the sentence that holds a number, and where the number stands in it."""
    start = max((m.end() for m in _SENTENCE_END.finditer(paragraph, 0, at.start)), default=0)
    end = _SENTENCE_END.search(paragraph, at.end)
    return paragraph[start : end.start() if end else len(paragraph)], Span(at.start - start, at.end - start)


def _clause_start(clause: str, paragraph: str, at: Span, number: Span) -> int:
    """Return where the clause of a number begins in its sentence; below 0 where it begins before."""
    return paragraph.rfind(clause, 0, at.end) - (at.start - number.start) if clause else -1


def _resolve(
    sentence: str, time: TimeMention, times: list[TimeMention], period: Period | None, said_in: int | None
) -> Period | None:
    """Turn a time into days: 当年 is the year named before it, 去年同期 the report's period of that year."""
    found = resolve(time, _year_named_before(times, time) or period, said_in)
    same = sentence.startswith(("同期", "同月", "同季"), time.span.end)
    return _in_year(period, found.year) if same and found and period else found


def _time_of(sentence: str, number: Span, times: list[TimeMention], own: int) -> TimeMention | None:
    """Return the last time before a number that holds for it."""
    words = load_period_words()
    for time in reversed(times):
        if time.span.end > number.start or _is_passed_over(sentence, time, number):
            continue
        between = sentence[time.span.end : number.start]
        opens = not sentence[: time.span.start].strip("“”‘’（(") or sentence[time.span.start - 1] in "；;"
        same_clause = not _CLAUSE_END.search(between) or 0 <= own <= time.span.start
        if not opens and not same_clause and _PART_END.search(between):
            return None
        later = _CLAUSE_END.split(between, maxsplit=1)[1] if _CLAUSE_END.search(between) else ""
        is_stretch = time.until or time.plan or time.last_year is not None
        if not is_stretch and any(word in later for word in words.now):
            return None
        return time
    return None


def _is_passed_over(sentence: str, time: TimeMention, number: Span) -> bool:
    """Whether a time says when something began, is a part of a name or an attribute: 2021年建成的蓄水池3口."""
    if (time.since and not time.plan) or in_a_name(sentence, time) or _is_from_time(sentence, time):
        return True
    first_clause = _CLAUSE_END.split(sentence[time.span.end : number.start])[0]
    return bool(re.search(".的", first_clause))


def in_a_name(sentence: str, time: TimeMention) -> bool:
    """Whether a year belongs to what a verb before it does something with: 申报2022年高标准农田建设."""
    words = load_period_words()
    before, after = sentence[: time.span.start], sentence[time.span.end :]
    if time.months or time.until or time.plan or after.startswith(("，", ",", "、")):
        return False
    return any(before.endswith(word) for word in words.object_verbs)


def _is_from_time(sentence: str, time: TimeMention) -> bool:
    """Whether a time is the earlier one of two: 由上年的9.8%降到."""
    words = load_period_words()
    before, after = sentence[: time.span.start], sentence[time.span.end :]
    attribute = re.match("(?:同期|同月|同季|底|末|初)?的", after)
    return bool(attribute) and any(before.endswith(word) for word in words.from_words)


def _is_from(sentence: str, number: Span) -> bool:
    """Whether a number is the first of two with 降到 or the like between them."""
    words = load_period_words()
    after = re.sub("^(?:逐步|迅速|大幅|快速|一举|稳步|直接|又|再)", "", sentence[number.end :])
    if not any(after.startswith(word) for word in words.to_words):
        return False
    clause = _CLAUSE_END.split(sentence[: number.start])[-1]
    return any(word in clause for word in words.from_words)


def _earlier(
    sentence: str, number: Span, times: list[TimeMention], period: Period | None, said_in: int | None
) -> Period | None:
    """Return the time of the first of two numbers: the one named, else the report's a year before."""
    clause = _CLAUSE_END.split(sentence[: number.start])[-1]
    named = [time for time in times if number.start - len(clause) <= time.span.start < number.start]
    if named:
        found = _resolve(sentence, named[-1], times, period, said_in)
        return None if found == period else found
    opening = re.split("|".join(load_period_words().from_words), clause)[-1]
    if opening or period is None:
        return None
    return _in_year(period, period.year - 1)


def _in_year(period: Period, year: int) -> Period | None:
    """Return the same stretch of another year; None for a 29th of February that the year does not have."""
    back = period.year - year
    try:
        return Period(
            period.first.replace(year=period.first.year - back), period.last.replace(year=period.last.year - back)
        )
    except ValueError:
        return None


def _year_named_before(times: list[TimeMention], time: TimeMention) -> Period | None:
    """Return the year last printed before a time that counts from a year that its words do not name (当年, 9月)."""
    if time.anchor is not Anchor.REPORTED:
        return None
    named = [t for t in times if t.span.end <= time.span.start and t.anchor is Anchor.PRINTED and not t.plan]
    return Period.of_year(named[-1].last_year or named[-1].year) if named else None
