"""Sections, themes and practices as editors write them, and what is filled in."""

from pathlib import Path

from sitegen.engine.mending import find_mendings
from tests.unit.engine.mending.test_stats import mended

BODY = """---
领导高度重视党建工作。

## 抓产业

种植水稻，做强茶叶品牌。

## 抓治理

全面推行“积分制”管理，推广“积分制+网格”，排查矛盾纠纷。
"""


def lines(front: str) -> list[str]:
    text = f"---\n{front}{BODY}"
    made = mended(text)
    assert made.endswith(BODY)
    assert mended(made) == made
    return made.removesuffix(BODY).splitlines()[1:]


def test_a_list_that_is_missing_is_made_as_ingest_makes_it() -> None:
    found = lines("title: 工作\nstats: []\n")

    assert found[0] == "title: 工作"
    assert found[1].startswith("themes: [party-building")
    assert found[2] == "sections:"
    assert [line.partition(", themes: [")[0] for line in found[3:6]] == [
        "- {heading: null",
        "- {heading: 抓产业",
        "- {heading: 抓治理",
    ]
    assert found[6:] == ["stats: []"]


def test_one_entry_is_added_at_its_place() -> None:
    first, last = "- {heading: null, themes: []}  # 导语", "- {heading: 抓治理, themes: [economy]}"
    found = lines(f"themes: [economy]\nsections:\n{first}\n{last}\n")

    assert (found[2], found[4]) == (first, last)
    assert found[3].startswith("- {heading: 抓产业, themes: [")


def test_an_entry_without_themes_gets_them_and_an_empty_list_stays() -> None:
    found = lines("sections: [{heading: null}, {heading: 抓产业, themes: []}, {heading: 抓治理, themes: [safety]}]\n")

    assert found[0] == "themes: [party-building, safety]"
    assert found[1].startswith("sections: [{heading: null, themes: [party-building]}, {heading: 抓产业, themes: []}, ")


def test_the_order_is_that_of_the_body_unless_a_comment_would_come_to_the_wrong_entry() -> None:
    first, second = "- {heading: 抓治理, themes: [governance]}", "- {heading: 抓产业, themes: [economy]}"
    lead = "- {heading: null, themes: []}"

    assert lines(f"sections:  # 三条\n{first}\n{second}\n{lead}\n")[2:] == [lead, second, first]
    for commented in (f"{first}  # 待核\n{second}", f"{first}\n# 待核\n{second}", f"# 待核\n{first}\n{second}"):
        assert f"{commented}\n{lead}" in "\n".join(lines(f"sections:\n{commented}\n{lead}\n"))


def test_a_heading_that_was_mended_in_the_body_is_mended_in_the_list() -> None:
    rest = "- {heading: null, themes: []}\n- {heading: 抓产业, themes: [economy]}\n"
    found = lines(f"themes: [economy]\nsections:\n{rest}- {{heading: '抓治里', themes: []}}\n")

    assert found[-1] == "- {heading: '抓治理', themes: []}"


def test_a_heading_of_other_words_stays_for_its_editor() -> None:
    found = lines("sections:\n- {heading: null, themes: []}\n- {heading: 文化旅游, themes: [culture-tourism]}\n")

    assert "- {heading: 文化旅游, themes: [culture-tourism]}" in found


def test_themes_of_which_no_section_knows_stay() -> None:
    sections = (
        "sections: [{heading: null, themes: []}, {heading: 抓产业, themes: [economy]}, {heading: 抓治理, themes: []}]"
    )

    assert lines(f"themes: [safety, economy]\n{sections}\n")[0] == "themes: [safety, economy]"
    assert lines(f"themes: safety\n{sections}\n")[0] == "themes: safety"
    assert lines(f"themes: []\n{sections}\n")[0] == "themes: [economy]"
    assert lines(f"themes: # 主题\n{sections}\n")[0] == "themes: [economy] # 主题"


def test_names_of_themes_become_ids_in_their_quotation_marks() -> None:
    others = "{heading: 抓产业, themes: []}, {heading: 抓治理, themes: []}"
    sections = f"sections: [{{heading: null, themes: ['基层治理', x]}}, {others}]"
    found = lines(f"themes:\n- 基层治理  # 甲\n- x\n{sections}\npractices: [{{name: 甲, theme: party Building}}]\n")

    assert found[1] == "- governance  # 甲"
    assert found[3] == sections.replace("'基层治理'", "'governance'")
    assert found[4] == "practices: [{name: 甲, theme: party-building}]"


def test_practices_get_a_quote_where_the_text_names_them() -> None:
    front = 'practices:\n- 积分制\n- 积分制+网格  # 甲\n- name: 院落制\n- name: "积分制"\n  theme: governance\n'

    assert lines(f"sections: []\n{front}")[-6:] == [
        "- {name: 积分制, quote: 全面推行“积分制”管理}",
        "- {name: 积分制+网格, quote: 推广“积分制+网格”}  # 甲",
        "- name: 院落制",
        '- name: "积分制"',
        "  theme: governance",
        "  quote: 全面推行“积分制”管理",
    ]


def test_names_of_themes_in_the_list_of_indicators_become_ids(tmp_path: Path) -> None:
    first, second = (
        '- {id: a, name: 甲, unit: 个, theme: "乡村振兴"}  # 一',
        "- {id: b, name: 乙, unit: 个, theme: economy}",
    )
    text = f"# 指标\r\n{first}\r\n{second}\r\n"
    (tmp_path / "indicators.yaml").write_bytes(text.encode())
    (file,), _ = find_mendings(tmp_path, fill=True, form=False)

    assert file.after.decode() == text.replace("乡村振兴", "rural-revitalisation")
    assert [filled.line for filled in file.filled] == [2]
