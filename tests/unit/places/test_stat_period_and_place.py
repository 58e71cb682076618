"""The time and the place of single numbers, by the cases of tests/spec."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.ingest.extract.stat_period import find_stat_period
from sitegen.ingest.extract.stat_place import find_stat_place
from sitegen.lexicon.gazetteer import load_gazetteer
from sitegen.model.period import Period
from sitegen.model.span import Span

SPEC = Path(__file__).parents[2] / "spec"
PERIODS: list[dict[str, Any]] = yaml.safe_load((SPEC / "periods" / "stats.yaml").read_text(encoding="utf-8"))
PLACES: list[dict[str, Any]] = yaml.safe_load((SPEC / "places" / "stats.yaml").read_text(encoding="utf-8"))
TOWNSHIP = "云南省红河哈尼族彝族自治州元阳县新街镇"


def span_of(case: dict[str, Any]) -> Span:
    start = case["text"].index(case["number"])
    return Span(start, start + len(case["number"]))


@pytest.mark.parametrize("case", PERIODS, ids=[f"{case['text']}-{case['number']}" for case in PERIODS])
def test_time_of_a_number(case: dict[str, Any]) -> None:
    period = Period.parse(case["period"]) if case["period"] else None
    said_in = case.get("said_in", period.year if period else None)

    found = find_stat_period("", case["text"], span_of(case), period, said_in)

    assert (str(found) if found else None) == case["expected"]


@pytest.mark.parametrize("case", PLACES, ids=[f"{case['text']}-{case['number']}" for case in PLACES])
def test_place_of_a_number(case: dict[str, Any]) -> None:
    gazetteer = load_gazetteer()
    name = case.get("place", TOWNSHIP)
    division = gazetteer.by_full_name(name) if name else None
    place = gazetteer.place_of(division) if division else None

    assert (place.full_name if place else None) == name
    assert find_stat_place("", case["text"], span_of(case), place) == case["expected"]
