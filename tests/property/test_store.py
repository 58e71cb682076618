"""Laws of content files."""

import random
from decimal import Decimal

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.checks import check_content
from sitegen.lexicon import load_series, load_themes
from sitegen.model.content import Content
from sitegen.model.place import Place, PlaceLevel
from sitegen.model.report import Bulletin, Practice, Report, Series, Settings, Theme
from sitegen.model.terms import PlaceId
from sitegen.store import nodes
from sitegen.store.bulletins import read_bulletin, write_bulletin
from sitegen.store.decode import decode
from sitegen.store.front_matter import split_front_matter
from sitegen.store.indicators import read_indicators, write_indicators
from sitegen.store.ingest_record import IngestRecord, read_record, write_record
from sitegen.store.markdown import BlockKind, blocks, escape, parse_blocks
from sitegen.store.places import read_place, write_place
from sitegen.store.practices import read_practice, write_practice
from sitegen.store.report_file import read_report, write_report
from sitegen.store.site import DEFAULT, read_site, write_site
from sitegen.store.themes import read_theme, write_theme
from sitegen.store.yaml_text import scalar
from tests import strategies as made
from tests.real_reports import with_nulls

STYLES = [{"default_flow_style": False}, {"default_flow_style": True}, {"width": 30, "indent": 4}]
DAMAGE = [*"-[]{}:,\"'#&*!|>%@` \t\n：“", "\n- ", "---\n", ""]
modest = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@modest
@given(made.reports())
def test_what_is_written_reads_back_as_the_same_report(report: Report) -> None:
    text = write_report(report)
    read, problems = read_report(text, "reports/x.md", report.path)

    assert problems == ()
    assert read == report
    assert write_report(read) == text


@modest
@given(made.reports())
def test_what_is_written_survives_as_bytes(report: Report) -> None:
    text = write_report(report)
    decoded, problems = decode(text.encode(), "x.md")

    assert (decoded, problems) == (text, ())


@modest
@given(made.reports())
def test_any_yaml_reader_finds_the_same_text(report: Report) -> None:
    matter = yaml.safe_load(split_front_matter(write_report(report)).yaml)

    assert matter["title"] == report.title
    assert matter["period"] == (str(report.period) if report.period else None)
    assert [stat["quote"] for stat in matter["stats"]] == [stat.quote for stat in report.stats]
    assert [Decimal(str(stat["value"])) for stat in matter["stats"]] == [stat.value for stat in report.stats]


@modest
@given(made.reports(made.line), st.sampled_from(STYLES))
def test_another_style_of_yaml_is_the_same_report(report: Report, style: dict[str, object]) -> None:
    matter = split_front_matter(write_report(report))
    plain = yaml.load(matter.yaml, yaml.BaseLoader)
    loaded = with_nulls(plain, yaml.safe_load(matter.yaml))
    keys = list(loaded)
    random.Random(0).shuffle(keys)
    styled = yaml.safe_dump({key: loaded[key] for key in keys}, allow_unicode=True, **style)
    read, problems = read_report(f"---\n{styled}---\n\n{matter.body}\n\n", "reports/x.md", report.path)

    assert problems == ()
    assert read == report


@settings(max_examples=100, deadline=None)
@given(made.any_text | made.line)
def test_a_scalar_is_the_same_text_for_every_yaml_reader(text: str) -> None:
    for form in ("k: {}\n", "k: [{}, 1]\n", "- {{a: {}, b: 2}}\n"):
        document = form.format(scalar(text))
        for loader in (yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            assert text in _leaves(yaml.load(document, loader))


def _leaves(value: object) -> list[object]:
    if isinstance(value, dict):
        return [leaf for item in value.values() for leaf in _leaves(item)]
    return [leaf for item in value for leaf in _leaves(item)] if isinstance(value, list) else [value]


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from(made.HAN[:6] + made.MARKS + made.ASCII + "\n"), min_size=1, max_size=30))
def test_escaped_text_renders_back_to_itself(text: str) -> None:
    (paragraph,) = blocks(escape(text))
    (heading,) = blocks(f"## {escape(text)}")

    assert (paragraph.kind, paragraph.text) == (BlockKind.PARAGRAPH, text)
    assert (heading.kind, heading.text) == (BlockKind.HEADING, text)


