"""How a reader cites a report or one of its numbers: with and without script, by keyboard, on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import KINDS, find_longest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("cite")]


@pytest.fixture
def report(site: Path) -> str:
    """Where the longest report stands below the site's address."""
    return find_longest(site, KINDS["report"])


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """A page on a phone, without script."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def copying_page(browser: Browser) -> Iterator[Page]:
    """A page that may use the clipboard."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def test_a_number_is_cited_without_script(plain_page: Page, address: str, report: str) -> None:
    plain_page.goto(address + report)
    row = plain_page.locator("tr:has(.cite-link)").nth(2)
    printed, quote = row.locator(".value").inner_text(), row.locator(".quote-cell").inner_text()
    link = row.get_by_role("link", name=printed).filter(has_not_text=printed)

    link.click()
    box = plain_page.locator(".cited-figure:target")

    assert box.locator(".value").inner_text() == printed
    assert box.locator(".quote").inner_text() in quote
    assert printed in box.locator(".cite dd").first.inner_text()
    assert box.get_by_role("button").count() == 0

    box.locator(".value").click()

    assert plain_page.locator("article .stat:target").inner_text() == printed


def test_a_figure_of_the_front_page_is_cited_in_one_step(plain_page: Page, address: str) -> None:
    plain_page.goto(address)
    figure = plain_page.locator(".figures > div").first
    printed = figure.locator(".value").inner_text()

    figure.locator(".cite-link").click()

    assert plain_page.locator(".cited-figure:target .value").inner_text() == printed


@pytest.mark.parametrize("host_known", [True, False])
def test_a_citation_is_copied_by_keyboard_with_its_whole_address(
    copying_page: Page, address: str, report: str, host_known: bool
) -> None:
    copying_page.goto(address + report)
    if not host_known:  # as a site without one writes it
        copying_page.eval_on_selector(
            ".cited .cite-box",
            """(box, path) => {
                const form = box.querySelector("dd");
                form.textContent = form.textContent.replace(/https:.*[/]/, path);
                box.dataset.path = path;
            }""",
            f"/{report}",
        )
    button = copying_page.locator(".cited").get_by_role("button", name="GB/T 7714-2015")
    button.focus()

    copying_page.keyboard.press("Enter")
    expect(button).to_have_text(copying_page.get_attribute("[data-copied]", "data-copied") or "")
    copied = copying_page.evaluate("navigator.clipboard.readText()")

    assert "[EB/OL]" in copied
    assert copied.endswith(f"{'https://archive.example/' if host_known else address}{report}.")


def test_reference_managers_get_files(page: Page, address: str, report: str) -> None:
    page.goto(address + report)
    files = page.eval_on_selector_all(".cite-files a[download]", "links => links.map((link) => link.href)")
    bodies = {file.rpartition(".")[2]: page.request.get(file).text() for file in files}

    assert list(bodies) == ["bib", "ris", "json"]
    assert bodies["bib"].startswith("@online{")
    assert bodies["ris"].startswith("TY  - ELEC\n")
    assert '"type": "webpage"' in bodies["json"]


def test_a_printed_report_says_how_it_is_cited_and_where_it_stands(page: Page, address: str, report: str) -> None:
    page.goto(address + report)
    page.emulate_media(media="print")

    assert page.locator(".cited .cite dd").first.is_visible()
    assert page.locator(".site-footer .printed").is_visible()
    assert not page.locator(".cited details").is_visible()
    assert not page.locator(".cite-link").first.is_visible()
    assert not page.locator("button.copy").first.is_visible()


def test_the_page_that_cites_is_for_readers_alone(page: Page, site: Path, address: str) -> None:
    cite = find_longest(site, KINDS["cite"])
    page.goto(address + cite)

    assert page.get_attribute("meta[name=robots]", "content") == "noindex"
    assert cite not in (site / "sitemap.xml").read_text(encoding="utf-8")
