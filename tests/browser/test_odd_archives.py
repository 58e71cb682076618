"""Archives that are not of the usual size: no report, one, a township with two hundred, titles of sixty characters."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from benchmarks.big_archive import LONG_TITLE, write_township
from sitegen.build import build
from sitegen.checks.site import check_site
from tests.browser.hosting import host
from tests.browser.kinds import KINDS, find_longest
from tests.node.packages import find_html_faults

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("odd")]

REPORTS = {"none": 0, "one": 1, "township": 200}
WIDTHS = (320, 390, 1280)

FIND_LOST = """() => [...document.querySelectorAll("main *")]
    .filter((element) => element.checkVisibility() && element.clientWidth > 1)
    .filter((element) => {
        const style = getComputedStyle(element);
        return ["hidden", "clip"].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    })
    .map((element) => element.outerHTML.slice(0, 120))"""
"""Elements that cut off what they hold."""


@pytest.fixture(scope="module", params=["none", "one", pytest.param("township", marks=pytest.mark.long)])
def odd(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an archive of an odd size."""
    root = tmp_path_factory.mktemp(request.param)
    write_township(root, REPORTS[request.param])
    result = build(root / "content", root / "public")
    assert result.moved
    assert result.problems == ()
    return root / "public"


@pytest.fixture(scope="module")
def odd_address(odd: Path) -> Iterator[str]:
    with host(odd) as served:
        yield served


def longest_pages(site: Path) -> list[str]:
    return [find_longest(site, pattern) for pattern in KINDS.values() if any(site.glob(pattern))]


def too_wide(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def test_everything_fits_and_nothing_is_cut_off(odd: Path, odd_address: str, page: Page) -> None:
    wrong = []
    for path in longest_pages(odd):
        page.goto(odd_address + path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            lost = page.evaluate(FIND_LOST)
            if too_wide(page) > 0 or lost:
                wrong.append(f"{path} at {width}: {too_wide(page)} px too wide, {lost}")

    assert wrong == []


def test_text_of_double_size_fits(odd: Path, odd_address: str, page: Page) -> None:
    page.add_init_script("localStorage.setItem('display-large', 'on')")
    wrong = []
    for path in longest_pages(odd):
        page.goto(odd_address + path)
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if too_wide(page) > 0:
                wrong.append(f"{path} at {width}: {too_wide(page)} px too wide")

    assert wrong == []


def test_every_page_is_reached_and_leads_somewhere(odd: Path) -> None:
    assert list(map(str, check_site(odd).problems)) == []


def test_every_longest_page_is_valid(odd: Path) -> None:
    files = [odd / path / "index.html" if not path.endswith(".html") else odd / path for path in longest_pages(odd)]

    assert find_html_faults(files) == []


def test_a_title_of_sixty_characters_stands_whole_on_its_page(tmp_path: Path, page: Page) -> None:
    write_township(tmp_path, 2)
    assert build(tmp_path / "content", tmp_path / "public").moved
    (longest,) = [
        path
        for path in tmp_path.glob("public/reports/*/**/index.html")
        if f"{LONG_TITLE[-9:]}</span></h1>" in path.read_text(encoding="utf-8")
    ]
    with host(tmp_path / "public") as address:
        page.goto(address + longest.parent.relative_to(tmp_path / "public").as_posix() + "/")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})

            assert "".join(page.inner_text("h1").split()) == LONG_TITLE.replace(" ", "")
            assert too_wide(page) <= 0
            assert page.eval_on_selector("h1", "h1 => h1.getBoundingClientRect().height") < 400