@settings(max_examples=40, deadline=None)
@given(st.lists(made.line, min_size=1, max_size=6))
def test_escaped_paragraphs_stay_apart(texts: list[str]) -> None:
    found = blocks("\n\n".join(map(escape, texts)))

    assert [block.text for block in found] == texts
    assert {block.kind for block in found} == {BlockKind.PARAGRAPH}


PIECES = [*"#*-+1.) \n`>|=~_:", "**", "## ", "\n\n", "1. ", "甲。", "乙，", "“丙”", "a", "　", "5%", "---"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_prose_is_read_as_the_parser_reads_it(body: str) -> None:
    assert blocks(body) == parse_blocks(body)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A report's file in which characters were lost, doubled or exchanged."""
    text = write_report(draw(made.reports(made.line)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 3))
        text = text[:at] + draw(st.sampled_from(DAMAGE)) + text[at + cut :]
    return text


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_no_damage_raises_and_a_report_is_read_or_an_error_said(text: str) -> None:
    report, problems = read_report(text, "reports/x.md")

    assert (report is None) == any(problem.severity.name == "ERROR" for problem in problems)
    assert all(problem.line <= text.count("\n") + 2 for problem in problems)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_libyaml_changes_nothing(text: str) -> None:
    fast = read_report(text, "reports/x.md")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nodes, "_WITH_LIBYAML", yaml.BaseLoader)
        slow = read_report(text, "reports/x.md")

    assert fast == slow


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(made.reports(made.line), max_size=2, unique_by=lambda report: report.path))
def test_checks_of_any_reports_raise_nothing_and_say_each_problem_once(reports: list[Report]) -> None:
    content = Content(settings=DEFAULT, reports=tuple(reports), themes=load_themes(), series=load_series())
    problems = check_content(content)

    assert len(set(problems)) == len(problems)
    assert {problem.path for problem in problems} <= {f"reports/{report.path}.md" for report in reports}


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes_decode_or_are_a_problem(raw: bytes) -> None:
    text, problems = decode(raw, "x.md")

    assert text is not None or problems
    if text is not None:
        read_report(text, "reports/x.md")


@modest
@given(made.bulletins)
def test_bulletins_read_back(bulletin: Bulletin) -> None:
    assert read_bulletin(write_bulletin(bulletin), "x.md", bulletin.stem) == (bulletin, ())


@modest
@given(made.themes)
def test_themes_read_back(theme: Theme) -> None:
    assert read_theme(write_theme(theme), "x.md", theme.id, None) == (theme, ())


@modest
@given(made.practices)
def test_practices_read_back(practice: Practice) -> None:
    assert read_practice(write_practice(practice), "x.md", practice.id) == (practice, ())


@modest
@given(st.lists(made.series, max_size=4, unique_by=lambda series: series.id))
def test_indicators_read_back(series: list[Series]) -> None:
    assert read_indicators(write_indicators(series), "x.yaml", ()) == (tuple(series), ())


@modest
@given(made.settings_of_sites)
def test_settings_read_back(site: Settings) -> None:
    assert read_site(write_site(site), "site.yaml") == (site, ())


@modest
@given(made.records)
def test_records_of_ingest_read_back(record: IngestRecord) -> None:
    text = write_record(record)

    assert read_record(text, "x.json") == (record, ())
    assert write_record(record) == text


def test_places_read_back() -> None:
    place = Place(
        id=PlaceId("zhejiang/jiashan/xitang-zhen"),
        name="西塘镇",
        full_name="浙江省嘉兴市嘉善县西塘镇",
        level=PlaceLevel.TOWNSHIP,
        code="330421103000",
        prefecture="嘉兴市",
        former_names=("西塘乡",),
        text="水乡。\n",
    )

    assert read_place(write_place(place), "x.md", place.id) == (place, ())
