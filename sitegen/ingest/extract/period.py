"""The time that a report speaks of, and the year that it speaks from."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.ingest.extract.issuer import headed_by
from sitegen.ingest.extract.issuer_lines import lines_around, reads_like_title
from sitegen.ingest.extract.stat_period import in_a_name
from sitegen.ingest.extract.times import Anchor, TimeMention, find_times, resolve
from sitegen.ingest.laid import LaidBulletin, LaidReport
from sitegen.lexicon.periods import load_period_words
from sitegen.model.facts import Facts
from sitegen.model.period import Period
from sitegen.problems import Words

_SENTENCES = re.compile(r"[^。！？!?；;\n]+")
_NEWS = re.compile("讯|电|记者|近日|日前|获悉|召开")
ENOUGH = 3
"""Votes that settle a year: one time that opens a sentence, or two elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodFinding:
    """What a report says of its time."""

    period: Period | None
    """None where the text does not settle it."""
    said_in: int | None
    """The year that the bulletin speaks from: 去年 is the one before. None where nothing tells."""
    why: Words
    """Half a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Votes:
    """What the sentences of a text say of its year."""

    years: Counter[int]
    past: int
    """How often 去年, 过去一年 and the like stand for what was done."""
    present: int
    """How often 今年 does."""
    whole_year: bool
    """全年 is said of what was done."""
    planned: frozenset[int]
    """Whole years that are planned for: 2024年，全镇将…."""


def settle_period(bulletin: LaidBulletin, report: LaidReport, facts: Facts) -> PeriodFinding:
    """Return the period of a report and the year it speaks from.

    Asked in this order: what is known from outside, its title, its bulletin's title and preface where that holds
    several reports, the times that open its first paragraphs, the years that its text names.
    """
    printed = _printed_in(bulletin, report, facts)
    told = _told(report, printed)
    votes = _count(told)
    year, why = _settle_year(votes, printed)
    if year is None and len(bulletin.reports) > 1:
        year, why = _settle_year(_count(text for other in bulletin.reports for text in _told(other, printed)), printed)
    if facts.period:
        return _finding(facts.period, printed, votes, Words("known from outside the text", "来自正文以外的资料"))
    if report.title and (found := _in_title(report.title, year, printed)):
        return _finding(found, printed, votes, Words(f"the title names {found}", f"标题写着 {found}"))
    for line in lines_around(bulletin, report) if not report.title else ():
        if (reads_like_title(line) or headed_by(line)) and (found := _in_title(line, year, printed)):
            why = Words(f"a line like a title names {found}", f"像标题的一行写着 {found}")
            return _finding(found, printed, votes, why)
    if len(bulletin.reports) > 1 or not report.title:
        for text in (bulletin.title or "", *bulletin.preface):
            if found := _in_title(text, year, printed):
                why = Words(f"the bulletin is about {found}", f"整份通报说的是 {found}")
                return _finding(found, printed, votes, why)
    if year is None:
        return PeriodFinding(period=None, said_in=printed, why=why)
    reported = Period.of_year(year)
    part = None if votes.whole_year else _part_in_lead(told[:3], reported, printed or year)
    return _finding(part or reported, printed, votes, why)


def _finding(period: Period, printed: int | None, votes: _Votes, why: Words) -> PeriodFinding:
    """Add the year that the bulletin speaks from: a review that calls the reported year 去年 speaks from the next."""
    looks_back = votes.past > votes.present and period.last.month == 12
    return PeriodFinding(period=period, said_in=printed or period.last.year + looks_back, why=why)


def _told(report: LaidReport, printed: int | None) -> tuple[str, ...]:
    """Return the headings and paragraphs of a report that tell what was done, not what is to come."""
    headed = [time.year for section in report.sections for time in find_times(section.heading or "") if _is_year(time)]
    to_come = printed if printed and any(year < printed for year in headed) else (printed or 9999) + 1
    texts: list[str] = []
    for section in report.sections:
        if section.heading and _is_plan(section.heading, to_come):
            continue
        texts += [section.heading] if section.heading else []
        texts += section.paragraphs
    return tuple(texts)


def _is_year(time: TimeMention) -> bool:
    return time.anchor is Anchor.PRINTED and not time.plan


def _is_plan(heading: str, to_come: int) -> bool:
    """Whether a part is about what is to come: 2016年工作打算, or 2016年主要工作 after 2015年工作回顾."""
    if _looks_back(heading):
        return False
    later = any(_is_year(time) and time.year >= to_come for time in find_times(heading))
    return later or any(word in heading for word in load_period_words().plan_headings)


def _looks_back(text: str) -> bool:
    return any(word in text for word in load_period_words().review_words)


def _count(texts: Iterable[str]) -> _Votes:
    """Count for which year the sentences of a text speak."""
    words = load_period_words()
    years: Counter[int] = Counter()
    past = present = 0
    whole_year = False
    planned: set[int] = set()
    for number, text in enumerate(texts):
        for sentence in _SENTENCES.findall(text):
            for time in find_times(sentence):
                if time.base or time.plan or _is_dateline(sentence, time):
                    continue
                if _to_come(sentence, time):
                    planned |= {time.year} if _is_year(time) and not time.months and _opens(sentence, time) else set()
                    continue
                if time.anchor is Anchor.SPEAKING:
                    past += time.year == -1 and not time.since
                    present += time.year == 0
                elif time.anchor is Anchor.PRINTED:
                    years[time.last_year or time.year] += _weight(sentence, time, number)
                else:
                    whole_year |= time.span.of(sentence).endswith("全年")
            if not any(word in sentence for word in (*words.plan_words, "明年")):
                years.update(dict.fromkeys(_named_years(sentence), ENOUGH))
    return _Votes(years=+years, past=past, present=present, whole_year=whole_year, planned=frozenset(planned))


def _weight(sentence: str, time: TimeMention, paragraph: int) -> int:
    """How much a printed year says about the year that is reported."""
    if time.since or in_a_name(sentence, time):
        return 1
    if _opens(sentence, time):
        return 6 if paragraph < 2 else 4
    return 3 if sentence[: time.span.start].endswith(load_period_words().subjects) else 2


def _opens(sentence: str, time: TimeMention) -> bool:
    """Whether a sentence begins with a time."""
    return not sentence[: time.span.start].strip("“”‘’（( ")


def _to_come(sentence: str, time: TimeMention) -> bool:
    """Whether a time is one that the text only plans for: 2016年，全镇打算; 预计2017年8月完工; 到2025年."""
    words = load_period_words()
    before, after = sentence[max(time.span.start - 4, 0) : time.span.start], sentence[time.span.end :][:16]
    planned = any(word in before for word in words.plan_words) or any(word in after for word in words.plan_words)
    return planned or before.endswith(("到", "至"))


def _named_years(sentence: str) -> tuple[int, ...]:
    """Return the year that a sentence calls by a name, “十四五”开局之年; at most one."""
    words = load_period_words()
    for name, year in words.named_years.items():
        if name in sentence:
            return (year,)
    for name, year in words.anniversaries.items():
        if match := re.search(rf"{name}(\d+|[一二三四五六七八九十百]+)周年", sentence):
            years = int(match[1]) if match[1].isdigit() else words.anniversary_numbers.get(match[1])
            return (year + years,) if years else ()
    for plan, first in words.plans.items():
        for name, offset in words.plan_years.items():
            if re.search(f"(?<![一二三四五六七八九十]){plan}[”’]?(?:规划|时期)?的?{name}", sentence):
                return (first + offset,)
    return ()


def _settle_year(votes: _Votes, printed: int | None) -> tuple[int | None, Words]:
    """Return the reported year and why, or None and why not."""
    ranked = votes.years.most_common(2)
    if printed and votes.past > votes.present and votes.years[printed - 1] >= votes.years[printed]:
        return printed - 1, Words(
            f"printed in {printed}, it speaks of the year before", f"{printed} 年刊登，说的是上一年"
        )
    if printed and votes.present > votes.past and votes.years[printed] >= votes.years[printed - 1]:
        return printed, Words(f"printed in {printed}, it speaks of the same year", f"{printed} 年刊登，说的是当年")
    if (not ranked or ranked[0][1] < ENOUGH) and votes.planned and (votes.past or votes.present):
        planned = min(votes.planned)
        return planned - 1, Words(
            f"it plans for {planned} and tells of the year before", f"文中展望 {planned} 年，说的是上一年"
        )
    if not ranked or ranked[0][1] < ENOUGH:
        return None, Words("no year is named as the one reported", "文中没有写明是哪一年")
    if len(ranked) == 2 and ranked[0][1] <= ranked[1][1]:
        return None, Words(
            f"{ranked[0][0]} and {ranked[1][0]} are named alike", f"{ranked[0][0]} 年和 {ranked[1][0]} 年提到得一样多"
        )
    return ranked[0][0], Words(f"{ranked[0][0]} is the year named most", f"{ranked[0][0]} 年提到得最多")


def _printed_in(bulletin: LaidBulletin, report: LaidReport, facts: Facts) -> int | None:
    """Return the year in which the bulletin was printed, from outside knowledge, a dateline or a lead's date."""
    if facts.published:
        return facts.published.year
    for text in (*bulletin.datelines, report.title or ""):
        for time in find_times(text):
            if time.anchor is Anchor.PRINTED and (time.days or (time.months and text in bulletin.datelines)):
                return time.year
    lead = next((p for section in report.sections for p in section.paragraphs), "")
    for sentence in _SENTENCES.findall(lead)[:1]:
        for time in find_times(sentence)[:1]:
            if _is_dateline(sentence, time):
                return time.year
    return None


