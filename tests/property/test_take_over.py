"""Laws of taking new readings over into an edited file."""

from dataclasses import replace

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.engine.changes import ReportChanges, find_changes
from sitegen.engine.write_changes import write_changes
from sitegen.model.report import Report
from sitegen.model.stat import Stat
from sitegen.store.edits import plain_text
from sitegen.store.front_matter import split_front_matter
from sitegen.store.markdown import blocks
from sitegen.store.report_file import read_report, write_report
from tests import strategies as made
from tests.real_reports import with_nulls

modest = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
KEYS = ["indicator", "theme", "series", "period", "bound", "basis"]
STYLES = [None, {"default_flow_style": False}, {"width": 30, "indent": 4, "default_flow_style": False}, {"width": 60}]


@st.composite
def readings(draw: st.DrawFn) -> tuple[Report, Report]:
    """A report, and the same one as it is read later: some stats and paragraphs are other, new or gone."""
    base = draw(made.reports(made.line))
    base = replace(base, stats=tuple({stat.id: stat for stat in base.stats}.values()))
    better = draw(made.stats(made.line))
    stats: list[Stat] = []
    for stat in base.stats:
        fate = draw(st.sampled_from(["kept", "gone", "new before", "better", "better"]))
        if fate == "new before":
            stats.append(replace(stat, quote=f"{stat.quote}又", indicator=f"{stat.indicator}又", unit=f"{stat.unit}又"))
        if fate != "gone":
            keys = draw(st.sets(st.sampled_from(KEYS))) if fate == "better" else ()
            stats.append(replace(stat, **{key: getattr(better, key) for key in keys}))
    now = replace(base, stats=tuple(stats))
    if draw(st.booleans()):
        body, sections = draw(made.bodies())
        now = replace(now, body=body, sections=sections)
    return base, now


def file_of(report: Report, style: dict[str, object] | None, line_end: str) -> str:
    """The file as ingest wrote it or as an editor's program would: other style, same report."""
    text = write_report(report)
    if style is not None:
        matter = split_front_matter(text)
        plain = yaml.load(matter.yaml, yaml.BaseLoader)
        typed = yaml.safe_load(matter.yaml)
        styled = yaml.safe_dump(with_nulls(plain, typed), allow_unicode=True, sort_keys=False, **style)
        text = f"---\n# 已核对\n{styled}---\n{matter.body}"
    return text.replace("\n", line_end)


def take_all(text: str, base: Report, now: Report) -> tuple[ReportChanges, str]:
    theirs, problems = read_report(plain_text(text), "reports/x.md", base.path)
    assert theirs, problems
    changes = find_changes(base, theirs, now)
    return changes, write_changes(text, base.path, changes, (*changes.stats, *changes.paragraphs))


@modest
@given(readings(), st.sampled_from(STYLES), st.sampled_from(["\n", "\r\n"]))
def test_taking_every_change_gives_the_new_report(
    pair: tuple[Report, Report], style: dict[str, object] | None, line_end: str
) -> None:
    base, now = pair
    changes, taken = take_all(file_of(base, style, line_end), base, now)
    read, problems = read_report(plain_text(taken), "reports/x.md", base.path)

    assert read, problems
    assert tuple(stat.id for stat in read.stats) == changes.order
    assert [replace(stat, id="") for stat in read.stats] == [replace(stat, id="") for stat in now.stats]
    assert blocks(read.body) == blocks(now.body)
    assert [section.heading for section in read.sections] == [section.heading for section in now.sections]
    assert take_all(taken, base, now)[1] == taken


@modest
@given(readings(), st.sampled_from(STYLES))
def test_taking_nothing_changes_nothing(pair: tuple[Report, Report], style: dict[str, object] | None) -> None:
    base, now = pair
    text = file_of(base, style, "\n")
    theirs, _ = read_report(text, "reports/x.md", base.path)
    assert theirs

    assert write_changes(text, base.path, find_changes(base, theirs, now), ()) == text


@modest
@given(made.reports(made.line), made.reports(made.line))
def test_what_only_an_editor_changed_is_no_change(base: Report, theirs: Report) -> None:
    changes = find_changes(base, theirs, base)

    assert (changes.stats, changes.paragraphs) == ((), ())
