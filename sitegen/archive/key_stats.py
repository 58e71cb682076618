"""Which numbers to show first: those that a reader understands away from their text."""

from collections import Counter
from collections.abc import Iterator, Mapping

from sitegen.archive.records import Archive, IndicatorEntry, ReportEntry
from sitegen.model.report import Report
from sitegen.model.stat import Stat
from sitegen.model.terms import Kind, PlaceId, SeriesId, Status, ThemeId

_DIGITS = frozenset("0123456789")
_SHARES = ("%", "‰")
_LONG = 14
"""Characters from which a name is a clause, which needs its sentence."""
_NEWEST = 40
"""Reports among which the front page chooses."""

Weight = tuple[bool, ...]
"""Reasons against a stat, the weightiest first; the lowest is the best."""


def weigh(stat: Stat, indicators: Mapping[SeriesId, IndicatorEntry]) -> Weight:
    """Return what speaks against showing a stat away from its text.

    For it speak a plain quantity and no share, of which only the text tells the whole, a number in figures of more than
    one digit, an indicator that several places report, or one that the archive knows at all, and a short name.
    """
    series = indicators.get(stat.series) if stat.series else None
    return (
        stat.kind is not Kind.LEVEL or stat.unit in _SHARES,
        sum(c in _DIGITS for c in stat.printed) < 2,
        series is None or len(series.places) < 2,
        series is None,
        len(stat.indicator) >= _LONG,
    )


def choose_key_stats(report: Report, most: int, indicators: Mapping[SeriesId, IndicatorEntry]) -> tuple[Stat, ...]:
    """Return the stats to show on top of a report, in the order of its text: of every theme the best, then the next…

    Args:
        report: Numbers of other places and periods, forecasts and targets are left out.
        most: How many at the most.
        indicators: Those that have a page.
    """
    by_theme: dict[ThemeId, list[tuple[Weight, int, Stat]]] = {theme: [] for theme in report.themes}
    for number, stat in _own_stats(report):
        by_theme.setdefault(stat.theme, []).append((weigh(stat, indicators), number, stat))
    for found in by_theme.values():
        found.sort(key=lambda one: one[:2])
    rounds = max(map(len, by_theme.values()), default=0)
    chosen = [found[turn] for turn in range(rounds) for found in by_theme.values() if turn < len(found)]
    return tuple(stat for _, _, stat in sorted(chosen[:most], key=lambda one: one[1]))


def choose_worth_a_look(archive: Archive, most: int) -> tuple[tuple[ReportEntry, Stat], ...]:
    """Return a few quantities of the newest reports, each of another indicator and theme and of many places.

    Only plain quantities in figures whose indicator has a page are chosen, so that each can be looked up; those that
    several places report come first. The newest report comes first in what is returned; it may be empty.
    """
    found: list[tuple[Weight, int, int, ReportEntry, Stat]] = []
    for age, path in enumerate(archive.newest[:_NEWEST]):
        entry = archive.reports[path]
        for number, stat in _own_stats(entry.report):
            weight = weigh(stat, archive.indicators)
            if stat.series in archive.indicators and not any(weight[:2]):
                found.append((weight, age, number, entry, stat))
    found.sort(key=lambda one: one[:3])
    places: Counter[PlaceId] = Counter()
    themes: set[ThemeId] = set()
    chosen: list[tuple[int, ReportEntry, Stat]] = []
    for a_place in range(1, most + 1):
        for _, age, _, entry, stat in found:
            if len(chosen) < most and stat.theme not in themes and places[entry.place.id] < a_place:
                themes.add(stat.theme)
                places[entry.place.id] += 1
                chosen.append((age, entry, stat))
    return tuple((entry, stat) for _, entry, stat in sorted(chosen, key=lambda one: one[0]))


def _own_stats(report: Report) -> Iterator[tuple[int, Stat]]:
    """Yield what a report states of its own place and period as reached, numbered in the order of its text."""
    for number, stat in enumerate(report.stats):
        if stat.place is None and stat.period in (None, report.period) and stat.status is Status.REPORTED:
            yield number, stat
