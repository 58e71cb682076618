"""What pages say of themselves to programs: JSON-LD of a whole site, and what Zotero takes from a report."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest

from sitegen.archive import Archive, relate
from sitegen.model.report import Settings
from sitegen.model.terms import SeriesId
from sitegen.render import DataFile, Page, PageKind, render_site
from sitegen.routes import Routes
from tests.unit.archive.make import LIUWAN, OTHER_LIUWAN, make_content, make_report, make_stat
from tests.unit.render.citing import HOST, PATH, THEME, make_cited_archive

REQUIRED = {
    "WebSite": {"@id", "name", "url", "inLanguage", "potentialAction"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
    "Report": {"@id", "name", "url", "author", "spatialCoverage", "isPartOf", "citation", "inLanguage"},
    "Organization": {"name"},
    "Dataset": {"@id", "name"},
    "DataDownload": {"contentUrl", "encodingFormat", "name"},
    "AdministrativeArea": {"@id", "name"},
    "PropertyValue": {"name"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
}
"""What each type must have to be of use, by schema.org and the search engines that read it."""


class Head(HTMLParser):
    """The scripts and meta elements of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.meta: list[tuple[str, str]] = []
        self.data: list[str] = []
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "meta":
            self.meta.append((found.get("name") or found.get("property") or "", found.get("content") or ""))
        self._inside = tag == "script" and found.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.data.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._inside = False


def render(archive: Archive, base_url: str = HOST) -> list[Page]:
    return list(render_site(archive, Routes(base_url), THEME, data_files=(DataFile("stats.csv", 2048),)))


def things_of(page: Page) -> list[dict[str, Any]]:
    return [thing for data in Head(page.text).data for thing in json.loads(data)["@graph"]]


