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
from sitegen.model.stat import Stat
from sitegen.quantities.convert import Converted, convert
from sitegen.render.amounts import write_converted
from sitegen.render.context import Site, in_language, make_site
from sitegen.render.foreign import CONTENT_LANGUAGE
from sitegen.render.plain import say_plainly
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
        "language": CONTENT_LANGUAGE,
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
    page = place.page
    chain = sites[0].archive.places[page].chain if page else ()
    described: dict[str, Any] = {"id": place.key, "scope": place.scope.value, "name": {}, "within": {}, "address": {}}
    for site in sites:
        language = site.words.language
        described["name"][language] = site.place_label(page) if page else place.name
        if page:
            described["address"][language] = site.routes.absolute(site.routes.place(page))
        if chain:
            described["within"][language] = site.place_name(chain[-1])
    return described


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
        "values": [_describe_value(ref, sites) for ref in group.values],
    }


def _describe_value(ref: StatRef, sites: Sequence[Site]) -> dict[str, Any]:
    stat, routes = ref.stat, sites[0].routes
    described: dict[str, Any] = {
        "id": stat.id,
        "address": routes.absolute(routes.report(ref.report, stat.id)),
        "place": place_key(ref),
        "period": _spell(ref.period),
        "printed": stat.printed,
        **_write_ends(stat),
        "bound": stat.bound.value,
    }
    if plain := {site.words.language: said for site in sites if (said := say_plainly(stat, site.words))}:
        described["plain"] = plain
    if converted := convert(stat):
        described["converted"] = {
            **_write_ends(converted),
            "unit": converted.unit,
            "bound": converted.bound.value,
            "words": {site.words.language: write_converted(site.words, stat) for site in sites},
        }
    return described


def _write_ends(amount: Stat | Converted) -> dict[str, str | None]:
    return {
        "value": format(amount.value, "f"),
        "value_to": None if amount.value_to is None else format(amount.value_to, "f"),
    }
