"""From a small laid-out report to its stats."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.ingest.extract.context import ReportContext
from sitegen.ingest.extract.stats import extract_stats
from sitegen.ingest.laid import LaidReport, LaidSection
from sitegen.lexicon.indicators import load_series
from sitegen.lexicon.themes import load_themes
from sitegen.model.period import Period
from sitegen.model.stat import Stat
from sitegen.quantities import locate

SPEC = Path(__file__).parents[2] / "spec" / "stats" / "paragraphs.yaml"
CONTEXT = ReportContext(
    place=None, issuer="柳林镇", period=Period.of_year(2023), said_in=2024, series=(), themes=load_themes()
)


def report(*paragraphs: str, heading: str | None = None, title: str | None = None) -> LaidReport:
    return LaidReport(title=title, sections=(LaidSection(heading, paragraphs),), part=1, line=1)


def read(*paragraphs: str, **fields: Any) -> tuple[Stat, ...]:
    return extract_stats(report(*paragraphs, **fields), CONTEXT)


def quotes(*paragraphs: str) -> list[tuple[str, str, int | None]]:
    return [(stat.printed, stat.quote, stat.at) for stat in read(*paragraphs)]


@pytest.mark.parametrize("case", yaml.safe_load(SPEC.read_text(encoding="utf-8")), ids=lambda case: case["text"][:12])
def test_every_number_of_a_paragraph_is_named(case: dict[str, Any]) -> None:
    expected = case["names"]
    actual = [f"{stat.printed} = {stat.indicator}" for stat in read(case["text"])]

    assert expected == actual


def test_a_stat_says_what_where_and_how_much() -> None:
    (stat,) = read("柳林镇全年新安装太阳能路灯373盏。")

    assert (stat.indicator, str(stat.value), stat.unit, stat.printed) == ("新安装太阳能路灯", "373", "盏", "373盏")
    assert stat.quote == "柳林镇全年新安装太阳能路灯373盏"


def test_a_quote_is_the_item_that_holds_the_number() -> None:
    actual = quotes("新建水利设施1处，供水管网1500米、蓄水池3个，群众受益。")

    assert actual == [("1处", "新建水利设施1处", None), ("1500米", "供水管网1500米", None), ("3个", "蓄水池3个", None)]


def test_a_quote_grows_until_it_stands_in_the_body_once() -> None:
    actual = quotes("东片改厕8户，修路3公里。", "西片改厕8户，修路5公里。")

    assert ("8户", "东片改厕8户", None) in actual
    assert ("3公里", "修路3公里", None) in actual


def test_words_that_stand_twice_are_no_quote() -> None:
    actual = quotes("修路3公里，改厕8户。", "种树5亩，改厕8户。")

    assert [q for q in actual if q[0] == "8户"] == [
        ("8户", "修路3公里，改厕8户", None),
        ("8户", "种树5亩，改厕8户", None),
    ]


def test_a_heading_counts_as_words_of_the_body() -> None:
    laid = LaidReport(
        title=None, sections=(LaidSection("改厕8户惠民生", ("全镇改厕8户，群众满意。",)),), part=1, line=1
    )

    assert [stat.quote for stat in extract_stats(laid, CONTEXT)] == ["全镇改厕8户"]


def test_a_number_that_stands_twice_in_its_quote_says_which() -> None:
    whole = "城镇、农村居民收入同比分别增长8.5%、8.5%"
    actual = quotes(whole + "。")

    assert actual == [("8.5%", "农村居民收入同比分别增长8.5%", None), ("8.5%", "农村居民收入同比分别增长8.5%、8.5%", 2)]


def test_the_sign_of_a_fall_stands_in_the_quote() -> None:
    stats = read("事故起数、死亡人数、受伤人数同比分别下降12%、25%、18%。")

    assert [str(stat.value) for stat in stats] == ["-12", "-25", "-18"]
    assert all("下降" in stat.quote for stat in stats)


def test_a_number_with_nothing_of_its_own_is_quoted_with_its_name() -> None:
    actual = quotes("落实教育资助18.07万元、396人次。")

    assert actual[1] == ("396人次", "落实教育资助18.07万元、396人次", None)


def test_headings_and_titles_give_no_stats() -> None:
    assert read("全镇上下齐心。", heading="改厕86户惠民生", title="税收598万元创新高") == ()


def test_a_section_about_the_coming_year_gives_none() -> None:
    assert read("新建道路20公里。", heading="2024年工作重点") == ()


def test_a_section_about_the_years_own_plan_is_read() -> None:
    assert len(read("新建道路20公里。", heading="2023年工作回顾")) == 1


def test_a_paragraph_that_stands_twice_gives_none() -> None:
    assert read("改厕86户。", "改厕86户。") == ()


def test_every_quote_finds_its_number() -> None:
    paragraph = "受理诉求32件、办结32件，其中咨询16件、投诉6件；满意率100%，办结率100%。"

    for stat in read(paragraph):
        span = locate(stat.printed, stat.quote, paragraph, stat.at)

        assert span is not None
        assert span.of(paragraph) == stat.printed


def test_ids_do_not_depend_on_the_paragraphs_around() -> None:
    alone = {stat.id for stat in read("新增低保户15户。")}
    among = {stat.id for stat in read("税收598万元。", "新增低保户15户。", "修路3公里。")}

    assert alone < among


def test_reading_without_place_and_period_is_possible() -> None:
    unsettled = replace(CONTEXT, period=None, said_in=None, issuer=None)

    assert len(extract_stats(report("新增低保户15户。"), unsettled)) == 1


def test_a_quote_ends_with_its_sentence_inside_a_quotation() -> None:
    actual = quotes("“首批48家企业复工，到三月中旬，全镇2316家企业全部复工。”镇经济发展办负责人说。")

    assert [quote for _, quote, _ in actual] == ["“首批48家企业复工", "全镇2316家企业全部复工"]


def test_a_label_before_a_paragraph_is_no_part_of_a_quote() -> None:
    assert quotes("（三）医疗救助2317人次。", "【科技】新增专利86件。") == [
        ("2317人次", "医疗救助2317人次", None),
        ("86件", "新增专利86件", None),
    ]


def test_what_counts_from_an_earlier_beginning_joins_no_series_of_a_year() -> None:
    laid = report("安装路灯86盏。", "累计安装路灯910盏。")
    stats = extract_stats(laid, replace(CONTEXT, series=load_series()))

    assert [(stat.printed, stat.series is None) for stat in stats] == [("86盏", False), ("910盏", True)]
