"""A number in a report and its record: there and back, with and without script, by pointer and by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.kinds import KINDS, find_longest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("numbers")]


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def report(request: pytest.FixtureRequest, browser: Browser, site: Path, address: str) -> Iterator[Page]:
    """The longest report, on a phone."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, java_script_enabled=request.param, locale="zh-CN"
    )
    page = context.new_page()
    page.goto(address + find_longest(site, KINDS["report"]))
    yield page
    context.close()


def test_a_number_leads_to_its_record_and_back_by_keyboard(report: Page) -> None:
    number = report.locator("article a.stat").nth(3)
    stat, printed = number.get_attribute("id"), number.inner_text()
    number.focus()

    report.keyboard.press("Enter")
    report.wait_for_url(f"**#row-{stat}")
    row = report.locator(f"[id='row-{stat}']")
    value = row.locator(f".value[data-stat='{stat}']")
    for _ in range(row.locator("a").count()):  # the name of the indicator may be a link, too
        report.keyboard.press("Tab")
        if value.evaluate("element => element === document.activeElement"):
            break

    assert value.inner_text() == printed
    assert row.evaluate(
        "element => { const b = element.getBoundingClientRect(); return b.top >= 0 && b.top < innerHeight }"
    )

    report.keyboard.press("Enter")
    report.wait_for_url(f"**#{stat}")

    assert number.evaluate("element => element === document.activeElement")
    assert number.evaluate(
        "element => { const b = element.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight }"
    )


def test_every_mark_has_a_record_and_every_record_a_mark_or_a_reason(report: Page) -> None:
    marks = report.eval_on_selector_all("article .stat[id]", "found => found.map(element => element.id)")
    records = report.eval_on_selector_all(
        "#figures-table ~ table tr[id], section[aria-labelledby=figures-table] tr[id]",
        "found => found.map(element => element.id)",
    )

    assert len(marks) == len(set(marks)) > 20
    assert {f"row-{mark}" for mark in marks} == {record for record in records if record.startswith("row-")}


def test_one_list_of_contents_is_seen_at_every_width(report: Page) -> None:
    for width in (320, 390, 1280):
        report.set_viewport_size({"width": width, "height": 800})
        seen = [contents.is_visible() for contents in report.locator("nav.contents").all()]

        assert seen.count(True) == 1, width


def test_lines_are_short_and_letters_large_enough(report: Page) -> None:
    for width in (320, 390, 820, 1280, 1920):
        report.set_viewport_size({"width": width, "height": 800})
        for paragraph in report.locator("article .text > p").all()[:5]:
            size, wide = paragraph.evaluate(
                "element => [parseFloat(getComputedStyle(element).fontSize), element.clientWidth]"
            )

            assert size >= 17
            assert wide / size <= 38.1, width
