"""Laws of reading stats: they hold for any text, not only for likely ones."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.ingest.extract.context import ReportContext
from sitegen.ingest.extract.stats import extract_stats
from sitegen.ingest.extract.tokens import cut_tokens, joined
from sitegen.ingest.laid import LaidReport, LaidSection
from sitegen.lexicon.grammar import load_grammar
from sitegen.lexicon.themes import load_themes
from sitegen.model.period import Period
from sitegen.quantities import locate

PIECES = st.sampled_from(
    [
        "新增",
        "建成",
        "完成",
        "其中",
        "全镇",
        "分别",
        "同比增长",
        "下降",
        "占",
        "的",
        "由",
        "降到",
        "为",
        "在",
        "将",
        "带动",
        "实现",
        "“雨露计划”",
        "（其中",
        "）",
        "、",
        "，",
        "；",
        "。",
        "和",
        "了",
        "等",
        "率",
        "农户",
        "脱贫户",
        "村",
        "路灯",
        "网格",
        "收入",
        "覆盖率",
        "高标准农田",
        "3个",
        "12公里",
        "598万元",
        "98.6%",
        "两百余户",
        "近300人",
        "5至8亩",
        "三分之一",
        "第2位",
        "零发生",
        "8米宽",
    ]
)
PARAGRAPHS = st.lists(st.lists(PIECES, min_size=1, max_size=24).map("".join), min_size=1, max_size=4)
CONTEXT = ReportContext(
    place=None, issuer="柳林镇", period=Period.of_year(2023), said_in=2024, series=(), themes=load_themes()
)


def laid(paragraphs: list[str]) -> LaidReport:
    return LaidReport(title=None, sections=(LaidSection(None, tuple(paragraphs)),), part=1, line=1)


@given(PARAGRAPHS)
@settings(max_examples=80, deadline=None)
def test_a_quote_leads_back_to_one_number(paragraphs: list[str]) -> None:
    body = "\n".join(paragraphs)
    for stat in extract_stats(laid(paragraphs), CONTEXT):
        home = [paragraph for paragraph in paragraphs if stat.quote in paragraph]
        span = locate(stat.printed, stat.quote, home[0], stat.at)

        assert body.count(stat.quote) == 1
        assert span is not None
        assert span.of(home[0]) == stat.printed


@given(PARAGRAPHS)
@settings(max_examples=40, deadline=None)
def test_ids_are_well_formed_and_unlike(paragraphs: list[str]) -> None:
    ids = [stat.id for stat in extract_stats(laid(paragraphs), CONTEXT)]

    assert len(ids) == len(set(ids))
    assert all(re.fullmatch("[a-z][a-z0-9]{5}", id_) for id_ in ids)


@given(PARAGRAPHS)
@settings(max_examples=40, deadline=None)
def test_names_are_words_of_the_report_without_marks_around_them(paragraphs: list[str]) -> None:
    for stat in extract_stats(laid(paragraphs), CONTEXT):
        assert stat.indicator
        assert stat.indicator == stat.indicator.strip("，。；：、 ")
        assert stat.indicator.count("“") == stat.indicator.count("”")


@given(st.text(max_size=120))
@settings(max_examples=60, deadline=None)
def test_no_text_at_all_makes_reading_fail(text: str) -> None:
    paragraph = " ".join(text.split()) or "无"

    assert isinstance(extract_stats(laid([paragraph]), CONTEXT), tuple)


@given(st.lists(PIECES, max_size=24).map("".join))
@settings(max_examples=60, deadline=None)
def test_tokens_are_the_text_again(text: str) -> None:
    assert joined(cut_tokens(text, load_grammar())) == text