def inside(thing: Any) -> Iterator[dict[str, Any]]:
    """A thing and every thing in it."""
    if isinstance(thing, dict):
        yield thing
        for value in thing.values():
            yield from inside(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from inside(value)


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    roads = {"series": SeriesId("roads")}
    content = make_content(
        make_report("yun/qing/liuwan-zhen/2023", LIUWAN, stats=(make_stat("aaaaa1", **roads),), title="<b>&</script>"),
        make_report("yun/bei/liuwan-zhen/2022-Q1", OTHER_LIUWAN, "2022-Q1", stats=(make_stat("aaaaa1", **roads),)),
        settings=Settings("档案", "说明。", "/"),
    )
    return render(relate(content))


@pytest.fixture(scope="module")
def whole(pages: list[Page]) -> dict[PageKind, dict[str, dict[str, Any]]]:
    """By kind of page, then by type: a thing of the first page of that kind in Chinese."""
    found: dict[PageKind, dict[str, dict[str, Any]]] = {}
    for page in reversed(pages):
        if "/en/" not in page.address:
            found[page.kind] = {thing["@type"]: thing for thing in things_of(page)}
    return found


def test_each_thing_has_what_its_type_needs(pages: list[Page]) -> None:
    lacking = [
        f"{page.address}: {thing['@type']} {REQUIRED[thing['@type']] - thing.keys()}"
        for page in pages
        for top in things_of(page)
        for thing in inside(top)
        if not REQUIRED[thing["@type"]] <= thing.keys()
    ]

    assert lacking == []


def test_ids_and_addresses_are_those_of_pages_that_are_there(pages: list[Page]) -> None:
    routes = Routes(HOST)
    there = {routes.absolute(page.address) for page in pages}
    for page in pages:
        for thing in (thing for top in things_of(page) for thing in inside(top)):
            assert {thing[key] for key in ("@id", "url", "item") if key in thing} <= there, page.address


def test_one_id_is_one_thing(pages: list[Page]) -> None:
    types: dict[str, set[str]] = {}
    for page in pages:
        for thing in (thing for top in things_of(page) for thing in inside(top)):
            if "@id" in thing:
                types.setdefault(thing["@id"], set()).add(thing["@type"])

    assert [(id, found) for id, found in types.items() if len(found) > 1] == []


def test_pages_that_search_engines_may_list_say_where_they_stand(pages: list[Page]) -> None:
    for page in pages:
        types = [thing["@type"] for thing in things_of(page)]
        if page.kind in (PageKind.CITE, PageKind.NOT_FOUND):
            assert types == []
        elif page.kind is not PageKind.HOME:
            assert types.count("BreadcrumbList") == 1


def test_the_front_page_tells_of_search_and_data(whole: dict[PageKind, dict[str, dict[str, Any]]]) -> None:
    home = whole[PageKind.HOME]

    assert home["WebSite"]["potentialAction"]["target"]["urlTemplate"] == f"{HOST}search/?q={{search_term_string}}"
    assert home["Dataset"]["temporalCoverage"] == "2022-01-01/2023-12-31"
    assert home["Dataset"]["distribution"][0]["contentUrl"] == f"{HOST}data/stats.csv"


def test_a_report_tells_of_place_and_time_and_not_of_what_is_unknown(
    whole: dict[PageKind, dict[str, dict[str, Any]]],
) -> None:
    report = whole[PageKind.REPORT]["Report"]

    assert report["spatialCoverage"]["@id"].startswith(f"{HOST}places/yun/")
    assert report["temporalCoverage"]
    assert not {"publisher", "datePublished"} & report.keys()


def test_a_place_has_its_code_and_the_places_above_it(pages: list[Page]) -> None:
    (place,) = (
        thing
        for page in pages
        if page.address == "/places/yun/qing/liuwan-zhen/"
        for thing in things_of(page)
        if thing["@type"] == "AdministrativeArea"
    )

    assert place["identifier"]["value"] == "980101"
    assert place["containedInPlace"]["name"] == "青溪县"
    assert place["containedInPlace"]["containedInPlace"]["name"] == "云岭省"


def test_an_indicator_is_a_data_set(whole: dict[PageKind, dict[str, dict[str, Any]]]) -> None:
    found = whole[PageKind.INDICATOR]["Dataset"]

    assert (found["variableMeasured"]["name"], found["variableMeasured"]["unitText"]) == ("硬化道路", "公里")
    assert len(found["spatialCoverage"]) == 2
    assert found["distribution"][0]["contentUrl"] == f"{HOST}data/indicators/roads.json"


def test_a_hostile_title_stays_in_its_element(pages: list[Page]) -> None:
    (page,) = (page for page in pages if page.address == f"/reports/{PATH}/")

    assert "<b>&</script>" in {thing.get("name") for thing in things_of(page)}
    assert "</script>" not in "".join(Head(page.text).data)


def take_as_zotero(html: str) -> dict[str, str]:
    """What Zotero's translator for embedded metadata makes of a page, by its rules in so far as they apply here.

    The type: a journal, conference, book or thesis named by ``citation_`` elements, else ``DC.type`` where that is one
    of Zotero's types, else a journal's article where there is a ``citation_title``. Fields: ``citation_`` elements
    before Dublin Core and OpenGraph.
    """
    meta = dict(reversed(Head(html).meta))
    highwire = {
        "citation_journal_title": "journalArticle",
        "citation_technical_report_institution": "report",
        "citation_conference_title": "conferencePaper",
        "citation_book_title": "bookSection",
        "citation_dissertation_institution": "thesis",
    }
    named = [kind for name, kind in highwire.items() if name in meta]
    return {
        "itemType": named[0] if named else meta.get("DC.type", "journalArticle"),
        "title": meta.get("citation_title") or meta["og:title"],
        "creator": meta.get("citation_author", ""),
        "date": meta.get("citation_publication_date", ""),
        "publicationTitle": meta.get("DC.source") or meta.get("og:site_name", ""),
        "url": meta.get("citation_public_url") or meta.get("og:url", ""),
        "language": meta.get("citation_language", ""),
    }


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (
            {"publication": "青溪日报", "published": "2024-01-08"},
            {"itemType": "newspaperArticle", "date": "2024/01/08", "publicationTitle": "青溪日报"},
        ),
        ({}, {"itemType": "webpage", "date": "", "publicationTitle": "档案"}),
    ],
)
def test_zotero_takes_a_report(known: dict[str, Any], expected: dict[str, str]) -> None:
    archive = make_cited_archive(title="以“绣花”功夫——工作回眸", **known)
    (page,) = (page for page in render(archive) if page.kind is PageKind.REPORT)

    assert take_as_zotero(page.text) == expected | {
        "title": "以“绣花”功夫——工作回眸",
        "creator": LIUWAN,
        "url": f"{HOST}reports/{PATH}/",
        "language": "zh-CN",
    }
