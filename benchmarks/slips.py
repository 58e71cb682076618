"""Slips of the hand in a printed number, carried into value, quotes and body alike, so that no check sees them."""

import random
import re
from collections.abc import Callable
from dataclasses import replace

from sitegen.model.report import Report
from sitegen.model.stat import Stat
from sitegen.quantities import derive, find_printed

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
Slip = Callable[[str, random.Random], str]
"""From a printed number to a wrong one; the same where the slip cannot happen to it."""


def change_digit(printed: str, rng: random.Random) -> str:
    """Return the number with one figure exchanged for another."""
    at = _pick(printed, rng)
    leading = at is not None and not printed[:at][-1:].isdigit()
    return _splice(printed, at, lambda d: rng.choice([c for c in ("123456789" if leading else "0123456789") if c != d]))


def drop_digit(printed: str, rng: random.Random) -> str:
    """Return the number with one figure left out; a number of one figure stays."""
    number = _NUMBER.search(printed)
    if not number or len(number[0].partition(".")[0]) < 2:
        return printed
    return _splice(printed, _pick(printed, rng), lambda _: "")


def double_digit(printed: str, rng: random.Random) -> str:
    """Return the number with one figure printed twice."""
    return _splice(printed, _pick(printed, rng), lambda d: d + d)


def transpose_digits(printed: str, rng: random.Random) -> str:
    """Return the number with two neighbouring figures in the other order."""
    at = [m.start() for m in re.finditer(r"(?=(\d)(\d))", printed) if m[1] != m[2]]
    if not at:
        return printed
    i = rng.choice(at)
    return printed[:i] + printed[i + 1] + printed[i] + printed[i + 2 :]


def drop_wan(printed: str, rng: random.Random) -> str:
    """Return the number without its 万."""
    return printed.replace("万", "", 1)


def add_wan(printed: str, rng: random.Random) -> str:
    """Return the number with a 万 that it does not have."""
    number = _NUMBER.search(printed)
    if not number or re.search("[万亿%点]", printed):
        return printed
    return printed[: number.end()] + "万" + printed[number.end() :]


def yi_for_wan(printed: str, rng: random.Random) -> str:
    """Return the number with 亿 for 万."""
    return printed.replace("万", "亿", 1)


SLIPS: dict[str, Slip] = {
    "figure changed": change_digit,
    "figure dropped": drop_digit,
    "figure doubled": double_digit,
    "figures transposed": transpose_digits,
    "万 dropped": drop_wan,
    "万 added": add_wan,
    "亿 for 万": yi_for_wan,
}


def slip_in(report: Report, number: int, slip: Slip, rng: random.Random) -> Report | None:
    """Return a report with a slip in one of its stats, or None where it would show by itself or cannot happen.

    Args:
        report: A report in which every quote stands literally in the body.
        number: Which of its stats.
        slip: What goes wrong.
        rng: Decides where in the number.
    """
    stat = report.stats[number]
    wrong = slip(stat.printed, rng)
    places = list(find_printed(stat.printed, stat.quote))
    if wrong == stat.printed or report.body.count(stat.quote) != 1 or not places:
        return None
    start = report.body.index(stat.quote) + places[(stat.at or 1) - 1].start
    end = start + len(stat.printed)
    stats = []
    for other in report.stats:
        moved = _move(other, report.body, start, end, wrong, stat)
        if moved is None:
            return None
        stats.append(moved)
    if stats[number].value == stat.value:
        return None
    return replace(report, stats=tuple(stats), body=report.body[:start] + wrong + report.body[end:])


def _move(other: Stat, body: str, start: int, end: int, wrong: str, slipped: Stat) -> Stat | None:
    """Return a stat whose quote has the wrong number too, where it holds it; None where it could not be read then."""
    at = body.find(other.quote)
    if at < 0 or not (at <= start and end <= at + len(other.quote)):
        return other if other is not slipped else None
    quote = other.quote[: start - at] + wrong + other.quote[end - at :]
    printed = wrong if other is slipped else other.printed
    places = len(list(find_printed(printed, quote)))
    read = derive(printed, quote, other.at)
    if read is None or places != (1 if other.at is None else len(list(find_printed(other.printed, other.quote)))):
        return None
    if (read.kind, read.unit) != (other.kind, other.unit) or (other is not slipped and read.value != other.value):
        return None
    return replace(other, quote=quote, printed=printed, value=read.value, value_to=read.value_to, bound=read.bound)


def _pick(printed: str, rng: random.Random) -> int | None:
    number = _NUMBER.search(printed)
    if number is None:
        return None
    return rng.choice([i for i in range(number.start(), number.end()) if printed[i] != "."])


def _splice(printed: str, at: int | None, change: Callable[[str], str]) -> str:
    return printed if at is None else printed[:at] + change(printed[at]) + printed[at + 1 :]
