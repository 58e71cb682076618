"""What two contents say differently; the cases of facts and texts are in tests/spec/diff."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.engine.diff import compare_contents
from sitegen.engine.diff.contents import ContentDiff
from sitegen.engine.diff.facts import compare_stats
from sitegen.engine.diff.records import ReportDiff, TextDiff
from sitegen.engine.diff.texts import compare_texts
from sitegen.model.report import Report, Theme
from sitegen.model.terms import ReportPath, ThemeId
from tests.strategies import reports
from tests.unit.archive.make import make_content, make_place, make_report, make_source, make_stat

SPEC = Path(__file__).parents[2] / "spec/diff"
LIUWAN, SHIQIAO = "云岭省青溪县柳湾镇", "云岭省青溪县石桥乡"


def read_cases(name: str) -> list[Any]:
    cases = yaml.safe_load((SPEC / name).read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["title"]) for case in cases]


def report_of(stats: list[dict[str, Any]]) -> Report:
    made = [make_stat(**{**stat, "value": Decimal(stat.get("value", 12))}) for stat in stats]
    return make_report("yun/qing/liuwan-zhen/2023", LIUWAN, stats=tuple(made))


@pytest.mark.parametrize("case", read_cases("texts.yaml"))
def test_texts(case: dict[str, Any]) -> None:
    expected = TextDiff(*case["expected"]) if case["expected"] else None

    assert expected == compare_texts(case["before"], case["after"])
    assert compare_texts(case["after"], case["before"]) == (expected.turn() if expected else None)


@pytest.mark.parametrize("case", read_cases("facts.yaml"))
def test_facts(case: dict[str, Any]) -> None:
    found = compare_stats(report_of(case["before"]), report_of(case["after"]))
    told = [[one.before and one.before.id, one.after and one.after.id, list(one.keys)] for one in found]

    assert case["expected"] == told


def compare(before: tuple[Report, ...], after: tuple[Report, ...]) -> ContentDiff:
    return compare_contents(make_content(*before), make_content(*after))


ONE = make_report(
    "yun/qing/liuwan-zhen/2023", LIUWAN, title="一", body="全年硬化道路12公里。\n", source=make_source("a", 1)
)


def test_nothing_differs_from_itself() -> None:
    assert compare((ONE,), (ONE,)).is_empty


def test_a_new_report_brings_addresses_and_facts() -> None:
    other = make_report("yun/qing/shiqiao-xiang/2023", SHIQIAO, stats=(make_stat("a00001"),))
    found = compare((ONE,), (ONE, other))

    assert [report.path for report in found.reports] == [other.path]
    assert found.reports[0].before is None
    assert [stat.after for stat in found.reports[0].stats] == list(other.stats)
    assert found.added == ("/places/yun/qing/shiqiao-xiang/", "/reports/yun/qing/shiqiao-xiang/2023/")
    assert found.removed == ()


def test_a_moved_report_is_the_same_and_its_old_address_is_lost() -> None:
    moved = replace(ONE, path=ReportPath("yun/qing/liuwan-zhen/2023--n2"))
    found = compare((ONE,), (moved,))

    assert found.reports == (ReportDiff(ONE, moved, None, ()),)
    assert found.removed == ("/reports/yun/qing/liuwan-zhen/2023/",)


def test_pages_that_gather_what_was_edited_say_something_else_too() -> None:
    one = replace(ONE, stats=(make_stat("a00001", series="roads"),))
    found = compare((one,), (replace(one, stats=(make_stat("a00001", series="roads", value=Decimal(21)),)),))

    assert found.changed == (
        "/indicators/roads/",
        "/places/yun/qing/liuwan-zhen/",
        "/reports/yun/qing/liuwan-zhen/2023/",
    )
    assert (found.added, found.removed) == ((), ())


def test_a_former_path_keeps_answering() -> None:
    moved = replace(ONE, path=ReportPath("yun/qing/liuwan-zhen/2023--n2"), moved_from=("yun/qing/liuwan-zhen/2023",))

    assert compare((ONE,), (moved,)).removed == ()


def test_a_withdrawn_report_keeps_answering() -> None:
    found = compare((ONE,), (replace(ONE, withdrawn="数字有误"),))

    assert found.removed == ()
    assert found.reports[0].keys == ("withdrawn",)


def test_a_draft_has_no_address() -> None:
    assert "/reports/yun/qing/liuwan-zhen/2023/" in compare((ONE,), (replace(ONE, draft=True),)).removed


def test_the_text_without_source_finds_a_moved_report() -> None:
    plain = replace(ONE, source=None)
    moved = replace(plain, path=ReportPath("yun/qing/liuwan-zhen/2022"))

    assert compare((plain,), (moved,)).reports == (ReportDiff(plain, moved, None, ()),)


def test_other_files_are_compared_by_their_fields() -> None:
    before = make_content(ONE)
    theme = replace(before.themes[0], label="经济")
    new = Theme(ThemeId("water"), "水利", "Water", "")
    place = make_place("yun/qing/xin-zhen", "云岭省青溪县新镇", "新镇")
    after = replace(before, themes=(theme, new), places=(*before.places, place))
    told = [(record.sort, record.key, record.keys) for record in compare_contents(before, after).records]

    assert told == [("place", "yun/qing/xin-zhen", ()), ("theme", "economy", ("label",)), ("theme", "water", ())]


def test_of_unread_reports_nothing_is_said() -> None:
    found = compare_contents(make_content(ONE), make_content(), unread=[ONE.path])

    assert found.reports == ()


same_places = st.sampled_from([LIUWAN, SHIQIAO])


@st.composite
def contents(draw: st.DrawFn) -> tuple[Report, ...]:
    """Reports of a few paths, so that two contents have many of them in common."""
    paths = draw(st.lists(st.sampled_from(["2021", "2022", "2023", "2024"]), unique=True, max_size=3))
    return tuple(
        replace(
            draw(reports()),
            path=ReportPath(f"yun/qing/liuwan-zhen/{path}"),
            place=draw(same_places),
            withdrawn=None,
            moved_from=(),
        )
        for path in sorted(paths)
    )


@st.composite
def edited(draw: st.DrawFn, before: tuple[Report, ...]) -> tuple[Report, ...]:
    """What editors make of reports: some go, some facts go, change or are written anew."""
    kept = []
    for report in before:
        if not draw(st.booleans()):
            continue
        stats = [
            replace(stat, unit=draw(st.sampled_from([stat.unit, "亩"]))) for stat in draw(st.permutations(report.stats))
        ]
        kept.append(
            replace(
                report, stats=tuple(stats[: draw(st.integers(0, 3))]), body=draw(st.sampled_from(["", report.body]))
            )
        )
    return tuple(kept)


@settings(derandomize=True, max_examples=5, deadline=None)
@given(contents())
def test_law_nothing_differs_from_itself(one: tuple[Report, ...]) -> None:
    assert compare(one, one).is_empty


@settings(derandomize=True, max_examples=10, deadline=None)
@given(st.data())
def test_law_the_other_direction_is_the_difference_turned_round(data: st.DataObject) -> None:
    one = data.draw(contents())
    other = data.draw(st.one_of(edited(one), contents()))

    assert compare(other, one) == compare(one, other).turn()
