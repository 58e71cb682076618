"""Where a text names a time: 2018年第三季度, 去年, 1—9月, 截至9月底, 10月7日, “十四五”期间."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import cache

from sitegen.lexicon.periods import PeriodWords, load_period_words
from sitegen.model.period import Period
from sitegen.model.span import Span


class Anchor(Enum):
    """What a named year counts from."""

    PRINTED = "printed"
    """The year itself is printed."""
    SPEAKING = "speaking"
    """The year in which the bulletin speaks: 今年, 去年."""
    REPORTED = "reported"
    """The year that is reported: 上年, 全年, 9月."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """Words that name a time, and what they say."""

    span: Span
    """In the text that was read, with 截至 before and 以来 after."""
    anchor: Anchor
    year: int
    """The printed year, else the distance from the anchor: -1 for 去年."""
    last_year: int | None = None
    """The year in which it ends, where that is another one; counted like ``year``."""
    months: tuple[int, int] | None = None
    """First and last month; None for whole years."""
    days: tuple[int, int] | None = None
    """First day of the first month, last day of the last."""
    until: bool = False
    """截至9月: from the year's beginning."""
    since: bool = False
    """2022年以来: to the end of what is reported."""
    base: bool = False
    """What something is compared with, or a plan's time: no time that a number is for."""
    plan: bool = False
    """A plan of five years."""


def find_times(text: str) -> tuple[TimeMention, ...]:
    """Return the times that a text names, in order, without those inside quotation marks and 《》 (plans aside)."""
    found = []
    for match in _pattern().finditer(text):
        mention = _read(match)
        if mention and (mention.plan or not _quoted(text, match.start())):
            found.append(_in_context(text, mention))
    return tuple(found)


def resolve(mention: TimeMention, reported: Period | None, said_in: int | None) -> Period | None:
    """Turn words for a time into its first and last day; None where it is not known what they count from.

    Args:
        mention: What the words say.
        reported: The period of the report, from whose year 上年, 9月 and the like count.
        said_in: The year that the bulletin speaks from, from which 去年 counts.
    """
    offset = {
        Anchor.PRINTED: 0,
        Anchor.SPEAKING: said_in,
        Anchor.REPORTED: reported.year if reported else said_in,
    }[mention.anchor]
    if offset is None:
        return None
    first_year = offset + mention.year
    last_year = first_year if mention.last_year is None else offset + mention.last_year
    first_month, last_month = mention.months or (1, 12)
    try:
        first = Period.of_months(first_year, first_month, first_month).first
        last = Period.of_months(last_year, last_month, last_month).last
        if mention.days:
            first, last = date(first_year, first_month, mention.days[0]), date(last_year, last_month, mention.days[1])
        if mention.until:
            first = date(last_year, 1, 1)
        if mention.since:
            last = max(first, reported.last) if reported else last
        return Period(first, last)
    except ValueError:
        return None


def _in_context(text: str, mention: TimeMention) -> TimeMention:
    """Look at what stands around a time: 截至 before, 以来 after, 比 before, 任务 after."""
    words = load_period_words()
    before, after = text[max(mention.span.start - 6, 0) : mention.span.start], text[mention.span.end :]
    start, end = mention.span.start, mention.span.end
    until = next((word for word in words.until if before.endswith(word) and word != "至"), "")
    since = next((word for word in words.since if re.match(f"[”’]?{word}", after)), "")
    earlier = any(after.startswith(word) for word in words.before) and not after.startswith("前后")
    same = next((word for word in words.same_time if after.startswith(word)), "")
    rest = after[len(same) :]
    base = (
        any(before.removesuffix("了").endswith(word) for word in words.base_before)
        or (bool(re.search("[与同和跟]$", before)) and any(word in rest[:6] for word in words.base_after))
        or any(rest[:3].startswith(word) for word in words.base_after if len(word) > 1)
        or any(word in after[:4] for word in words.target_nouns)
        or _is_multiplied(before, rest, words)
        or earlier
    )
    end += len(since) + after.startswith(("”", "’")) * bool(since)
    return replace(
        mention,
        span=Span(start - len(until), end),
        until=bool(until),
        since=mention.since or (bool(since) and not until),
        base=base,
    )


def _is_multiplied(before: str, rest: str, words: PeriodWords) -> bool:
    """Whether a number is so many times, or such a share of, a time's: 是上年的2.4倍, 为去年同期的96%."""
    times = re.match(r"的?(?:近|约|整整)?[\d.〇零一二两三四五六七八九十百]+多?余?(?P<unit>倍|[%％成])", rest)
    if before.endswith(words.from_words) or not (times or re.match("的(?:近|约)?百分之", rest)):
        return False
    return bool(times and times["unit"] == "倍" and "的" in times[0]) or before.endswith(words.share_before)


def _quoted(text: str, at: int) -> bool:
    """Whether a place in a text stands inside a name or a title."""
    for opening, closing in (("“", "”"), ("《", "》"), ("‘", "’")):
        left = text.rfind(opening, 0, at)
        if left >= 0 and closing not in text[left:at] and closing in text[at : at + 30] and at - left < 30:
            return True
    return False


