"""Laws of reading places and times that hold for any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.ingest.extract.period import settle_period
from sitegen.ingest.extract.place import settle_place
from sitegen.ingest.extract.place_mentions import find_counties, find_townships, find_village_stems
from sitegen.ingest.extract.stat_period import find_stat_period
from sitegen.ingest.extract.stat_place import find_stat_place
from sitegen.ingest.extract.times import find_times, resolve
from sitegen.ingest.laid import LaidBulletin, LaidReport, LaidSection
from sitegen.lexicon.gazetteer import load_gazetteer
from sitegen.lexicon.pinyin import slug
from sitegen.model.facts import Facts
from sitegen.model.ledger import Ledger
from sitegen.model.period import Period
from sitegen.model.span import Span

PLACE_WORDS = "西湖镇 江津区 重庆市 新城乡 全镇 乡村 街道 嘉平镇 县人社局 大垭村 社区 一四三团 桐政发 〔2025〕6号"
TIME_WORDS = "2023年 去年 上半年 三季度 1-9月 截至 以来 十四五 年 月 日 13 31 99 由 降到 比 与 计划 展望 同比"
MARKS = "、 ， 。 ； “ ” 《 》 （ ） —— ： 的 元 12户 3.5% 第"
PIECES = [*f"{PLACE_WORDS} {TIME_WORDS} {MARKS}".split(), "\n"]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map("".join)
YEARS = st.none() | st.integers(1990, 2030)


def bulletin_of(title: str, text: str) -> LaidBulletin:
    report = LaidReport(title=title or None, sections=(LaidSection(None, (text,)),), part=1, line=1)
    return LaidBulletin(title=None, preface=(), captions=(), datelines=(), reports=(report,), ledger=Ledger(()))


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_no_text_makes_settling_fail(title: str, text: str) -> None:
    bulletin = bulletin_of(title, text)

    place = settle_place(bulletin, bulletin.reports[0], Facts())
    period = settle_period(bulletin, bulletin.reports[0], Facts())

    assert place.why
    assert period.why


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.data(), YEARS, YEARS)
def test_no_text_makes_the_time_or_place_of_a_number_fail(
    text: str, data: st.DataObject, year: int | None, said_in: int | None
) -> None:
    start = data.draw(st.integers(0, len(text)))
    at = Span(start, data.draw(st.integers(start, len(text))))
    gazetteer = load_gazetteer()
    division = gazetteer.by_full_name("重庆市江津区西湖镇")
    assert division is not None
    period = Period.of_year(year) if year else None

    found = find_stat_period("", text, at, period, said_in)
    place = find_stat_place("", text, at, gazetteer.place_of(division))

    assert found is None or found != period
    assert place is None or place != "重庆市江津区西湖镇"


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_mentions_stand_where_they_say(text: str) -> None:
    for township in find_townships(text):
        assert township.span.of(text).startswith(township.name)
    for county in find_counties(text):
        assert county.span.of(text) == county.name
    for _, span in find_village_stems(text):
        assert span.of(text).endswith(("村", "社区", "嘎查"))
    spans = [time.span for time in find_times(text)]
    assert spans == sorted(spans)


@settings(max_examples=100, deadline=None)
@given(TEXTS, YEARS, YEARS)
def test_a_resolved_time_has_one_spelling(text: str, year: int | None, said_in: int | None) -> None:
    for time in find_times(text):
        period = resolve(time, Period.of_year(year) if year else None, said_in)
        if period:
            assert Period.parse(str(period)) == period


@given(st.text(max_size=40))
def test_a_slug_is_made_of_plain_words(text: str) -> None:
    made = slug(text)

    assert made == "" or all(word.isascii() and word.isalnum() and word == word.lower() for word in made.split("-"))
