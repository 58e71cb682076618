"""Which numbers stand on top of a report and on the front page."""

from decimal import Decimal

import pytest

from sitegen.archive import relate
from sitegen.archive.key_stats import choose_key_stats, choose_worth_a_look
from sitegen.model.period import Period
from sitegen.model.report import Report, Series, Theme
from sitegen.model.stat import Stat
from sitegen.model.terms import Kind, SeriesId, Status, ThemeId
from tests.unit.archive.make import ECONOMY, LIUWAN, ROADS, SHIQIAO, make_content, make_report, make_stat

TREES = ThemeId("environment")
THEMES = (Theme(ECONOMY, "经济发展", "Economy", ""), Theme(TREES, "生态环境", "Environment", ""))
FOREST = Series(SeriesId("forest"), "造林", "亩", TREES)


def liuwan(*stats: Stat, period: str = "2023") -> Report:
    return make_report(f"yun/qing/liuwan-zhen/{period}", LIUWAN, period, stats=stats, themes=(ECONOMY, TREES))


def shiqiao(*stats: Stat) -> Report:
    return make_report("yun/qing/shiqiao-xiang/2023", SHIQIAO, stats=stats, themes=(ECONOMY, TREES))


def on_top(*stats: Stat, most: int = 8, beside: tuple[Report, ...] = ()) -> list[str]:
    report = liuwan(*stats)
    archive = relate(make_content(report, *beside, themes=THEMES, series=(ROADS, FOREST)))
    return [stat.id for stat in choose_key_stats(report, most, archive.indicators)]


def on_the_front_page(*reports: Report, most: int = 5) -> list[str]:
    archive = relate(make_content(*reports, themes=THEMES, series=(ROADS, FOREST)))
    return [stat.id for _, stat in choose_worth_a_look(archive, most)]


def roads(id: str, **fields: object) -> Stat:
    return make_stat(id, series="roads", **fields)


def forest(id: str, theme: ThemeId = TREES, **fields: object) -> Stat:
    return make_stat(id, series="forest", theme=theme, unit="亩", **fields)


@pytest.mark.parametrize(
    ("why", "other"),
    [
        ("an indicator with a page", {"series": None}),
        ("a plain quantity", {"kind": Kind.CHANGE, "unit": "%", "series": None}),
        ("no share", {"printed": "98.4%", "unit": "%"}),
        ("a number of more than one digit", {"printed": "2公里", "value": Decimal(2)}),
        ("a number in figures", {"printed": "两公里", "value": Decimal(2)}),
        ("a short name", {"indicator": "在全县率先完成的农村公路硬化改造"}),
    ],
)
def test_what_is_understood_alone_comes_first(why: str, other: dict[str, object]) -> None:
    worse = make_stat("aaaaa1", **({"series": "roads"} | other))

    assert on_top(worse, roads("aaaaa2"), most=1) == ["aaaaa2"], why


def test_an_indicator_that_several_places_report_comes_before_one_of_this_place_alone() -> None:
    alone, shared = forest("aaaaa1", theme=ECONOMY), roads("aaaaa2")

    assert on_top(alone, shared, most=1, beside=(shiqiao(roads("aaaaa3")),)) == ["aaaaa2"]


def test_every_theme_has_its_turn_and_the_text_its_order() -> None:
    assert on_top(roads("aaaaa1"), roads("aaaaa2"), forest("aaaaa3"), most=2) == ["aaaaa1", "aaaaa3"]


@pytest.mark.parametrize(
    "other",
    [
        {"place": f"{LIUWAN}东村"},
        {"period": Period.of_year(2019)},
        {"status": Status.TARGET},
        {"status": Status.FORECAST},
    ],
)
def test_what_is_not_the_reports_own_is_never_on_top(other: dict[str, object]) -> None:
    assert on_top(roads("aaaaa1", **other)) == []


def test_the_front_page_shows_one_figure_of_a_theme_and_place() -> None:
    first = liuwan(roads("aaaaa1"), roads("aaaaa2"), forest("aaaaa3"))
    second = shiqiao(roads("aaaaa4"), forest("aaaaa5"))

    assert on_the_front_page(first, second) == ["aaaaa1", "aaaaa5"]


def test_the_front_page_takes_several_of_a_place_where_there_is_only_one() -> None:
    assert on_the_front_page(liuwan(roads("aaaaa1"), forest("aaaaa2"))) == ["aaaaa1", "aaaaa2"]


@pytest.mark.parametrize(
    "odd",
    [
        make_stat("aaaaa1"),
        roads("aaaaa1", printed="两公里"),
        roads("aaaaa1", printed="2公里"),
        roads("aaaaa1", kind=Kind.CHANGE, unit="%"),
        roads("aaaaa1", printed="98.4%", unit="%"),
        roads("aaaaa1", place=f"{LIUWAN}东村"),
    ],
)
def test_the_front_page_leaves_out_what_is_odd(odd: Stat) -> None:
    assert on_the_front_page(liuwan(odd)) == []


def test_the_newest_report_comes_first_on_the_front_page() -> None:
    old, new = liuwan(roads("aaaaa1"), period="2020"), shiqiao(forest("aaaaa2"))

    assert on_the_front_page(old, new) == ["aaaaa2", "aaaaa1"]
