"""What an edited report is told of: better readings, and never what only its editor changed."""

from dataclasses import replace
from decimal import Decimal

from sitegen.engine.changes import ReportChanges, find_changes
from sitegen.model.report import Report
from sitegen.model.stat import Stat
from sitegen.model.terms import Bound, SeriesId, StatId, ThemeId
from tests.unit.archive.make import make_report

LAMPS = Stat(
    id=StatId("aaaaa1"),
    indicator="路灯",
    value=Decimal(5),
    unit="盏",
    printed="5盏",
    theme=ThemeId("infrastructure"),
    quote="路灯5盏",
)
ROADS = replace(
    LAMPS, id=StatId("aaaaa2"), indicator="公路", value=Decimal(2), unit="公里", printed="2公里", quote="公路2公里"
)
TREES = replace(
    LAMPS, id=StatId("aaaaa3"), indicator="种植", value=Decimal(3), unit="亩", printed="3亩", quote="种植3亩"
)
BODY = "导语。\n\n## 抓党建\n\n路灯5盏，公路2公里。\n\n末段。\n"


def report(*stats: Stat, body: str = BODY) -> Report:
    return make_report("a/b/c/2023", None, None, stats=stats, body=body)


def stats_of(changes: ReportChanges) -> list[tuple[str, Stat | None, Stat | None, tuple[str, ...]]]:
    return [(change.id, change.theirs, change.taken, change.conflict) for change in changes.stats]


def bodies(base: str, theirs: str, now: str) -> list[tuple[tuple[str, ...], tuple[str, ...], bool]]:
    found = find_changes(report(body=base), report(body=theirs), report(body=now))
    return [(change.theirs, change.taken, change.conflict) for change in found.paragraphs]


def test_only_the_editor_changed_something() -> None:
    base = report(LAMPS, ROADS)
    theirs = report(replace(LAMPS, indicator="太阳能路灯"), TREES, body=BODY.replace("末段", "结尾"))
    changes = find_changes(base, theirs, base)

    assert (changes.stats, changes.paragraphs) == ((), ())


def test_a_better_reading_is_shown() -> None:
    base = report(LAMPS, ROADS)
    better = replace(LAMPS, indicator="太阳能路灯", id=StatId("zzzzz9"))

    assert stats_of(find_changes(base, base, report(better, ROADS))) == [
        ("aaaaa1", LAMPS, replace(better, id="aaaaa1"), ())
    ]


def test_another_key_of_the_editor_is_kept() -> None:
    base, theirs = report(LAMPS), replace(LAMPS, indicator="太阳能路灯")
    now = replace(LAMPS, series=SeriesId("lamps"))

    assert stats_of(find_changes(base, report(theirs), report(now))) == [
        ("aaaaa1", theirs, replace(theirs, series="lamps"), ())
    ]


def test_the_same_key_is_a_conflict() -> None:
    theirs, now = replace(LAMPS, indicator="灯"), replace(LAMPS, indicator="太阳能路灯")

    assert stats_of(find_changes(report(LAMPS), report(theirs), report(now))) == [
        ("aaaaa1", theirs, now, ("indicator",))
    ]


def test_a_number_is_taken_as_a_whole() -> None:
    theirs, now = replace(LAMPS, value=Decimal(50), printed="50盏"), replace(LAMPS, bound=Bound.OVER)

    assert stats_of(find_changes(report(LAMPS), report(theirs), report(now))) == [
        ("aaaaa1", theirs, now, ("value", "printed"))
    ]


def test_what_was_taken_over_is_shown_no_more() -> None:
    now = report(replace(LAMPS, indicator="太阳能路灯"), body=BODY.replace("末段", "结尾"))
    changes = find_changes(report(LAMPS), now, now)

    assert (changes.stats, changes.paragraphs) == ((), ())


