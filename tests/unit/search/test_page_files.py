"""The files by which the search page narrows down, suggests and answers."""

import gzip
import json
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from benchmarks.big_archive import write_archive
from sitegen.archive import Archive, relate
from sitegen.checks import check_folder
from sitegen.lexicon.pinyin import read_aloud
from sitegen.model.report import Series
from sitegen.model.terms import SeriesId
from sitegen.search.asked_words import fold_word, list_asked_words
from sitegen.search.facts import MOST_SHARDS, hash_key
from sitegen.search.files import make_search_files
from sitegen.search.reports import PRACTICES, TITLES
from tests.unit.archive.make import ECONOMY, LIUWAN, OTHER_LIUWAN, SHIQIAO, make_content, make_mention, make_stat
from tests.unit.archive.make import make_report as make_one

LAMPS = Series(
    SeriesId("lamps"), "安装路灯", "盏", ECONOMY, ("路灯安装", "路灯…增设"), name_en="Street lamps installed"
)


def lamps(id: str, printed: str = "12盏", **fields: Any) -> Any:
    values = {
        "series": LAMPS.id,
        "indicator": "安装路灯",
        "unit": "盏",
        "printed": printed,
        "quote": f"安装路灯{printed}",
    }
    return make_stat(id, **(values | fields))


def make_archive(*reports: Any) -> Archive:
    return relate(make_content(*reports, series=(LAMPS,)))


def read(archive: Archive) -> dict[str, Any]:
    return {name: json.loads(data) for name, data in make_search_files(archive)}


def ask(files: dict[str, Any], key: str) -> Any:
    """Return what stands under a key, from the one file in which the page looks for it."""
    return files[f"facts/{hash_key(key) % files['names.json']['shards']}.json"]["facts"].get(key)


@pytest.fixture(scope="module")
def files() -> dict[str, Any]:
    return read(
        make_archive(
            make_one(
                "yun/qing/liuwan-zhen/2023",
                LIUWAN,
                title="柳湾镇的一年",
                themes=("economy",),
                stats=(
                    lamps("aaaaaa"),
                    make_stat("aaaaab", indicator="投入资金"),
                    make_stat("aaaaac", indicator="投入资金"),
                    make_stat("aaaaad", indicator="新修水渠", printed="3公里", quote="新修水渠3公里"),
                ),
                practices=(make_mention("积分制"),),
            ),
            make_one("yun/qing/liuwan-zhen/2022", LIUWAN, "2022", stats=(lamps("aaaaaa", "7盏"),)),
            make_one("yun/qing/shiqiao-xiang/2023", SHIQIAO, stats=(lamps("aaaaaa", "9盏"),)),
            make_one("elsewhere/2023-Q3", OTHER_LIUWAN, "2023-Q3", issuer="北原县农业局"),
        )
    )


def paths_of(table: dict[str, Any]) -> list[str]:
    """Rebuild the paths of reports as the page does."""
    ids: list[str] = []
    for above, own, *_ in table["places"]:
        ids.append(own if above < 0 else f"{ids[above]}/{own}")
    tails = [table["tails"][tail] for tail in table["tail"]]
    return [
        tail[1:] if tail.startswith("/") else f"{ids[place]}/{tail}"
        for place, tail in zip(table["place"], tails, strict=True)
    ]


def test_paths_are_those_of_the_reports_the_newest_first(files: dict[str, Any]) -> None:
    expected = [
        "elsewhere/2023-Q3",
        "yun/qing/liuwan-zhen/2022",
        "yun/qing/liuwan-zhen/2023",
        "yun/qing/shiqiao-xiang/2023",
    ]

    assert expected == sorted(paths_of(files["reports.json"]))
    assert paths_of(files["reports.json"])[-1] == "yun/qing/liuwan-zhen/2022"


def test_a_list_of_rows_is_written_as_differences(files: dict[str, Any]) -> None:
    rows = list(accumulate(files["indicators.json"]["rows"]["lamps"]))
    paths = paths_of(files["reports.json"])

    assert {paths[row] for row in rows} == {path for path in paths if path.startswith("yun")}


def test_places_of_one_name_carry_what_tells_them_apart(files: dict[str, Any]) -> None:
    labels = [described[3] for described in files["reports.json"]["places"] if described[2] == "柳湾镇"]

    assert len(labels) == len(set(labels)) == 2


def test_titles_say_who_reports_where_it_is_not_the_place(files: dict[str, Any]) -> None:
    titles = files["titles/0.json"]

    assert titles["yun/qing/liuwan-zhen/2023"] == ["柳湾镇的一年"]
    assert titles["elsewhere/2023-Q3"][1:] == ["北原县农业局"]


