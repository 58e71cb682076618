"""What looks wrong is found, and what only looks odd is left alone: the cases are tests/spec/audit/."""

import re
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

from sitegen.archive.audit import audit_content
from sitegen.archive.audit.measured import year_before
from sitegen.archive.audit.reach import Reach, power_of_ten, reach_of
from sitegen.archive.audit.slips import Slip, find_slip
from sitegen.model.period import Period
from sitegen.model.terms import Bound
from sitegen.problems import Problem
from sitegen.problems.catalogue import catalogue
from tests.unit.archive.auditing import cases, content_of
from tests.unit.archive.make import make_stat

CODES = {
    "audit-share-over",
    "audit-fraction",
    "audit-share-differs",
    "audit-completion-differs",
    "audit-part-over",
    "audit-sum-differs",
    "audit-households",
    "audit-average-differs",
    "audit-change-differs",
    "audit-years-differ",
    "audit-series-jump",
    "audit-said-twice",
    "audit-paragraph-doubled",
}


def short(problem: Problem) -> str:
    marked = re.search("「(.+?)」", problem.text)
    assert marked is not None, problem
    return problem.code if problem.code == "audit-paragraph-doubled" else f"{problem.code} {marked[1]}"


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['file']}: {case['title']}")
def test_audit(case: dict[str, Any]) -> None:
    found = Counter(short(problem) for problem in audit_content(content_of(case)))

    assert found == Counter(re.sub("(?<= )(同比|比上年).*?(?=[0-9])", "", code) for code in case["expected"])


def test_every_code_of_the_audit_has_a_case_and_so_have_right_numbers() -> None:
    expected = {code.partition(" ")[0] for case in cases() for code in case["expected"]}
    quiet = [case for case in cases() if not case["expected"]]

    assert expected == CODES
    assert {code for code in catalogue() if code.startswith("audit-")} == CODES
    assert len(quiet) * 2 >= len(cases())


def test_a_finding_names_the_file_and_both_numbers() -> None:
    case = {"text": "现有【脱贫户|706户】【脱贫户|225人】。"}
    (problem,) = audit_content(content_of(case))

    assert (problem.path, problem.what) == ("reports/a/b/c0/2023.md", "225人 in 706户")
    assert problem.text == "现有706户「225人」"


@pytest.mark.parametrize(
    ("value", "printed", "bound", "low", "high"),
    [
        ("8.5", "8.5%", Bound.EXACT, "8.45", "8.55"),
        ("5980000", "598万元", Bound.EXACT, "5975000", "5985000"),
        ("300", "300余人", Bound.OVER, "300", "400"),
        ("3000000", "近300万元", Bound.NEARLY, "2000000", "3000000"),
        ("20000", "两万亩", Bound.EXACT, "15000", "25000"),
        ("95", "95%以上", Bound.AT_LEAST, "95", "Infinity"),
        ("5.5", "5.5%以内", Bound.AT_MOST, "0", "5.5"),
    ],
)
def test_what_a_number_can_stand_for(value: str, printed: str, bound: Bound, low: str, high: str) -> None:
    stat = make_stat("a00000", value=Decimal(value), printed=printed, bound=bound, unit="%" if "%" in printed else "亩")

    assert reach_of(stat) == Reach(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("5981", "5987", Slip.FIGURE),
        ("5981", "5891", Slip.ORDER),
        ("5981", "598", Slip.LENGTH),
        ("5981", "59981", Slip.LENGTH),
        ("598", "5980000", Slip.SCALE),
        ("598.1", "59.81", Slip.LENGTH),
        ("5981", "5981", None),
        ("5981", "8951", None),
        ("5981", "51", None),
        ("12", "13", None),
        ("5981", "-598", None),
    ],
)
def test_one_slip(one: str, other: str, slip: Slip | None) -> None:
    assert find_slip(Decimal(one), Decimal(other)) is slip


def test_powers_of_ten() -> None:
    ratios = [Decimal(text) for text in ("9.5", "0.11", "104", "9800", "30", "1.2", "0", "100000")]

    assert [power_of_ten(ratio, Decimal("1.15")) for ratio in ratios] == [1, 1, 2, 4, 0, 0, 0, 0]


def test_the_year_before_keeps_the_length_of_the_period() -> None:
    spelled = ["2023", "2024-Q1", "2024-02", "2023-01/2023-09", "2024-02-29"]

    before = ["2022", "2023-Q1", "2023-02", "2022-01/2022-09", "2023-02-28"]
    assert [str(year_before(Period.parse(text))) for text in spelled] == before
