from decimal import Decimal

from sitegen.archive import Scope, relate
from sitegen.model.period import Period
from sitegen.model.stat import Stat
from sitegen.model.terms import Kind, Status
from tests.unit.archive.make import LIUWAN, SHIQIAO, make_content, make_report, make_stat


def group_of(*stats: Stat, period: str = "2023") -> list[tuple[Scope, list[str]]]:
    archive = relate(make_content(make_report("yun/qing/liuwan-zhen/2023", LIUWAN, period, stats=stats)))
    return [(g.scope, [value.stat.id for value in g.values]) for g in archive.indicators["roads"].groups]


def test_values_that_differ_in_anything_are_never_put_together() -> None:
    groups = group_of(
        make_stat("aaaaa1", series="roads"),
        make_stat("aaaaa2", series="roads", unit="米"),
        make_stat("aaaaa3", series="roads", kind=Kind.CHANGE, unit="%", basis="同比"),
        make_stat("aaaaa4", series="roads", kind=Kind.CHANGE, unit="%", basis="环比"),
        make_stat("aaaaa5", series="roads", status=Status.TARGET),
        make_stat("aaaaa6", series="roads", period=Period.parse("2023-Q1")),
        make_stat("aaaaa7", series="roads", place=f"{LIUWAN}东村"),
        make_stat("aaaaa8", series="roads", place="云岭省青溪县"),
        make_stat("aaaaa9", series="roads", place="别处"),
    )

    assert len(groups) == 9
    assert groups[0] == (Scope.TOWNSHIP, ["aaaaa1"])
    assert {scope for scope, _ in groups} == {Scope.TOWNSHIP, Scope.COUNTY, Scope.VILLAGE, Scope.OTHER}


def test_a_place_with_a_page_has_its_own_scope() -> None:
    archive = relate(
        make_content(
            make_report(
                "yun/qing/liuwan-zhen/2023", LIUWAN, stats=(make_stat("aaaaa1", series="roads", place=SHIQIAO),)
            ),
            make_report("yun/qing/shiqiao-xiang/2023", SHIQIAO),
        )
    )
    value = archive.indicators["roads"].groups[0].values[0]

    assert (value.scope, value.place, value.place_name) == (Scope.TOWNSHIP, "yun/qing/shiqiao-xiang", "石桥乡")


def test_a_village_is_named_with_its_township() -> None:
    archive = relate(
        make_content(
            make_report(
                "yun/qing/liuwan-zhen/2023", LIUWAN, stats=(make_stat("aaaaa1", series="roads", place=f"{LIUWAN}东村"),)
            )
        )
    )

    assert archive.indicators["roads"].groups[0].values[0].place_name == "柳湾镇东村"


def test_a_series_without_values_has_no_page() -> None:
    archive = relate(make_content(make_report("yun/qing/liuwan-zhen/2023", LIUWAN, stats=(make_stat("aaaaa1"),))))

    assert archive.indicators == {}


def test_a_place_shows_one_figure_through_its_periods() -> None:
    archive = relate(
        make_content(
            make_report(
                "yun/qing/liuwan-zhen/2022",
                LIUWAN,
                "2022",
                stats=(make_stat("aaaaa1", series="roads", indicator="修路"),),
            ),
            make_report("yun/qing/liuwan-zhen/2023", LIUWAN, stats=(make_stat("aaaaa2", series="roads"),)),
            make_report(
                "yun/qing/liuwan-zhen/2023-Q1",
                LIUWAN,
                "2023-Q1",
                stats=(make_stat("aaaaa3", value=Decimal(3), place=f"{LIUWAN}东村"), make_stat("aaaaa4", unit="条")),
            ),
        )
    )
    rows = archive.places["yun/qing/liuwan-zhen"].figures

    assert [(row.name, [str(cell.period) for cell in row.cells]) for row in rows] == [
        ("硬化道路", ["2023", "2022"]),
        ("硬化道路", ["2023-Q1"]),
    ]
    assert [row.series for row in rows] == ["roads", None]


def test_two_values_of_one_period_both_stay() -> None:
    archive = relate(
        make_content(make_report("yun/qing/liuwan-zhen/2023", LIUWAN, stats=(make_stat("aaaaa1"), make_stat("aaaaa2"))))
    )
    (row,) = archive.places["yun/qing/liuwan-zhen"].figures

    assert [ref.stat.id for ref in row.cells[0].stats] == ["aaaaa1", "aaaaa2"]
