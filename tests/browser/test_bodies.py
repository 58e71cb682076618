"""A report with a picture, a table and footnotes: everybody can read it, on a phone, with the keyboard, on paper."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from sitegen.build import build
from tests.browser.conftest import watch
from tests.browser.hosting import host
from tests.browser.test_accessibility import RULES
from tests.node.packages import find_html_faults, read_axe

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("views")]
REPORT = "reports/zhejiang/jiashan/xitang-zhen/2023"
TEXT = """---
title: 水利一年
place: 浙江省嘉兴市嘉善县西塘镇
issuer: 西塘镇
period: "2023"
sections:
- {heading: null, themes: [economy]}
- {heading: 各村进度, themes: [economy]}
stats:
- {id: aaaaa1, indicator: 水渠, printed: 12公里, quote: 新修水渠12公里，投入}
- {id: aaaaa2, indicator: 受益户, printed: 45户, quote: 荷塘村 | 45户}
---
新修水渠12公里[^长]，投入资金640万元。

![新渠从稻田中间穿过](/images/渠.jpg "2023年秋，新渠通水。")

## 各村进度

| 村 | 受益户 | 水渠（公里） | 涵洞（处） | 泵站（座） | 新增灌溉（亩） | 备注 |
|---|--:|--:|--:|--:|--:|:-:|
| 荷塘村 | 45户 | 3.5 | 4 | 1 | 120 | 已完工 |
| 柳湾村 | 45户 | 8.5 | 6 | 2 | 230 | 冬季完工 |

[^长]: 含支渠7公里。
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("bodies")
    for name, text in ((f"{REPORT}.md", TEXT), ("pages/about.md", f"---\ntitle: 关于\n---\n{TEXT.split('---')[2]}")):
        file = root / "content" / name
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    (root / "content/images").mkdir()
    photograph = Image.effect_noise((200, 150), 60).resize((2000, 1500))
    Image.merge("RGB", [photograph, photograph, Image.new("L", (2000, 1500), 90)]).save(root / "content/images/渠.jpg")
    result = build(root / "content", root / "public", base_url="/archiv/")
    assert result.moved, "\n".join(map(str, result.problems))
    assert not [str(problem) for problem in result.problems if problem.severity.name == "ERROR"]
    return root / "public"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with host(site, "/archiv/") as served:
        yield served


@pytest.fixture(params=[(390, "light"), (1280, "dark")], ids=str)
def opened(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    width, colors = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme=colors, device_scale_factor=2, locale="zh-CN"
    )
    page = context.new_page()
    faults = watch(page)
    page.goto(f"{address}{REPORT}/")
    yield page
    context.close()
    assert not faults


def test_pages_with_them_are_valid(site: Path) -> None:
    assert find_html_faults([site / REPORT / "index.html", site / "about/index.html"]) == []


def test_nobody_is_shut_out(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, bypass_csp=True, locale="zh-CN")
    page = context.new_page()
    for path in (f"{REPORT}/", "about/"):
        page.goto(address + path)
        page.evaluate(read_axe())
        barriers = page.evaluate(
            "async (rules) => (await axe.run(document, { runOnly: rules })).violations.map(({ id }) => id)", list(RULES)
        )
        assert barriers == [], path
    context.close()


def test_the_picture_is_loaded_when_it_comes_near_in_the_width_that_is_shown(opened: Page) -> None:
    picture = opened.locator("article img")
    picture.scroll_into_view_if_needed()
    opened.wait_for_function("() => document.querySelector('article img').currentSrc !== ''")
    picture.evaluate("(image) => image.decode()")
    wide = opened.viewport_size is not None and opened.viewport_size["width"] > 1000

    assert re.search(r"/archiv/images/[0-9a-f-]+/(\d+)\.webp$", picture.evaluate("(image) => image.currentSrc"))
    assert picture.evaluate("(image) => image.currentSrc").endswith("/1600.webp" if wide else "/800.webp")
    box = picture.bounding_box()
    assert box is not None
    assert abs(box["width"] / box["height"] - 4 / 3) < 0.02
    expect(opened.get_by_role("img", name="新渠从稻田中间穿过")).to_be_visible()


def test_the_page_does_not_scroll_sideways_and_the_table_does(opened: Page) -> None:
    table = opened.get_by_role("region", name="表格 1")
    table.focus()
    wider = table.evaluate("(box) => box.scrollWidth - box.clientWidth")

    assert opened.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    if opened.viewport_size is not None and opened.viewport_size["width"] < 500:
        assert wider > 0
        opened.keyboard.press("ArrowRight")
        opened.wait_for_function("() => document.activeElement.scrollLeft > 0")


def test_a_footnote_leads_there_and_back(opened: Page) -> None:
    opened.locator('[role="doc-noteref"][aria-label="注 1"]').click()
    expect(opened).to_have_url(re.compile("#note-1$"))
    opened.locator('[role="doc-backlink"]').click()
    expect(opened).to_have_url(re.compile("#note-ref-1$"))


def test_numbers_in_the_table_and_beside_a_mark_lead_to_their_rows(opened: Page) -> None:
    expect(opened.locator("#aaaaa1")).to_have_text("12公里")
    expect(opened.locator("td #aaaaa2")).to_have_text("45户")
    expect(opened.locator("tr", has_text="荷塘村").locator("#aaaaa2")).to_have_count(1)
