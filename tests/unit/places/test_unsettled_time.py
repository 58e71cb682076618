import pytest

from sitegen.ingest.extract.stat_period import find_unsettled_time
from sitegen.model.period import Period
from sitegen.model.span import Span

YEAR = Period.of_year(2023)


@pytest.mark.parametrize(
    ("paragraph", "printed", "period", "said_in", "expected"),
    [
        ("去年，全镇新修公路12公里。", "12公里", None, None, "去年"),
        ("去年，全镇新修公路12公里。", "12公里", YEAR, 2024, None),
        ("2021年，全镇新修公路12公里。", "12公里", None, None, None),
        ("全镇新修公路12公里。", "12公里", None, None, None),
        ("上半年完成税收5万元。", "5万元", None, None, "上半年"),
        ("上半年完成税收5万元。", "5万元", YEAR, 2024, None),
    ],
)
def test_a_time_that_counts_from_no_year_is_named(
    paragraph: str, printed: str, period: Period | None, said_in: int | None, expected: str | None
) -> None:
    start = paragraph.index(printed)

    found = find_unsettled_time(paragraph, paragraph, Span(start, start + len(printed)), period, said_in)

    assert found == expected
