"""The reports on the page of a place: its own, those of its departments, and the newest from below it."""

from collections.abc import Iterable

from sitegen.archive import PlaceEntry
from sitegen.archive.by_year import by_year
from sitegen.model.terms import PlaceId, ReportPath
from sitegen.render.context import Site, is_other
from sitegen.render.views import Link, ReportGroup, ReportShelf

TOGETHER = 12
"""Reports up to which they stand in one list; more are folded by year."""
REPORTS = 300
"""Reports of one shelf; the list of reports has all."""
BELOW = 8


def shelve_reports(site: Site, entry: PlaceEntry) -> tuple[ReportShelf | None, ReportShelf | None]:
    """Return a place's own reports and those that others made for it, departments as a rule; None where none are."""
    entries = site.archive.reports
    own = tuple(path for path in entry.reports if not is_other(entries[path]))
    others = tuple(path for path in entry.reports if is_other(entries[path]))
    return _shelve(site, own), _shelve(site, others)


def _shelve(site: Site, paths: tuple[ReportPath, ...]) -> ReportShelf | None:
    if not paths:
        return None
    shown = paths[:REPORTS]
    if len(shown) <= TOGETHER:
        groups: tuple[ReportGroup, ...] = (_group(site, Link("", ""), shown),)
    else:
        years = by_year(shown, site.archive.reports).items()
        groups = tuple(_group(site, Link(site.words.year(year), ""), found) for year, found in years)
    return ReportShelf(groups, len(paths), len(paths) - len(shown))


def _group(site: Site, heading: Link, paths: Iterable[ReportPath]) -> ReportGroup:
    return ReportGroup(heading, tuple(site.report_item(path) for path in paths))


def newest_below(site: Site, place: PlaceId) -> tuple[ReportPath, ...]:
    """Return the newest reports of the places below one, the newest first."""
    places, entries = site.archive.places, site.archive.reports

    def descend(one: PlaceId) -> Iterable[ReportPath]:
        for child in places[one].children:
            yield from places[child].reports[:BELOW]
            yield from descend(child)

    def age(path: ReportPath) -> tuple[int, str]:
        dated = entries[path].dated
        return (-dated.toordinal() if dated else 0, path)

    return tuple(sorted(descend(place), key=age)[:BELOW])
