"""Levels with their place and time, and under which name they may be compared."""

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sitegen.archive.audit.units import unit_class
from sitegen.archive.periods import count_months
from sitegen.model.period import Period
from sitegen.model.report import Report
from sitegen.model.stat import Stat
from sitegen.model.terms import Kind, Status

Name = tuple[str, str, str, str, int]
"""Place, issuer, series or indicator, unit, months: values of one name differ in their period only."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A reported level above zero."""

    report: Report
    stat: Stat
    place: str
    """Full administrative name."""
    period: Period

    @property
    def value(self) -> Decimal:
        """The stat's value, in its unit."""
        return self.stat.value

    @property
    def unit(self) -> str:
        """The unit that stands for all of its meaning."""
        return unit_class(self.stat.unit)

    @property
    def name(self) -> Name:
        """What it may be compared with."""
        thing = self.stat.series or self.stat.indicator
        return (self.place, self.report.issuer or "", thing, self.unit, count_months(self.period))


def read_levels(reports: Iterable[Report]) -> Iterator[Measured]:
    """Yield the reported levels of reports whose place and period are settled."""
    for report in reports:
        for stat in report.stats:
            place, period = stat.place or report.place, stat.period or report.period
            if place is None or period is None or stat.value <= 0:
                continue
            if stat.kind is Kind.LEVEL and stat.status is Status.REPORTED:
                yield Measured(report, stat, place, period)


def year_before(period: Period) -> Period:
    """Return the same months or days one year earlier."""
    return Period(_year_before(period.first), _year_before(period.last))


def _year_before(day: date) -> date:
    year = day.year - 1
    last = calendar.monthrange(year, day.month)[1]
    at_end = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(year, day.month, last if at_end else min(day.day, last))
