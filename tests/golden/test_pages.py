"""What holds for every page of the golden site, whatever stands on it."""

import re
from collections import Counter
from html.parser import HTMLParser
from itertools import takewhile

import pytest

from sitegen.archive import Archive, relate
from sitegen.model.content import Content
from sitegen.render import Page, PageKind, assets, default_folder, load_jinja_theme, render_site
from sitegen.routes import Routes

STAT_ID = re.compile(r"[a-z][a-z0-9]{5}")


class Elements(HTMLParser):
    """All start tags of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def elements(pages: dict[str, Page]) -> dict[str, list[tuple[str, dict[str, str | None]]]]:
    return {file: Elements(page.text).found for file, page in pages.items()}


def test_every_kind_of_page_is_there(pages: dict[str, Page]) -> None:
    assert {page.kind for page in pages.values()} == set(PageKind)


def test_one_first_level_heading_one_main_one_title(elements: dict) -> None:
    for file, found in elements.items():
        counts = Counter(tag for tag, _ in found)
        titles = sum(tag == "title" for tag, _ in takewhile(lambda element: element[0] != "body", found))

        assert (file, counts["h1"], counts["main"], titles) == (file, 1, 1, 1)


def test_one_article_on_reports_and_at_most_one_elsewhere(pages: dict[str, Page], elements: dict) -> None:
    for file, found in elements.items():
        count = sum(tag == "article" for tag, _ in found)

        assert count == 1 if pages[file].kind is PageKind.REPORT else count <= 1


def test_no_inline_style_or_script(elements: dict) -> None:
    wrong = [
        (file, tag, attributes)
        for file, found in elements.items()
        for tag, attributes in found
        if tag == "style"
        or "style" in attributes
        or (tag == "script" and "src" not in attributes and attributes.get("type") != "application/ld+json")
        or any(name.startswith("on") for name in attributes)
    ]

    assert wrong == []


def test_ids_are_unique_and_only_stats_look_like_stats(
    pages: dict[str, Page], elements: dict, archive: Archive
) -> None:
    stats = {stat.id for entry in archive.reports.values() for stat in entry.report.stats}
    for file, found in elements.items():
        ids = [str(attributes["id"]) for _, attributes in found if "id" in attributes]

        assert [i for i, n in Counter(ids).items() if n > 1] == [], file
        assert {i for i in ids if STAT_ID.fullmatch(i)} <= stats, file


def test_every_stat_answers_at_its_address(
    pages: dict[str, Page], elements: dict, archive: Archive, routes: Routes
) -> None:
    for path, entry in archive.reports.items():
        ids = {a.get("id") for _, a in elements[str(routes.file(routes.report(path)))]}

        assert {stat.id for stat in entry.report.stats} <= ids


def test_every_link_and_fragment_leads_somewhere(
    pages: dict[str, Page], elements: dict, archive: Archive, routes: Routes
) -> None:
    theme = load_jinja_theme(default_folder())
    files = {str(routes.file(routes.asset(name))) for name in assets(theme)}
    files |= {
        str(routes.file(a)) for a in (routes.feed(), routes.data_file("stats.csv"), routes.bulletin_source("two"))
    }
    files |= {
        str(routes.file(routes.report_citation(path, ending)))
        for path in archive.reports
        for ending in ("bib", "ris", "json")
    }
    files |= {f"themes/{t}/feed.xml" for t in ("economy", "infrastructure", "culture-tourism")}
    ids = {file: {a.get("id") for _, a in found} for file, found in elements.items()}
    wrong = []
    for file, found in elements.items():
        for tag, attributes in found:
            for name in ("href", "src", "action", "cite"):
                link = attributes.get(name)
                if not link or link.startswith(("mailto:", "https://example.org/")):
                    continue
                target = file if link.startswith("#") else str(routes.file(link))
                fragment = link.partition("#")[2]
                if (target not in pages and target not in files) or (fragment and fragment not in ids[target]):
                    wrong.append((file, tag, link))

    assert wrong == []


def test_every_page_is_reached_from_the_front_page(pages: dict[str, Page], elements: dict, routes: Routes) -> None:
    seen, waiting = {"404.html"}, ["index.html"]
    while waiting:
        file = waiting.pop()
        if file in pages and file not in seen:
            seen.add(file)
            links = (str(a["href"]) for tag, a in elements[file] if tag == "a" and str(a.get("href")).startswith("/"))
            waiting += [str(routes.file(link)) for link in links]

    assert seen == set(pages)


def test_tables_have_captions_and_scopes(elements: dict) -> None:
    for file, found in elements.items():
        tags = Counter(tag for tag, _ in found)
        named = sum(tag == "section" and a.get("class") == "scroll" and bool(a.get("aria-label")) for tag, a in found)

        assert tags["table"] == tags["caption"] + named, file  # one in a text has no caption, but its section a name
        assert all(a.get("scope") in ("col", "row", "rowgroup") for tag, a in found if tag == "th"), file


def test_every_shown_value_leads_to_its_words(elements: dict, routes: Routes) -> None:
    for found in elements.values():
        for tag, attributes in found:
            if "value" in str(attributes.get("class")).split() and tag == "a":
                assert str(attributes["href"]).endswith(f"#{attributes['data-stat']}")


def test_the_same_archive_gives_the_same_pages(content: Content, pages: dict[str, Page], routes: Routes) -> None:
    from dataclasses import replace

    turned = replace(
        content,
        reports=content.reports[::-1],
        bulletins=content.bulletins[::-1],
        places=content.places[::-1],
        series=content.series[::-1],
        practices=content.practices[::-1],
    )
    theme = load_jinja_theme(default_folder())
    again = {str(routes.file(p.address)): p.text for p in render_site(relate(turned), routes, theme, sources={"two"})}
    reports = [file for file in again if file.startswith(("reports/", "places/", "indicators/", "practices/"))]

    assert {file: again[file] for file in reports} == {file: pages[file].text for file in reports}


def test_an_empty_archive_has_all_its_single_pages(content: Content) -> None:
    empty = relate(Content(settings=content.settings, reports=(), themes=content.themes, series=content.series))
    made = list(render_site(empty, Routes("/"), load_jinja_theme(default_folder())))

    assert {page.kind for page in made} == set(PageKind) - {
        PageKind.REPORT,
        PageKind.CITE,
        PageKind.BULLETIN,
        PageKind.PLACE,
        PageKind.INDICATOR,
        PageKind.PRACTICE,
        PageKind.TEXT,
    }
