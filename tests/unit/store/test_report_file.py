from datetime import date
from decimal import Decimal

import pytest

from sitegen.model.period import Period
from sitegen.model.report import Credit, PracticeMention, Report, Section, Source
from sitegen.model.stat import make_stat_id
from sitegen.model.terms import Bound, Kind
from sitegen.problems import Problem
from sitegen.store.report_file import read_report, write_report

SHA = "0f" * 32
CANONICAL = f"""\
---
title: 以“绣花”功夫织就和美画卷——西塘镇2023年亮点工作回眸
place: 浙江省嘉兴市嘉善县西塘镇
issuer: 西塘镇
period: "2023"
published: null
added: "2024-01-18"
source: {{file: xitang-2023.txt, sha256: {SHA}, part: 1}}
credits: [{{role: 见习记者, name: 某某}}, {{role: 图片, name: 西塘镇}}]
captions: [水乡夜景。, 蓝莓基地。]
themes: [party-building, economy, rural-revitalisation]
sections:
- {{heading: null, themes: []}}
- {{heading: 凝心聚力抓党建 统领全局谋发展, themes: [party-building]}}
- {{heading: 锚定目标埋头苦干, themes: [economy, rural-revitalisation]}}
practices:
- {{name: 三联模式, theme: rural-revitalisation, quote: 以“三联模式”先行先试}}
- {{name: 积分制}}
stats:
- {{id: k3f9a2, indicator: 税收, value: 6400000, unit: 元, printed: 640万元, theme: economy, quote: 完成税收640万元}}
- {{id: p07c1e, indicator: 税收, value: 108.4, unit: "%", printed: "108.4%", kind: completion, basis: 目标任务, \
theme: economy, quote: "占目标任务的108.4%"}}
---
导语一段。

## 凝心聚力抓党建 统领全局谋发展

**夯实思想政治建设。**坚持以党建为引领，推行积分制。

## 锚定目标埋头苦干

以“三联模式”先行先试，完成税收640万元，占目标任务的108.4%。
"""


def read(text: str) -> tuple[Report, tuple[Problem, ...]]:
    report, problems = read_report(text, "content/reports/zhejiang/jiashan/xitang-zhen/2023.md")
    assert report is not None, [str(problem) for problem in problems]
    return report, problems


def test_the_canonical_form_reads_and_is_written_back_byte_for_byte() -> None:
    report, problems = read(CANONICAL)

    assert problems == ()
    assert write_report(report) == CANONICAL


def test_every_field_arrives_as_what_it_is() -> None:
    report, _ = read(CANONICAL)

    assert report.path == "zhejiang/jiashan/xitang-zhen/2023"
    assert report.period == Period.of_year(2023)
    assert (report.published, report.added) == (None, date(2024, 1, 18))
    assert report.source == Source("xitang-2023.txt", SHA, 1)
    assert report.credits == (Credit("见习记者", "某某"), Credit("图片", "西塘镇"))
    assert report.sections[0] == Section(None, ())
    assert report.practices[1] == PracticeMention("积分制", None, None)
    assert [(stat.value, stat.unit, stat.kind, stat.basis) for stat in report.stats] == [
        (Decimal(6400000), "元", Kind.LEVEL, None),
        (Decimal("108.4"), "%", Kind.COMPLETION, "目标任务"),
    ]


def test_an_editors_style_makes_no_difference() -> None:
    report, _ = read(CANONICAL)
    restyled = (
        CANONICAL.replace("captions: [水乡夜景。, 蓝莓基地。]", "captions:\n    - '水乡夜景。'\n    - \"蓝莓基地。\"")
        .replace('period: "2023"', "period: 2023-01/2023-12   # 全年")
        .replace("published: null", "published:")
        .replace('added: "2024-01-18"', "added: 2024-01-18")
        .replace("- {name: 积分制}", "- 积分制")
    )
    read_again, problems = read(restyled)

    assert problems == ()
    assert read_again == report
    assert write_report(read_again) == CANONICAL


def stat_line(fields: str) -> str:
    head, _, tail = CANONICAL.partition("stats:\n")
    body = tail.partition("---\n")[2]
    return f"{head}stats:\n- {{{fields}}}\n---\n{body}"


