import gzip
import json
import subprocess
from pathlib import Path, PurePosixPath

import pytest

from sitegen.search import IndexingError, SearchPage, write_index
from sitegen.search import index as index_module
from sitegen.search.articles import Block, find_blocks, find_title
from sitegen.search.documents import make_document

PAGE = """<!doctype html><html><body><nav><p>菜单</p></nav><main><article><h1>标题</h1>
<p>修建 <strong>公路</strong><a href="#a">3公里</a>。<br>完工</p>
<h2 id="s1">一、交通</h2><ul><li>甲</li><li>乙</li></ul>
<figure><img alt="x"><figcaption>图：桥</figcaption></figure><script>no()</script>
</article><footer>页脚</footer></main>"""


def page(name: str, html: str = PAGE) -> SearchPage:
    return SearchPage(
        file=PurePosixPath(f"{name}/index.html"), html=html, title="标题, 二: <三>", place="某镇", period="2023"
    )


def read_fragments(out: Path) -> list[dict[str, object]]:
    files = sorted((out / "pagefind" / "fragment").iterdir())
    texts = [gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd") for file in files]
    return [json.loads(text) for text in texts]


def test_blocks_of_the_article_and_of_nothing_else() -> None:
    expected = (
        Block("标题"),
        Block("修建 公路3公里。 完工"),
        Block("一、交通", anchor="s1"),
        Block("甲"),
        Block("乙"),
        Block("图：桥"),
    )

    assert expected == find_blocks(PAGE)


@pytest.mark.parametrize(
    "html", ["", "<p>text</p>", "<article></article>", "<article><p> <br> </p></article>", "<article"]
)
def test_a_page_without_article_text_has_no_document(html: str) -> None:
    assert make_document(page("a", html)) is None


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>甲 <b>乙</b>\n镇</h1><article><h1>丙</h1><p>丁</p></article>", "甲 乙 镇"),
        ("<article><p>丁</p><h1>A &amp; B</h1></article>", "A & B"),
        ("<article><p>丁</p></article>", ""),
    ],
)
def test_the_first_heading_of_a_page_is_its_title(html: str, expected: str) -> None:
    assert expected == find_title(html)


def test_printed_text_is_kept_where_folding_changes_it() -> None:
    made = make_document(page("a", "<article><p>面积5㎡</p><p>面积5亩</p></article>"))

    assert made is not None
    assert 'data-value="{&quot;0&quot;:&quot;面积5㎡&quot;}"' in made


def test_index_holds_each_page_with_its_address_and_facts(tmp_path: Path) -> None:
    assert write_index([page("reports/a/2023"), page("empty", "<p></p>"), page("reports/b/2023")], tmp_path) == 2

    made = read_fragments(tmp_path)

    first = made[0]
    expected = {
        "urls": ["/reports/a/2023/", "/reports/b/2023/"],
        "meta": {
            "title": "标题, 二: <三>",
            "place": "某镇",
            "period": "2023",
            "printed": '{"1":"修建 公路3公里。 完工"}',
        },
        "anchors": [{"element": "h2", "id": "s1", "text": "一 、 交通 ¶¶", "location": 11}],
    }

    assert expected == {
        "urls": sorted(str(one["url"]) for one in made),
        "meta": first["meta"],
        "anchors": first["anchors"],
    }


def test_only_what_the_search_page_loads_is_kept(tmp_path: Path) -> None:
    write_index([page("a")], tmp_path)

    kept = {path.name.partition(".und_")[0] for path in (tmp_path / "pagefind").iterdir()}

    expected = {"fragment", "index", "pagefind", "pagefind.js", "pagefind-entry.json", "wasm.unknown.pagefind"}
    assert expected == kept


def test_no_pages_make_no_index(tmp_path: Path) -> None:
    assert write_index([], tmp_path) == 0
    assert list(tmp_path.iterdir()) == []


def fail(*args: object, **kwargs: object) -> None:
    raise FileNotFoundError("no such program")


def stop(*args: object, **kwargs: object) -> None:
    raise subprocess.TimeoutExpired("pagefind", 5)


def break_down(*args: object, **kwargs: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.CompletedProcess(["pagefind"], 101, b"", b"out of memory")


def do_nothing(*args: object, **kwargs: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.CompletedProcess(["pagefind"], 0, b"", b"")


@pytest.mark.parametrize(
    ("instead", "said"),
    [
        (fail, "install the package pagefind-bin"),
        (stop, "took more than 5 seconds"),
        (break_down, "exit status 101:\nout of memory"),
        (do_nothing, "indexed 0 of 1 pages"),
    ],
)
def test_what_goes_wrong_is_said(instead: object, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_module.subprocess, "run", instead)

    with pytest.raises(IndexingError, match=said):
        write_index([page("a")], tmp_path, timeout=5)
