"""A question for a number is answered by a card, and only where its words are wholly explained."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.browser.asking import ask
from tests.browser.conftest import watch
from tests.browser.hosting import host
from tests.browser.small_archive import small_site

__all__ = ["small_site"]  # a fixture

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("search-page")]

CASES = yaml.safe_load((Path(__file__).parents[1] / "spec/search/figures.yaml").read_text(encoding="utf-8"))

READ = """card => card.hidden ? null : {
    heading: card.querySelector("h2").textContent,
    values: [...card.querySelectorAll(".card-values li")].map((item) =>
        [item.querySelector(".value").textContent, ...item.querySelector(".card-what").textContent.split(" · ")]),
    note: card.querySelector(".note")?.textContent ?? "",
}"""


@pytest.fixture(scope="module")
def at_hand(small_site: Path) -> Iterator[str]:
    with host(small_site) as served:
        yield served


@pytest.fixture(scope="module")
def searching(browser: Browser, at_hand: str) -> Iterator[Page]:
    """The search page, open for many questions."""
    page = browser.new_page()
    faults = watch(page)
    page.goto(f"{at_hand}search/")
    yield page
    page.close()
    assert not faults


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_card_answers_what_is_wholly_explained_and_nothing_else(case: dict[str, Any], searching: Page) -> None:
    ask(searching, case["query"])
    card = searching.eval_on_selector("#search-card", READ)

    if "card" in case:
        assert card is None
    else:
        assert card["heading"] == case["heading"]
        assert card["values"] == case["values"]
        assert ("1" in card["note"]) == ("others" in case)


def test_a_number_of_the_card_leads_to_its_words(page: Page, at_hand: str) -> None:
    page.goto(f"{at_hand}search/?q=青溪县柳湾镇 新修水渠")
    value = page.locator("#search-card .value")
    stat = value.get_attribute("data-stat")
    value.click()
    page.wait_for_url(f"{at_hand}reports/yun/qing/liuwan-zhen/2023/#{stat}")

    assert page.inner_text(f"article [id='{stat}']") == "3公里"


def test_the_answer_is_said(page: Page, at_hand: str) -> None:
    page.goto(f"{at_hand}search/")
    said = [ask(page, query).said for query in ("长禾乡 税收", "长禾乡")]

    assert ["数字" in one for one in said] == [True, False]


def test_the_english_page_answers_in_english(page: Page, at_hand: str) -> None:
    page.goto(f"{at_hand}en/search/?q=长禾乡 税收")
    page.wait_for_selector("#search-card .value")

    assert page.inner_text("#search-card h2").endswith(": Tax revenue")
    assert "Q3 2023" in page.inner_text("#search-card .card-what")


@pytest.mark.parametrize("lost", ["names.json", "facts", "reports.json"])
def test_without_the_files_of_figures_the_search_itself_answers(
    lost: str, small_site: Path, tmp_path: Path, rough_page: Page
) -> None:
    lost_file, kept = small_site / "search" / lost, tmp_path / "kept"
    lost_file.rename(kept)
    try:
        with host(small_site) as address:
            rough_page.goto(f"{address}search/")
            answer = ask(rough_page, "长禾乡 税收")
    finally:
        kept.rename(lost_file)

    assert answer.paths == ("/reports/yun/qing/changhe-xiang/2023-Q3/",)
    assert rough_page.is_hidden("#search-card")
