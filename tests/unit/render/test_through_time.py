"""What is set side by side, ranked and drawn on the pages of places and indicators."""

from decimal import Decimal
from typing import Any

import pytest

from sitegen.archive import relate
from sitegen.model.report import Theme
from sitegen.model.stat import Stat
from sitegen.model.terms import Bound, Kind, PlaceId, SeriesId, ThemeId
from sitegen.render import default_folder, load_jinja_theme
from sitegen.render.context import Site, make_site
from sitegen.render.pages.indicator import ROWS, show_indicator
from sitegen.render.pages.place import show_place
from sitegen.render.pages.series import PERIODS, POINTS, VALUES
from sitegen.render.words import Words
from sitegen.routes import Routes
from tests.unit.archive.make import ECONOMY, LIUWAN, SHIQIAO, make_content, make_report, make_stat

STRINGS = load_jinja_theme(default_folder()).strings
ROADS = SeriesId("roads")
PARTY = ThemeId("party")
LIUWAN_ID = PlaceId("yun/qing/liuwan-zhen")


def make(*reports: tuple[str, str, Any], language: str = "zh-Hans", themes: tuple[ThemeId, ...] = (ECONOMY,)) -> Site:
    """A site of reports of a place for a period with stats."""
    made = []
    for place, period, stats in reports:
        folder = {LIUWAN: "yun/qing/liuwan-zhen", SHIQIAO: "yun/qing/shiqiao-xiang"}[place]
        made.append(make_report(f"{folder}/{period.replace('/', '--')}", place, period, stats=tuple(stats)))
    content = make_content(*made, themes=tuple(Theme(theme, theme, theme, "") for theme in themes))
    return make_site(relate(content), Routes(), (Words(language, STRINGS[language]),), (), ())


def roads(id: str, value: object, **fields: Any) -> Stat:
    return make_stat(id, value=Decimal(str(value)), printed=f"{value}公里", series=ROADS, **fields)


def in_years(*years: int) -> list[tuple[str, str, Any]]:
    return [(LIUWAN, str(year), (roads("aaaaa1", year - 2000),)) for year in years]


def test_values_are_ranked_inside_a_period_only() -> None:
    site = make(
        (LIUWAN, "2022", (roads("aaaaa1", 90),)),
        (LIUWAN, "2023", (roads("aaaaa2", 5),)),
        (SHIQIAO, "2023", (roads("aaaaa3", 12),)),
    )
    tables = show_indicator(site, ROADS).sections[0].tables

    assert [(table.period, [value.figure.printed for value in table.values]) for table in tables] == [
        ("2023年", ["12公里", "5公里"]),
        ("2022年", ["90公里"]),
    ]
    assert [table.chart is not None for table in tables] == [True, False]


@pytest.mark.parametrize(
    "other",
    [
        {"kind": Kind.CHANGE},
        {"unit": "米"},
        {"place": LIUWAN + "东风村"},
    ],
)
def test_what_differs_stands_apart_and_is_not_drawn(other: dict[str, Any]) -> None:
    site = make((LIUWAN, "2023", (roads("aaaaa1", 5),)), (SHIQIAO, "2023", (roads("aaaaa2", 7, **other),)))
    sections = show_indicator(site, ROADS).sections

    assert [len(section.tables[0].values) for section in sections] == [1, 1]
    assert all(section.tables[0].chart is None for section in sections)


def test_ranks_are_ordered_and_never_drawn() -> None:
    stats = {place: (roads("aaaaa1", rank, kind=Kind.RANK),) for place, rank in ((LIUWAN, 3), (SHIQIAO, 1))}
    site = make(*((place, "2023", found) for place, found in stats.items()))
    (table,) = show_indicator(site, ROADS).sections[0].tables

    assert [value.figure.printed for value in table.values] == ["1公里", "3公里"]
    assert table.chart is None


def test_values_of_days_are_not_ranked() -> None:
    site = make((LIUWAN, "2023-11-06", (roads("aaaaa1", 5),)), (SHIQIAO, "2023-11-06", (roads("aaaaa2", 9),)))
    (table,) = show_indicator(site, ROADS).sections[0].tables

    assert table.period == ""
    assert table.chart is None


def test_a_limit_is_explained() -> None:
    site = make((LIUWAN, "2023", (roads("aaaaa1", 5, bound=Bound.OVER),)), (SHIQIAO, "2023", (roads("aaaaa2", 9),)))
    chart = show_indicator(site, ROADS).sections[0].tables[0].chart

    assert chart is not None
    assert chart.notes == (STRINGS["zh-Hans"]["chart.open"],)


def test_a_page_has_as_many_values_as_it_bears_and_says_how_many_there_are() -> None:
    stats = [roads(f"aaa{number:03}", number) for number in range(ROWS + 7)]
    (table,) = show_indicator(make((LIUWAN, "2023", stats)), ROADS).sections[0].tables

    assert (len(table.values), table.more) == (ROWS, 7)


