"""The site in two languages: nothing left in the other one, and the ways between them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sitegen.archive import Archive, relate
from sitegen.checks import check_folder
from sitegen.lexicon import load_series, load_themes
from sitegen.model.content import TextPage
from sitegen.render import (
    DataFile,
    JinjaTheme,
    JinjaThemeError,
    Page,
    PageKind,
    default_folder,
    load_jinja_theme,
    render_site,
)
from sitegen.render.page import SINGLE
from sitegen.routes import Routes

ROUTES = Routes("https://archive.example/x/")
THEME = load_jinja_theme(default_folder())
CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
FILES = (DataFile("stats.csv", size=2048),)
_EMPTY = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
_SPOKEN = ("aria-label", "alt", "title", "placeholder")


class Read(HTMLParser):
    """What a page says and where it leads, each text with the language that it is said to be in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[tuple[str, str]] = []
        """Language, text."""
        self.links: list[str] = []
        """Addresses of links that are no way to another language."""
        self.versions: dict[str, str] = {}
        """The page in each language, as its head says."""
        self._open: list[tuple[str, str]] = []
        self.feed(html)

    @property
    def language(self) -> str:
        return self._open[-1][1] if self._open else ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        language = given.get("lang", self.language)
        # Parts of an attribute cannot be marked: one that also has English words is as good as it can be.
        spoken = [given[name] for name in _SPOKEN if name in given and tag != "link"]
        self.texts += [(language, text) for text in spoken if not re.search("[A-Za-z]{3}", text)]
        if tag == "link" and given.get("rel") == "alternate" and "hreflang" in given:
            self.versions[given["hreflang"]] = given["href"]
        if tag == "a" and "hreflang" not in given:
            self.links.append(given.get("href", ""))
        if tag not in _EMPTY:
            self._open.append((tag, language))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and self._open[-1][0] not in ("title", "script"):
            self.texts.append((self.language, data.strip()))


def find_unmarked(page: Read) -> list[str]:
    """Chinese texts of a page that are not said to be Chinese."""
    return [text for language, text in page.texts if CHINESE.search(text) and language != "zh-Hans"]


def find_left(page: Read, language: str, words: frozenset[str]) -> list[str]:
    """Texts that are nothing but words of the interface in another language, said to be in that language or not."""
    ways = {strings["language.name"] for strings in THEME.strings.values()}
    return [text for said, text in page.texts if text in words - ways and said in (language, "zh-Hans")]


@cache
def archive() -> Archive:
    content, _ = check_folder(Path(__file__).parents[3] / "content")
    written = TextPage("thanks", "致谢", "谢谢。\n")
    return relate(replace(content, pages=(*content.pages, written)))


def render(first: str = "zh-Hans", part: slice = slice(None), theme: JinjaTheme = THEME) -> Iterator[Page]:
    whole = archive()
    settings = replace(whole.settings, language=first)
    return render_site(replace(whole, settings=settings), ROUTES, theme, data_files=FILES, part=part)


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    """The pages of the archive by address."""
    return {page.address: page for page in render()}


@pytest.fixture(scope="module")
def read(pages: dict[str, Page]) -> dict[str, Read]:
    return {address: Read(page.text) for address, page in pages.items()}


@pytest.fixture(scope="module")
def english(read: dict[str, Read]) -> dict[str, Read]:
    return {address: page for address, page in read.items() if address.startswith("/x/en/")}


def interface_words(language: str) -> frozenset[str]:
    """Strings of a language that stand on pages as they are."""
    letters = CHINESE if language == "zh-Hans" else re.compile("[a-z]{3}")
    strings = THEME.strings[language].values()
    return frozenset(text for text in strings if len(text) > 1 and "{" not in text and letters.search(text))


def test_every_kind_of_page_that_is_not_single_is_in_english(pages: dict[str, Page]) -> None:
    kinds = {page.kind for address, page in pages.items() if address.startswith("/x/en/")}

    assert set(PageKind) - SINGLE == kinds


