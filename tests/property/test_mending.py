"""Laws of filling in what can be worked out of a content file."""

from collections import Counter
from difflib import SequenceMatcher

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.checks.folder import check_report
from sitegen.checks.subject import Known, Subject
from sitegen.engine.mending.report import mend_report
from sitegen.lexicon import load_series, load_themes
from sitegen.model.content import Content
from sitegen.model.report import Report
from sitegen.store.decode import decode
from sitegen.store.edits import plain_text
from sitegen.store.front_matter import split_front_matter
from sitegen.store.report_file import read_report, write_report
from sitegen.store.site import DEFAULT
from tests import real_reports as real
from tests import strategies as made

modest = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
KNOWN = Known.of(Content(settings=DEFAULT, reports=(), themes=load_themes(), series=load_series()))
DAMAGE = [*"-[]{}:,\"'#&*!|>%@` \t\n：“", "\n- ", "---\n", ""]
GONE = ("id", "value", "unit", "theme", "printed", "quote", "heading", "themes", "name")


def read(text: str, report: Report) -> Report:
    found, problems = read_report(decode(text.encode(), "x.md")[0] or "", "reports/x.md", report.path)
    assert found, problems
    return found


def codes(text: str, path: str) -> Counter[str]:
    report, problems = read_report(plain_text(text), "", path)
    found = check_report(Subject.of(report), KNOWN) if report else ()
    return Counter([*(problem.code for problem in problems), *(finding.code for finding in found)])


@modest
@given(real.reports(), st.data())
def test_a_whole_file_stays_as_it_is_however_it_is_written(report: Report, data: st.DataObject) -> None:
    for text in (write_report(report), data.draw(real.written(real.tree_of(report), report.body))):
        assert mend_report(text, report.path, KNOWN) == (text, ())


@modest
@given(real.unfinished())
def test_all_that_was_missing_is_as_it_was(pair: tuple[Report, str]) -> None:
    report, text = pair
    mended, _ = mend_report(text, report.path, KNOWN)

    assert read(mended, report) == report
    assert codes(mended, report.path) <= codes(text, report.path)


@modest
@given(real.unfinished())
def test_only_lines_that_are_told_change(pair: tuple[Report, str]) -> None:
    report, text = pair
    mended, filled = mend_report(text, report.path, KNOWN)
    old, new = text.splitlines(keepends=True), mended.splitlines(keepends=True)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = {number + 1 for tag, _, _, start, end in steps if tag != "equal" for number in range(start, end)}
    heads = {number + 1 for number, line in enumerate(new) if line.rstrip() in ("sections:", "themes:")}
    reordered = {number for number in changed if any(one.filling.key == "sections" for one in filled)}

    assert changed <= {one.line for one in filled} | heads | reordered
    assert mended.endswith(split_front_matter(plain_text(text)).body.replace("\n", "\r\n" if "\r\n" in text else "\n"))
    assert [line.count("#") for line in old if "#" in line] == [line.count("#") for line in new if "#" in line]
    assert mended.count("\r") in (0, mended.count("\n"))


@modest
@given(real.unfinished())
def test_mending_twice_changes_nothing_more(pair: tuple[Report, str]) -> None:
    report, text = pair
    mended, _ = mend_report(text, report.path, KNOWN)

    assert mend_report(mended, report.path, KNOWN) == (mended, ())


@st.composite
def gappy(draw: st.DrawFn) -> tuple[Report, str]:
    """A file from which keys and entries are gone without regard to what follows from the rest."""
    report = draw(real.reports())
    tree = real.tree_of(report)
    for key in ("stats", "sections", "practices"):
        entries = [entry for entry in tree[key] if draw(st.integers(0, 4))]
        for entry in entries:
            for name in draw(st.sets(st.sampled_from(GONE), max_size=2)):
                entry.pop(name, None)
        tree[key] = [entry for entry in entries if entry]
    for name in draw(st.sets(st.sampled_from(["themes", "sections", "practices", "title"]))):
        tree.pop(name, None)
    return report, draw(real.written(tree, report.body))


def leaves(tree: object, at: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every single value with the keys that lead to it."""
    if isinstance(tree, dict):
        return [leaf for key, value in tree.items() for leaf in leaves(value, (*at, key))]
    if isinstance(tree, list):
        return [leaf for value in tree for leaf in leaves(value, at)]
    return [(*at, str(tree))] if tree not in ("", "null") else []


@modest
@given(gappy())
def test_nothing_that_was_written_is_lost_and_nothing_gets_worse(pair: tuple[Report, str]) -> None:
    report, text = pair
    mended, _ = mend_report(text, report.path, KNOWN)
    before, after = (yaml.load(split_front_matter(plain_text(side)).yaml, yaml.BaseLoader) for side in (text, mended))

    assert mend_report(mended, report.path, KNOWN) == (mended, ())
    assert Counter(leaves(before)) <= Counter(leaves(after))
    if read_report(plain_text(text), "", report.path)[0]:
        assert codes(mended, report.path) <= codes(text, report.path)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A file in which characters were lost, doubled or exchanged."""
    _, text = draw(gappy())
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(DAMAGE)) + text[at + draw(st.integers(0, 3)) :]
    return text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_a_damaged_file_is_mended_without_harm_or_left_alone(text: str) -> None:
    mended, _ = mend_report(text, "x/2023", KNOWN)

    assert mend_report(mended, "x/2023", KNOWN) == (mended, ())
    if read_report(plain_text(text), "", "x/2023")[0]:
        assert read_report(plain_text(mended), "", "x/2023")[0]
        assert codes(mended, "x/2023") <= codes(text, "x/2023")


@modest
@given(made.reports(made.line))
def test_reports_of_any_words_are_mended_without_harm(report: Report) -> None:
    text = write_report(report)
    mended, _ = mend_report(text, report.path, KNOWN)

    assert mend_report(mended, report.path, KNOWN) == (mended, ())
    assert codes(mended, report.path) <= codes(text, report.path)
