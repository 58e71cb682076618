import pytest

from sitegen.archive import relate
from sitegen.archive.facets import PeriodSort, list_facets, sort_period
from sitegen.model.period import Period
from sitegen.model.terms import SeriesId
from tests.unit.archive.make import LIUWAN, make_content, make_mention, make_report, make_stat

SORTS = {
    "2023": PeriodSort.YEAR,
    "2022-07/2023-06": PeriodSort.YEAR,
    "2023-H1": PeriodSort.HALF,
    "2023-Q3": PeriodSort.QUARTER,
    "2023-05": PeriodSort.MONTH,
    "2023-01/2023-09": PeriodSort.OTHER,
    "2022/2023": PeriodSort.OTHER,
    "2023-11-06": PeriodSort.OTHER,
}


@pytest.mark.parametrize("spelled", SORTS)
def test_a_period_is_sorted_by_its_whole_months(spelled: str) -> None:
    assert sort_period(Period.parse(spelled)) is SORTS[spelled]


def test_a_period_that_is_not_known_is_of_no_sort_and_year() -> None:
    (row,) = list_facets(relate(make_content(make_report("yun/qing/liuwan-zhen/undated", LIUWAN, None))))

    assert (row.sort, row.year) == (PeriodSort.OTHER, None)


def test_a_report_has_each_value_once_and_only_those_with_a_page() -> None:
    roads = SeriesId("roads")
    stats = (
        make_stat("aaaaaa", series=roads),
        make_stat("aaaaab", series=roads, printed="3公里", quote="又硬化3公里"),
        make_stat("aaaaac", series=SeriesId("nowhere")),
    )
    report = make_report(
        "yun/qing/liuwan-zhen/2023",
        LIUWAN,
        themes=("economy", "unknown"),
        stats=stats,
        practices=(make_mention("积分制"), make_mention("“积分制”")),
    )

    (row,) = list_facets(relate(make_content(report)))

    assert row.indicators == (roads,)
    assert row.themes == ("economy",)
    assert len(row.practices) == 1


def test_the_newest_report_comes_first() -> None:
    reports = (make_report(f"yun/qing/liuwan-zhen/{year}", LIUWAN, str(year)) for year in (2021, 2023, 2022))

    years = [row.year for row in list_facets(relate(make_content(*reports)))]

    assert years == [2023, 2022, 2021]
