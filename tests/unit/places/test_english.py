"""Names of places and units on English pages."""

from pathlib import Path

import pytest
import yaml

from sitegen.lexicon.english import load_english, name_place, name_unit
from sitegen.lexicon.units import load_units

CASES = yaml.safe_load((Path(__file__).parents[2] / "spec/places/english.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, str]) -> None:
    assert case["english"] == name_place(case["name"], case["full_name"])


@pytest.mark.parametrize(
    ("unit", "one", "english"),
    [
        ("元", False, "yuan"),
        ("户", True, "household"),
        ("户", False, "households"),
        ("元/亩", False, "yuan per mu"),
        ("微克/立方米", False, "µg per cubic metre"),
        ("个", False, ""),
        ("元/个", False, ""),
        ("", False, ""),
    ],
)
def test_the_name_of_a_unit(unit: str, one: bool, english: str) -> None:
    assert name_unit(unit, one=one) == english


def test_units_with_a_name_are_base_units() -> None:
    table = load_units()
    known = {unit.base for unit in table.units.values()} | table.denominators

    assert sorted(set(load_english().units) - known) == []
