import pytest

from sitegen.archive import count_months, name_period
from sitegen.model.period import Period


@pytest.mark.parametrize(
    ("spelled", "name", "months"),
    [
        ("2023", "2023年", 12),
        ("2023-H1", "2023年上半年", 6),
        ("2023-H2", "2023年下半年", 6),
        ("2023-Q1", "2023年第一季度", 3),
        ("2023-Q4", "2023年第四季度", 3),
        ("2023-02", "2023年2月", 1),
        ("2023-01/2023-09", "2023年1—9月", 9),
        ("2023-02/2023-04", "2023年2—4月", 3),
        ("2023-03/2023-08", "2023年3—8月", 6),
        ("2021-01/2023-12", "2021—2023年", 36),
        ("2022-11/2023-02", "2022年11月—2023年2月", 4),
        ("2023-11-06", "2023年11月6日", 0),
        ("2023-11-06/2023-12-05", "2023年11月6日—2023年12月5日", 0),
    ],
)
def test_a_period_in_words(spelled: str, name: str, months: int) -> None:
    period = Period.parse(spelled)

    assert name == name_period(period)
    assert months == count_months(period)
