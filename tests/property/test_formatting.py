"""Laws of writing whole files in canonical form, and of bringing back what a browser editor saved."""

import re
from dataclasses import replace
from decimal import Decimal

import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sitegen.engine.mending.canonical import form_document, form_indicators, form_report, form_settings
from sitegen.model.report import Bulletin, Practice, Report, Series, Settings, Theme
from sitegen.problems import Problem
from sitegen.store.body_form import tidy_body
from sitegen.store.bulletins import write_bulletin
from sitegen.store.decode import decode
from sitegen.store.fields import BULLETIN, PRACTICE, SITE, THEME
from sitegen.store.front_matter import split_front_matter
from sitegen.store.indicators import write_indicators
from sitegen.store.markdown import render
from sitegen.store.practices import write_practice
from sitegen.store.report_file import read_report, write_report
from sitegen.store.schema import Group
from sitegen.store.site import write_site
from sitegen.store.themes import write_theme
from tests import real_reports as real
from tests import strategies as made

modest = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_LONG = 20
_ODD = re.compile("[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]")
"""Characters that stand nowhere but between double quotation marks."""


class Dumper(yaml.SafeDumper):
    """Writes YAML as browser editors do: blocks, long texts folded, no mark where none is needed."""


def _write_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    if _ODD.search(text):
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
    folded = len(text) > _LONG and " " in text and "\n" not in text and text == text.strip()
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=">" if folded else None)


Dumper.add_representer(str, _write_text)


def saved(yaml_text: str, body: str | None, draw: st.DrawFn, group: Group | None = None) -> str:
    """A file as a browser editor saves it: typed values, keys in any order, empty fields as nothing."""
    tree = yaml.safe_load(yaml_text)
    if isinstance(tree, dict):
        keys = draw(st.permutations(list(tree)))
        tree = {key: tree[key] for key in keys}
        for field in group.fields if group else ():
            if field.key not in tree and draw(st.booleans()):
                tree[field.key] = None
    text = yaml.dump(tree, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=draw(st.sampled_from([40, 80])))
    return text if body is None else f"---\n{text}---\n\n{body}{draw(st.sampled_from(['', chr(10)]))}"


def as_saved(report: Report, draw: st.DrawFn) -> str:
    matter = split_front_matter(write_report(report))
    text = saved(matter.yaml, report.body, draw)
    return re.sub(r"'(\d{4}-\d\d-\d\d)'", r"\1", text) if draw(st.booleans()) else text


def formed(text: str, report: Report, known: str | None = None) -> str:
    made_text = form_report(decode(text.encode(), "x.md")[0] or "", "reports/x.md", report.path, known)
    assert isinstance(made_text, str), read_report(text, "reports/x.md", report.path)[1]
    return made_text


def survives(report: Report) -> bool:
    """Whether a browser's numbers hold the values: no more than fifteen digits."""
    return all(Decimal(repr(float(stat.value))) == stat.value for stat in report.stats)


@modest
@given(made.reports(made.line), st.data())
def test_a_file_that_was_saved_unchanged_has_its_bytes_back(report: Report, data: st.DataObject) -> None:
    report = replace(report, stats=tuple(replace(stat, value_to=None) for stat in report.stats if survives(report)))
    text = data.draw(st.composite(lambda draw: as_saved(report, draw))())

    assert formed(text, report) == write_report(report)


@modest
@given(real.reports(), st.data())
def test_one_corrected_stat_is_one_changed_line(report: Report, data: st.DataObject) -> None:
    assume(report.stats)
    number = data.draw(st.integers(0, len(report.stats) - 1))
    stats = list(report.stats)
    stats[number] = replace(stats[number], indicator="路灯（盏）", value=Decimal("-0.5"))
    text = data.draw(st.composite(lambda draw: as_saved(replace(report, stats=tuple(stats)), draw))())
    before, after = write_report(report).split("\n"), formed(text, report).split("\n")

    assert len(before) == len(after)
    assert [old.partition(",")[0] for old, new in zip(before, after, strict=True) if old != new] == [
        f"- {{id: {stats[number].id}"
    ]


