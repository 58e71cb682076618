"""Carry over what a report already has when its bulletin is read again: ids are made once."""

from collections import defaultdict
from collections.abc import Callable, Hashable
from dataclasses import replace

from sitegen.model.report import Report
from sitegen.model.stat import Stat, make_stat_id
from sitegen.model.terms import StatId

KEYS: tuple[Callable[[Stat], Hashable], ...] = (
    lambda stat: (stat.printed, stat.quote, stat.at),
    lambda stat: (stat.printed, stat.indicator, stat.kind),
    lambda stat: (stat.printed, stat.value, stat.unit),
)
"""What makes a stat read now the same as one read before, surest first."""


def keep_ids(old: Report, new: Report) -> Report:
    """Return ``new`` with the ids and the ``added`` date that ``old``, the same report as read before, gave.

    A stat keeps its id through a better name, a longer quote and a re-wrapped text. Where one key fits several stats
    they are paired in reading order. A new stat never takes an id that an old one had, so that no address changes its
    meaning.
    """
    kept: dict[int, StatId] = {}
    for key in KEYS:
        waiting: defaultdict[Hashable, list[StatId]] = defaultdict(list)
        for stat in old.stats:
            if stat.id not in kept.values():
                waiting[key(stat)].append(stat.id)
        for number, stat in enumerate(new.stats):
            if number not in kept and waiting[key(stat)]:
                kept[number] = waiting[key(stat)].pop(0)
    taken = {stat.id for stat in old.stats}
    stats = []
    for number, stat in enumerate(new.stats):
        made = kept.get(number) or (
            make_stat_id(stat.printed, stat.quote, stat.at or 1, taken) if stat.id in taken else stat.id
        )
        taken.add(made)
        stats.append(replace(stat, id=made))
    return replace(new, stats=tuple(stats), added=old.added or new.added)
