"""Carry over what a report already has when its bulletin is read again: ids are made once."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace

from sitegen.model.report import Report
from sitegen.model.stat import Stat, make_stat_id
from sitegen.model.terms import StatId

Key = Callable[[Stat], Hashable]
KEYS: tuple[Key, ...] = (
    lambda stat: (stat.printed, stat.quote, stat.at),
    lambda stat: (stat.printed, stat.indicator, stat.kind),
    lambda stat: (stat.printed, stat.value, stat.unit),
)
"""What makes a stat read now the same as one read before, surest first."""


def match_stats(olds: Sequence[Stat], news: Sequence[Stat], keys: Sequence[Key] = KEYS) -> tuple[StatId | None, ...]:
    """For each new stat the id of the old one that it continues, or None; no old one is given twice.

    A surer key settles all its pairs before the next one is asked; where one key fits several stats they are paired in
    reading order.
    """
    found: dict[int, StatId] = {}
    for key in keys:
        waiting: defaultdict[Hashable, list[StatId]] = defaultdict(list)
        for stat in olds:
            if stat.id not in found.values():
                waiting[key(stat)].append(stat.id)
        for number, stat in enumerate(news):
            if number not in found and waiting[key(stat)]:
                found[number] = waiting[key(stat)].pop(0)
    return tuple(found.get(number) for number in range(len(news)))


def keep_ids(old: Report, new: Report) -> Report:
    """Return ``new`` with the ids and the ``added`` date that ``old``, the same report as read before, gave.

    A stat keeps its id through a better name, a longer quote and a re-wrapped text. A new stat never takes an id that
    an old one had, so that no address changes its meaning.
    """
    kept = match_stats(old.stats, new.stats)
    taken = {stat.id for stat in old.stats}
    stats = []
    for number, stat in enumerate(new.stats):
        made = kept[number] or (
            make_stat_id(stat.printed, stat.quote, stat.at or 1, taken) if stat.id in taken else stat.id
        )
        taken.add(made)
        stats.append(replace(stat, id=made))
    return replace(new, stats=tuple(stats), added=old.added or new.added)