@modest
@given(made.reports(made.line))
def test_canonical_form_stays_as_it_is(report: Report) -> None:
    text = write_report(report)

    assert formed(text, report) == text
    assert formed(text.replace("\n", "\r\n"), report) == text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made.reports(made.line), st.data())
def test_a_damaged_file_says_the_same_or_stays(report: Report, data: st.DataObject) -> None:
    text = write_report(report)
    at = data.draw(st.integers(0, len(text)))
    text = text[:at] + data.draw(st.sampled_from([*"-[]{}:,\"'#&*! \t\n", "  \n"])) + text[at + 1 :]
    read, _ = read_report(text, "reports/x.md", report.path)
    result = form_report(text, "reports/x.md", report.path, None)

    assert (result is None) == (read is None)
    if read is not None and isinstance(result, str):
        again, _ = read_report(result, "reports/x.md", report.path)
        assert again is not None
        assert (replace(again, body=""), render(again.body)) == (replace(read, body=""), render(read.body))
        assert formed(result, report) == result


BODY = (
    "领导重视*党建*，产值1\\*2。\n\n## 抓_产业\n\n- 路灯5盏\n- 公路2公里\n\n**夯实基础。**全年**增收**。\n\n"
    "1. 一\n2. 二\n"
)
REWRITTEN = (
    ("- 路灯5盏\n- 公路", "* 路灯5盏\n* 公路"),
    ("## 抓_产业", "抓\\_产业\n-----"),
    ("1. 一\n2. 二", "1. 一\n1. 二"),
    ("全年", "全\n年"),
    ("产值1\\*2", "产值1&#42;2"),
    ("增收**。", "增收**。  "),
)
"""Ways to write the same text in Markdown."""


@settings(max_examples=100, deadline=None)
@given(st.sets(st.sampled_from(REWRITTEN)), st.booleans())
def test_markdown_that_reads_the_same_is_written_as_before(changes: set[tuple[str, str]], corrected: bool) -> None:
    body = BODY
    for old, new in sorted(changes):
        body = body.replace(old, new)
    if corrected:
        body = body.replace("领导重视", "领导高度重视")
    text = f"---\ntitle: 工作\n---\n{body}"
    report, _ = read_report(text, "reports/x.md")
    assert report
    restored = split_front_matter(formed(text, report, BODY)).body

    assert render(restored) == render(tidy_body(body))
    if corrected:
        assert restored.partition("\n\n")[2] == BODY.partition("\n\n")[2]
    else:
        assert restored == BODY


@modest
@given(made.themes, made.practices, made.bulletins, made.settings_of_sites, st.data())
def test_other_files_have_their_bytes_back(
    theme: Theme, practice: Practice, bulletin: Bulletin, site: Settings, data: st.DataObject
) -> None:
    whole = ((THEME, write_theme(theme)), (PRACTICE, write_practice(practice)), (BULLETIN, write_bulletin(bulletin)))
    for group, text in whole:
        matter = split_front_matter(text)
        shown = data.draw(st.composite(lambda draw, g=group, m=matter: saved(m.yaml, m.body, draw, g))())
        assert form_document(group, decode(shown.encode(), "x.md")[0] or "", "x.md") == text
    text = write_site(site)
    shown = data.draw(st.composite(lambda draw: saved(text, None, draw, SITE))())

    assert form_settings(SITE, shown, "site.yaml") == text


@modest
@given(st.lists(made.series, max_size=4, unique_by=lambda series: series.id), st.data())
def test_the_list_of_indicators_has_its_bytes_back(series: list[Series], data: st.DataObject) -> None:
    text = write_indicators(series)
    shown = data.draw(st.composite(lambda draw: saved(text, None, draw))())

    assert form_indicators(shown, "indicators.yaml") == (text if series else shown)
    commented = form_indicators(f"{text}# 注\n", "indicators.yaml")
    assert isinstance(commented, Problem) or not series
