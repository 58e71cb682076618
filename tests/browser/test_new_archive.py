"""An archive as ``sitegen init`` makes it, before the first report: nothing is broken, and search says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from sitegen.checks.site import check_site
from sitegen.cli import main
from tests.browser.hosting import host
from tests.node.packages import find_html_faults

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("new")]

WIDTHS = (320, 390, 1280)
PAGES = ("", "data/", "compare/", "search/", "places/", "reports/", "about/", "pages/how-to-use/", "themes/economy/")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("new") / "archive"
    content = root / "content"
    run("init", root, "--county", "浙江省嘉善县")
    run("new", "page", "--title", "使用说明", "--title-en", "How to use", "--content", content)
    with (content / "pages/how-to-use.md").open("a", encoding="utf-8") as file:
        file.write("先看地方。\n\n## 找数字\n\n在首页搜索。\n\n## 引用\n\n点数字，复制地址。\n")
    run("build", "--strict", "--content", content, "--out", root / "public", "--jobs", "1")
    return root / "public"


def run(*words: str | Path) -> None:
    done = CliRunner().invoke(main, [str(word) for word in words])
    assert done.exit_code == 0, done.output


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with host(site) as served:
        yield served


def test_nothing_is_wider_than_the_screen_and_nothing_fails(address: str, page: Page) -> None:
    wrong = []
    for path in (*PAGES, *(f"en/{path}" for path in PAGES)):
        page.goto(address + path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wrong.append((path, width))

    assert wrong == []


@pytest.mark.parametrize(("path", "said"), [("", "没有报告写有“公路”。"), ("en/", "公路")])
def test_search_answers_that_nothing_is_found(address: str, page: Page, path: str, said: str) -> None:
    page.goto(f"{address}{path}search/?q=公路")

    expect(page.locator("#results, [role=status]").filter(has_text=said).first).to_be_visible()
    assert page.locator("#results a").count() == 0


def test_every_page_is_reached_and_valid(site: Path) -> None:
    assert check_site(site).problems == ()
    assert find_html_faults([site / path / "index.html" for path in (*PAGES, "en/pages/how-to-use/")]) == []
