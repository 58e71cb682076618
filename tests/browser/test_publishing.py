"""Pages of reports that moved, were withdrawn or are not published yet, in a real browser."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sitegen.build import build
from tests.browser.conftest import ROOT
from tests.browser.hosting import host
from tests.browser.test_accessibility import find_barriers
from tests.node.packages import find_html_faults, read_axe

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("views")]

FORMER = "somewhere/else/2023"
TODAY = date(2026, 3, 1)


@dataclass(frozen=True)
class Places:
    """A site below a base path, with the paths of three of its reports and the id of a number in the first."""

    folder: Path
    address: str
    moved: str
    withdrawn: str
    draft: str
    number: str


def add(file: Path, line: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace("---\n", f"---\n{line}\n", 1), encoding="utf-8")


@pytest.fixture(scope="module", params=[False, True], ids=["published", "preview"])
def places(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    folder = tmp_path_factory.mktemp("states")
    shutil.copytree(ROOT / "content", folder / "content")
    files = sorted(file for file in (folder / "content/reports").rglob("*.md") if "unresolved" not in file.parts)
    moved, withdrawn, draft = files[:3]
    add(moved, f"moved_from: [{FORMER}]")
    add(withdrawn, "withdrawn: 报告中的数字经发布单位核实有误，应其要求撤下。")
    add(draft, "draft: true")
    result = build(
        folder / "content",
        folder / "public",
        seeds=ROOT / "seeds",
        base_url="https://archive.example/x/",
        now=TODAY,
        drafts=request.param,
    )
    assert result.moved
    paths = [
        file.relative_to(folder / "content/reports").with_suffix("").as_posix() for file in (moved, withdrawn, draft)
    ]
    html = (folder / f"public/reports/{paths[0]}/index.html").read_text(encoding="utf-8")
    number = re.findall(r'id="([a-z][a-z0-9]{5})"', html)[-1]
    with host(folder / "public", "/x/") as served:
        yield Places(folder / "public", served, *paths, number=number)


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("below", ["", "cite/"])
def test_a_former_address_leads_on(script: bool, below: str, places: Places, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=script, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{places.address}reports/{FORMER}/{below}")
    page.wait_for_url(f"{places.address}reports/{places.moved}/{below}")
    page.goto(f"{places.address}reports/{FORMER}/{below}#{places.number}")
    page.wait_for_url(re.compile(re.escape(f"{places.address}reports/{places.moved}/{below}")))
    found = page.url.partition("#")[2]
    context.close()

    assert found == (places.number if script else "")


def test_the_number_that_was_cited_is_seen(places: Places, page: Page) -> None:
    page.goto(f"{places.address}reports/{FORMER}/#{places.number}")
    page.wait_for_url(f"{places.address}reports/{places.moved}/#{places.number}")
    page.wait_for_function("scrollY > 0")

    assert page.locator(f"#{places.number}").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_pages_of_states_shut_nobody_out(scheme: str, width: int, places: Places, browser: Browser) -> None:
    size = {"width": width, "height": 844}
    context = browser.new_context(viewport=size, color_scheme=scheme, bypass_csp=True, locale="zh-CN")
    page = context.new_page()
    page.route("**/assets/moved.js*", lambda route: route.abort())
    page.route(f"**/{FORMER}/", lambda route: route.fulfill(body=without_refresh(places), content_type="text/html"))
    faults = []
    for path in (places.withdrawn, FORMER, places.draft):
        page.goto(f"{places.address}reports/{path}/")
        faults += [f"{path}: {barrier}" for barrier in find_barriers(page, read_axe())]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append(f"{path}: wider than the screen")
    context.close()

    assert faults == []


def test_pages_of_states_are_valid(places: Places) -> None:
    paths = (places.withdrawn, f"{places.withdrawn}/cite", FORMER, f"{FORMER}/cite", places.draft)
    files = [places.folder / f"reports/{path}/index.html" for path in paths]
    gone = [
        file for kind in ("indicators", "practices") for file in sorted(places.folder.rglob(f"{kind}/*/index.html"))
    ]
    files += [file for file in gone if 'class="page-gone"' in file.read_text(encoding="utf-8")]

    assert find_html_faults([file for file in files if file.exists()]) == []


def without_refresh(places: Places) -> str:
    """The page of a former address as who lets no page send them on sees it."""
    html = (places.folder / f"reports/{FORMER}/index.html").read_text(encoding="utf-8")
    return re.sub('<meta http-equiv="refresh"[^>]*>', "", html)
