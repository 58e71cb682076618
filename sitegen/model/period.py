"""Stretches of time that a report or a number speaks of, and their one spelling."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from sitegen.problems import ReasonError, Words

_POINT = re.compile(r"(\d{4})(?:-(?:(H[12]|Q[1-4])|(\d\d)(?:-(\d\d))?))?")
_PARTS = {"H1": (1, 6), "H2": (7, 12), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12)}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The first and the last day of a stretch of time, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.last < self.first:
            raise ReasonError(
                Words(
                    f"a period cannot end ({self.last}) before it begins ({self.first})",
                    f"时段的结束（{self.last}）不能早于开始（{self.first}）",
                )
            )

    def __str__(self) -> str:
        """Spell the period in its one way: ``2023``, ``2023-Q3``, ``2023-01/2023-09``, ``2023-11-06``."""
        a, b = self.first, self.last
        if a == b:
            return a.isoformat()
        if not (a.day == 1 and (b + timedelta(days=1)).day == 1):
            return f"{a.isoformat()}/{b.isoformat()}"
        if a.year == b.year:
            if (a.month, b.month) == (1, 12):
                return f"{a.year:04}"
            for name, months in _PARTS.items():
                if (a.month, b.month) == months:
                    return f"{a.year:04}-{name}"
            if a.month == b.month:
                return f"{a.year:04}-{a.month:02}"
        return f"{a.year:04}-{a.month:02}/{b.year:04}-{b.month:02}"

    @property
    def slug(self) -> str:
        """The spelling as it stands in a path: ``2023-01--2023-09``."""
        return str(self).replace("/", "--")

    @property
    def year(self) -> int:
        """The year in which the period ends."""
        return self.last.year

    def holds(self, other: "Period") -> bool:
        """Whether ``other`` lies inside this period, ends included."""
        return self.first <= other.first and other.last <= self.last

    @classmethod
    def of_year(cls, year: int) -> "Period":
        """Return the whole of a calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def of_months(cls, year: int, first: int, last: int) -> "Period":
        """Return the first day of month ``first`` to the last day of month ``last`` of one year."""
        return cls(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))

    @classmethod
    def parse(cls, spelled: str) -> "Period":
        """Read a spelled period, also in forms that are not the one spelling: ``2023-01/2023-03``.

        Raises:
            ValueError: if it is none; the message repeats the words and names the forms.
        """
        ends = spelled.strip().split("/")
        if len(ends) > 2:
            raise _no_period(spelled)
        try:
            points = [_parse_point(end) for end in ends]
        except ValueError:
            raise _no_period(spelled) from None
        return cls(points[0].first, points[-1].last)


def _parse_point(spelled: str) -> Period:
    match = _POINT.fullmatch(spelled.strip())
    if not match:
        raise ValueError(spelled)
    year, part, month, day = int(match[1]), match[2], match[3], match[4]
    if part:
        return Period.of_months(year, *_PARTS[part])
    if day:
        return Period(date(year, int(month), int(day)), date(year, int(month), int(day)))
    if month:
        date(year, int(month), 1)
        return Period.of_months(year, int(month), int(month))
    return Period.of_year(year)


def _no_period(spelled: str) -> ValueError:
    return ValueError(f"{spelled!r} is no period: write YYYY, YYYY-H1, YYYY-Q3, YYYY-MM, YYYY-MM-DD or start/end")
