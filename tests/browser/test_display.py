"""The reader's switches for large type and high contrast, and what the page is without them."""

import pytest
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("views")]


def size_of_text(page: Page) -> float:
    return float(page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)"))


def colors_of(page: Page) -> list[str]:
    return list(
        page.evaluate("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
    )


def test_large_type_is_remembered_on_every_page(page: Page, address: str) -> None:
    page.goto(address)
    normal = size_of_text(page)
    page.click("[data-display=large]")
    page.goto(f"{address}about/")

    assert size_of_text(page) == pytest.approx(1.25 * normal)
    assert page.get_attribute("[data-display=large]", "aria-pressed") == "true"

    page.click("[data-display=large]")
    page.reload()

    assert size_of_text(page) == normal
    assert page.get_attribute("[data-display=large]", "aria-pressed") == "false"


def test_high_contrast_is_remembered_on_every_page(page: Page, address: str) -> None:
    page.goto(address)
    page.focus("[data-display=contrast]")
    page.keyboard.press("Enter")
    page.goto(f"{address}themes/")

    assert colors_of(page) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]

    page.emulate_media(color_scheme="dark")

    assert colors_of(page) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


def test_the_choice_is_there_before_the_first_paint(page: Page, address: str) -> None:
    page.add_init_script("localStorage.setItem('display-large', 'on')")
    page.goto(address, wait_until="commit")
    page.wait_for_selector("main", state="attached")

    assert page.evaluate("document.documentElement.classList.contains('display-large')")


def test_a_device_that_asks_for_contrast_gets_it(page: Page, address: str) -> None:
    page.emulate_media(contrast="more")
    page.goto(address)

    assert colors_of(page) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_without_script_no_switch_is_offered(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)

    assert not page.is_visible("[data-display]")
    assert page.is_visible("main h1")
    context.close()


@pytest.mark.parametrize("storage", ["get", "set"])
def test_a_browser_that_keeps_nothing_switches_for_the_page(storage: str, page: Page, address: str) -> None:
    page.add_init_script(f"Storage.prototype.{storage}Item = () => {{ throw new Error('no storage') }}")
    page.goto(address)
    page.click("[data-display=large]")

    assert page.get_attribute("[data-display=large]", "aria-pressed") == "true"
