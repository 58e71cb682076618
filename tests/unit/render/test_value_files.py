"""The values of an indicator as a data file, and what the comparing page offers."""

import gzip
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sitegen.archive import Archive, relate
from sitegen.archive.compared import find_compared_places, is_comparable
from sitegen.model.stat import Stat
from sitegen.model.terms import Bound, PlaceId, SeriesId, Status
from sitegen.render import default_folder, find_languages, load_jinja_theme, make_value_files
from sitegen.render.context import Site, in_language, make_site
from sitegen.render.pages.compare import show_compare
from sitegen.routes import Routes
from tests.unit.archive.make import LIUWAN, OTHER_LIUWAN, SHIQIAO, make_content, make_report, make_stat

ROUTES = Routes("https://example.org/x/")
THEME = load_jinja_theme(default_folder())
LANGUAGES = find_languages(THEME, "zh-Hans")
SCRIPTS = tuple(sorted((Path(THEME.assets)).glob("compare*.js")))


def road(id: str, **fields: Any) -> Stat:
    return make_stat(id, series=SeriesId("roads"), **fields)


def make_archive() -> Archive:
    return relate(
        make_content(
            make_report(
                "yun/qing/liuwan-zhen/2023", LIUWAN, stats=(road("aaaaa1"), road("aaaaa2", place=f"{LIUWAN}东村"))
            ),
            make_report("yun/bei/liuwan-zhen/2022", OTHER_LIUWAN, "2022", stats=(road("aaaaa1"),)),
            make_report("yun/qing/shiqiao-xiang/2023-Q1", SHIQIAO, "2023-Q1", stats=(road("aaaaa1"),)),
        )
    )


def site_in(language: str) -> Site:
    first = make_site(make_archive(), ROUTES, LANGUAGES, (), ())
    return in_language(first, next(words for words in LANGUAGES if words.language == language))


def read_values(archive: Archive) -> dict[str, Any]:
    [(address, data)] = make_value_files(archive, ROUTES, LANGUAGES)

    assert address == "/x/data/indicators/roads.json"
    made = json.loads(data)
    assert isinstance(made, dict)
    return made


def test_a_file_holds_all_values_each_with_the_address_of_its_words() -> None:
    archive = make_archive()
    made = read_values(archive)
    values = [value for group in made["groups"] for value in group["values"]]

    assert len(values) == archive.indicators[SeriesId("roads")].value_count == 4
    plain = values[0].pop("plain")
    assert list(plain) == ["en"]
    assert values[0] == {
        "id": "aaaaa1",
        "address": "https://example.org/x/reports/yun/qing/liuwan-zhen/2023/#aaaaa1",
        "place": "yun/qing/liuwan-zhen",
        "period": "2023",
        "printed": "12公里",
        "value": "12",
        "value_to": None,
        "bound": "exact",
    }


def test_every_value_has_its_place_and_period_described() -> None:
    made = read_values(make_archive())
    places = {place["id"]: place for place in made["places"]}
    periods = {period["id"]: period for period in made["periods"]}
    values = [value for group in made["groups"] for value in group["values"]]

    assert {value["place"] for value in values} == set(places)
    assert {value["period"] for value in values} == set(periods)
    assert list(periods) == ["2023", "2023-Q1", "2022"]
    assert periods["2023-Q1"]["words"]["zh-Hans"] == "2023年第一季度"
    assert places["yun/qing/liuwan-zhen"] == {
        "id": "yun/qing/liuwan-zhen",
        "scope": "township",
        "name": {
            "zh-Hans": "柳湾镇（云岭省青溪县）",
            "en": site_in("en").place_label(PlaceId("yun/qing/liuwan-zhen")),
        },
        "within": {"zh-Hans": "青溪县", "en": site_in("en").place_name(PlaceId("yun/qing"))},
        "address": {
            "zh-Hans": "https://example.org/x/places/yun/qing/liuwan-zhen/",
            "en": "https://example.org/x/en/places/yun/qing/liuwan-zhen/",
        },
    }
    assert [place["address"] for place in made["places"] if place["scope"] == "village"] == [{}]


def test_a_group_says_what_it_holds_in_every_language() -> None:
    made = read_values(make_archive())
    [year, quarter, village] = made["groups"]

    assert [group["months"] for group in made["groups"]] == [12, 3, 12]
    assert village["scope"] == "village"
    assert year["words"]["zh-Hans"]["group"] == "全乡镇（街道）·全年·单位：公里"
    for group in (year, quarter, village):
        for language in THEME.strings:
            assert set(group["words"][language]) == {"group", "scope", "length", "kind", "status", "unit"}
            assert all(group["words"][language].values())


def test_numbers_are_plain_text_with_their_limits() -> None:
    stat = road("aaaaa1", value=Decimal("1E+6"), value_to=Decimal("1.5E+6"), bound=Bound.ABOUT, status=Status.FORECAST)
    made = read_values(relate(make_content(make_report("yun/qing/liuwan-zhen/2023", LIUWAN, stats=(stat,)))))
    [group] = made["groups"]

    assert group["status"] == "forecast"
    assert [(v["value"], v["value_to"], v["bound"]) for v in group["values"]] == [("1000000", "1500000", "about")]


def test_a_value_in_a_customary_unit_is_told_in_another_one() -> None:
    stat = road("aaaaa1", value=Decimal(300), unit="亩", printed="300亩")
    made = read_values(relate(make_content(make_report("yun/qing/liuwan-zhen/2023", LIUWAN, stats=(stat,)))))
    converted = made["groups"][0]["values"][0]["converted"]

    assert {name: converted[name] for name in ("value", "value_to", "unit")} == {
        "value": "20",
        "value_to": None,
        "unit": "公顷",
    }
    assert set(converted["words"]) == set(THEME.strings)


def test_a_report_without_a_period_is_no_hindrance() -> None:
    made = read_values(
        relate(make_content(make_report("yun/qing/liuwan-zhen/undated", LIUWAN, None, stats=(road("aaaaa1"),))))
    )

    assert made["periods"] == [
        {"id": "", "first": None, "last": None, "words": {"zh-Hans": "时段不详", "en": "period not known"}}
    ]
    assert made["groups"][0]["months"] is None


def test_places_come_by_scope_and_a_village_stands_for_itself() -> None:
    entry = make_archive().indicators[SeriesId("roads")]

    assert [place.key for place in find_compared_places(entry)] == [
        "yun/bei/liuwan-zhen",
        "yun/qing/liuwan-zhen",
        "yun/qing/shiqiao-xiang",
        find_compared_places(entry)[-1].name,
    ]
    assert find_compared_places(entry)[-1].name.endswith("柳湾镇东村")


@pytest.mark.parametrize("language", THEME.strings)
def test_the_page_offers_indicators_that_several_places_report(language: str) -> None:
    [theme] = show_compare(site_in(language)).themes

    assert [(i.id, i.place_count, i.values) for i in theme.indicators] == [
        ("roads", 4, "/x/data/indicators/roads.json")
    ]


def test_one_place_alone_is_not_compared() -> None:
    stats = (road("aaaaa1"), road("aaaaa2"))
    archive = relate(make_content(make_report("yun/qing/liuwan-zhen/2023", LIUWAN, stats=stats)))

    assert not is_comparable(archive.indicators[SeriesId("roads")])
    assert show_compare(make_site(archive, ROUTES, LANGUAGES, (), ())).themes == ()


def test_the_scripts_of_the_page_are_small() -> None:
    assert len(SCRIPTS) > 2
    assert sum(len(gzip.compress(script.read_bytes(), mtime=0)) for script in SCRIPTS) <= 10_000
