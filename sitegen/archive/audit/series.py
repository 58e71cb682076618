"""Values beside their neighbours: the same place at other times, other places at the same time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from sitegen.archive.audit.finding import finding
from sitegen.archive.audit.measured import Measured, Name
from sitegen.archive.audit.reach import power_of_ten
from sitegen.model.period import Period
from sitegen.problems import Problem

Course = Mapping[Period, Measured]
"""What one place says about one thing, by period."""

_NEAR = 4
"""How many other periods, the nearest in time, are a value's neighbours."""
_STEADY = {
    2: ((Decimal("1.3"), Decimal("1.5")), (Decimal(2), Decimal("1.2"))),
    3: ((Decimal("1.5"), Decimal("1.9")), (Decimal("2.5"), Decimal("1.5")), (Decimal("3.5"), Decimal("1.2"))),
}
"""With two neighbours and with more: by how much they may differ, and how far from a power of ten a jump is then."""
_APART = 5
"""A jump is at least this factor away from each neighbour: what grows threefold every year does not jump."""
_ALONE = Decimal("1.15")
"""How far from a power of ten a jump may be that has one neighbour only."""
_LEAST = 50
_LEAST_ALONE = 200
"""Counts whose larger is below this jump of themselves: 3 trainings after 30."""
_PLACES = 6
_PLACES_DIFFER = Decimal(4)
_PLACES_JUMP = Decimal(2)
_BEYOND = 3
"""How many times beyond the outermost of other places a value must be."""


def audit_series(courses: Mapping[Name, Course]) -> Iterator[Problem]:
    """Yield values that stand about ten, a hundred, a thousand or ten thousand times apart from their neighbours."""
    by_series: dict[tuple[object, ...], list[Measured]] = defaultdict(list)
    for course in courses.values():
        for point in course.values():
            if point.stat.series is not None:
                by_series[(point.stat.series, point.unit, point.period)].append(point)
    for course in courses.values():
        points = [course[period] for period in sorted(course)]
        for number, point in enumerate(points):
            near = _neighbours(points, number)
            other = _jumps_in_time(point, near) or _jumps_among_places(point, near, by_series)
            if other is not None:
                yield _jump(point, other)


def _neighbours(points: list[Measured], number: int) -> list[Measured]:
    """Return the values of the nearest other periods, in order of time."""
    others = [n for n in range(len(points)) if n != number]
    nearest = sorted(others, key=lambda n: (abs(n - number), n))[:_NEAR]
    return [points[n] for n in sorted(nearest)]


def _jumps_in_time(point: Measured, near: list[Measured]) -> Measured | None:
    """Return the neighbour from which a value stands a power of ten apart."""
    if not near:
        return None
    if len(near) == 1:
        other = near[0]
        apart = power_of_ten(point.value / other.value, _ALONE)
        large = _is_large(point, other, _LEAST_ALONE * (1 if apart == 1 else 5))
        return other if apart and large and other.period < point.period else None
    values = sorted(other.value for other in near)
    slack = next((slack for spread, slack in _STEADY[min(len(near), 3)] if values[-1] <= spread * values[0]), None)
    middle = values[len(values) // 2]
    if slack is None or not power_of_ten(point.value / middle, slack):
        return None
    if any(value / _APART < point.value < value * _APART for value in values):
        return None
    other = max((o for o in near if o.period < point.period), key=lambda o: o.period, default=near[0])
    return other if _is_large(point, other, _LEAST) else None


def _jumps_among_places(
    point: Measured, near: list[Measured], by_series: Mapping[tuple[object, ...], list[Measured]]
) -> Measured | None:
    """Return the middle one of other places where a value stands far outside all of them and alone in its own place."""
    others = by_series.get((point.stat.series, point.unit, point.period), [])
    others = sorted(
        (o for o in others if o.place != point.place), key=lambda o: (o.value, o.place, o.report.path, o.stat.id)
    )
    if len({o.place for o in others}) < _PLACES or any(o.value / 2 <= point.value <= o.value * 2 for o in near):
        return None
    low, middle, high = others[0], others[len(others) // 2], others[-1]
    inside = low.value / _BEYOND <= point.value <= high.value * _BEYOND
    if inside or high.value > _PLACES_DIFFER * low.value or not _is_large(point, middle, _LEAST):
        return None
    return middle if power_of_ten(point.value / middle.value, _PLACES_JUMP) else None


def _is_large(point: Measured, other: Measured, least: int) -> bool:
    return point.unit == "%" or max(point.value, other.value) >= least


def _jump(point: Measured, other: Measured) -> Problem:
    larger = point.value > other.value
    times = point.value / other.value if larger else other.value / point.value
    return finding(
        "audit-series-jump",
        point.report,
        point.stat,
        times=f"{'' if larger else '1/'}{times:.0f}",
        other=other.stat.printed,
        where=f"reports/{other.report.path}.md",
    )


def read_courses(points: Iterable[Measured]) -> dict[Name, Course]:
    """Return what is comparable through time; a period for which a place gives several values is left out."""
    found: dict[Name, dict[Period, list[Measured]]] = defaultdict(lambda: defaultdict(list))
    for point in points:
        found[point.name][point.period].append(point)
    return {
        name: {period: said[0] for period, said in found[name].items() if len({p.value for p in said}) == 1}
        for name in sorted(found)
    }
