"""What pages show of archives of all sizes: nothing without limit, and nothing hidden."""

from collections.abc import Iterator
from datetime import date

import pytest

from sitegen.archive import relate
from sitegen.model.content import Content
from sitegen.model.place import Place
from sitegen.model.report import Report
from sitegen.model.terms import PlaceId, ThemeId
from sitegen.render import default_folder, find_languages, load_jinja_theme
from sitegen.render.context import Site, make_site
from sitegen.render.pages import place, place_reports, reports, theme
from sitegen.render.pages.bulletin import name_bulletin
from sitegen.render.pages.home import show_home
from sitegen.render.pages.place import show_place
from sitegen.render.pages.reports import plan_years, show_reports, show_year
from sitegen.render.pages.theme import show_theme
from sitegen.render.variables import ReportListPage
from sitegen.routes import Routes
from tests.unit.archive.make import (
    ECONOMY,
    LIUWAN,
    OTHER_LIUWAN,
    PLACES,
    SHIQIAO,
    make_bulletin,
    make_content,
    make_mention,
    make_place,
    make_report,
    make_source,
    make_stat,
)

LANGUAGES = find_languages(load_jinja_theme(default_folder()), "zh-Hans")


def site_of(content: Content) -> Site:
    return make_site(relate(content), Routes(), LANGUAGES, (), ())


def monthly(count: int) -> Iterator[Report]:
    """Yield monthly reports of one township, the newest first, from the end of 2023 back."""
    for number in range(count):
        year, month = divmod(2023 * 12 + 11 - number, 12)
        period = f"{year}-{month + 1:02}"
        yield make_report(f"yun/qing/liuwan-zhen/{period}", LIUWAN, period)


def townships(count: int) -> Iterator[tuple[Place, Report]]:
    """Yield townships of one county, each with a report that states something."""
    for number in range(count):
        id, name = f"yun/qing/t{number:03}-zhen", f"第{number:03}镇"
        stats = (make_stat("aaaaa1", series="roads"),)
        full_name = f"云岭省青溪县{name}"
        yield (
            make_place(id, full_name, name, f"98{number:03}"),
            make_report(f"{id}/2023", full_name, stats=stats, themes=(ECONOMY,)),
        )


def addresses(page: ReportListPage) -> list[str]:
    return [report.address for group in page.groups for report in group.reports]


@pytest.mark.parametrize("count", [0, 1, 12, reports.ALL])
def test_a_few_reports_stand_on_one_page_by_year(count: int) -> None:
    site = site_of(make_content(*monthly(count)))
    page = show_reports(site)

    assert len(addresses(page)) == page.total == count
    assert list(plan_years(site.archive)) == []
    assert page.years == ()
    assert [group.heading.text for group in page.groups] == [f"{2023 - n}年" for n in range((count + 11) // 12)]


def test_of_many_reports_each_stands_on_the_page_of_its_year() -> None:
    made = [*monthly(reports.ALL + 5), make_report("yun/qing/shiqiao-xiang/undated", SHIQIAO, None)]
    site = site_of(make_content(*made))
    first = show_reports(site)
    pages = [show_year(site, planned) for planned in plan_years(site.archive)]

    assert len(addresses(first)) == reports.NEWEST
    assert [page.page.address for page in pages] == [year.address for year in first.years]
    assert sorted(address for page in pages for address in addresses(page)) == sorted(
        site.routes.report(report.path) for report in made
    )
    assert first.years[-1].address.endswith("/undated/")
    assert sum(year.count or 0 for year in first.years) == first.total == len(made)


def test_a_long_year_has_several_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "A_PAGE", 5)
    monkeypatch.setattr(reports, "ALL", 5)
    site = site_of(make_content(*monthly(12)))
    pages = [show_year(site, planned) for planned in plan_years(site.archive)]

    assert [len(addresses(page)) for page in pages] == [5, 5, 2]
    assert len({page.page.address for page in pages}) == 3
    assert all([link.address for link in page.pages] == [other.page.address for other in pages] for page in pages)
    assert len({page.page.title for page in pages}) == 3


def test_the_reports_of_a_year_stand_under_their_counties(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "ALL", 1)
    site = site_of(
        make_content(
            make_report("yun/qing/liuwan-zhen/2023", LIUWAN),
            make_report("yun/bei/liuwan-zhen/2023", OTHER_LIUWAN),
            make_report("yun/qing/shiqiao-xiang/2023", SHIQIAO),
            make_report("yun/qing/dept-nongyeju/2023", "云岭省青溪县", issuer="县农业局"),
        )
    )
    (planned,) = plan_years(site.archive)

    assert [(group.heading.text, len(group.reports)) for group in show_year(site, planned).groups] == [
        ("青溪县", 3),
        ("北原县", 1),
    ]


def test_reports_of_departments_and_of_townships_stand_apart_from_the_countys_own() -> None:
    site = site_of(
        make_content(
            make_report("yun/qing/2023", "云岭省青溪县", issuer="青溪县"),
            make_report("yun/qing/dept-nongyeju/2023", "云岭省青溪县", issuer="县农业局"),
            make_report("yun/qing/liuwan-zhen/2023", LIUWAN),
        )
    )
    page = show_place(site, PlaceId("yun/qing"))

    assert page.own is not None
    assert page.others is not None
    assert [report.address for report in page.own.groups[0].reports] == ["/reports/yun/qing/2023/"]
    assert [report.address for report in page.others.groups[0].reports] == ["/reports/yun/qing/dept-nongyeju/2023/"]
    assert [report.address for report in page.below] == ["/reports/yun/qing/liuwan-zhen/2023/"]


def test_two_hundred_reports_of_a_township_are_folded_by_year() -> None:
    page = show_place(site_of(make_content(*monthly(200))), PlaceId("yun/qing/liuwan-zhen"))

    assert page.own is not None
    assert [len(group.reports) for group in page.own.groups] == [12] * 16 + [8]
    assert (page.own.count, page.own.more) == (200, 0)


def test_of_more_reports_than_a_page_holds_the_rest_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place_reports, "REPORTS", 15)
    page = show_place(site_of(make_content(*monthly(20))), PlaceId("yun/qing/liuwan-zhen"))

    assert page.own is not None
    assert (sum(len(group.reports) for group in page.own.groups), page.own.more) == (15, 5)


