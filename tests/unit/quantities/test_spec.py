"""The cases of tests/spec/quantities: what is read from a sentence, and what is not."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.quantities import derive, find_quantities, read_measure, speaks_of_later_year

SPEC = Path(__file__).parents[2] / "spec" / "quantities"
OTHERS = {"later.yaml", "later-headings.yaml", "derive.yaml"}


def cases(name: str) -> list[Any]:
    loaded = yaml.safe_load((SPEC / name).read_text(encoding="utf-8"))
    return [pytest.param(case, id=f"{name}: {case['title']}") for case in loaded]


def shown(text: str, said_year: int | None = None) -> list[str]:
    """What is read from a text, one line for each quantity, as the case files write it."""
    lines = []
    for quantity in find_quantities(text, said_year=said_year):
        measure = read_measure(text, quantity)
        value = f"{measure.value}" if measure.value_to is None else f"{measure.value}~{measure.value_to}"
        words = [quantity.printed, "=", value, quantity.unit, quantity.bound, measure.kind, measure.status]
        words += [f"({measure.basis})"] if measure.basis else []
        words += ["open"] if quantity.open_unit else []
        lines.append(" ".join(word for word in words if word not in ("", "exact", "level", "reported")))
    return lines


@pytest.mark.parametrize(
    "case", [case for path in sorted(SPEC.glob("*.yaml")) if path.name not in OTHERS for case in cases(path.name)]
)
def test_a_sentence_gives_its_quantities(case: dict[str, Any]) -> None:
    assert shown(case["text"]) == case["expected"]


@pytest.mark.parametrize("case", cases("later.yaml"))
def test_plans_for_a_later_year_give_none(case: dict[str, Any]) -> None:
    assert shown(case["text"], case["said"]) == case["expected"]


@pytest.mark.parametrize("case", cases("later-headings.yaml"))
def test_a_heading_speaks_of_a_later_year(case: dict[str, Any]) -> None:
    assert speaks_of_later_year(case["text"], case["said"]) is case["expected"]


@pytest.mark.parametrize("case", cases("derive.yaml"))
def test_what_an_editor_printed_is_read_in_its_quote(case: dict[str, Any]) -> None:
    derived = derive(case["printed"], case["quote"], case.get("at"))
    read = None
    if derived:
        value = f"{derived.value}" if derived.value_to is None else f"{derived.value}~{derived.value_to}"
        words = [value, derived.unit, derived.bound, derived.kind, derived.status]
        words += [f"({derived.basis})"] if derived.basis else []
        read = " ".join(word for word in words if word not in ("", "exact", "level", "reported"))

    assert read == case["expected"]


def test_half_of_the_sentences_hold_something_that_is_no_stat() -> None:
    negative = [case for path in SPEC.glob("not-*.yaml") for case in yaml.safe_load(path.read_text(encoding="utf-8"))]
    every = [case for path in SPEC.glob("*.yaml") for case in yaml.safe_load(path.read_text(encoding="utf-8"))]

    assert len(every) >= 300
    assert len(negative) >= 130
