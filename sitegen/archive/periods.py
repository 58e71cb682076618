"""Periods in words, by patterns that a language supplies."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from sitegen.model.period import Period

CHINESE: Mapping[str, str] = {
    "year": "{year}年",
    "half-1": "{year}年上半年",
    "half-2": "{year}年下半年",
    "quarter-1": "{year}年第一季度",
    "quarter-2": "{year}年第二季度",
    "quarter-3": "{year}年第三季度",
    "quarter-4": "{year}年第四季度",
    "month": "{year}年{month}月",
    "months": "{year}年{month}—{month_to}月",
    "months-of-years": "{year}年{month}月—{year_to}年{month_to}月",
    "years": "{year}—{year_to}年",
    "day": "{year}年{month}月{day}日",
    "days": "{year}年{month}月{day}日—{year_to}年{month_to}月{day_to}日",
}
"""For headings of reports, which are Chinese in every language of the interface."""


def name_period(period: Period, patterns: Mapping[str, str] = CHINESE, name_month: Callable[[int], str] = str) -> str:
    """Return a period as a reader would say it: ``2023年第三季度``.

    Args:
        period: What to name.
        patterns: One per form, with the keys of ``CHINESE``.
        name_month: Says a month from 1 to 12 as the patterns want it.
    """
    a, b = period.first, period.last
    return patterns[_form(period)].format(
        year=a.year,
        month=name_month(a.month),
        day=a.day,
        year_to=b.year,
        month_to=name_month(b.month),
        day_to=b.day,
    )


def count_months(period: Period) -> int:
    """Return how many whole calendar months a period is; 0 where it begins or ends inside one."""
    a, b = period.first, period.last
    if a.day != 1 or (b + timedelta(days=1)).day != 1:
        return 0
    return (b.year - a.year) * 12 + b.month - a.month + 1


def _form(period: Period) -> str:
    a, b = period.first, period.last
    months = count_months(period)
    if months == 0:
        return "day" if a == b else "days"
    if months == 1:
        return "month"
    if a.year != b.year:
        return "years" if (a.month, b.month) == (1, 12) else "months-of-years"
    if months == 12:
        return "year"
    if months == 6 and a.month in (1, 7):
        return f"half-{a.month // 6 + 1}"
    if months == 3 and a.month % 3 == 1:
        return f"quarter-{a.month // 3 + 1}"
    return "months"