def _is_dateline(sentence: str, time: TimeMention) -> bool:
    """Whether a sentence begins with the day of the news: 2024年1月15日，记者从某镇获悉."""
    is_day = time.anchor is Anchor.PRINTED and bool(time.days)
    return is_day and _opens(sentence, time) and bool(_NEWS.search(sentence))


def _in_title(title: str, year: int | None, printed: int | None) -> Period | None:
    """Return the period that a title or a preface names, the fullest of its first year; None where it names none."""
    reported = Period.of_year(year) if year else None
    found = [
        (time, period)
        for time in find_times(title)
        if not time.base and not time.since and not time.days and (period := resolve(time, reported, printed or year))
    ]
    told = [(time, period) for time, period in found if not _to_come(title, time)] or found
    if not told:
        return None
    first = told[0][1]
    return min((p for time, p in told if first.holds(p) and time.months), default=first, key=lambda p: p.first)


def _part_in_lead(texts: tuple[str, ...], reported: Period, said_in: int) -> Period | None:
    """Return the part of the year that the first paragraphs open with: 前三季度，某镇…"""
    for text in texts:
        for sentence in _SENTENCES.findall(text)[:3]:
            for time in find_times(sentence)[:1]:
                if (
                    _opens(sentence, time)
                    and time.months
                    and not (time.base or time.since or time.days or _to_come(sentence, time))
                ):
                    return resolve(time, reported, said_in)
    return None
