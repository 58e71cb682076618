"""What becomes of reports on a day, and what the archive keeps of those that are not public."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sitegen.archive import State, find_state, relate
from sitegen.archive.audit import audit_content
from sitegen.archive.taken_back import is_former_path
from tests.unit.archive.auditing import cases, content_of
from tests.unit.archive.make import (
    LIUWAN,
    OTHER_LIUWAN,
    SHIQIAO,
    make_bulletin,
    make_content,
    make_mention,
    make_report,
    make_source,
    make_stat,
)

PATH, OTHER = "yun/qing/liuwan-zhen/2023", "yun/qing/shiqiao-xiang/2023"
TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, State.PUBLISHED),
        ({"draft": True}, State.DRAFT),
        ({"publish_on": date(2026, 3, 2)}, State.WAITING),
        ({"publish_on": TODAY}, State.PUBLISHED),
        ({"publish_on": date(2026, 2, 28)}, State.PUBLISHED),
        ({"withdrawn": "撤回"}, State.WITHDRAWN),
        ({"draft": True, "publish_on": TODAY}, State.DRAFT),
        ({"draft": True, "publish_on": date(2026, 3, 2), "withdrawn": "撤回"}, State.WITHDRAWN),
        ({"place": None, "withdrawn": "撤回"}, State.UNRESOLVED),
    ],
)
def test_state_on_a_day(fields: dict[str, Any], state: State) -> None:
    assert state is find_state(replace(make_report(PATH, LIUWAN), **fields), TODAY)


def test_where_no_day_is_given_none_has_come() -> None:
    assert find_state(make_report(PATH, LIUWAN, publish_on=date(1990, 1, 1)), None) is State.WAITING


def test_a_withdrawn_report_keeps_its_place_and_leaves_no_number() -> None:
    report = make_report(PATH, LIUWAN, withdrawn="撤回", stats=(make_stat("aaaaa1", series="roads"),))
    archive = relate(make_content(report, make_report(OTHER, SHIQIAO)))
    place = archive.places["yun/qing/liuwan-zhen"]

    assert list(archive.reports) == [OTHER]
    assert (place.reports, place.report_count, place.figures, place.withdrawn) == ((), 0, (), (PATH,))
    assert archive.withdrawn[PATH].reason == "撤回"
    assert archive.stat_count == 0
    assert archive.indicators == {}
    assert archive.gone.indicators == ("roads",)


def test_only_pages_that_lost_their_all_are_gone() -> None:
    back = make_report(
        PATH,
        LIUWAN,
        withdrawn="撤回",
        stats=(make_stat("aaaaa1", series="roads"),),
        practices=(make_mention("积分制"), make_mention("网格化")),
    )
    stays = make_report(
        OTHER, SHIQIAO, stats=(make_stat("aaaaa1", series="roads"),), practices=(make_mention("“积分制”"),)
    )
    gone = relate(make_content(back, stays)).gone

    assert (gone.indicators, gone.practices) == ((), ("wanggehua",))


@pytest.mark.parametrize(
    ("fields", "whole"),
    [({}, True), ({"draft": True}, False), ({"publish_on": date(2026, 3, 2)}, False), ({"withdrawn": "撤回"}, False)],
)
def test_a_bulletin_is_whole_when_all_of_its_reports_are_public(fields: dict[str, Any], whole: bool) -> None:
    archive = relate(
        make_content(
            make_report(OTHER, SHIQIAO, source=make_source("a", 1)),
            make_report(PATH, LIUWAN, source=make_source("a", 2), **fields),
            bulletins=(make_bulletin("a"),),
        ),
        now=TODAY,
    )

    assert archive.bulletins["a"].whole == whole


@pytest.mark.parametrize(("fields", "pages"), [({"draft": True}, []), ({"withdrawn": "撤回"}, ["a"])])
def test_a_bulletin_without_a_public_report_has_a_page_if_one_was_withdrawn(
    fields: dict[str, Any], pages: list[str]
) -> None:
    report = make_report(PATH, LIUWAN, source=make_source("a", 1), **fields)
    archive = relate(make_content(report, bulletins=(make_bulletin("a"),)))

    assert list(archive.bulletins) == pages
    assert archive.open_bulletins == ()


def test_former_paths_lead_to_the_end_and_never_away_from_a_report() -> None:
    archive = relate(
        make_content(
            make_report(PATH, LIUWAN, moved_from=("a/b/2023", "a/c/2023", OTHER)),
            make_report(OTHER, SHIQIAO, moved_from=("a/b/2023", "unresolved/x-1")),
            make_report("yun/bei/liuwan-zhen/2023", OTHER_LIUWAN, draft=True, moved_from=("a/d/2023",)),
        )
    )

    assert archive.moves == {"a/b/2023": PATH, "a/c/2023": PATH}


@pytest.mark.parametrize("path", ["a/b/2023", "a/b/2023-H1--n2", "a/b/c/2023-01--2023-09", "a/dept-b/undated"])
def test_former_paths(path: str) -> None:
    assert is_former_path(path)


@pytest.mark.parametrize(
    "path",
    ["", "2023", "/a/2023", "a/2023/", "a//2023", "../2023", "a/b.md", "A/2023", "year/2023", "a/2023/cite", "a/甲"],
)
def test_no_former_paths(path: str) -> None:
    assert not is_former_path(path)


def test_numbers_of_withdrawn_reports_are_not_audited() -> None:
    case = next(case for case in cases() if case.get("findings") or case.get("expected"))
    content = content_of(case)
    back = tuple(replace(report, withdrawn="数字有误") for report in content.reports)

    assert audit_content(content) != ()
    assert audit_content(replace(content, reports=back)) == ()
