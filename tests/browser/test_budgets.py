"""What a page costs its reader: bytes, requests, and whether anything moves under the thumb."""

import gzip
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from sitegen.checks.site.rules import find_budget
from tests.browser.kinds import KINDS, find_longest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("views")]

WATCH_SHIFTS = """
    window.shifts = [];
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifts.push(entry.value);
    }).observe({ type: "layout-shift", buffered: true });
"""


@dataclass(frozen=True)
class Load:
    """What a page asks for when it is opened."""

    hosts: frozenset[str]
    types: frozenset[str]
    scripts: int
    """Bytes of scripts, not compressed."""
    compressed: int
    """Bytes of everything, compressed."""
    shifts: tuple[float, ...]
    """Movements of what was already painted."""


def load(page: Page, address: str) -> Load:
    """Open a page and wait until the network is idle."""
    seen: list[tuple[str, str, bytes]] = []
    page.on("requestfinished", lambda request: seen.append((request.url, request.resource_type, b"")))
    page.add_init_script(WATCH_SHIFTS)
    page.goto(address, wait_until="networkidle")
    bodies = [(url, kind, page.request.get(url).body()) for url, kind, _ in seen if not url.startswith("data:")]
    return Load(
        hosts=frozenset(urlsplit(url).netloc for url, _, _ in bodies),
        types=frozenset(kind for _, kind, _ in bodies),
        scripts=sum(len(body) for _, kind, body in bodies if kind == "script"),
        compressed=sum(len(gzip.compress(body)) for _, _, body in bodies),
        shifts=tuple(page.evaluate("window.shifts")),
    )


@pytest.mark.parametrize(
    "kind", [pytest.param(kind, marks=[pytest.mark.long] if kind.endswith("-en") else []) for kind in KINDS]
)
def test_a_page_asks_for_little_and_stands_still(kind: str, page: Page, site: Path, address: str) -> None:
    path = find_longest(site, KINDS[kind])
    spent = load(page, address + path)
    budget = find_budget(path if path.endswith(".html") else f"{path}index.html")

    assert spent.hosts == {urlsplit(address).netloc}
    assert "font" not in spent.types
    assert spent.scripts <= budget.scripts
    assert spent.compressed <= budget.loads
    assert spent.shifts == ()


def test_what_moves_is_seen(page: Page, address: str) -> None:
    page.add_init_script(
        """addEventListener("load", () => setTimeout(() => document.body.prepend(
            Object.assign(document.createElement("div"), { innerText: "x\\n".repeat(20) })), 50))"""
    )
    page.add_init_script(WATCH_SHIFTS)
    page.goto(address)
    page.evaluate(  # wait_for_function asks again through eval, which the policy forbids
        "new Promise((seen) => (function look() { window.shifts.length ? seen() : requestAnimationFrame(look); })())"
    )
