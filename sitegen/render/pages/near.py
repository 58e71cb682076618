"""Indicators with their newest values, on the pages of what they are near to."""

from collections.abc import Iterable, Iterator
from itertools import islice

from sitegen.archive.records import Archive, IndicatorEntry, StatRef
from sitegen.lexicon.indicators import load_families
from sitegen.model.report import Practice
from sitegen.model.terms import ReportPath, SeriesId
from sitegen.render.context import Site
from sitegen.render.views import Link, MeasuredBy, NearIndicators, Value

INDICATORS, VALUES = 8, 8


def show_near(site: Site, series_id: SeriesId) -> NearIndicators | None:
    """Return the indicators that must not be taken for this one, and why; None where the archive has none of them."""
    near = find_near(site.archive, series_id)
    if not near:
        return None
    family = load_families()[site.archive.indicators[series_id].series.family]
    return NearIndicators(site.words.choose(family.why, family.why_en), show_measures(site, near))


def find_near(archive: Archive, series_id: SeriesId) -> tuple[IndicatorEntry, ...]:
    """Return the first few other indicators of the same family that have values."""
    family = archive.indicators[series_id].series.family
    if family not in load_families():
        return ()
    others = (entry for id_, entry in archive.indicators.items() if entry.series.family == family and id_ != series_id)
    return tuple(islice(others, INDICATORS))


def find_measures(archive: Archive, practice: Practice) -> tuple[IndicatorEntry, ...]:
    """Return the first few indicators that count what a practice does and that have values, in the editor's order."""
    found = (archive.indicators.get(series) for series in practice.indicators)
    return tuple(islice((entry for entry in found if entry), INDICATORS))


def reports_stating(entries: Iterable[IndicatorEntry]) -> Iterator[ReportPath]:
    """Yield the reports whose values stand on a page of these indicators; some more than once."""
    return (value.report for entry in entries for group in entry.groups for value in group.values)


def show_measures(site: Site, entries: Iterable[IndicatorEntry]) -> tuple[MeasuredBy, ...]:
    """Return indicators with their newest values."""
    return tuple(_measure(site, entry) for entry in entries)


def _measure(site: Site, entry: IndicatorEntry) -> MeasuredBy:
    id_ = entry.series.id
    refs = [ref for group in entry.groups for ref in group.values]
    return MeasuredBy(
        indicator=Link(site.series_name(id_), site.routes.indicator(id_)),
        values=tuple(_value(site, ref) for ref in refs[:VALUES]),
        more=max(len(refs) - VALUES, 0),
    )


def _value(site: Site, ref: StatRef) -> Value:
    address = site.routes.place(ref.place) if ref.place else ""
    return Value(site.place_of(ref), address, site.words.period(ref.period), site.figure(ref))