def test_all_files_but_titles_carry_one_mark(files: dict[str, Any]) -> None:
    marks = {file["mark"] for name, file in files.items() if not name.startswith("titles/")}

    assert len(marks) == 1


def test_a_name_or_an_alias_or_the_noun_in_it_means_the_series(files: dict[str, Any]) -> None:
    for word in ("安装路灯", "路灯安装", "路灯增设", "路灯", "streetlampsinstalled"):
        assert ask(files, word) == ["lamps"]


def test_a_place_has_its_own_values_alone_the_newest_first(files: dict[str, Any]) -> None:
    (group,) = ask(files, "#lamps@yun/qing/liuwan-zhen")

    assert [value[1:5] for value in group[-1]] == [
        ["yun/qing/liuwan-zhen/2023", "aaaaaa", "12盏", "2023"],
        ["yun/qing/liuwan-zhen/2022", "aaaaaa", "7盏", "2022"],
    ]


def test_words_without_a_series_answer_for_a_place_that_says_them_once(files: dict[str, Any]) -> None:
    (group,) = ask(files, "新修水渠@yun/qing/liuwan-zhen")

    assert [value[3] for value in group[-1]] == ["3公里"]
    assert ask(files, "新修水渠") is None
    assert ask(files, "投入资金@yun/qing/liuwan-zhen") is None
    assert ask(files, "#lamps@yun/qing") is None


def test_a_value_of_a_part_of_a_place_is_not_the_place_s() -> None:
    village = lamps("aaaaaa", place=LIUWAN + "河口村")
    files = read(make_archive(make_one("yun/qing/liuwan-zhen/2023", LIUWAN, stats=(village,))))

    assert ask(files, "#lamps@yun/qing/liuwan-zhen") is None
    assert ask(files, "#lamps")[0][0] == "village"


def test_an_archive_without_reports_has_all_files() -> None:
    files = read(make_archive())

    assert files["reports.json"]["place"] == []
    assert files["names.json"]["shards"] == 1


@pytest.mark.parametrize(
    ("written", "typed"),
    [("“小院＋”治理", "小院+治理"), ("ＧＤＰ", "gdp"), ("Tax revenue", "tax revenue"), ("稅收", "税收")],
)
def test_spellings_of_one_word_are_folded_alike(written: str, typed: str) -> None:
    assert fold_word(written) == fold_word(typed)


def test_a_noun_that_too_many_series_have_means_none() -> None:
    many = tuple(
        Series(SeriesId(f"s{i}"), f"{verb}水渠", "公里", ECONOMY)
        for i, verb in enumerate(("新修", "新建", "修建", "建成"))
    )
    stats = tuple(make_stat(f"aaaaa{i}", series=series.id, printed=f"{i + 1}公里") for i, series in enumerate(many))
    report = make_one("yun/qing/liuwan-zhen/2023", LIUWAN, stats=stats)

    words = list_asked_words(relate(make_content(report, series=many)))

    assert "水渠" not in words
    assert words["新修水渠"] == ("s0",)


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("柳湾镇", {"liu wan zhen"}),
        ("长青乡", {"chang qing xiang", "zhang qing xiang"}),
        ("重阳镇", {"chong yang zhen", "zhong yang zhen"}),
        ("GDP总量", {"gdp zong liang"}),
        ("“1+2+3”工作法", {"1 2 3 gong zuo fa"}),
        ("", set()),
    ],
)
def test_names_are_read_aloud_in_each_way(name: str, ways: set[str]) -> None:
    assert {" ".join(way) for way in read_aloud(name)} == ways


@pytest.mark.long
def test_the_files_of_a_thousand_reports_are_small(tmp_path: Path) -> None:
    write_archive(tmp_path, 1000)
    content, _ = check_folder(tmp_path / "content")
    data = dict(make_search_files(relate(content)))
    sent = {name: len(gzip.compress(file)) for name, file in data.items()}

    assert sent["reports.json"] + sent["practices.json"] + sent["indicators.json"] <= 40_000
    assert sent["names.json"] <= 30_000
    assert max(size for name, size in sent.items() if name.startswith("facts/")) <= 20_000
    assert sum(name.startswith("facts/") for name in sent) <= MOST_SHARDS
    assert sum(name.startswith("titles/") for name in sent) == 1000 // TITLES
    assert len(json.loads(data["practices.json"])["rows"]) <= PRACTICES
