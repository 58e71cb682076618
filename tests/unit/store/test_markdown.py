import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.store.markdown import Block, BlockKind, blocks, escape, join_blocks, parts, render

SPEC = Path(__file__).parents[2] / "spec" / "markdown" / "emphasis.yaml"


def cases() -> list[Any]:
    found = yaml.safe_load(SPEC.read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["title"]) for case in found]


@pytest.mark.parametrize("case", cases())
def test_emphasis(case: dict[str, Any]) -> None:
    bold = re.findall("<strong>(.*?)</strong>", render(case["text"]))

    assert bold == case["bold"]


def test_html_is_shown_and_not_obeyed() -> None:
    assert render("<b>真</b>&amp;<script>") == "<p>&lt;b&gt;真&lt;/b&gt;&amp;&lt;script&gt;</p>\n"


def test_dangerous_links_are_no_links() -> None:
    assert "href" not in render("[点](javascript:alert(1))")


def test_wrapped_chinese_is_joined_without_a_space_in_page_and_text() -> None:
    body = "坚持党建\n引领，发展\n5G 应用 and\nmore\n"

    assert render(body) == "<p>坚持党建引领，发展5G 应用 and more</p>\n"
    assert [block.text for block in blocks(body)] == ["坚持党建引领，发展5G 应用 and more"]


def test_wrapping_inside_bold_is_joined_too() -> None:
    assert [block.text for block in blocks("**坚持\n党建**\n引领")] == ["坚持党建引领"]


def test_lines_that_are_indented_are_paragraphs() -> None:
    assert blocks("    全镇上下团结一心。") == (Block(BlockKind.PARAGRAPH, "全镇上下团结一心。", 0, 1),)


def test_blocks_of_every_kind_have_their_text_and_line() -> None:
    body = "导语。\n\n## 抓党建\n\n- 一**是**\n- 二\n\n| 项 | 数 |\n|---|---|\n| 路 | 3公里 |\n\n```\n码\n```\n"

    assert [(block.kind.value, block.text, block.level, block.line) for block in blocks(body)] == [
        ("paragraph", "导语。", 0, 1),
        ("heading", "抓党建", 2, 3),
        ("list-item", "一是", 0, 5),
        ("list-item", "二", 0, 6),
        ("table-row", "项 | 数", 0, 8),
        ("table-row", "路 | 3公里", 0, 10),
        ("code", "码", 0, 12),
    ]


def test_parts_begin_with_the_lead_where_there_is_one() -> None:
    with_lead = parts("导语。\n\n## 甲\n\n一。\n\n## 乙\n")
    without = parts("## 甲\n\n一。\n")

    assert [(part.heading, [block.text for block in part.blocks], part.line) for part in with_lead] == [
        (None, ["导语。"], 1),
        ("甲", ["一。"], 3),
        ("乙", [], 7),
    ]
    assert [part.heading for part in without] == ["甲"]
    assert parts("") == ()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("全镇上下团结一心，完成税收5.6%。", "全镇上下团结一心，完成税收5.6%。"),
        ("2021-2023年（1.5万亩）", "2021-2023年（1.5万亩）"),
        ("1. 抓党建", "1\\. 抓党建"),
        ("1.抓党建", "1.抓党建"),
        ("- 抓党建", "\\- 抓党建"),
        ("# 抓党建", "\\# 抓党建"),
        ("> 抓党建", "\\> 抓党建"),
        ("4*4 [甲] <乙> a_b", "4\\*4 \\[甲] \\<乙> a\\_b"),
        ("R&D &amp; 甲&乙", "R\\&D \\&amp; 甲&乙"),
        ("抓党建 #", "抓党建 \\#"),
        ("　首行", "&#12288;首行"),
    ],
)
def test_only_what_would_be_markup_is_escaped(text: str, written: str) -> None:
    assert escape(text) == written
    assert [block.text for block in blocks(written)] == [text]


def test_a_section_is_joined_with_empty_lines() -> None:
    assert join_blocks("1. 甲", ["一。", "# 二"]) == "## 1\\. 甲\n\n一。\n\n\\# 二"
    assert join_blocks(None, ["一。"]) == "一。"
