"""The page of a practice: its numbers lead to the words they are from, without script and on a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("practices")]


@pytest.fixture
def practice(browser: Browser, site: Path, address: str) -> Iterator[Page]:
    """The practice with the most numbers, on a phone without script."""
    pages = site.glob("practices/*/index.html")
    fullest = max(pages, key=lambda page: (page.read_text(encoding="utf-8").count("data-stat="), page))
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + fullest.parent.relative_to(site).as_posix() + "/")
    yield page
    context.close()


def test_a_number_beside_a_sentence_leads_to_that_sentence_in_the_report(practice: Page) -> None:
    said = practice.locator(".said:has(.value)").first
    sentence = said.locator("blockquote:has(+ p + dl)").first.inner_text()
    value = said.locator(".value").first
    stat, printed = value.get_attribute("data-stat"), value.inner_text()
    value.click()
    practice.wait_for_url(f"**#{stat}")
    mark = practice.locator(f"[id='{stat}']")

    assert mark.inner_text() in printed
    assert "".join(sentence.split())[:12] in "".join(practice.locator("article").inner_text().split())


def test_a_place_in_the_table_leads_to_its_words(practice: Page) -> None:
    practice.locator(".spread-table a[href^='#at-']").last.click()
    target = practice.url.rpartition("#")[2]

    assert practice.locator(f"[id='{target}'] blockquote").count() > 0
