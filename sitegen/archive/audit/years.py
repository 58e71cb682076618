"""Stated changes beside the levels of two years that the archive has."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from sitegen.archive.audit.finding import finding, spell
from sitegen.archive.audit.measured import Measured, Name, year_before
from sitegen.archive.audit.series import Course
from sitegen.archive.audit.units import one_unit
from sitegen.lexicon.audit import load_audit_words
from sitegen.model.report import Report
from sitegen.model.stat import Stat
from sitegen.model.terms import Kind, Status
from sitegen.problems import Problem

_OFF = Decimal("1.25")
"""Levels may be revised and changes be counted at constant prices: what is less than this factor off is left alone."""
_POINTS_OFF = Decimal(2)
_LEAST = 20


def audit_years(reports: Iterable[Report], courses: Mapping[Name, Course]) -> Iterator[Problem]:
    """Yield levels that are far from what the level a year before and the stated change make."""
    levels: dict[str, list[Measured]] = defaultdict(list)
    for course in courses.values():
        for point in course.values():
            levels[point.report.path].append(point)
    for report in reports:
        for change in report.stats:
            if not _counts_from_a_year_before(change):
                continue
            for level in levels[report.path]:
                before = courses[level.name].get(year_before(level.period))
                if before is not None and _is_of(change, level, report) and _is_off(change, level, before):
                    yield finding(
                        "audit-years-differ",
                        report,
                        level.stat,
                        before=before.stat.printed,
                        where=f"reports/{before.report.path}.md",
                        worked=_work_out(level, before),
                        change=change.printed,
                    )


def _counts_from_a_year_before(stat: Stat) -> bool:
    return (
        stat.kind is Kind.CHANGE
        and stat.status is Status.REPORTED
        and stat.value_to is None
        and stat.basis is not None
        and stat.basis.removesuffix("相比") in load_audit_words().a_year_before
    )


def _is_of(change: Stat, level: Measured, report: Report) -> bool:
    """Whether a change is stated of this level: one place, time and name, but for words of change in the name."""
    if (change.place or report.place, change.period or report.period) != (level.place, level.period):
        return False
    name = change.indicator
    for word in load_audit_words().change_names:
        name = name.removesuffix(word)
    return name == level.stat.indicator


def _is_off(change: Stat, level: Measured, before: Measured) -> bool:
    if level.unit == "%":
        return change.unit == "百分点" and abs(level.value - before.value - change.value) > _POINTS_OFF
    if change.unit == "%":
        expected = before.value * (100 + change.value) / 100
    elif one_unit(change.unit, level.unit):
        expected = before.value + change.value
    else:
        return False
    if expected <= 0 or max(expected, level.value) < _LEAST:
        return False
    return max(level.value / expected, expected / level.value) > _OFF


def _work_out(level: Measured, before: Measured) -> str:
    if level.unit == "%":
        return spell(level.value - before.value, "个百分点")
    return spell((level.value - before.value) * 100 / before.value, "%")