def _read(match: re.Match[str]) -> TimeMention | None:
    """Turn one match of the pattern into what it says; None where its numbers are no time (13月)."""
    words, part = load_period_words(), match.groupdict()
    span = Span(*match.span())
    if part["plan"]:
        first = words.plans[part["plan"]]
        since = match[0].endswith("以来")
        first += 4 * match[0].endswith("末")
        return TimeMention(
            span=span,
            anchor=Anchor.PRINTED,
            year=first,
            last_year=words.plans[part["plan"]] + 4,
            plan=True,
            since=since,
        )
    anchor, year, last_year = Anchor.REPORTED, 0, None
    if part["y1"]:
        anchor, year = Anchor.PRINTED, _year(part["y1"])
        last_year = _year(part["y2"]) if part["y2"] else None
        if last_year is not None and last_year < year:
            return None
    elif part["speaking"]:
        anchor, year = Anchor.SPEAKING, words.years_from_speaking[part["speaking"]]
    elif part["reported"]:
        year = words.years_from_reported[part["reported"]]
    months, days = _read_part(part, words)
    if months and not (1 <= months[0] <= 12 and 1 <= months[1] <= 12):
        return None
    if part["y3"]:
        last_year = _year(part["y3"])
    if months and last_year is None and months[1] < months[0]:
        return None
    return TimeMention(span=span, anchor=anchor, year=year, last_year=last_year, months=months, days=days)


def _read_part(
    part: dict[str, str | None], words: PeriodWords
) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Months and days of a match."""
    if part["part"]:
        return words.parts[part["part"]], None
    if part["quarters"]:
        return (1, 3 * _number(part["quarters"])), None
    if part["quarter"]:
        last = 3 * _number(part["quarter"])
        return (last - 2, last), None
    if part["first_months"]:
        return (1, _number(part["first_months"])), None
    if part["day_from"]:
        first = _number(part["month_from"])
        last = _number(part["month_to"]) if part["month_to"] else first
        return (first, last), (int(part["day_from"]), int(part["day_to"] or part["day_from"]))
    if part["first_month"]:
        return (_number(part["first_month"]), _number(part["last_month"])), None
    if part["month"]:
        return (_number(part["month"]), _number(part["month"])), None
    return None, None


@cache
def _number_table() -> dict[str, int]:
    return dict(load_period_words().numerals)


def _number(printed: str | None) -> int:
    return int(printed) if printed and printed.isdigit() else _number_table().get(printed or "", 0)


def _year(printed: str) -> int:
    """Read a year in figures or as read out; 九三 is 1993, 〇八 is 2008."""
    read = int(printed) if printed.isdecimal() else int("".join(str(_number_table()[c]) for c in printed))
    return read if read > 99 else read + (1900 if read >= 80 else 2000)


@cache
def _pattern() -> re.Pattern[str]:
    """One pattern for all times; its groups are read by ``_read``."""
    words = load_period_words()

    def choice(names: object) -> str:
        return "|".join(map(re.escape, names))  # type: ignore[call-overload]

    zero = "〇○零OoＯ0"
    year = (
        rf"(?:(?:19|20)\d\d|一九[{zero}一二三四五六七八九]{{2}}|二[{zero}][{zero}一二三四五六七八九]{{2}}"
        r"|(?<![零〇○一二三四五六七八九十百千])"
        rf"(?:九[{zero}一二三四五六七八九]|八[{zero}一二三四五六七八]|[{zero[:3]}][一二三四五六七八九])(?=年))"
    )
    dash = r"(?:[-—–~～－]{1,2}|至|到)"
    figure = r"(?:1[0-2]|0?[1-9])(?!\d)"
    month = rf"(?:{figure}|十[一二]?|[一二三四五六七八九])"
    years = (
        rf"(?<![\d.])(?P<y1>{year})(?:年?{dash}(?P<y2>{year}))?年(?:度|全年)?(?!代|产)"
        rf"|(?P<speaking>{choice(words.years_from_speaking)})(?:全年)?"
        rf"|(?P<reported>{choice(words.years_from_reported)})"
    )
    part = (
        rf"(?P<part>{choice(words.parts)})"
        r"|前(?P<quarters>[一二两三123])个?季度"
        r"|第?(?P<quarter>[一二三四1234])季度"
        rf"|前(?P<first_months>{month})个月"
        rf"|(?P<month_from>{figure})月(?P<day_from>[0-3]?\d)日(?:{dash}(?:(?P<month_to>{figure})月)?(?P<day_to>[0-3]?\d)日)?"
        rf"|(?P<first_month>{month})(?:月份?)?{dash}(?:(?P<y3>{year})年)?(?P<last_month>{month})月份?"
        rf"|(?P<month>{figure}|{month}(?=月(?:份|底|末|初|[上中下]旬)))月份?"
    )
    looks_back = r"(?=[^\s，。；、]{0,6}(?:回眸|回顾|综述|成就|总结))"
    plan = (
        rf"[“‘]?(?P<plan>{choice(words.plans)})(?!年)[”’]?(?:规划)?"
        rf"(?:期间|时期|以来|期末|末|{looks_back})"
    )
    alone = r"(?<![\d一二三四五六七八九十每个第.])"
    unnamed = re.sub(r"\?P<\w+>", "?:", part)
    return re.compile(rf"{plan}|(?:{years}|{alone}(?=(?:{unnamed})(?![龄龙亮])))\s?(?:{part})?")
