from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.ingest.laid import LaidReport
from sitegen.ingest.repair import repair_characters, traced
from sitegen.ingest.structure import lay_out
from sitegen.ingest.structure.credits import parse_credits
from sitegen.ingest.structure.furniture import find_furniture
from sitegen.ingest.structure.lines import split_lines
from sitegen.model.ledger import Fate

SPEC = Path(__file__).parents[2] / "spec" / "layout"


def cases(name: str) -> Any:
    return yaml.safe_load((SPEC / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", cases("credits.yaml"), ids=lambda case: case["text"])
def test_credits(case: dict[str, Any]) -> None:
    line = parse_credits(traced(case["text"], 0, len(case["text"])))
    made = [[credit.role.text, credit.name.text] for credit in line.credits] if line else None

    assert case.get("credits") == made
    assert case.get("for_all", False) == bool(line and line.for_all)


@pytest.mark.parametrize("case", cases("furniture.yaml"), ids=lambda case: case["text"])
def test_furniture(case: dict[str, Any]) -> None:
    source = f"全年新修公路，\n\n{case['text']}\n\n群众出行方便。\n"
    found = find_furniture(split_lines(repair_characters(source)))

    assert case["kind"] == (found[1].value if 1 in found else None)


def opening_matches(report: LaidReport, wanted: list[Any]) -> bool:
    return len(report.sections) == len(wanted) and all(
        section.heading == heading
        and len(section.paragraphs) == len(openings)
        and all(text.startswith(opening) for text, opening in zip(section.paragraphs, openings, strict=True))
        for section, (heading, openings) in zip(report.sections, wanted, strict=True)
    )


@pytest.mark.parametrize("case", cases("pages.yaml"), ids=lambda case: case["title"])
def test_pages(case: dict[str, Any]) -> None:
    laid = lay_out(case["text"])

    assert case.get("bulletin") == laid.title
    assert tuple(case.get("datelines", laid.datelines)) == laid.datelines
    assert case.get("doubts", []) == [doubt.code for doubt in laid.doubts if doubt.code == "split-unsure"]
    assert len(case["reports"]) == len(laid.reports)
    for wanted, report in zip(case["reports"], laid.reports, strict=True):
        assert opening_matches(report, wanted["sections"]), report.sections
        assert wanted.get("title", report.title) == report.title
        assert wanted.get("said_by", report.said_by) == report.said_by
        assert tuple(wanted.get("captions", ())) == report.captions
        assert [tuple(credit) for credit in wanted.get("credits", [])] == [(c.role, c.name) for c in report.credits]


def test_a_paragraph_printed_twice_stands_once_where_its_like_stands() -> None:
    twice = "坚持全域推进，环境整治再上台阶，清理河道垃圾20吨，绿化村道5公里。"
    source = "\n\n".join(
        (
            "青石镇：多措并举 抓好产业发展",
            "加强组织领导。青石镇新发展茶叶300亩，建成茶叶加工厂。",
            twice,
            "县水利局：凝心聚力 办好饮水工程",
            "坚持全面统筹，县水利局铺设管网20公里，河道环境治理有序推进。",
            twice,
        )
    )
    laid = lay_out(source)
    texts = [[text for section in report.sections for text in section.paragraphs] for report in laid.reports]

    assert [twice in report for report in texts] == [False, True]
    assert [entry.reason for entry in laid.ledger.entries if entry.fate is Fate.DROPPED] == ["doubled"]


def test_the_end_of_a_paragraph_printed_again_under_another_headline_is_left_out() -> None:
    tail = "换装智能水表1.8万只，管网漏损率比改造前低了11个百分点；水质抽检248份，全部达标。"
    source = "\n\n".join(
        (
            "青石镇：多措并举 抓好产业发展",
            "加强组织领导。青石镇新发展茶叶300亩，建成茶叶加工厂。",
            tail,
            "县水利局：凝心聚力 办好饮水工程",
            f"农村自来水普及率95.6%，{tail}",
        )
    )
    laid = lay_out(source)

    assert [len(report.sections[0].paragraphs) for report in laid.reports] == [1, 1]
    assert [entry.text for entry in laid.ledger.entries if entry.reason == "doubled"] == [tail]


def test_a_paragraph_that_ends_in_the_middle_of_a_word_of_another_stays() -> None:
    whole = "新建高标准农田1200亩，管网漏损率比改造前低了11个百分点，水质抽检248份，全部达标，群众满意。"
    laid = lay_out(f"{whole}\n\n{whole[3:]}\n")

    assert [section.paragraphs for section in laid.reports[0].sections] == [(whole, whole[3:])]


def test_a_break_that_nothing_goes_on_with_is_a_doubt() -> None:
    source = "青石镇2023年工作总结\n\n产业发展势头良好，新发展茶叶300亩，建成茶叶加工厂一座，带动农户增收，并且\n"
    laid = lay_out(source)

    assert [doubt.code for doubt in laid.doubts] == ["order-unsure"]
