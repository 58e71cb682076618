"""Addresses in the languages of a site."""

import pytest

from sitegen.model.terms import PlaceId, PracticeId, ReportPath, SeriesId, StatId, ThemeId
from sitegen.routes import Routes

FIRST = Routes("https://archive.example/x/")
ENGLISH = FIRST.in_language("en")
REPORT = ReportPath("jia/yi/qingxi-zhen/2023")


def all_pages(routes: Routes) -> list[str]:
    """Addresses of pages that each language has."""
    return [
        routes.home(),
        routes.place(PlaceId("jia/yi")),
        routes.theme(ThemeId("economy")),
        routes.indicator(SeriesId("gdp")),
        routes.practice(PracticeId("jifenzhi")),
        routes.listing("places"),
        routes.listing("reports"),
        routes.search(),
        routes.compare(),
        routes.data(),
        routes.about(),
    ]


def all_single(routes: Routes) -> list[str]:
    """Addresses of what stands once for all languages."""
    return [
        routes.report(REPORT),
        routes.report(REPORT, StatId("k3f9a2")),
        routes.bulletin("one"),
        routes.bulletin_source("one"),
        routes.theme_feed(ThemeId("economy")),
        routes.feed(),
        routes.sitemap(),
        routes.data_file("stats.csv"),
        routes.asset("site.css"),
        routes.search_index(),
        routes.not_found(),
    ]


@pytest.mark.parametrize(("chinese", "english"), list(zip(all_pages(FIRST), all_pages(ENGLISH), strict=True)))
def test_a_page_of_another_language_stands_below_its_code(chinese: str, english: str) -> None:
    assert chinese.replace("/x/", "/x/en/", 1) == english
    assert FIRST.same_page(chinese, "en") == english
    assert ENGLISH.same_page(english, "") == chinese


def test_what_stands_once_has_one_address() -> None:
    assert all_single(FIRST) == all_single(ENGLISH)
    assert not any(address.startswith("/x/en/") for address in all_single(ENGLISH))


def test_a_page_of_another_language_has_its_file() -> None:
    assert str(ENGLISH.file(ENGLISH.home())) == "en/index.html"
    assert str(ENGLISH.file(ENGLISH.place(PlaceId("jia/yi")))) == "en/places/jia/yi/index.html"
