"""Nothing on any kind of page shuts a reader out, as far as axe-core can tell."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.asking import ask
from tests.browser.kinds import KINDS, find_longest
from tests.node.packages import read_axe

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("views")]


@dataclass(frozen=True)
class Mode:
    """How a reader looks at a page."""

    colors: str
    """``light``, ``dark``, ``contrast`` (the switch of the page, on dark as well), ``forced`` (the device's own)."""
    width: int

    def __str__(self) -> str:
        return f"{self.colors}-{self.width}"


MODES = tuple(
    Mode(colors, width) for colors in ("light", "dark", "contrast", "contrast-dark", "forced") for width in (390, 1280)
)
VIEWS = (*KINDS, "results", "nothing-found")
"""Kinds of pages, and what the search page shows after a question."""
ASKED = {"results": "1", "nothing-found": "绝无此词乎"}
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@pytest.fixture(scope="module")
def axe() -> str:
    return read_axe()


@pytest.fixture
def opened(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page in the mode that the test names; axe-core may come in past the policy of the site."""
    mode: Mode = request.param
    context = browser.new_context(
        viewport={"width": mode.width, "height": 844},
        color_scheme="dark" if mode.colors.endswith("dark") else "light",
        forced_colors="active" if mode.colors == "forced" else "none",
        bypass_csp=True,
        locale="zh-CN",
    )
    if mode.colors.startswith("contrast"):
        context.add_init_script("localStorage.setItem('display-contrast', 'on')")
    yield context.new_page()
    context.close()


def find_barriers(page: Page, axe: str) -> list[str]:
    """Return ``rule: element`` for each place where axe-core sees a barrier."""
    page.evaluate(axe)
    found = page.evaluate(
        """async (rules) => (await axe.run(document, { runOnly: rules, resultTypes: ["violations"] })).violations
            .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`))""",
        list(RULES),
    )
    return [str(barrier) for barrier in found]


def show(page: Page, view: str, site: Path, address: str) -> None:
    """Open a view as a reader comes to it."""
    page.goto(address + find_longest(site, KINDS["search" if view in ASKED else view]))
    if view in ASKED:
        ask(page, ASKED[view])


ROTATED = [pytest.param(view, mode, id=f"{view}-{mode}") for view, mode in zip(VIEWS, cycle(MODES), strict=False)]


@pytest.mark.parametrize(("view", "opened"), ROTATED, indirect=["opened"])
def test_each_kind_of_page_is_open_to_all_in_one_mode(
    view: str, opened: Page, site: Path, address: str, axe: str
) -> None:
    show(opened, view, site, address)

    assert find_barriers(opened, axe) == []


@pytest.mark.long
@pytest.mark.parametrize("opened", MODES, ids=str, indirect=True)
@pytest.mark.parametrize("view", VIEWS)
def test_each_kind_of_page_is_open_to_all_in_every_mode(
    view: str, opened: Page, site: Path, address: str, axe: str
) -> None:
    show(opened, view, site, address)

    assert find_barriers(opened, axe) == []


@pytest.mark.parametrize("opened", [Mode("dark", 390)], ids=str, indirect=True)
def test_a_barrier_is_found(opened: Page, site: Path, address: str, axe: str) -> None:
    show(opened, "home", site, address)
    opened.add_style_tag(content="main p { color: #444 !important }")
    opened.evaluate("document.querySelector('input[type=search]').removeAttribute('aria-label')")
    opened.evaluate("document.querySelectorAll('label').forEach((label) => label.remove())")

    rules = {barrier.partition(":")[0] for barrier in find_barriers(opened, axe)}

    assert {"color-contrast", "label"} <= rules
