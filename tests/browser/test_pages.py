"""Every kind of page under the headers of netlify.toml, on a phone, and what its links lead to."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from sitegen.build import build
from sitegen.checks.site import check_site
from tests.browser.asking import ask
from tests.browser.conftest import ROOT
from tests.browser.hosting import host, read_headers
from tests.browser.kinds import KINDS, find_longest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(params=[pytest.param(kind, marks=[pytest.mark.long] if kind.endswith("-en") else []) for kind in KINDS])
def shown(request: pytest.FixtureRequest, site: Path, address: str) -> str:
    """The address of one kind of page; the longest of its kind."""
    return address + find_longest(site, KINDS[request.param])


@pytest.fixture(scope="session")
def site_below(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same archive built for an address with a path."""
    out = tmp_path_factory.mktemp("below") / "public"
    assert build(ROOT / "content", out, base_url="https://archive.example/x/").moved
    return out


def test_a_page_obeys_the_policy_and_fits_a_phone(shown: str, page: Page) -> None:
    response = page.goto(shown)
    assert response is not None
    assert "default-src 'none'" in response.headers["content-security-policy"]

    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, f"{width} px wide: {wider} px too much"
    inline = page.eval_on_selector_all(
        "script:not([src]):not([type='application/ld+json']), style, [style], [onclick], [onload], [onerror]",
        "found => found.map(element => element.outerHTML.slice(0, 80))",
    )
    assert inline == []


def test_search_results_fit_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{address}search/")
    ask(page, "1")

    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_what_is_not_there_gets_its_page(rough_page: Page, address: str) -> None:
    response = rough_page.goto(f"{address}reports/nowhere/")

    assert response is not None
    assert response.status == 404
    assert rough_page.is_visible("main a")
    assert rough_page.evaluate("document.styleSheets.length") > 0


def test_the_site_holds_together(site: Path) -> None:
    assert list(map(str, check_site(site).problems)) == []


def test_the_site_holds_together_below_a_base_path(site_below: Path) -> None:
    result = check_site(site_below)

    assert list(map(str, result.problems)) == []
    assert result.pages > 500


def test_search_works_below_a_base_path(site_below: Path, page: Page) -> None:
    with host(site_below, "/x/") as address:
        page.goto(f"{address}search/")
        answer = ask(page, "积分制")
        page.click("#results h2 a")

        assert answer.paths
        assert all(path.startswith("/x/") for path in answer.paths)
        assert "积分制" in page.inner_text("article")


def test_every_page_has_one_policy_and_it_is_strict(site: Path) -> None:
    pages = {f"/{page.relative_to(site).as_posix().removesuffix('index.html')}" for page in site.rglob("*.html")}
    policies = {path: read_headers(path).get("Content-Security-Policy", "") for path in pages}

    assert {path: policy for path, policy in policies.items() if policy.count("default-src 'none'") != 1} == {}
    assert {path: policy for path, policy in policies.items() if "unsafe" in policy} == {}