def test_the_newest_reports_from_below_are_few_and_the_newest_first() -> None:
    made = [
        make_report(f"yun/qing/liuwan-zhen/{year}", LIUWAN, str(year), published=date(year + 1, 1, 5))
        for year in range(2000, 2023)
    ]
    page = show_place(site_of(make_content(*made)), PlaceId("yun"))

    assert len(page.below) == place_reports.BELOW
    assert [item.iso_date for item in page.below] == sorted((item.iso_date for item in page.below), reverse=True)
    assert page.below[0].address == "/reports/yun/qing/liuwan-zhen/2022/"


def test_places_of_one_name_tell_of_each_other() -> None:
    site = site_of(
        make_content(
            make_report("yun/qing/liuwan-zhen/2023", LIUWAN), make_report("yun/bei/liuwan-zhen/2023", OTHER_LIUWAN)
        )
    )
    page = show_place(site, PlaceId("yun/qing/liuwan-zhen"))

    assert [link.text for link in page.named_alike] == ["柳湾镇（云岭省北原县）"]


def test_practices_of_a_place_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "PRACTICES", 2)
    mentions = tuple(make_mention(f"{name}工作法") for name in "甲乙丙")
    site = site_of(make_content(make_report("yun/qing/liuwan-zhen/2023", LIUWAN, practices=mentions)))
    page = show_place(site, PlaceId("yun/qing/liuwan-zhen"))

    assert (len(page.practices), page.more_practices) == (2, 1)


def test_a_theme_of_many_places_is_bounded_and_says_what_is_left() -> None:
    made = tuple(townships(theme.PLACES + 7))
    site = site_of(make_content(*(report for _, report in made), places=(*PLACES, *(place for place, _ in made))))
    page = show_theme(site, ThemeId(ECONOMY))

    assert (len(page.places), page.more_places) == (theme.PLACES, 7)
    assert sum(bool(said.figures) for found in page.places for said in found.reports) <= theme.REPORTS_WITH_FIGURES
    assert all(said.figure_count == 1 for found in page.places for said in found.reports)
    (table,) = page.tables
    assert (len(table.columns), table.more_places) == (theme.COLUMNS, theme.PLACES + 7 - theme.COLUMNS)


def test_what_a_place_says_of_a_theme_stands_in_the_order_of_places() -> None:
    site = site_of(
        make_content(
            make_report("yun/qing/liuwan-zhen/2023", LIUWAN, themes=(ECONOMY,)),
            make_report("yun/qing/shiqiao-xiang/2022", SHIQIAO, "2022", themes=(ECONOMY,)),
            make_report("yun/qing/shiqiao-xiang/2021", SHIQIAO, "2021", stats=(make_stat("aaaaa1"),)),
            make_report("yun/qing/shiqiao-xiang/2020", SHIQIAO, "2020"),
        )
    )
    page = show_theme(site, ThemeId(ECONOMY))

    assert [(found.place.text, [said.report.period for said in found.reports]) for found in page.places] == [
        ("石桥乡", ["2022年", "2021年"]),
        ("柳湾镇", ["2023年"]),
    ]
    assert page.report_count == 3


@pytest.mark.parametrize("count", [0, 1, 60])
def test_the_front_page_is_no_wall_of_links(count: int) -> None:
    made = tuple(townships(count))
    site = site_of(make_content(*(report for _, report in made), places=(*PLACES, *(place for place, _ in made))))
    page = show_home(site)

    assert sum(len(group.links) for group in page.places) <= 40
    assert len(page.newest) == min(count, 8)
    assert len(page.figures) == min(count, 1)
    assert (page.all_places is None) == (count < 40)


@pytest.mark.parametrize(
    ("paths", "period", "expected"),
    [
        pytest.param([("yun/qing/liuwan-zhen", LIUWAN)], "2023", "柳湾镇：2023年", id="its only report"),
        pytest.param(
            [("yun/qing/liuwan-zhen", LIUWAN), ("yun/qing/shiqiao-xiang", SHIQIAO)],
            "2023",
            "青溪县各地报告（2023年）",
            id="townships of a county",
        ),
        pytest.param(
            [("yun/qing/liuwan-zhen", LIUWAN), ("yun/bei/liuwan-zhen", OTHER_LIUWAN)],
            "2023",
            "云岭省各地报告（2023年）",
            id="townships of a province",
        ),
        pytest.param(
            [("yun/qing/liuwan-zhen", LIUWAN), ("yun/qing/shiqiao-xiang", SHIQIAO)], None, "001.txt", id="no period"
        ),
    ],
)
def test_a_bulletin_without_a_title_is_named_after_what_it_holds(
    paths: list[tuple[str, str]], period: str | None, expected: str
) -> None:
    made = (
        make_report(f"{id}/x", name, period, source=make_source("001", part))
        for part, (id, name) in enumerate(paths, 1)
    )
    site = site_of(make_content(*made, bulletins=(make_bulletin("001"),)))

    assert expected == name_bulletin(site, site.archive.bulletins["001"])
