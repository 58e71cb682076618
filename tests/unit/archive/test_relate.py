from datetime import date
from itertools import permutations

import pytest

from sitegen.archive import relate
from sitegen.model.report import Practice, Report, Section
from sitegen.model.terms import PracticeId
from tests.unit.archive.make import (
    ECONOMY,
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


@pytest.mark.parametrize(
    "hidden",
    [
        make_report("yun/qing/liuwan-zhen/2023", LIUWAN, draft=True),
        make_report("yun/qing/liuwan-zhen/2023", LIUWAN, publish_on=date(2026, 3, 1)),
        make_report("unresolved/a-1", None),
        make_report("unresolved/a-1", LIUWAN),
    ],
)
def test_what_is_not_public_stands_in_no_relation(hidden: Report) -> None:
    shown = make_report("yun/qing/shiqiao-xiang/2023", SHIQIAO)
    archive = relate(make_content(shown, hidden))

    assert list(archive.reports) == [shown.path]
    assert "yun/qing/liuwan-zhen" not in archive.places


def test_same_named_places_are_told_apart_and_not_merged() -> None:
    archive = relate(
        make_content(
            make_report("yun/qing/liuwan-zhen/2023", LIUWAN), make_report("yun/bei/liuwan-zhen/2023", OTHER_LIUWAN)
        )
    )

    assert {place: entry.label for place, entry in archive.places.items()} == {
        "yun": "云岭省",
        "yun/qing": "青溪县",
        "yun/qing/liuwan-zhen": "柳湾镇（云岭省青溪县）",
        "yun/bei": "北原县",
        "yun/bei/liuwan-zhen": "柳湾镇（云岭省北原县）",
    }


def test_places_stand_in_the_order_of_their_codes_with_counts_from_below() -> None:
    archive = relate(
        make_content(
            make_report("yun/qing/liuwan-zhen/2022", LIUWAN, "2022"),
            make_report("yun/qing/liuwan-zhen/2023", LIUWAN),
            make_report("yun/qing/shiqiao-xiang/2023", SHIQIAO),
        )
    )

    assert archive.roots == ("yun",)
    assert archive.places["yun/qing"].children == ("yun/qing/shiqiao-xiang", "yun/qing/liuwan-zhen")
    assert archive.places["yun/qing"].report_count == 3
    assert archive.places["yun/qing"].reports == ()
    assert archive.places["yun/qing/liuwan-zhen"].chain == ("yun", "yun/qing")
    assert archive.places["yun/qing/liuwan-zhen"].reports == ("yun/qing/liuwan-zhen/2023", "yun/qing/liuwan-zhen/2022")


def test_a_place_without_a_file_comes_from_the_division_table() -> None:
    archive = relate(make_content(make_report("wherever/2023", "浙江省桐乡市梧桐街道"), places=()))

    assert list(archive.places) == ["zhejiang", "zhejiang/tongxiang", "zhejiang/tongxiang/wutong-jiedao"]
    assert archive.places["zhejiang/tongxiang/wutong-jiedao"].place.code is not None


def test_a_place_that_no_table_has_comes_from_the_path() -> None:
    report = make_report("yun/qing/xincun-zhen/2023", "云岭省青溪县新村镇")
    archive = relate(make_content(report))

    assert archive.places["yun/qing/xincun-zhen"].place.name == "新村镇"
    assert archive.places["yun/qing/xincun-zhen"].chain == ("yun", "yun/qing")


def test_neighbours_are_of_the_same_place_and_issuer() -> None:
    county = "云岭省青溪县"
    archive = relate(
        make_content(
            make_report("yun/qing/dept-a/2022", county, "2022", issuer="县甲局"),
            make_report("yun/qing/dept-a/2023", county, "2023", issuer="县甲局"),
            make_report("yun/qing/dept-b/2023", county, "2023", issuer="县乙局"),
            make_report("yun/qing/dept-a/undated", county, None, issuer="县甲局"),
        )
    )

    assert archive.reports["yun/qing/dept-a/2022"].next == "yun/qing/dept-a/2023"
    assert archive.reports["yun/qing/dept-a/2023"].previous == "yun/qing/dept-a/2022"
    assert archive.reports["yun/qing/dept-a/2023"].next is None
    assert archive.reports["yun/qing/dept-b/2023"].previous is None
    assert archive.reports["yun/qing/dept-a/undated"].previous is None


def test_siblings_stand_in_the_order_of_their_bulletin() -> None:
    archive = relate(
        make_content(
            make_report("yun/qing/liuwan-zhen/2023", LIUWAN, source=make_source("one", 2)),
            make_report("yun/qing/shiqiao-xiang/2023", SHIQIAO, source=make_source("one", 1)),
            make_report("yun/qing/shiqiao-xiang/2022", SHIQIAO, "2022", source=make_source("gone", 1)),
            bulletins=(make_bulletin("one"), make_bulletin("empty")),
        )
    )

    assert list(archive.bulletins) == ["one"]
    assert archive.bulletins["one"].reports == ("yun/qing/shiqiao-xiang/2023", "yun/qing/liuwan-zhen/2023")
    assert archive.reports["yun/qing/liuwan-zhen/2023"].siblings == ("yun/qing/shiqiao-xiang/2023",)
    assert archive.reports["yun/qing/shiqiao-xiang/2022"].bulletin is None


def test_newest_uses_the_publication_else_the_end_of_the_period() -> None:
    archive = relate(
        make_content(
            make_report("yun/qing/liuwan-zhen/2022", LIUWAN, "2022", published=date(2024, 2, 1)),
            make_report("yun/qing/liuwan-zhen/2023", LIUWAN),
            make_report("yun/qing/liuwan-zhen/undated", LIUWAN, None),
        )
    )

    assert [path.rpartition("/")[2] for path in archive.newest] == ["2022", "2023", "undated"]


def test_a_report_without_title_is_headed_by_who_and_when() -> None:
    archive = relate(
        make_content(
            make_report("yun/qing/liuwan-zhen/2023-Q3", LIUWAN, "2023-Q3"),
            make_report("yun/qing/liuwan-zhen/undated", LIUWAN, None, issuer="镇农办"),
        )
    )

    assert [entry.heading for entry in archive.reports.values()] == ["柳湾镇：2023年第三季度", "镇农办"]


def test_sections_and_reports_meet_on_their_theme() -> None:
    sections = (Section(None, ()), Section("修路", (ECONOMY,)))
    report = make_report(
        "yun/qing/liuwan-zhen/2023", LIUWAN, themes=(ECONOMY,), sections=sections, stats=(make_stat("aaaaa1"),)
    )
    entry = relate(make_content(report)).themes[ECONOMY]

    assert entry.reports == (report.path,)
    assert [(s.number, s.heading) for s in entry.sections] == [(1, "修路")]
    assert entry.stat_count == 1


def test_practices_join_by_name_alias_and_quotation_marks() -> None:
    archive = relate(
        make_content(
            make_report(
                "yun/qing/liuwan-zhen/2023", LIUWAN, practices=(make_mention("“积分制”"), make_mention("夜校"))
            ),
            make_report("yun/qing/shiqiao-xiang/2022", SHIQIAO, "2022", practices=(make_mention("积分管理"),)),
            practices=(Practice(PracticeId("jifenzhi"), "积分制", ("积分管理",)),),
        )
    )

    assert list(archive.practices) == ["jifenzhi", "yexiao"]
    assert archive.practices["jifenzhi"].places == ("yun/qing/shiqiao-xiang", "yun/qing/liuwan-zhen")
    assert str(archive.practices["jifenzhi"].since) == "2022"
    assert archive.places["yun/qing/liuwan-zhen"].practices == ("jifenzhi", "yexiao")


def test_a_name_that_two_files_list_is_a_mention_of_both() -> None:
    rivers = Practice(PracticeId("hezhangzhi"), "河长制", ("河长、林长",))
    woods = Practice(PracticeId("linzhangzhi"), "林长制", ("河长、林长", "河长制"))
    report = make_report(
        "yun/qing/liuwan-zhen/2023", LIUWAN, practices=(make_mention("“河长、林长”"), make_mention("河长制"))
    )
    archive = relate(make_content(report, practices=(rivers, woods)))
    used = {use.practice: [mention.name for mention in use.mentions] for use in archive.reports[report.path].practices}

    assert used == {"hezhangzhi": ["“河长、林长”", "河长制"], "linzhangzhi": ["“河长、林长”"]}


def test_practices_with_one_spelling_in_pinyin_never_share_an_address() -> None:
    archive = relate(
        make_content(
            make_report("yun/qing/liuwan-zhen/2023", LIUWAN, practices=(make_mention("公示制"), make_mention("共事制")))
        )
    )

    assert len(archive.practices) == 2
    assert all(practice.startswith("gongshizhi-") for practice in archive.practices)


def test_the_order_of_files_changes_nothing() -> None:
    reports = (
        make_report("yun/qing/liuwan-zhen/2023", LIUWAN, stats=(make_stat("aaaaa1", series="roads"),)),
        make_report("yun/bei/liuwan-zhen/2023", OTHER_LIUWAN, practices=(make_mention("积分制"),)),
        make_report("yun/qing/shiqiao-xiang/2023", SHIQIAO, practices=(make_mention("积分制"),)),
    )
    expected = relate(make_content(*reports))

    for order in permutations(reports):
        assert expected == relate(make_content(*order))


def test_no_reports_make_an_archive_of_nothing() -> None:
    archive = relate(make_content())

    assert (archive.reports, archive.places, archive.roots, archive.newest) == ({}, {}, (), ())
    assert archive.themes[ECONOMY].reports == ()
