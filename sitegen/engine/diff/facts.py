"""Which facts of a report were added, removed or changed."""

from collections import defaultdict

from sitegen.engine.diff.records import StatDiff, order_stats
from sitegen.model.report import Report
from sitegen.model.stat import Stat


def compare_stats(before: Report | None, after: Report | None) -> tuple[StatDiff, ...]:
    """Return the facts that differ.

    A fact is the same one where its id is, else where number and words are: an editor who takes a line out and writes
    it anew has changed nothing.
    """
    old, new = (list(report.stats) if report else [] for report in (before, after))
    pairs = _pair(old, new)
    gone = [stat for stat in old if stat.id not in {one.id for one, _ in pairs}]
    come = [stat for stat in new if stat.id not in {other.id for _, other in pairs}]
    found = [StatDiff(one, other) for one, other in pairs if one != other]
    found += [StatDiff(stat, None) for stat in gone] + [StatDiff(None, stat) for stat in come]
    return order_stats(before, after, found)


def _pair(old: list[Stat], new: list[Stat]) -> list[tuple[Stat, Stat]]:
    known = {stat.id: stat for stat in new}
    pairs = [(stat, known[stat.id]) for stat in old if stat.id in known]
    taken = {stat.id for stat, _ in pairs}
    waiting: dict[tuple[str, str, int], list[Stat]] = defaultdict(list)
    for stat in new:
        if stat.id not in taken:
            waiting[_words(stat)].append(stat)
    for stat in old:
        if stat.id not in taken and waiting[_words(stat)]:
            pairs.append((stat, waiting[_words(stat)].pop(0)))
    return pairs


def _words(stat: Stat) -> tuple[str, str, int]:
    return stat.printed, stat.quote, stat.at or 1
