"""The values of an indicator as a data file, with the words that a page needs to show them.

The page that compares places reads these files, and so may anybody; ``docs/explanation/compare.md`` describes them.
What is language stands once per language and once per file: names of periods, what a group holds. The values, whose
printed forms are the reports' own, are written once.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sitegen.archive import Archive, IndicatorEntry, StatRef, ValueGroup
from sitegen.archive.compared import ComparedPlace, find_compared_places, place_key
from sitegen.archive.figures import newest_first
from sitegen.model.period import Period
from sitegen.render.context import Site, in_language, make_site
from sitegen.render.words import Words
from sitegen.routes import Routes

VERSION = 1
"""Of the shape of the files; raised when something in them goes away or changes its meaning."""


def make_value_files(archive: Archive, routes: Routes, languages: Sequence[Words]) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the bytes of one file for each indicator that has values.

    Args:
        archive: What is public.
        routes: Every address.
        languages: The words of each language of the site, the first one first.
    """
    first = make_site(archive, routes, languages, (), ())
    sites = tuple(in_language(first, words) for words in languages)
    for series, entry in sites[0].archive.indicators.items():
        text = json.dumps(describe_values(sites, entry), ensure_ascii=False, separators=(",", ":"))
        yield routes.indicator_values(series), f"{text}\n".encode()


def describe_values(sites: Sequence[Site], entry: IndicatorEntry) -> dict[str, Any]:
    """Return the values of an indicator in the groups that may stand beside each other, as JSON can hold them."""
    series, routes = entry.series, sites[0].routes
    periods = {ref.period for group in entry.groups for ref in group.values}
    return {
        "version": VERSION,
        "id": series.id,
        "name": {site.words.language: site.series_name(series.id) for site in sites},
        "address": {site.words.language: routes.absolute(site.routes.indicator(series.id)) for site in sites},
        "unit": series.unit,
        "language": sites[0].archive.settings.language,
        "periods": [_describe_period(period, sites) for period in sorted(periods, key=newest_first)],
        "places": [_describe_place(place, sites) for place in find_compared_places(entry)],
        "groups": [_describe_group(group, sites) for group in entry.groups],
    }


def _spell(period: Period | None) -> str:
    return str(period) if period else ""


def _describe_period(period: Period | None, sites: Sequence[Site]) -> dict[str, Any]:
    return {
        "id": _spell(period),
        "first": period.first.isoformat() if period else None,
        "last": period.last.isoformat() if period else None,
        "words": {site.words.language: site.words.period(period) for site in sites},
    }


def _describe_place(place: ComparedPlace, sites: Sequence[Site]) -> dict[str, Any]:
    places = sites[0].archive.places
    chain = places[place.page].chain if place.page else ()
    page = place.page
    return {
        "id": place.key,
        "name": place.name,
        "within": places[chain[-1]].place.name if chain else None,
        "scope": place.scope.value,
        "address": {site.words.language: site.routes.absolute(site.routes.place(page)) for site in sites}
        if page
        else None,
    }


def _describe_group(group: ValueGroup, sites: Sequence[Site]) -> dict[str, Any]:
    return {
        "scope": group.scope.value,
        "months": group.months,
        "kind": group.kind.value,
        "basis": group.basis,
        "status": group.status.value,
        "unit": group.unit,
        "words": {
            site.words.language: {"group": site.words.group(group), **site.words.facets(group)} for site in sites
        },
        "values": [_describe_value(ref, sites[0].routes) for ref in group.values],
    }


def _describe_value(ref: StatRef, routes: Routes) -> dict[str, Any]:
    stat = ref.stat
    return {
        "id": stat.id,
        "address": routes.absolute(routes.report(ref.report, stat.id)),
        "place": place_key(ref),
        "period": _spell(ref.period),
        "printed": stat.printed,
        "value": format(stat.value, "f"),
        "value_to": None if stat.value_to is None else format(stat.value_to, "f"),
        "bound": stat.bound.value,
    }
