"""Axes hold all values between round numbers."""

from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.render.charts import make_axis

CASES = yaml.safe_load((Path(__file__).parents[2] / "spec/charts/ticks.yaml").read_text(encoding="utf-8"))
VALUES = st.lists(st.decimals(-(10**13), 10**13, places=2, allow_nan=False), min_size=1, max_size=30)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["title"]) for case in CASES])
def test_marks_of_an_axis(case: dict[str, Any]) -> None:
    axis = make_axis((Decimal(str(value)) for value in case["values"]), from_zero=case["from_zero"])

    assert [Decimal(str(tick)) for tick in case["expected"]] == list(axis.ticks)


@settings(deadline=None)
@given(VALUES, st.booleans(), st.integers(2, 6))
def test_every_value_stands_on_the_axis(values: list[Decimal], from_zero: bool, intervals: int) -> None:
    axis = make_axis(values, from_zero=from_zero, intervals=intervals)

    assert all(0 <= axis.share(value) <= 100 for value in values)
    assert not from_zero or axis.low <= 0 <= axis.high


@settings(deadline=None)
@given(VALUES, st.booleans(), st.integers(2, 6))
def test_marks_are_few_rising_and_at_equal_distances(values: list[Decimal], from_zero: bool, intervals: int) -> None:
    ticks = make_axis(values, from_zero=from_zero, intervals=intervals).ticks
    steps = {later - earlier for earlier, later in pairwise(ticks)}

    assert 2 <= len(ticks) <= intervals + 1
    assert len(steps) == 1
    assert min(steps) > 0
    assert str(min(steps).normalize().as_tuple().digits[0]) in "125"


@settings(deadline=None)
@given(VALUES, st.data())
def test_a_larger_value_stands_no_lower(values: list[Decimal], data: st.DataObject) -> None:
    axis = make_axis(values, from_zero=data.draw(st.booleans()))
    lower, higher = sorted((data.draw(st.sampled_from(values)), data.draw(st.sampled_from(values))))

    assert axis.share(lower) <= axis.share(higher)


@settings(deadline=None)
@given(VALUES)
def test_the_order_of_values_changes_nothing(values: list[Decimal]) -> None:
    assert make_axis(values, from_zero=True) == make_axis(sorted(values), from_zero=True)
