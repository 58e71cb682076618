"""Tables of indicators against places, written out as a reader sees them."""

from sitegen.archive import relate
from sitegen.archive.crossing import CrossTable, cross_values
from sitegen.model.period import Period
from sitegen.model.report import Report, Series
from sitegen.model.stat import Stat
from sitegen.model.terms import Kind, SeriesId, Status
from tests.unit.archive.make import ECONOMY, LIUWAN, OTHER_LIUWAN, ROADS, SHIQIAO, make_content, make_report, make_stat

LAMPS = Series(SeriesId("lamps"), "路灯", "盏", ECONOMY)
LIUWAN_PATH, SHIQIAO_PATH = "yun/qing/liuwan-zhen", "yun/qing/shiqiao-xiang"


def tables_of(*reports: Report, places: int = 8, rows: int = 20) -> tuple[CrossTable, ...]:
    archive = relate(make_content(*reports, series=(ROADS, LAMPS)))
    return cross_values(archive.indicators.values(), tuple(archive.places), places=places, rows=rows)


def write(table: CrossTable) -> list[str]:
    """One line for the columns, one for each row: the ids of the values, 无 where there is none."""
    lines = [" ".join([f"{table.scope} {table.period}", *table.places])]
    for row in table.rows:
        lines.append(" ".join([row.series, *("+".join(ref.stat.id for ref in cell) or "无" for cell in row.cells)]))
    return lines


def roads(id: str, **fields: object) -> Stat:
    return make_stat(id, series="roads", **fields)


def lamps(id: str, **fields: object) -> Stat:
    return make_stat(id, series="lamps", unit="盏", **fields)


def test_what_most_places_report_stands_first() -> None:
    (table,) = tables_of(
        make_report(f"{LIUWAN_PATH}/2023", LIUWAN, stats=(lamps("aaaaa1"), roads("aaaaa2"))),
        make_report(f"{SHIQIAO_PATH}/2023", SHIQIAO, stats=(roads("aaaaa3"),)),
    )

    expected = [
        f"township 2023 {SHIQIAO_PATH} {LIUWAN_PATH}",
        "roads aaaaa3 aaaaa2",
        "lamps 无 aaaaa1",
    ]

    assert expected == write(table)


def test_each_period_and_scope_has_its_own_table_the_newest_first() -> None:
    made = tables_of(
        make_report(f"{LIUWAN_PATH}/2022", LIUWAN, "2022", stats=(roads("aaaaa1"),)),
        make_report(f"{LIUWAN_PATH}/2023", LIUWAN, stats=(roads("aaaaa2"), roads("aaaaa3", place="云岭省青溪县"))),
        make_report(f"{SHIQIAO_PATH}/2023-Q3", SHIQIAO, "2023-Q3", stats=(roads("aaaaa4"),)),
    )

    expected = [
        [f"township 2023 {LIUWAN_PATH}", "roads aaaaa2"],
        ["county 2023 yun/qing", "roads aaaaa3"],
        [f"township 2023-Q3 {SHIQIAO_PATH}", "roads aaaaa4"],
        [f"township 2022 {LIUWAN_PATH}", "roads aaaaa1"],
    ]

    assert expected == [write(table) for table in made]


def test_only_plain_reported_quantities_of_whole_places_are_crossed() -> None:
    assert not tables_of(
        make_report(
            f"{LIUWAN_PATH}/2023",
            LIUWAN,
            stats=(
                roads("aaaaa1", kind=Kind.CHANGE, unit="%"),
                roads("aaaaa2", kind=Kind.COMPLETION, unit="%"),
                roads("aaaaa3", status=Status.TARGET),
                roads("aaaaa4", status=Status.FORECAST),
                roads("aaaaa5", place=f"{LIUWAN}东村"),
                roads("aaaaa6", place="别处"),
                roads("aaaaa7", unit="米"),
                make_stat("aaaaa8"),
            ),
        )
    )


def test_places_of_one_name_keep_their_own_columns() -> None:
    (table,) = tables_of(
        make_report("yun/bei/liuwan-zhen/2023", OTHER_LIUWAN, stats=(roads("aaaaa1"),)),
        make_report(f"{LIUWAN_PATH}/2023", LIUWAN, stats=(roads("aaaaa2"),)),
    )

    assert set(table.places) == {"yun/bei/liuwan-zhen", LIUWAN_PATH}


def test_two_values_of_one_place_share_a_cell() -> None:
    (table,) = tables_of(make_report(f"{LIUWAN_PATH}/2023", LIUWAN, stats=(roads("aaaaa1"), roads("aaaaa2"))))

    assert write(table)[1] == "roads aaaaa1+aaaaa2"
    assert table.value_count == 2


def test_columns_and_rows_are_bounded_and_the_rest_is_counted() -> None:
    reports = (
        make_report(f"{LIUWAN_PATH}/2023", LIUWAN, stats=(roads("aaaaa1"), lamps("aaaaa2"))),
        make_report(f"{SHIQIAO_PATH}/2023", SHIQIAO, stats=(roads("aaaaa3"),)),
    )
    (narrow,) = tables_of(*reports, places=1)
    (short,) = tables_of(*reports, rows=1)

    assert write(narrow) == [f"township 2023 {LIUWAN_PATH}", "roads aaaaa1", "lamps aaaaa2"]
    assert narrow.more_places == 1
    assert write(short)[1:] == ["roads aaaaa3 aaaaa1"]
    assert (short.more_places, short.value_count) == (0, 2)


def test_a_value_without_a_period_stands_in_no_table() -> None:
    undated = make_report(f"{LIUWAN_PATH}/undated", LIUWAN, None, stats=(roads("aaaaa1"),))
    own_time = make_report(
        f"{SHIQIAO_PATH}/undated", SHIQIAO, None, stats=(roads("aaaaa2", period=Period.of_year(2021)),)
    )

    assert [write(table)[1] for table in tables_of(undated, own_time)] == ["roads aaaaa2"]