def test_a_new_stat_gets_an_id_that_nobody_has() -> None:
    base, now = report(LAMPS), report(LAMPS, replace(TREES, id=LAMPS.id))
    (change,) = find_changes(base, base, now).stats

    assert (change.theirs, change.taken, change.removed) == (None, replace(TREES, id=change.id), False)
    assert change.id != LAMPS.id


def test_a_stat_that_an_editor_wrote_first_is_the_same_one() -> None:
    own = replace(TREES, id=StatId("own123"))

    assert find_changes(report(LAMPS), report(LAMPS, own), report(LAMPS, TREES)).stats == ()
    assert stats_of(
        find_changes(report(LAMPS), report(LAMPS, replace(own, indicator="造林")), report(LAMPS, TREES))
    ) == [("own123", replace(own, indicator="造林"), own, ("indicator",))]


def test_a_stat_that_is_no_longer_read() -> None:
    base = report(LAMPS, ROADS)
    mended = replace(ROADS, indicator="村道")

    assert stats_of(find_changes(base, base, report(LAMPS))) == [("aaaaa2", ROADS, None, ())]
    assert stats_of(find_changes(base, report(LAMPS, mended), report(LAMPS))) == [
        ("aaaaa2", mended, None, ("indicator",))
    ]
    assert find_changes(base, report(LAMPS), report(LAMPS)).stats == ()


def test_a_stat_that_the_editor_took_out_comes_up_only_where_it_is_read_differently() -> None:
    base, better = report(LAMPS, ROADS), replace(ROADS, indicator="村道")
    (change,) = find_changes(base, report(LAMPS), report(LAMPS, better)).stats

    assert (change.theirs, change.taken, change.removed) == (None, better, True)
    assert find_changes(base, report(LAMPS), base).stats == ()


def test_a_paragraph_that_is_read_differently() -> None:
    assert bodies(BODY, BODY, BODY.replace("末段", "结尾")) == [(("末段。",), ("结尾。",), False)]
    assert bodies(BODY, BODY, BODY.replace("抓党建", "强党建")) == [(("## 抓党建",), ("## 强党建",), False)]


def test_a_paragraph_that_both_changed_is_a_conflict() -> None:
    assert bodies(BODY, BODY.replace("末段", "尾"), BODY.replace("末段", "结尾")) == [(("尾。",), ("结尾。",), True)]


def test_neighbours_changed_on_one_side_each_stay_apart() -> None:
    theirs = BODY.replace("2公里。", "2公里！")

    assert bodies(BODY, theirs, BODY.replace("末段", "结尾")) == [(("末段。",), ("结尾。",), False)]


def test_paragraphs_come_and_go_and_are_joined() -> None:
    assert bodies(BODY, BODY, f"{BODY}\n新段。\n") == [((), ("新段。",), False)]
    assert bodies(BODY, BODY, BODY.replace("\n末段。\n", "")) == [(("末段。",), (), False)]
    assert bodies(BODY, BODY, BODY.replace("里。\n\n末", "里，末")) == [
        (("路灯5盏，公路2公里。", "末段。"), ("路灯5盏，公路2公里，末段。",), False)
    ]


def test_wrapping_is_no_change_and_no_conflict() -> None:
    wrapped = BODY.replace("路灯5盏，", "路灯5盏，\n").replace("末段。", "末\n段。")

    assert bodies(BODY, wrapped, BODY) == []
    assert bodies(BODY, wrapped, BODY.replace("末段", "结尾")) == [(("末\n段。",), ("结尾。",), False)]


def test_ids_of_paragraphs_are_made_of_the_reading_alone() -> None:
    now = report(body=BODY.replace("末段", "结尾").replace("导语", "引言"))
    one = find_changes(report(), report(), now).paragraphs
    other = find_changes(report(), report(body=f"题记。\n\n{BODY.replace('末段', '尾')}"), now).paragraphs

    assert {change.id for change in one} == {change.id for change in other}
    assert len({change.id for change in one}) == 2
