"""Facets, order and state of the search page, with and without a query."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.asking import ask, read_answer
from tests.browser.hosting import host
from tests.browser.small_archive import small_site
from tests.browser.test_accessibility import find_barriers
from tests.node.packages import read_axe

__all__ = ["small_site"]  # a fixture

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("search-page")]

BEI, CHANGHE = "/reports/yun/bei/liuwan-zhen/2023/", "/reports/yun/qing/changhe-xiang/2023-Q3/"
QING = ("/reports/yun/qing/liuwan-zhen/2023/", "/reports/yun/qing/liuwan-zhen/2022/")
DONE = "#results[aria-busy=false]"


@pytest.fixture(scope="module")
def at_hand(small_site: Path) -> Iterator[str]:
    with host(small_site) as served:
        yield served


def open_at(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector(DONE, state="attached")


def unfold(page: Page, facet: str = "") -> None:
    """Open the facets, which a phone shows folded, and one of them."""
    for one in ("#search-facets", *([f"[data-facet={facet}]"] if facet else [])):
        if page.get_attribute(one, "open") is None:
            page.click(f"{one} > summary")


def choose(page: Page, facet: str, value: str) -> None:
    unfold(page, facet)
    page.eval_on_selector("#results", "list => list.removeAttribute('aria-busy')")
    page.click(f"[data-facet={facet}] [data-value='{value}']")
    page.wait_for_selector(DONE, state="attached")


def counts(page: Page, facet: str) -> dict[str, str]:
    """Return what the facet offers, and how many reports are behind each."""
    unfold(page, facet)
    page.wait_for_selector(f"[data-facet={facet}] [data-value]")
    return dict(
        page.eval_on_selector_all(
            f"[data-facet={facet}] .facet-values li",
            "items => items.map(item => [item.firstChild.dataset.value, item.lastChild.textContent])",
        )
    )


def state_of(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_facets_stand_there_before_anything_is_loaded(page: Page, at_hand: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(f"{at_hand}search/", wait_until="networkidle")

    assert counts(page, "year") == {"2023": "3篇", "2022": "1篇"}
    assert counts(page, "kind") == {"year": "3篇", "quarter": "1篇"}
    assert counts(page, "place")["yun/qing"] == "3篇"
    assert not [path for path in asked if path.endswith(".json") or "search-answer" in path]


def test_a_facet_alone_lists_its_reports_the_newest_first(page: Page, at_hand: str) -> None:
    page.goto(f"{at_hand}search/")
    choose(page, "place", "yun/qing/liuwan-zhen")

    assert read_answer(page).paths == QING
    assert "2篇" in read_answer(page).said
    assert state_of(page) == {"place": ["yun/qing/liuwan-zhen"]}
    assert page.inner_text("#search-narrowed") == "已选：柳湾镇（云岭省青溪县）"


def test_facets_narrow_one_another_and_the_query(page: Page, at_hand: str) -> None:
    page.goto(f"{at_hand}search/")
    everywhere = set(ask(page, "税收").paths)
    assert everywhere == {BEI, CHANGHE, *QING}
    assert counts(page, "year") == {"2023": "3篇", "2022": "1篇"}

    choose(page, "theme", "economy")
    assert set(read_answer(page).paths) == {BEI, *QING}
    assert counts(page, "year") == {"2023": "2篇", "2022": "1篇"}
    assert counts(page, "practice") == {"jifenzhi": "2篇"}
    choose(page, "practice", "jifenzhi")
    choose(page, "place", "yun/bei")

    assert read_answer(page).paths == (BEI,)
    assert "所选范围内有1篇" in read_answer(page).said
    assert state_of(page) == {"q": ["税收"], "theme": ["economy"], "practice": ["jifenzhi"], "place": ["yun/bei"]}


def test_a_chosen_facet_is_taken_away_by_its_button(page: Page, at_hand: str) -> None:
    open_at(page, f"{at_hand}search/?q=税收&place=yun/qing&year=2022")
    assert read_answer(page).paths == QING[1:]

    page.get_by_role("button", name="去掉“年份：2022年”").press("Enter")
    expect(page.locator("#results > li")).to_have_count(3)

    assert state_of(page) == {"q": ["税收"], "place": ["yun/qing"]}
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "去掉“地方：青溪县”"


def test_a_facet_chosen_by_key_keeps_the_focus(page: Page, at_hand: str) -> None:
    open_at(page, f"{at_hand}search/?q=税收")
    unfold(page, "year")
    page.focus("[data-facet=year] [data-value='2022']")
    page.keyboard.press("Enter")
    expect(page.locator("[data-facet=year] a[aria-current]")).to_be_focused()

    assert page.evaluate("document.activeElement.dataset.value") == "2022"


def test_back_and_forward_go_through_what_was_chosen(page: Page, at_hand: str) -> None:
    page.goto(f"{at_hand}search/")
    ask(page, "税收")
    choose(page, "year", "2022")
    page.go_back()
    expect(page.locator("#results > li")).to_have_count(4)
    assert page.is_hidden("#search-chosen")

    page.go_back()
    expect(page.locator("#results > li")).to_have_count(0)
    assert counts(page, "year") == {"2023": "3篇", "2022": "1篇"}

    page.go_forward()
    expect(page.locator("#results > li")).to_have_count(4)
    assert page.input_value("#q") == "税收"


def test_the_newest_come_first_where_that_is_chosen(page: Page, at_hand: str) -> None:
    open_at(page, f"{at_hand}search/?q=税收")
    page.get_by_role("link", name="最新").click()
    page.wait_for_selector("#search-order a[aria-current]:has-text('最新')")

    assert read_answer(page).paths[-1] == QING[1]
    assert state_of(page)["sort"] == ["date"]


@pytest.mark.parametrize("value", ["place=nowhere", "theme=__proto__", "indicator=<script>", "year=x", "practice=%00"])
def test_a_value_that_is_not_there_finds_nothing_and_says_so(value: str, page: Page, at_hand: str) -> None:
    open_at(page, f"{at_hand}search/?{value}")

    assert read_answer(page).paths == ()
    assert read_answer(page).said == "所选范围内没有报告。"
    assert page.locator("#search-chosen button").count() == 1


def test_nothing_found_inside_a_choice_leads_outside(page: Page, at_hand: str) -> None:
    open_at(page, f"{at_hand}search/?q=太阳能路灯&year=2022")
    page.click("#search-help a")
    page.wait_for_selector("#results a")

    assert state_of(page) == {"q": ["太阳能路灯"]}


@pytest.mark.parametrize(
    ("query", "helps"),
    [
        ("税收收入极高", "税收收入"),
        ("税收 绝无此词", "“税收”：4篇"),
        ("长木乡", "长禾乡"),
        ("太阳能路丁", "新安装太阳能路灯"),
        ("chx", "长禾乡"),
        ("长木乡 税收", "长禾乡"),
        ("长禾乡 太阳能路灯", "新安装太阳能路灯"),
    ],
)
def test_nothing_found_offers_what_is_near(query: str, helps: str, page: Page, at_hand: str) -> None:
    page.goto(f"{at_hand}search/")
    ask(page, query)

    assert helps in page.inner_text("#search-help")
    assert page.is_visible("#search-browse a")
    assert not page.is_visible("#search-order")
    assert not page.is_visible("#search-chosen")


def test_without_script_facets_lead_to_pages(browser: Browser, at_hand: str, small_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{at_hand}search/")
    addresses = page.eval_on_selector_all("[data-value]", "links => links.map(link => link.getAttribute('href'))")

    assert addresses
    assert all((small_site / unquote(address).strip("/") / "index.html").is_file() for address in addresses)
    context.close()


@pytest.mark.parametrize("lost", ["reports.json", "titles"])
def test_without_its_files_a_facet_says_that_search_does_not_work(
    lost: str, small_site: Path, tmp_path: Path, rough_page: Page
) -> None:
    lost_file, kept = small_site / "search" / lost, tmp_path / "kept"
    lost_file.rename(kept)
    try:
        with host(small_site) as address:
            open_at(rough_page, f"{address}search/?year=2022")
            said = rough_page.inner_text("#search-status")
    finally:
        kept.rename(lost_file)

    assert said == rough_page.get_attribute("#search-status", "data-missing")
    assert rough_page.is_visible("#search-browse a")


@pytest.mark.parametrize("colors", ["light", "dark"])
def test_card_results_and_suggestions_shut_nobody_out(colors: str, browser: Browser, at_hand: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, color_scheme="dark" if colors == "dark" else "light", bypass_csp=True
    )
    page = context.new_page()
    open_at(page, f"{at_hand}search/?q=柳湾镇 税收")
    page.wait_for_selector("#search-card .value")
    assert find_barriers(page, read_axe()) == []

    choose(page, "year", "2023")
    page.fill("#q", "长")
    page.wait_for_selector("#search-suggestions [role=option]")
    page.keyboard.press("ArrowDown")

    assert find_barriers(page, read_axe()) == []
    context.close()
