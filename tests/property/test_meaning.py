"""Laws of themes, practices and series that hold for any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.ingest.extract.practices import find_practices, practice_key
from sitegen.ingest.extract.series import find_series, normalise_indicator
from sitegen.ingest.extract.themes import find_section_themes, find_stat_theme
from sitegen.ingest.laid import LaidReport, LaidSection
from sitegen.lexicon import load_series, load_themes
from sitegen.lexicon.practices import load_practice_words
from sitegen.lexicon.themes import load_theme_words
from sitegen.lexicon.words import WordFinder
from sitegen.model.report import Series
from sitegen.model.terms import Kind

MARKS = "，。、；：“”‘’+1二三的和等"
WORDS = "积分制 河长制 工作法 推行 专项行动 实施 建立 机制 大院 答卷 获评 一户一策 公司+基地 税收 亩 网格"
PIECES = st.sampled_from([*MARKS, *WORDS.split()])
TEXT = st.lists(PIECES, max_size=25).map("".join)
SMALL = settings(max_examples=80, deadline=None)


@given(TEXT, TEXT)
@SMALL
def test_every_quote_stands_once_in_the_body_and_names_differ(one: str, other: str) -> None:
    report = LaidReport(title=None, sections=(LaidSection("标题", (one, other)),), part=1, line=1)
    body = "\n".join(("标题", one, other))

    found = find_practices(report)

    assert [p.quote for p in found if p.quote is not None and body.count(p.quote) != 1] == []
    assert len({practice_key(p.name) for p in found}) == len(found)


@given(TEXT)
@SMALL
def test_practice_names_hold_no_quotation_marks_at_their_ends(text: str) -> None:
    report = LaidReport(title=None, sections=(LaidSection(None, (text,)),), part=1, line=1)

    assert [p.name for p in find_practices(report) if p.name.strip("“”‘’") != p.name] == []


@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from(["", "亩", "元"]))
@SMALL
def test_any_number_has_one_of_the_twelve_themes(indicator: str, clause: str, unit: str) -> None:
    assert find_stat_theme(indicator, clause, None, (), None, unit) in {theme.id for theme in load_themes()}


@given(TEXT, st.lists(TEXT, max_size=3))
@SMALL
def test_a_section_has_at_most_three_themes_once_each(heading: str, paragraphs: list[str]) -> None:
    found = find_section_themes(heading, tuple(paragraphs), None)

    assert len(set(found)) == len(found) <= 3


@given(st.sampled_from(sorted(load_theme_words().weights)))
@SMALL
def test_a_word_alone_has_its_own_theme(word: str) -> None:
    assert find_stat_theme(word, "", None, (), None, "") == load_theme_words().weights[word][0]


@given(st.sampled_from(load_series()), st.sampled_from(["", "完成", "全镇", "2023年全县实现"]))
@SMALL
def test_every_name_finds_its_series_with_any_opening(series: Series, opening: str) -> None:
    for alias in (series.name, *series.aliases):
        word, _, name = alias.rpartition("…")
        found = find_series(opening + name, series.unit, Kind.LEVEL, load_series(), before=word)

        assert found == series.id


@given(st.text(max_size=20))
@SMALL
def test_normalising_twice_changes_nothing_more(name: str) -> None:
    once = normalise_indicator(name)

    assert normalise_indicator(once) == once


@given(st.lists(st.text("甲乙丙", min_size=1, max_size=3), max_size=6), st.text("甲乙丙丁", max_size=12))
@SMALL
def test_words_found_stand_where_they_are_said_to(words: list[str], text: str) -> None:
    found = list(WordFinder(words).find(text))

    assert [word for word, span in found if span.of(text) != word] == []
    assert [a for a, one in found for b, other in found if a != b and other.holds(one)] == []


def test_never_words_are_no_practices_after_a_strong_verb() -> None:
    words = load_practice_words()
    found = []
    for word in sorted(words.never_firm | words.never):
        report = LaidReport(title=None, sections=(LaidSection(None, (f"推行“{word}”。",)),), part=1, line=1)
        found += [practice.name for practice in find_practices(report)]

    assert found == []
