"""Single values of a front matter change, and nothing else does."""

from dataclasses import replace
from decimal import Decimal

import pytest

from sitegen.model.report import Report, Section
from sitegen.model.stat import Stat
from sitegen.model.terms import Bound, SeriesId, StatId, ThemeId
from sitegen.store.edits import apply_edits, plain_text
from sitegen.store.fields import SECTION, STAT
from sitegen.store.patch import FrontMatterPatch
from sitegen.store.report_file import read_report

FLOW = """---
# 核对：张三
stats:   # 共两条
# 第一条
- {id: aaaaa1, indicator: '路灯', value: 5, unit: 盏, printed: 5盏, theme: economy, quote: 路灯5盏}  # 已核对
# 第二条
- {quote: "公路2公里", theme: economy, printed: 2公里, unit: 公里, value: 2,
   indicator: "公路", id: aaaaa2}
title: null
---
路灯5盏，公路2公里。
"""
BLOCK = """---
stats:
  # 第一条
  -   id: aaaaa1
      # 名称
      indicator: >-
        路灯
      value: 5  # 盏数
      bound: over
      unit: 盏
      printed: 5盏
      theme: 'economy'
      quote: 路灯5盏
      # 结束
  - indicator: 公路
    printed: 2公里
    quote: 公路2公里
sections: [{heading: null, themes: [economy]}]
---
路灯5盏，公路2公里。
"""
NEW = Stat(
    id=StatId("bbbbb1"),
    indicator="种植, 林",
    value=Decimal(3),
    unit="亩",
    printed="3亩",
    theme=ThemeId("economy"),
    quote="种植3亩",
)
NEW_LINE = '{id: bbbbb1, indicator: "种植, 林", value: 3, unit: 亩, printed: 3亩, theme: economy, quote: 种植3亩}'


def read(text: str) -> Report:
    report, problems = read_report(plain_text(text), "reports/a.md")
    assert report, problems
    return report


def changed(text: str, number: int, **values: object) -> str:
    """The text with values of one stat changed; its reading must have become just that."""
    old = read(text).stats[number]
    new = replace(old, **values)  # type: ignore[arg-type]
    made = apply_edits(text, FrontMatterPatch(plain_text(text)).change("stats", number, STAT, old, new))
    assert read(made).stats[number] == new
    return made


def inserted(text: str, *after: int | None) -> str:
    return apply_edits(text, FrontMatterPatch(plain_text(text)).insert("stats", STAT, [(at, NEW) for at in after]))


def removed(text: str, *numbers: int) -> str:
    return apply_edits(text, FrontMatterPatch(plain_text(text)).remove("stats", numbers))


def test_one_value_changes_and_its_quotation_marks_stay() -> None:
    assert changed(FLOW, 0, indicator="太阳能路灯") == FLOW.replace("'路灯'", "'太阳能路灯'")
    assert changed(FLOW, 1, indicator="村道") == FLOW.replace('"公路"', '"村道"')


def test_a_value_that_needs_quotation_marks_gets_them() -> None:
    assert changed(FLOW, 0, unit="%") == FLOW.replace("unit: 盏", 'unit: "%"')
    assert changed(FLOW, 0, indicator="it's: a") == FLOW.replace("'路灯'", '"it\'s: a"')


def test_a_new_key_comes_at_its_place() -> None:
    assert changed(FLOW, 0, series=SeriesId("lamps")) == FLOW.replace("economy, quote", "economy, series: lamps, quote")
    assert changed(BLOCK, 0, series=SeriesId("lamps")) == BLOCK.replace(
        "'economy'\n", "'economy'\n      series: lamps\n"
    )


def test_keys_in_another_order_stay_in_it() -> None:
    assert changed(FLOW, 1, bound=Bound.OVER) == FLOW.replace("printed: 2公里,", "printed: 2公里, bound: over,")


def test_a_key_goes_with_its_line_and_comments_stay() -> None:
    assert changed(BLOCK, 0, bound=Bound.EXACT) == BLOCK.replace("      bound: over\n", "")
    assert changed(FLOW.replace("value: 5,", "value: 5, bound: over,"), 0, bound=Bound.EXACT) == FLOW


