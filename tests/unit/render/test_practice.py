"""The page of a practice: who reports it since when, in which words, with which numbers."""

from dataclasses import replace
from typing import Any

from sitegen.archive import relate
from sitegen.model.report import Practice, Series
from sitegen.model.terms import PracticeId, SeriesId
from sitegen.render import default_folder, find_languages, load_jinja_theme
from sitegen.render.context import Site, in_language, make_site
from sitegen.render.pages.lists import show_practices
from sitegen.render.pages.near import find_near, show_near
from sitegen.render.pages.practice import PLACES, REPORTS, SPREAD, show_practice
from sitegen.routes import Routes
from tests.unit.archive.make import (
    LIUWAN,
    ROADS,
    SHIQIAO,
    make_content,
    make_mention,
    make_place,
    make_report,
    make_stat,
)

LANGUAGES = find_languages(load_jinja_theme(default_folder()), "zh-Hans")
POINTS = Practice(
    PracticeId("points"),
    "积分制",
    ("积分管理",),
    "折成分数的办法。",
    "Points system",
    "Points for deeds.",
    (SeriesId("roads"), SeriesId("nothing")),
)
BODY = "推行“积分制”，修路12公里，评分40次。另修路3公里。"
STATS = (
    make_stat("aaaaa1", quote="修路12公里", series=SeriesId("roads")),
    make_stat("aaaaa2", printed="40次", quote="评分40次"),
    make_stat("aaaaa3", printed="3公里", quote="另修路3公里"),
)


def make(*reports: Any, language: str = "zh-Hans", **fields: Any) -> Site:
    archive = relate(make_content(*reports, **({"practices": (POINTS,)} | fields)))
    first = make_site(archive, Routes("https://example.org/x/"), LANGUAGES, (), ())
    return in_language(first, next(words for words in LANGUAGES if words.language == language))


def report(path: str, place: str, period: str, name: str = "积分制", **fields: Any) -> Any:
    return make_report(path, place, period, practices=(make_mention(name),), **fields)


EARLY = report("yun/qing/liuwan-zhen/2022", LIUWAN, "2022", "积分管理", body="试行积分管理。")
LATE = report("yun/qing/liuwan-zhen/2023", LIUWAN, "2023", body=BODY, stats=STATS)
OTHER = report("yun/qing/shiqiao-xiang/2023-Q1", SHIQIAO, "2023-Q1")


def test_places_stand_in_the_order_of_their_first_period_each_with_its_names() -> None:
    page = show_practice(make(OTHER, LATE, EARLY), PracticeId("points"))

    assert [(row.place.text, row.since, row.until, row.names, row.reports) for row in page.spread] == [
        ("柳湾镇", "2022年", "2023年", ("积分管理", "积分制"), 2),
        ("石桥乡", "2023年第一季度", "", ("积分制",), 1),
    ]
    assert [row.place.note for row in page.spread] == ["青溪县", "青溪县"]
    assert [row.said for row in page.spread] == [f"#{place.id}" for place in page.places]


def test_a_quotation_has_the_numbers_of_its_own_sentence_alone() -> None:
    page = show_practice(make(LATE), PracticeId("points"))
    (quote,) = page.places[0].uses[0].quotes

    assert quote.text == "推行“积分制”，修路12公里，评分40次。"
    assert [figure.id for figure in quote.figures] == ["aaaaa1", "aaaaa2"]
    assert quote.figures[0].address == "/x/reports/yun/qing/liuwan-zhen/2023/#aaaaa1"


def test_a_bare_name_has_no_quotation() -> None:
    page = show_practice(make(OTHER), PracticeId("points"))

    assert page.places[0].uses[0].quotes == ()


def test_indicators_that_count_it_have_values_of_all_places() -> None:
    unnamed = make_report(
        "yun/bei/2021", "云岭省北原县", "2021", stats=(make_stat("aaaaa9", series=SeriesId("roads")),)
    )
    page = show_practice(make(LATE, unnamed), PracticeId("points"))

    assert [one.indicator.text for one in page.measured] == ["硬化道路"]
    assert {value.place for value in page.measured[0].values} == {"柳湾镇", "北原县"}


def test_english_says_what_it_is_and_keeps_the_words_of_the_report() -> None:
    page = show_practice(make(LATE, language="en"), PracticeId("points"))

    assert (page.gloss, page.text_language) == ("Points system", "en")
    assert "Points for deeds." in page.text
    assert page.places[0].uses[0].quotes[0].text.startswith("推行")


def test_without_english_the_chinese_text_stands_and_says_so() -> None:
    plain = replace(POINTS, name_en="", meaning_en="")
    page = show_practice(make(LATE, language="en", practices=(plain,)), PracticeId("points"))

    assert (page.gloss, page.text_language) == ("", "zh-Hans")


def test_nothing_grows_without_bound() -> None:
    places = [make_place(f"yun/qing/p{n}", f"云岭省青溪县第{n}镇", f"第{n}镇") for n in range(SPREAD + 5)]
    reports = [report(f"{place.id}/2023", place.full_name, "2023") for place in places]
    years = [report(f"yun/qing/liuwan-zhen/{year}", LIUWAN, str(year)) for year in range(1990, 2020)]
    page = show_practice(make(*reports, *years), PracticeId("points"))
    first = page.places[0]

    assert (len(page.spread), page.more_places, len(page.places)) == (SPREAD, 6, PLACES)
    assert [use.report.period for use in first.uses] == ["1990年", "2017年", "2018年", "2019年"]
    assert first.more == 30 - REPORTS


def test_the_list_has_what_several_places_report_first_then_what_one_reports_again() -> None:
    alone = make_report("yun/bei/2021", "云岭省北原县", "2021", practices=(make_mention("夜校"),))
    shared = show_practices(make(EARLY, OTHER, alone))
    again = show_practices(make(EARLY, LATE, alone))

    assert [[link.text for link in group.links] for group in shared.groups] == [["积分制"], ["夜校"]]
    assert [[(link.text, link.note) for link in group.links] for group in again.groups] == [
        [("积分制", "柳湾镇")],
        [("夜校", "")],
    ]


def test_indicators_of_one_family_are_shown_on_each_others_pages_with_the_reason() -> None:
    roads = replace(ROADS, family="rural-roads")
    gravel = Series(SeriesId("gravel"), "泥结石路", "公里", ROADS.theme, family="rural-roads")
    lamps = Series(SeriesId("lamps"), "路灯", "盏", ROADS.theme)
    stats = [make_stat(f"aaaaa{n}", series=SeriesId(id_)) for n, id_ in enumerate(("roads", "gravel", "lamps"))]
    site = make(make_report("yun/qing/liuwan-zhen/2023", LIUWAN, stats=tuple(stats)), series=(roads, gravel, lamps))
    near = show_near(site, SeriesId("roads"))

    assert near is not None
    assert [one.indicator.text for one in near.indicators] == ["泥结石路"]
    assert near.why.endswith("。")
    assert show_near(site, SeriesId("lamps")) is None
    assert [entry.series.id for entry in find_near(site.archive, SeriesId("gravel"))] == ["roads"]
