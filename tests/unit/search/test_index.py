import json
import random
from pathlib import Path, PurePosixPath

import pytest

from benchmarks.search_corpus import make_page, make_pages
from sitegen.search import IndexingError, SearchMemory, SearchPage, write_index
from sitegen.search.index import FORMAT

ARTICLE = """<article><h1>標題</h1><p>面积5㎡，共<a id="k3f9a2" data-stat="k3f9a2">598万元</a>。</p>
<h2 id="s1">一、交通</h2><p>\u200b完工</p></article>"""


def page(name: str, html: str = ARTICLE, date: str = "") -> SearchPage:
    return SearchPage(
        file=PurePosixPath(f"{name}/index.html"), html=html, title="题", place="某镇", period="2023", date=date
    )


def read_all(out: Path) -> dict[str, bytes]:
    return {file.relative_to(out).as_posix(): file.read_bytes() for file in out.rglob("*") if file.is_file()}


def test_a_text_is_kept_as_printed_with_its_facts_and_anchors(tmp_path: Path) -> None:
    assert write_index([page("reports/a/2023")], tmp_path) == 1

    expected = {
        "title": "题",
        "place": "某镇",
        "period": "2023",
        "same": "標标題题",
        "blocks": [
            ["標題"],
            ["面积5㎡，共598万元。", "", [6, 11, "k3f9a2"]],
            ["一、交通", "s1"],
            ["完工"],
        ],
    }

    assert expected == json.loads((tmp_path / "search-index/text/reports/a/2023.json").read_text(encoding="utf-8"))


def test_the_table_of_pages_is_in_order_of_addresses(tmp_path: Path) -> None:
    pages = [page("reports/b/2023", date="2024-01-01"), page("empty", "<p></p>"), page("reports/a/2023")]
    assert write_index(pages, tmp_path) == 2

    table = json.loads((tmp_path / "search-index/index.json").read_text(encoding="utf-8"))

    assert table["format"] == FORMAT
    assert table["pages"].split("\n") == ["?reports/a/2023/\t?XBD", "Gb/2023/\t@XBD"]
    assert table["same"] == "標标題题"


def test_an_archive_without_a_text_has_an_index_in_which_nothing_is(tmp_path: Path) -> None:
    assert write_index([], tmp_path) == 0

    table = json.loads((tmp_path / "search-index/index.json").read_text(encoding="utf-8"))
    lists = (tmp_path / f"search-index/terms/{table['build']}/0.txt").read_text(encoding="utf-8")

    assert (table["pages"], table["terms"], table["same"], lists) == ("", "", "", "\n")


def test_the_order_of_pages_makes_no_difference(tmp_path: Path) -> None:
    pages = list(make_pages(12))
    shuffled = random.Random(1).sample(pages, len(pages))
    for name, order in (("a", pages), ("b", shuffled)):
        write_index(order, tmp_path / name)

    assert read_all(tmp_path / "a") == read_all(tmp_path / "b")


def test_what_is_kept_in_memory_makes_no_difference(tmp_path: Path) -> None:
    memory = SearchMemory()
    before = list(make_pages(30))
    edited = [*before[:7], make_page(7, seed=2), *before[9:]]
    for name, pages in (("before", before), ("after", edited), ("again", edited)):
        write_index(pages, tmp_path / name, memory=memory)
    write_index(edited, tmp_path / "clean")

    expected = read_all(tmp_path / "clean")

    assert expected == read_all(tmp_path / "after") == read_all(tmp_path / "again")


def test_two_pages_with_one_address_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(IndexingError, match="reports/a/"):
        write_index([page("reports/a"), page("reports/a")], tmp_path)
