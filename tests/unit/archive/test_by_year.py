from datetime import date

from sitegen.archive import relate
from sitegen.archive.by_year import by_year
from tests.unit.archive.make import LIUWAN, make_content, make_report

PATH = "yun/qing/liuwan-zhen"


def test_a_report_belongs_to_the_year_in_which_its_period_ends() -> None:
    archive = relate(
        make_content(
            make_report(f"{PATH}/a", LIUWAN, "2022-10/2023-03"),
            make_report(f"{PATH}/b", LIUWAN, "2022", published=date(2023, 1, 5)),
            make_report(f"{PATH}/c", LIUWAN, None, published=date(2021, 5, 1)),
            make_report(f"{PATH}/d", LIUWAN, None),
            make_report(f"{PATH}/e", LIUWAN, "2023-Q1"),
        )
    )
    years = by_year(archive.newest, archive.reports)

    assert list(years) == [2023, 2022, 2021, None]
    assert {year: sorted(path[-1] for path in paths) for year, paths in years.items()} == {
        2023: ["a", "e"],
        2022: ["b"],
        2021: ["c"],
        None: ["d"],
    }
