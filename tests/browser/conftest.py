"""The real archive, built once, served with the headers of netlify.toml, and a real browser to look at it."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from sitegen.build import build
from tests.browser.hosting import host

ROOT = Path(__file__).parents[2]
ARGUMENTS = (
    "--no-sandbox --headless=new --disable-gpu --disable-background-networking --disable-component-update"
    " --disable-sync --no-first-run --disable-ipc-flooding-protection"
)


def find_browser() -> str:
    """The browser that SITEGEN_CHROMIUM names, else an installed one."""
    named = os.environ.get("SITEGEN_CHROMIUM")
    for name in [named] if named else ["chromium", "chromium-browser", "google-chrome"]:
        if found := shutil.which(name):
            return found
    pytest.fail(
        "no browser for the browser tests: as root on Debian `apt-get install chromium fonts-noto-cjk`, or name an"
        " installed Chromium or Chrome in SITEGEN_CHROMIUM",
        pytrace=False,
    )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built archive."""
    out = tmp_path_factory.mktemp("archive") / "public"
    result = build(ROOT / "content", out, base_url="https://archive.example/")
    assert result.moved, "\n".join(map(str, result.problems))
    return out


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the archive is served."""
    with host(site) as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS.split())
        yield running
        running.close()


def watch(page: Page) -> list[str]:
    """Gather what goes wrong on a page: errors and warnings of the console, violated policies among them."""
    faults: list[str] = []
    page.on("console", lambda said: faults.append(f"{said.type}: {said.text}") if said.type != "log" else None)
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("dialog", lambda dialog: (faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    return faults


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN")
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on which nothing may go wrong."""
    opened = context.new_page()
    faults = watch(opened)
    yield opened
    assert not faults


@pytest.fixture
def rough_page(context: BrowserContext) -> Page:
    """A page on which things may go wrong."""
    return context.new_page()


@pytest.fixture(scope="session")
def addresses(site: Path, address: str) -> Callable[[str], list[str]]:
    """Return addresses of the pages below a folder of the site."""

    def find(folder: str) -> list[str]:
        files = sorted((site / folder).rglob("index.html"))
        return [address + file.relative_to(site).parent.as_posix() + "/" for file in files]

    return find


@pytest.fixture(scope="session")
def folding_cases() -> list[dict[str, str]]:
    """The table of tests/spec/search: texts, each with what folding makes of it."""
    cases = yaml.safe_load((ROOT / "tests/spec/search/folding.yaml").read_text(encoding="utf-8"))
    return [{"key": case["folded"], **case} for case in cases]
