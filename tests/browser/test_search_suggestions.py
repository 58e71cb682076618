"""Suggestions while typing, and the key that goes to the search field."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.asking import read_answer
from tests.browser.hosting import host
from tests.browser.small_archive import small_site

__all__ = ["small_site"]  # a fixture

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("search-page")]

OPTIONS = "#search-suggestions [role=option]"
CHANGHE = "places/yun/qing/changhe-xiang/"


@pytest.fixture(scope="module")
def at_hand(small_site: Path) -> Iterator[str]:
    with host(small_site) as served:
        yield served


@pytest.fixture
def typing(page: Page, at_hand: str) -> Page:
    """The search page with the focus in its field."""
    page.goto(f"{at_hand}search/")
    page.focus("#q")
    expect(page.locator("#q[role=combobox]")).to_have_count(1)
    return page


def first(page: Page) -> str:
    page.wait_for_selector(OPTIONS)
    return page.locator(OPTIONS).first.inner_text()


@pytest.mark.parametrize(
    ("typed", "name", "kind"),
    [
        ("长禾", "长禾乡", "地方"),
        ("chxiang", "长禾乡", "地方"),
        ("chx", "长禾乡", "地方"),
        ("zhanghe", "长禾乡", "地方"),
        ("chang he xiang", "长禾乡", "地方"),
        ("税收", "税收收入", "指标"),
        ("tax", "税收收入", "指标"),
        ("Tax revenue", "税收收入", "指标"),
        ("xaztyn", "新安装太阳能路灯", "指标"),
        ("jfz", "积分制", "工作方法"),
        ("经济", "经济发展", "主题"),
    ],
)
def test_names_are_suggested_as_written_as_read_and_by_initials(typed: str, name: str, kind: str, typing: Page) -> None:
    typing.keyboard.type(typed)

    suggested = first(typing)

    assert name in suggested
    assert kind in suggested


def test_places_of_one_name_are_told_apart(typing: Page) -> None:
    typing.keyboard.type("liuwan")
    first(typing)

    names = typing.locator(OPTIONS).all_inner_texts()

    assert len(names) == len(set(names)) == 2


def test_arrows_walk_through_the_list_and_enter_goes_to_the_page(typing: Page, at_hand: str) -> None:
    typing.keyboard.type("长禾")
    first(typing)
    expect(typing.locator("#q")).to_have_attribute("aria-expanded", "true")
    assert typing.get_attribute("#q", "aria-activedescendant") is None

    typing.keyboard.press("ArrowDown")
    active = typing.get_attribute("#q", "aria-activedescendant")
    assert typing.get_attribute(f"#{active}", "aria-selected") == "true"
    assert typing.evaluate("document.activeElement.id") == "q"
    typing.keyboard.press("Enter")
    typing.wait_for_url(at_hand + CHANGHE)


def test_beyond_the_ends_of_the_list_lies_the_field(typing: Page) -> None:
    typing.keyboard.type("liuwan")
    first(typing)
    reached = []
    for key in ("ArrowUp", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown"):
        typing.keyboard.press(key)
        reached.append(typing.get_attribute("#q", "aria-activedescendant"))

    assert reached == ["search-suggestion-1", None, "search-suggestion-0", "search-suggestion-1", None]


def test_enter_without_a_choice_searches_for_the_words(typing: Page) -> None:
    typing.keyboard.type("税收")
    first(typing)
    typing.keyboard.press("Enter")
    typing.wait_for_selector("#results a")

    assert "税收" in read_answer(typing).said
    assert typing.is_hidden("#search-suggestions")


def test_escape_closes_the_list_and_keeps_the_words(typing: Page) -> None:
    typing.keyboard.type("长禾")
    first(typing)
    typing.keyboard.press("Escape")

    assert typing.is_hidden("#search-suggestions")
    assert typing.get_attribute("#q", "aria-expanded") == "false"
    assert typing.input_value("#q") == "长禾"


def test_after_a_space_the_last_word_is_completed(typing: Page, at_hand: str) -> None:
    typing.keyboard.type("税收 chx")
    assert "税收 长禾乡" in first(typing)
    typing.keyboard.press("ArrowDown")
    typing.keyboard.press("Enter")
    typing.wait_for_selector("#search-card .value")

    assert typing.input_value("#q") == "税收 长禾乡"


def test_a_click_on_a_suggestion_goes_there(typing: Page, at_hand: str) -> None:
    typing.keyboard.type("长禾")
    first(typing)
    typing.locator(OPTIONS).first.click()
    typing.wait_for_url(at_hand + CHANGHE)


def test_how_many_there_are_is_said(typing: Page) -> None:
    said = typing.locator("#search-form [role=status]")
    typing.keyboard.type("长禾")
    expect(said).to_contain_text("1个建议")
    typing.keyboard.type("与天")
    expect(said).to_have_text("没有建议。")
    assert typing.is_hidden("#search-suggestions")


def test_an_input_method_at_work_keeps_its_keys(typing: Page) -> None:
    cdp = typing.context.new_cdp_session(typing)
    typing.keyboard.type("长禾")
    first(typing)
    cdp.send("Input.imeSetComposition", {"text": "x", "selectionStart": 1, "selectionEnd": 1})
    expect(typing.locator("#search-suggestions")).to_be_hidden()
    typing.dispatch_event("#q", "keydown", {"key": "ArrowDown", "isComposing": True, "bubbles": True})
    typing.dispatch_event("#q", "keydown", {"key": "Enter", "keyCode": 229, "bubbles": True})
    assert typing.get_attribute("#q", "aria-activedescendant") is None

    cdp.send("Input.insertText", {"text": "乡"})

    assert "长禾乡" in first(typing)


def test_names_are_loaded_with_the_focus_and_not_before(page: Page, at_hand: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{at_hand}search/", wait_until="networkidle")
    assert not [url for url in asked if "names" in url or "suggest" in url]
    page.focus("#q")
    with page.expect_request(lambda request: request.url.endswith("/names.json")):
        page.keyboard.type("长")


def test_without_names_the_field_is_a_field(small_site: Path, tmp_path: Path, rough_page: Page) -> None:
    lost, kept = small_site / "search/names.json", tmp_path / "kept"
    lost.rename(kept)
    try:
        with host(small_site) as address:
            rough_page.goto(f"{address}search/")
            rough_page.click("#q")
            rough_page.keyboard.type("税收")
            rough_page.keyboard.press("Enter")
            rough_page.wait_for_selector("#results a")
    finally:
        kept.rename(lost)


def test_the_key_goes_to_the_field_of_the_page_or_to_the_search_page(page: Page, at_hand: str) -> None:
    page.goto(at_hand)
    page.keyboard.press("/")
    expect(page.locator("input[type=search]")).to_be_focused()
    page.keyboard.type("1/2")
    assert page.input_value("input[type=search]") == "1/2"

    page.goto(f"{at_hand}about/")
    page.keyboard.press("/")
    page.wait_for_url(f"{at_hand}search/#q")
    expect(page.locator("#q")).to_be_focused()


def test_the_key_can_be_switched_off(page: Page, at_hand: str) -> None:
    page.goto(f"{at_hand}search/")
    page.uncheck("#search-keys input")
    page.reload()
    page.focus("#search-keys input")
    page.keyboard.press("/")

    assert not page.is_checked("#search-keys input")
    assert page.evaluate("document.activeElement.type") == "checkbox"
