"""The cases of tests/spec/stats: what each number of a sentence measures."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.ingest.extract.clauses import split_clauses
from sitegen.ingest.extract.frames import make_frames
from sitegen.ingest.extract.indicators import name_numbers
from sitegen.model.quantity import Quantity
from sitegen.model.span import Span
from sitegen.model.terms import Bound, Kind

SPEC = Path(__file__).parents[2] / "spec" / "stats"
MARKED = re.compile(r"\[([^\[\]]*)\]")
NUMBER = re.compile(
    r"^[约近超逾第]?[\d.,一两二三四五六七八九十半]*[余多]?[十百千万亿]*[余多]?|(?:左右|以上|以下|以内)$"
)


def cases(name: str) -> list[Any]:
    loaded = yaml.safe_load((SPEC / name).read_text(encoding="utf-8"))
    return [pytest.param(case, id=f"{rule}: {case['text']}") for rule, group in loaded.items() for case in group]


def read_marked(marked: str) -> tuple[str, list[Quantity], list[Kind]]:
    """The text without its marks, and a quantity and kind for each mark."""
    text, quantities, kinds, end = "", [], [], 0
    for mark in MARKED.finditer(marked):
        text += marked[end : mark.start()]
        printed, _, kind = mark[1].partition("|")
        span = Span(len(text), len(text) + len(printed))
        unit = NUMBER.sub("", printed)
        quantities.append(Quantity(value=Decimal(1), unit=unit, bound=Bound.EXACT, printed=printed, span=span))
        kinds.append(Kind(kind or "level"))
        text += printed
        end = mark.end()
    return text + marked[end:], quantities, kinds


def names_of(marked: str, selves: tuple[str, ...] = ()) -> list[str]:
    text, quantities, kinds = read_marked(marked)
    clauses = split_clauses(text, [quantity.span for quantity in quantities])
    return list(name_numbers(text, clauses, make_frames(text, clauses, quantities, kinds), selves))


@pytest.mark.parametrize("case", [*cases("rules.yaml"), *cases("fields.yaml"), *cases("newspaper.yaml")])
def test_a_number_is_named_by_what_it_measures(case: dict[str, Any]) -> None:
    expected = case["names"]
    actual = names_of(case["text"])

    assert expected == actual


def test_the_report_itself_is_left_out_of_names() -> None:
    actual = names_of("柳林镇完成税收[598万元]。", ("柳林镇",))

    assert actual == ["税收"]


def test_another_place_stays_in_a_name() -> None:
    actual = names_of("上级下达柳林水库移民资金[320万元]。", ("柳林镇",))

    assert actual == ["上级下达柳林水库移民资金"]


def test_a_number_alone_has_no_name() -> None:
    assert names_of("[598万元]。") == [""]
