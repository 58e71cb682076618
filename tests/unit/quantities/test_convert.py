"""Values in other units: the cases of tests/spec/conversions, and what always holds."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.lexicon.conversions import load_conversions
from sitegen.lexicon.english import name_unit
from sitegen.lexicon.units import load_units
from sitegen.model.stat import Stat
from sitegen.model.terms import Bound, Kind, StatId, ThemeId
from sitegen.quantities.convert import convert, count_digits, find_conversion, round_to_digits

CASES = yaml.safe_load((Path(__file__).parents[2] / "spec/conversions/converted.yaml").read_text(encoding="utf-8"))


def make(case: dict[str, Any]) -> Stat:
    return Stat(
        id=StatId("aaaaaa"),
        indicator="面积",
        value=Decimal(str(case["value"])),
        value_to=Decimal(case["value_to"]) if "value_to" in case else None,
        unit=case["unit"],
        printed=case["printed"],
        theme=ThemeId("farmland"),
        quote=case["printed"],
        bound=Bound(case.get("bound", "exact")),
        kind=Kind(case.get("kind", "level")),
    )


@pytest.mark.parametrize("case", [pytest.param(case, id=case["title"]) for case in CASES])
def test_a_value_in_another_unit(case: dict[str, Any]) -> None:
    converted = convert(make(case))
    shown = None
    if converted:
        value = f"{converted.value}" if converted.value_to is None else f"{converted.value}~{converted.value_to}"
        bound = "" if converted.bound is Bound.EXACT else f"{converted.bound} "
        shown = f"{bound}{value} {converted.unit}"

    assert shown == case["expected"]


@settings(deadline=None)
@given(
    st.fractions(min_value=Fraction(1, 10**6), max_value=10**12),
    st.integers(2, 8),
    st.sampled_from([ROUND_FLOOR, ROUND_CEILING]),
)
def test_rounding_is_as_near_as_its_digits_and_on_the_right_side(value: Fraction, digits: int, way: str) -> None:
    rounded = Fraction(round_to_digits(value, digits, way))

    assert (rounded <= value) if way == ROUND_FLOOR else (rounded >= value)
    assert abs(rounded - value) < value * Fraction(10) ** (1 - digits)


@settings(deadline=None)
@given(st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False), st.integers(1, 8))
def test_rounding_twice_changes_nothing_more(value: Decimal, digits: int) -> None:
    once = round_to_digits(Fraction(value), digits)

    assert round_to_digits(Fraction(once), digits) == once
    assert "E" not in str(once)


@pytest.mark.parametrize(
    ("printed", "expected"), [("1,200亩", 4), ("0.07公顷", 1), ("2066.50亩", 6), ("约3万亩", 1), ("两万亩", 0)]
)
def test_significant_digits_of_a_printed_number(printed: str, expected: int) -> None:
    assert expected == count_digits(printed)


def test_every_conversion_begins_and_ends_at_a_unit_of_the_table() -> None:
    units = load_units().units
    assert load_conversions()
    for unit, conversion in load_conversions().items():
        assert units[unit].base == unit
        assert units[unit].group == units[conversion.to].group


def test_no_unit_is_converted_twice() -> None:
    shown = [conversion.to for unit in load_conversions() if (conversion := find_conversion(unit))]

    assert [unit for unit in shown if find_conversion(unit)] == []


def test_every_unit_shown_has_a_name_in_english() -> None:
    assert [conversion.to for conversion in load_conversions().values() if not name_unit(conversion.to)] == []