def test_a_figure_of_two_years_stands_side_by_side_and_is_drawn() -> None:
    page = show_place(make(*in_years(2022, 2023)), LIUWAN_ID)
    assert page.time_table is not None
    cells = [[figure.printed for figure in cell] for cell in page.time_table.rows[0].cells]

    assert page.time_table.periods == ("2023年", "2022年")
    assert cells == [["23公里"], ["22公里"]]
    assert [figure.printed for figure in page.series[0].figures] == ["23公里", "22公里"]
    assert page.side_by_side is None


def test_figures_of_one_year_each_stand_side_by_side_without_being_joined() -> None:
    first, second = make_stat("aaaaa1", indicator="新建便道"), make_stat("aaaaa2", indicator="安装护栏")
    page = show_place(make((LIUWAN, "2022", (first,)), (LIUWAN, "2023", (second,))), LIUWAN_ID)
    assert page.side_by_side is not None
    (theme,) = page.side_by_side.themes

    assert page.side_by_side.periods == ("2023年", "2022年")
    assert [[figure.name for figure in column] for column in theme.columns] == [["安装护栏"], ["新建便道"]]
    assert (page.time_table, page.series, page.latest) == (None, (), ())


def test_the_first_subject_that_both_years_speak_of_stands_open() -> None:
    only_one = make_stat("aaaaa1", indicator="召开会议", theme=PARTY)
    first, second = make_stat("aaaaa2", indicator="新建便道"), make_stat("aaaaa3", indicator="安装护栏")
    site = make((LIUWAN, "2022", (only_one, first)), (LIUWAN, "2023", (second,)), themes=(PARTY, ECONOMY))
    side_by_side = show_place(site, LIUWAN_ID).side_by_side
    assert side_by_side is not None

    assert [sum(map(bool, theme.columns)) for theme in side_by_side.themes] == [1, 2]
    assert side_by_side.opened == 1


def test_a_single_year_is_a_plain_list() -> None:
    page = show_place(make((LIUWAN, "2023", (roads("aaaaa1", 5),))), LIUWAN_ID)

    assert (page.time_table, page.series, page.side_by_side) == (None, (), None)
    assert [figure.printed for group in page.latest for figure in group.figures] == ["5公里"]


def test_a_year_and_a_quarter_are_not_drawn_together() -> None:
    site = make((LIUWAN, "2022", (roads("aaaaa1", 5),)), (LIUWAN, "2023-Q3", (roads("aaaaa2", 2),)))
    page = show_place(site, LIUWAN_ID)

    assert page.series == ()
    assert page.time_table is not None


def test_a_place_of_many_years_shows_the_newest() -> None:
    page = show_place(make(*in_years(*range(1950, 2024))), LIUWAN_ID)
    assert page.time_table is not None
    (series,) = page.series

    assert len(page.time_table.periods) == PERIODS
    assert (len(series.figures), series.more) == (POINTS, 74 - POINTS)
    assert series.figures[0].period == "2023年"


def test_a_page_bears_a_number_of_values_whatever_they_belong_to() -> None:
    names = [f"第{letter}类" for letter in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"]
    stats = [make_stat(f"aaaa{number:02}", indicator=name) for number, name in enumerate(names)]
    page = show_place(make(*((LIUWAN, str(year), stats) for year in range(2024 - POINTS, 2024))), LIUWAN_ID)

    assert (len(page.series), page.more_series) == (VALUES // POINTS, len(names) - VALUES // POINTS)


def test_a_fall_says_that_it_is_one() -> None:
    changes = [
        (LIUWAN, str(year), (make_stat("aaaaa1", value=Decimal(value), unit="%", printed="3%", kind=Kind.CHANGE),))
        for year, value in ((2022, 3), (2023, -3))
    ]
    (series,) = show_place(make(*changes), LIUWAN_ID).series

    assert series.changes
    assert [figure.sort for figure in series.figures] == ["下降", "增长"]
    assert STRINGS["zh-Hans"]["chart.falls"] in series.chart.notes


@pytest.mark.parametrize(
    ("language", "expected"), [("zh-Hans", "约5.3公顷"), ("en", "about 5.3 hectares")], ids=["zh-Hans", "en"]
)
def test_a_customary_unit_is_said_in_another_beside_it(language: str, expected: str) -> None:
    stat = make_stat("aaaaa1", value=Decimal(80), unit="亩", printed="80亩")
    page = show_place(make((LIUWAN, "2023", (stat,)), language=language), LIUWAN_ID)

    assert page.latest[0].figures[0].converted == expected


def test_words_of_a_chart_are_in_the_language_of_the_page() -> None:
    site = make(*in_years(2022, 2023), language="en")
    chart = show_place(site, LIUWAN_ID).series[0].chart

    assert chart.unit == "Unit: km"
    assert 'class="period" x="0%" y="1em">2022</text>' in chart.drawing
    assert 'lang="zh-Hans"' in chart.drawing
