"""What pages say of themselves to programs: the archive, a report, a place and an indicator as schema.org has them.

Only what is known is said. A thing has the address of its page as its id; a thing that stands on another page is named
with that id, its type and its name, so that each page can be read alone.
"""

from collections.abc import Iterable
from pathlib import PurePosixPath

from sitegen.archive import PlaceEntry
from sitegen.model.terms import PlaceId, ReportPath, SeriesId
from sitegen.render.citations import FORMS, Cited
from sitegen.render.context import Site
from sitegen.render.structured import Thing, say_day, say_interval, say_span

MOST_PLACES = 50
"""Places that a data set names; with more, those above them stand for them."""
CONTENT = "zh-Hans"
"""Language of the reports."""
_TYPES = {".csv": "text/csv", ".json": "application/json"}


def describe_website(site: Site) -> Thing:
    """Return the site with its search."""
    home = site.routes.absolute(site.routes.home())
    search = site.routes.absolute(site.routes.search())
    return {
        "@type": "WebSite",
        "@id": home,
        "url": home,
        "name": site.title,
        "description": site.description,
        "inLanguage": site.words.language,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }


def describe_archive(site: Site) -> Thing:
    """Return all data of the archive as one set, with its files."""
    archive, routes = site.archive, site.routes
    return {
        **name_archive(site),
        "url": routes.absolute(routes.data()),
        "description": site.description,
        "inLanguage": CONTENT,
        "isAccessibleForFree": True,
        "spatialCoverage": [name_place(site, place) for place in archive.roots[:MOST_PLACES]],
        "temporalCoverage": say_span(entry.report.period for entry in archive.reports.values()),
        "distribution": [
            _download(site, routes.data_file(file.name), file.size if file.size is not None else None)
            for file in site.data_files
        ],
    }


def name_archive(site: Site) -> Thing:
    """Return the archive's data as other pages name it."""
    return {"@type": "Dataset", "@id": site.routes.absolute(site.routes.data()), "name": site.title}


def describe_report(site: Site, path: ReportPath, cited: Cited) -> Thing:
    """Return a report; its publisher is who is known to have printed it."""
    entry = site.archive.reports[path]
    gbt = next(form for form in FORMS if form.id == "gbt")
    published_by = cited.container if cited.container != cited.archive else ""
    labels = [site.theme_label(theme) for theme in entry.report.themes if theme in site.archive.themes]
    bulletin = site.routes.absolute(site.routes.bulletin(entry.bulletin)) if entry.bulletin else ""
    return {
        "@type": "Report",
        "@id": cited.address,
        "url": cited.address,
        "name": entry.heading,
        "headline": entry.heading,
        "inLanguage": CONTENT,
        "author": {"@type": "Organization", "name": cited.author},
        "publisher": {"@type": "Organization", "name": published_by} if published_by else None,
        "datePublished": say_day(cited.published),
        "spatialCoverage": name_place(site, entry.place.id),
        "temporalCoverage": say_interval(entry.report.period),
        "keywords": labels,
        "isPartOf": name_archive(site),
        "isBasedOn": bulletin,
        "citation": gbt.format(cited),
    }


def describe_place(site: Site, place_id: PlaceId) -> Thing:
    """Return a place with its division code and the place above it."""
    entry = site.archive.places[place_id]
    place = entry.place
    code = {"@type": "PropertyValue", "name": site.words("fact.code"), "value": place.code} if place.code else None
    return {
        **name_place(site, place_id),
        "url": site.routes.absolute(site.routes.place(place_id)),
        "alternateName": [name for name in (place.full_name, *place.former_names) if name != place.name],
        "identifier": code,
        "containedInPlace": _name_above(site, entry),
    }


def name_place(site: Site, place_id: PlaceId) -> Thing:
    """Return a place as other pages name it."""
    return {
        "@type": "AdministrativeArea",
        "@id": site.routes.absolute(site.routes.place(place_id)),
        "name": site.archive.places[place_id].place.name,
    }


def describe_indicator(site: Site, series_id: SeriesId) -> Thing:
    """Return the values of an indicator as a data set, with the file that holds them."""
    entry = site.archive.indicators[series_id]
    address = site.routes.absolute(site.routes.indicator(series_id))
    name, definition = site.series_name(series_id), site.series_definition(series_id)
    values = [value for group in entry.groups for value in group.values]
    return {
        "@type": "Dataset",
        "@id": address,
        "url": address,
        "name": name,
        "alternateName": [other for other in (entry.series.name, *entry.series.aliases) if other != name],
        "description": definition
        or site.words("indicator.description", name=name, places=len(entry.places), values=entry.value_count),
        "inLanguage": CONTENT,
        "isAccessibleForFree": True,
        "isPartOf": name_archive(site),
        "variableMeasured": {
            "@type": "PropertyValue",
            "name": name,
            "description": definition,
            "unitText": entry.series.unit,
        },
        "spatialCoverage": _name_few(site, entry.places),
        "temporalCoverage": say_span(value.period for value in values),
        "distribution": [_download(site, site.routes.indicator_values(series_id), None)],
    }


def _name_above(site: Site, entry: PlaceEntry) -> Thing | None:
    """Return the place above one, in those above it."""
    above: Thing | None = None
    for place in entry.chain:
        above = {**name_place(site, place), "containedInPlace": above}
    return above


def _name_few(site: Site, places: Iterable[PlaceId]) -> list[Thing]:
    """Return places; where they are many, the places right above them, and so on up."""
    named = tuple(dict.fromkeys(places))
    while len(named) > MOST_PLACES:
        above = tuple(dict.fromkeys((site.archive.places[place].chain or (place,))[-1] for place in named))
        if len(above) == len(named):
            break
        named = above
    return [name_place(site, place) for place in named[:MOST_PLACES]]


def _download(site: Site, address: str, size: int | None) -> Thing:
    name = PurePosixPath(address).name
    return {
        "@type": "DataDownload",
        "name": name,
        "contentUrl": site.routes.absolute(address),
        "encodingFormat": _TYPES.get(PurePosixPath(name).suffix, ""),
        "contentSize": site.words.size(size) if size is not None else "",
    }
