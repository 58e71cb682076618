"""What an audit finds, as a problem of a report's file."""

from decimal import Decimal

from sitegen.model.report import Report
from sitegen.model.stat import Stat
from sitegen.problems import Problem
from sitegen.problems.catalogue import make_problem
from sitegen.quantities import find_printed


def finding(code: str, report: Report, stat: Stat, **values: str) -> Problem:
    """Return a problem about one stat; its text is the stat's quote with the number in 「」.

    Args:
        code: Key of the catalogue.
        report: The report that has the stat.
        stat: The number that is probably at fault, or that shows the fault.
        values: What the catalogue's templates name, besides ``printed`` and ``indicator``.
    """
    said = {"printed": stat.printed, "indicator": stat.indicator, **values}
    return make_problem(code, file_of(report), 0, 0, text=mark(stat), near=None, severity=None, **said)


def file_of(report: Report) -> str:
    """Return a report's file below the content folder."""
    return f"reports/{report.path}.md"


def mark(stat: Stat) -> str:
    """Return a stat's quote with its number in 「」; the quote alone where the number does not stand in it."""
    places = list(find_printed(stat.printed, stat.quote))
    if len(places) < (stat.at or 1):
        return stat.quote
    span = places[(stat.at or 1) - 1]
    return f"{stat.quote[: span.start]}「{stat.printed}」{stat.quote[span.end :]}"


def spell(value: Decimal, unit: str) -> str:
    """Return a number that was worked out, with two decimals at most."""
    rounded = f"{value:.2f}"
    return f"{rounded.rstrip('0').rstrip('.')}{unit}"
