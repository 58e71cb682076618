import pytest

from sitegen.search.articles import Block, StatSpan, find_blocks, find_title

PAGE = """<!doctype html><html><body><nav><p>菜单</p></nav><main><article><h1>标题</h1>
<p>修建 <strong>公路</strong><a href="#a">3公里</a>。<br>完工</p>
<h2 id="s1">一、交通</h2><ul><li>甲</li><li>乙</li></ul>
<figure><img alt="x > y"><figcaption>图：桥</figcaption></figure><script>if (a < b) no("</p>")</script>
<!-- <p>谁</p> --><p>A &amp; B &lt;b&gt;</p></article><footer>页脚</footer></main>"""


def test_blocks_of_the_article_and_of_nothing_else() -> None:
    expected = (
        Block("标题", level=1),
        Block("修建 公路3公里。 完工"),
        Block("一、交通", anchor="s1", level=2),
        Block("甲"),
        Block("乙"),
        Block("图：桥"),
        Block("A & B <b>"),
    )

    assert expected == find_blocks(PAGE)


def test_a_stat_is_where_its_number_stands() -> None:
    html = """<article><p>共 <a id="k3f9a2" data-stat="k3f9a2">598
    万元</a>，<em>增长<a class="stat" data-stat="p07c1e" id="p07c1e">9%</a></em>。
    <a data-stat="x">无编号</a></p></article>"""

    block = find_blocks(html)[0]

    assert block.text == "共 598 万元，增长9%。 无编号"
    assert block.stats == (StatSpan(2, 8, "k3f9a2"), StatSpan(11, 13, "p07c1e"))


@pytest.mark.parametrize(
    "html", ["", "<p>text</p>", "<article></article>", "<article><p> <br> </p></article>", "<article"]
)
def test_a_page_without_article_text_has_no_blocks(html: str) -> None:
    assert find_blocks(html) == ()


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