def test_three_words_of_an_editor_make_a_stat() -> None:
    report, problems = read(stat_line("indicator: 税收, printed: 640万元, quote: 完成税收640万元"))
    (stat,) = report.stats

    assert problems == ()
    assert (stat.value, stat.unit, stat.theme) == (Decimal(6400000), "元", "economy")
    assert stat.id == make_stat_id("640万元", "完成税收640万元", 1)


def test_bound_kind_and_sign_are_read_in_the_quote() -> None:
    text = stat_line('indicator: 事故, printed: "5.5%", quote: "事故起数同比下降5.5%"')
    report, _ = read(text.replace("，完成税收", "，事故起数同比下降5.5%，完成税收"))
    (stat,) = report.stats

    assert (stat.value, stat.kind, stat.basis) == (Decimal("-5.5"), Kind.CHANGE, "同比")


def test_a_modifier_that_is_printed_becomes_the_bound() -> None:
    text = stat_line("indicator: 农户, printed: 近300户, quote: 带动农户近300户")
    (stat,) = read(text.replace("，完成税收", "，带动农户近300户，完成税收"))[0].stats

    assert (stat.value, stat.unit, stat.bound) == (Decimal(300), "户", Bound.NEARLY)


def test_null_is_as_good_as_nothing() -> None:
    text = stat_line("indicator: 农户, value: null, bound: null, kind: ~, printed: 近300户, quote: 带动农户近300户")
    (stat,) = read(text.replace("，完成税收", "，带动农户近300户，完成税收"))[0].stats

    assert (stat.value, stat.bound) == (Decimal(300), Bound.NEARLY)


def test_what_an_editor_wrote_holds() -> None:
    fields = "id: aaaaaa, indicator: 税, value: 7, unit: 项, printed: 640万元, theme: farmland, quote: 税收640万元"
    (stat,) = read(stat_line(fields))[0].stats

    assert (stat.id, stat.value, stat.unit, stat.theme) == ("aaaaaa", Decimal(7), "项", "farmland")


def test_a_new_stat_never_takes_an_id_that_is_there() -> None:
    taken = make_stat_id("640万元", "完成税收640万元", 1)
    fields = f"id: {taken}, indicator: 甲, value: 7, unit: 项, printed: 7项, theme: economy, quote: 完成7项}}\n- {{"
    report, _ = read(stat_line(f"{fields}indicator: 税收, printed: 640万元, quote: 完成税收640万元"))

    assert [stat.id for stat in report.stats] == [
        taken,
        make_stat_id("640万元", "完成税收640万元", 1, {taken}),
    ]


def test_the_theme_falls_back_to_the_reports_first() -> None:
    report, _ = read(stat_line("indicator: 税收, printed: 640万元, quote: 全年税收640万元"))

    assert report.stats[0].theme == "party-building"


def test_left_out_themes_are_those_of_the_sections() -> None:
    report, _ = read(CANONICAL.replace("themes: [party-building, economy, rural-revitalisation]\n", ""))

    assert report.themes == ("party-building", "economy", "rural-revitalisation")


@pytest.mark.parametrize("text", ["---\n---\n", "---\ntitle: 甲\n---", "---\n# 空\n---\n\n正文。\n"])
def test_a_file_with_hardly_anything_is_a_report(text: str) -> None:
    report, _ = read(text)

    assert report.stats == ()
    assert report.place is None


def test_all_problems_of_a_file_are_found_at_once() -> None:
    broken = (
        CANONICAL.replace("issuer:", "isuer:")
        .replace('period: "2023"', "period: 2023年")
        .replace("value: 108.4", "value: 108.4%")
        .replace("heading: 锚定目标埋头苦干", "heading: 锚定目标苦干")
    )
    report, problems = read_report(broken, "x.md")

    assert report is None
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [
        ("key-unknown", 4, 1),
        ("period-wrong", 5, 9),
        ("number-wrong", 21, 38),
        ("section-unknown", 15, 13),
    ]


def test_body_and_front_matter_are_divided_at_the_first_closing_line() -> None:
    report, _ = read("---\ntitle: 甲\n---\n\n一。\n\n---\n\n二。\n\n\n")

    assert report.body == "一。\n\n---\n\n二。\n"