def test_chinese_on_an_english_page_is_marked(english: dict[str, Read]) -> None:
    assert {address: found for address, page in english.items() if (found := find_unmarked(page))} == {}


def test_no_word_of_the_chinese_interface_stands_on_an_english_page(english: dict[str, Read]) -> None:
    themes = {text for theme in load_themes() for text in (theme.label, theme.covers)}
    words = interface_words("zh-Hans") | themes | {series.definition for series in load_series()}

    assert {address: found for address, page in english.items() if (found := find_left(page, "en", words))} == {}


def test_no_word_of_the_english_interface_stands_on_a_chinese_page(read: dict[str, Read]) -> None:
    words = interface_words("en")
    chinese = {address: page for address, page in read.items() if not address.startswith("/x/en/")}

    assert {address: found for address, page in chinese.items() if (found := find_left(page, "zh-Hans", words))} == {}


def test_each_page_says_its_language(pages: dict[str, Page]) -> None:
    wrong = [
        address
        for address, page in pages.items()
        if f'<html lang="{"en" if address.startswith("/x/en/") else "zh-Hans"}"' not in page.text
    ]

    assert wrong == []


def test_versions_of_a_page_name_each_other(pages: dict[str, Page], read: dict[str, Read]) -> None:
    for address, page in read.items():
        if pages[address].kind in SINGLE:
            assert page.versions == {}
            continue
        here = "en" if address.startswith("/x/en/") else "zh-Hans"

        assert page.versions[here] == ROUTES.absolute(address)
        assert page.versions["x-default"] == page.versions["zh-Hans"]
        for version in page.versions.values():
            assert read[version.removeprefix("https://archive.example")].versions == page.versions


def test_reports_and_bulletins_are_not_doubled(pages: dict[str, Page]) -> None:
    single = [address for address, page in pages.items() if page.kind in SINGLE]

    assert single
    assert [address for address in single if address.startswith("/x/en/")] == []


def test_links_stay_in_the_language_where_it_has_the_page(english: dict[str, Read], pages: dict[str, Page]) -> None:
    left = {
        (address, link)
        for address, page in english.items()
        for link in page.links
        if link.startswith("/x/") and not link.startswith("/x/en/")
        if ROUTES.same_page(re.split("[?#]", link)[0], "en") in pages
    }

    assert left == set()


def test_a_site_may_be_english_first() -> None:
    read = {page.address: (page.kind, Read(page.text)) for page in render("en", slice(40))}
    home = read["/x/"][1]

    assert {PageKind.HOME, PageKind.REPORT, PageKind.BULLETIN} <= {kind for kind, _ in read.values()}
    assert {address: found for address, (_, page) in read.items() if (found := find_unmarked(page))} == {}
    assert home.versions["en"] == home.versions["x-default"] == "https://archive.example/x/"
    assert home.versions["zh-Hans"] == "https://archive.example/x/zh-Hans/"


def test_a_file_of_strings_is_all_that_a_further_language_takes() -> None:
    theme = replace(THEME, strings={**THEME.strings, "fr": THEME.strings["en"]})
    read = {page.address: Read(page.text) for page in render(part=slice(-40, None), theme=theme)}

    assert {address.split("/")[2] for address in read} == {"fr"}
    assert all(page.versions.keys() == {"zh-Hans", "en", "fr", "x-default"} for page in read.values())
    assert {address: found for address, page in read.items() if (found := find_unmarked(page))} == {}


def test_a_site_in_no_known_language_is_refused() -> None:
    with pytest.raises(JinjaThemeError, match="fr"):
        next(render("fr"))


def test_what_is_left_is_found() -> None:
    page = Read(
        '<html lang="en"><p title="东湖">东湖</p><br><i lang="zh-Hans">首页<b>西湖</b></i>'
        '<a href="/x/places/">Places</a><a hreflang="zh-Hans" href="/x/">中文</a>'
    )

    assert find_unmarked(page) == ["东湖", "东湖", "中文"]
    assert find_left(page, "en", interface_words("zh-Hans")) == ["首页"]
    assert page.links == ["/x/places/"]