def test_block_style_stays() -> None:
    assert changed(BLOCK, 0, value=Decimal(6), printed="6盏") == BLOCK.replace("5  #", "6  #").replace(": 5盏", ": 6盏")
    assert changed(BLOCK, 0, indicator="灯") == BLOCK.replace(">-\n        路灯", "灯")


def test_what_an_editor_left_to_be_worked_out_is_written_once_something_changes() -> None:
    made = changed(BLOCK, 1, bound=Bound.ABOUT, indicator="村道")

    assert made.startswith(BLOCK.split("  - indicator: 公路")[0])
    assert made.endswith(BLOCK.split("quote: 公路2公里\n")[1])


def test_nothing_changes_where_nothing_differs() -> None:
    for text in (FLOW, BLOCK):
        assert changed(text, 0) == text
        assert changed(text, 1) == text


def test_windows_line_ends_and_a_mark_stay() -> None:
    for text in (FLOW, BLOCK):
        other = "\ufeff" + text.replace("\n", "\r\n")

        assert changed(other, 0, unit="个") == other.replace("unit: 盏", "unit: 个")
        assert removed(other, 0) == "\ufeff" + removed(text, 0).replace("\n", "\r\n")
        assert inserted(other, 0) == "\ufeff" + inserted(text, 0).replace("\n", "\r\n")


def test_a_new_stat_comes_after_the_one_before_it() -> None:
    assert inserted(FLOW, 0) == FLOW.replace("  # 已核对\n", f"  # 已核对\n- {NEW_LINE}\n")
    assert inserted(FLOW, 1) == FLOW.replace("aaaaa2}\n", f"aaaaa2}}\n- {NEW_LINE}\n")
    assert inserted(FLOW, None) == FLOW.replace("# 共两条\n", f"# 共两条\n- {NEW_LINE}\n")


def test_a_new_stat_has_the_style_of_its_neighbour() -> None:
    lines = "  -   id: bbbbb1\n" + "".join(
        f"      {line}\n"
        for line in (
            'indicator: "种植, 林"',
            "value: 3",
            "unit: 亩",
            "printed: 3亩",
            "theme: economy",
            "quote: 种植3亩",
        )
    )

    assert inserted(BLOCK, 0) == BLOCK.replace("quote: 路灯5盏\n", f"quote: 路灯5盏\n{lines}")


@pytest.mark.parametrize(
    ("empty", "filled"),
    [
        ("stats: []\n", f"stats:\n- {NEW_LINE}\n"),
        ("stats: []  # 待补\n", f"stats:  # 待补\n- {NEW_LINE}\n"),
        ("stats:\n", f"stats:\n- {NEW_LINE}\n"),
        ("stats: null\n", f"stats:\n- {NEW_LINE}\n"),
        ("", f"stats:\n- {NEW_LINE}\n"),
    ],
)
def test_the_first_stat_begins_the_list(empty: str, filled: str) -> None:
    text = f"---\ntitle: null\n{empty}---\n种植3亩。\n"

    assert inserted(text, None) == f"---\ntitle: null\n{filled}---\n种植3亩。\n"


def test_a_stat_goes_with_its_lines() -> None:
    assert removed(FLOW, 0) == "".join(line for line in FLOW.splitlines(keepends=True) if "aaaaa1" not in line)
    assert read(removed(BLOCK, 1)).stats == read(BLOCK).stats[:1]
    assert read(removed(BLOCK, 0, 1)).stats == ()


def test_a_list_in_one_line_stays_in_it() -> None:
    one, two = (NEW_LINE.replace("bbbbb1", name) for name in ("aaaaa1", "aaaaa2"))
    text = f"---\nstats: [{one}, {two}]\n---\n种植3亩。\n"

    assert removed(text, 0) == text.replace(f"{one}, ", "")
    assert removed(text, 1) == text.replace(f", {two}", "")
    assert removed(text, 0, 1) == text.replace(f"{one}, {two}", "")
    assert inserted(text, None, 1) == text.replace(one, f"{NEW_LINE}, {one}").replace(two, f"{two}, {NEW_LINE}")


def test_values_that_are_lists_change_too() -> None:
    old, new = read(BLOCK).sections[0], Section(None, (ThemeId("economy"), ThemeId("safety")))
    made = apply_edits(BLOCK, FrontMatterPatch(BLOCK).change("sections", 0, SECTION, old, new))

    assert made == BLOCK.replace("themes: [economy]", "themes: [economy, safety]")
