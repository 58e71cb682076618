"""Search over an invented archive: many results, odd texts, and an index that is not whole."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import pytest
from playwright.sync_api import Browser, Page

from sitegen.build import build
from sitegen.problems import Severity
from sitegen.search import SearchPage, write_index
from tests.browser.asking import ask, ask_index
from tests.browser.hosting import host

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

REPORT = """---
title: {title}
place: 甲省乙县清溪镇
issuer: 清溪镇
period: "{year}"
published: null
added: "2026-01-02"
credits: []
captions: []
themes: []
sections:
- {{heading: null, themes: []}}
practices: []
stats: []
---
{body}
"""
PLACES = (
    ("jia", "甲省"),
    ("jia/yi", "甲省/乙县"),
    ("jia/yi/qingxi-zhen", "甲省/乙县/清溪镇"),
)
PLACE = "---\nname: {name}\nfull_name: {full}\n---\n"
ODD = (
    "𬭚村和㙍村修路3公里。😀很好。新建LED 路灯 30 盏，面积5㎡，温度30℃，±800千伏，"
    "Big Data lab，résumé，ｆｕｌｌ－ｗｉｄｔｈ，1,234.5万元，第①条\\<b>粗\\</b>。"
)
NEW = "<article><h1>新</h1><p>新近公布。</p></article>"

FOLDER = "reports/jia/yi/qingxi-zhen"
HEADED, TITLED = 2002, 1948
LARGE = {
    2003: "１２３４５６７８９０，" * 3 + "37574、106.9%、11.7、\n\n88。",
    2004: "鄉鎮振興，臺灣與香港的經驗：發展裏程、隨著時間。",
    2005: "".join(f"第{number}段长文，修渠{number * 7}米。\n\n" for number in range(22_000)) + "末尾的鐘樓。",
}
"""Reports by year: of numbers only, in traditional script, and of one megabyte."""


def write_archive(content: Path) -> None:
    for place, name in PLACES:
        file = content / f"places/{place}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PLACE.format(name=name.rpartition("/")[2], full=name.replace("/", "")), encoding="utf-8")
    reports = content / "reports/jia/yi/qingxi-zhen"
    reports.mkdir(parents=True)
    for year in range(1950, 1995):
        body = f"全镇{'很' if year % 2 else '非常'}团结，粮食增产{year}吨。" + "团结。" * (year % 7)
        (reports / f"{year}.md").write_text(
            REPORT.format(title=f"清溪镇{year}年总结", year=year, body=body), encoding="utf-8"
        )
    (reports / f"{HEADED}.md").write_text(
        REPORT.format(title="杂谈", year=HEADED, body="## 团结与序言\n\n甲。").replace(
            "- {heading: null", "- {heading: 团结与序言"
        ),
        encoding="utf-8",
    )
    (reports / f"{TITLED}.md").write_text(REPORT.format(title="序言一篇", year=TITLED, body="乙。"), encoding="utf-8")
    for year, body in LARGE.items():
        (reports / f"{year}.md").write_text(REPORT.format(title="长短", year=year, body=body), encoding="utf-8")
    (reports / "2001.md").write_text(REPORT.format(title="杂项", year=2001, body=ODD), encoding="utf-8")


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("invented")
    write_archive(root / "content")
    result = build(root / "content", root / "public")
    assert result.moved
    assert not [str(problem) for problem in result.problems if problem.severity >= Severity.ERROR]
    return root / "public"


@pytest.fixture(scope="module")
def at_hand(invented: Path) -> Iterator[str]:
    with host(invented) as served:
        yield served


@pytest.fixture(scope="module")
def searching(browser: Browser, at_hand: str) -> Iterator[Page]:
    """The search page, open for many questions."""
    page = browser.new_page()
    page.goto(f"{at_hand}search/")
    yield page
    page.close()


def test_results_come_twenty_at_a_time(page: Page, at_hand: str) -> None:
    page.goto(f"{at_hand}search/")
    counts = [len(ask(page, "粮食").paths)]
    for _ in range(2):
        page.click("#search-more")
        page.wait_for_selector(f"#results > li:nth-child({counts[-1] + 1})")
        counts.append(page.locator("#results > li").count())

    assert counts == [20, 40, 45]
    assert "45篇" in page.inner_text("#search-status")
    assert page.locator("#search-more").count() == 0


def test_focus_goes_to_the_first_new_result(page: Page, at_hand: str) -> None:
    page.goto(f"{at_hand}search/")
    ask(page, "团结")
    page.click("#search-more")
    page.wait_for_selector("#results > li:nth-child(21) a:focus")


def test_no_result_is_shown_twice(page: Page, at_hand: str) -> None:
    page.goto(f"{at_hand}search/")
    ask(page, "粮食")
    for shown in (40, 45):
        page.evaluate("more = document.getElementById('search-more'); more.click(); more.click()")
        page.wait_for_selector(f"#results > li:nth-child({shown})")
    links = page.eval_on_selector_all("#results h2 a", "links => links.map(link => link.href)")

    assert len(links) == len(set(links)) == 45


@pytest.mark.parametrize("order", ["best", "date"])
def test_results_come_by_title_then_heading_then_hits_or_by_date(order: str, searching: Page) -> None:
    hits = {year: 1 + year % 7 for year in range(1950, 1995)}
    best = sorted(hits, key=lambda year: (-hits[year], -year))
    newest = sorted(hits, key=lambda year: -year)
    expected = {"best": [HEADED, *best], "date": [2002, *newest]}[order]

    assert [f"{FOLDER}/{year}/" for year in expected] == ask_index(searching, ["团结"], order)[0]
    assert [f"{FOLDER}/{year}/" for year in (TITLED, HEADED)] == ask_index(searching, ["序言"], "best")[0]


@pytest.mark.parametrize(
    "query",
    [
        *("𬭚村", "㙍村", "𬭚", "㙍", "LED路灯", "led路灯", "路灯30盏", "5㎡", "5m2", "30℃", "30°C", "±800千伏"),
        *(
            '"Big Data"',
            '"big data lab"',
            "résumé",
            "full-width",
            "ｆｕｌｌ－ｗｉｄｔｈ",
            "1,234.5万元",
            "１，２３４．５",
        ),
        *("第①条", "<b>粗</b>", "😀很好", "和㙍村修路３公里。😀"),
    ],
)
def test_odd_texts_are_found_like_any_other(query: str, searching: Page) -> None:
    assert ask(searching, query).paths == ("/reports/jia/yi/qingxi-zhen/2001/",)


@pytest.mark.parametrize(
    ("query", "year"),
    [
        *((query, 2003) for query in ("37574", "１０６．９％", "7890,123", "11.7、", "88。")),
        *(
            (query, 2004)
            for query in ("乡镇振兴", "鄉鎮振興", "鄉镇振興", "发展里程", "隨著時間", "随着时间", "台湾与")
        ),
        *((query, 2005) for query in ("第21999段长文", "修渠153993米", "末尾的钟楼", "鐘樓")),
    ],
)
def test_numbers_traditional_script_and_length_make_no_difference(query: str, year: int, searching: Page) -> None:
    assert ask(searching, query).paths == (f"/{FOLDER}/{year}/",)


@pytest.mark.parametrize(
    "query", ["𬭛村", "5m3", "31℃", "±801", "bigdata", "234.5亿", "粗</i>", "😁很好", "full–width", "路灯 31 盏"]
)
def test_what_does_not_stand_there_is_not_found(query: str, searching: Page) -> None:
    assert ask(searching, query).paths == ()


def test_hits_are_shown_as_printed(page: Page, at_hand: str) -> None:
    page.goto(f"{at_hand}search/")

    assert ask(page, "5m2").marks == ("5㎡",)
    assert ask(page, "第1条").marks == ("第①条",)
    assert ask(page, "led路灯30盏").marks == ("LED 路灯 30 盏",)
    assert ask(page, "<b>").marks == ("<b>",)


def test_all_hits_of_a_long_paragraph_are_marked(page: Page, at_hand: str) -> None:
    page.goto(f"{at_hand}search/")

    expected = 1 + 1952 % 7

    assert expected == ask(page, "1952 团结").marks.count("团结")


def lose(part: str) -> Callable[[Path], None]:
    return lambda index: shutil.rmtree(index / part)


def write_other_version(index: Path) -> None:
    table = json.loads((index / "index.json").read_text(encoding="utf-8"))
    (index / "index.json").write_text(json.dumps({**table, "format": 99}), encoding="utf-8")


def write_other_build(index: Path) -> None:
    next((index / "terms").iterdir()).rename(index / "terms/abcdef012345")


def write_other_texts(index: Path) -> None:
    for file in (index / "text").rglob("*.json"):
        file.write_text(file.read_text(encoding="utf-8").replace("团结", "团 和"), encoding="utf-8")


@pytest.mark.parametrize(
    "damage", [lose(""), lose("terms"), lose("text"), write_other_version, write_other_build, write_other_texts]
)
def test_an_index_that_is_not_whole_gives_a_message_and_a_way_on(
    damage: Callable[[Path], None], invented: Path, tmp_path: Path, rough_page: Page
) -> None:
    site = tmp_path / "site"
    shutil.copytree(invented, site)
    damage(site / "search-index")
    with host(site) as address:
        rough_page.goto(f"{address}search/")
        answer = ask(rough_page, "团结")

        assert answer.paths == ()
        assert answer.said == rough_page.get_attribute("#search-status", "data-missing")
        assert rough_page.is_visible("#search-browse a")


def test_an_archive_that_was_published_anew_is_found_by_an_open_page(
    invented: Path, tmp_path: Path, rough_page: Page
) -> None:
    site = tmp_path / "site"
    shutil.copytree(invented, site)
    with host(site) as address:
        rough_page.goto(f"{address}search/")
        with rough_page.expect_request_finished(lambda request: request.url.endswith("search-index/index.json")):
            rough_page.focus("#q")
        shutil.rmtree(site / "search-index")
        write_index([SearchPage(file=PurePosixPath("a/index.html"), html=NEW, title="新")], site)

        assert ask(rough_page, "新近公布").paths == ("/a/",)
