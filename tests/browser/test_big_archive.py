"""An archive of some hundred reports: built in one process and in two, and asked for random phrases."""

import random
import secrets
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.big_archive import write_archive
from sitegen.build import build
from sitegen.build.rendering import PAGES_A_PROCESS
from sitegen.checks.site import check_site
from tests.browser.asking import Articles, draw_queries, find_wrong_answers, read_articles
from tests.browser.conftest import watch
from tests.browser.hosting import host
from tests.long.trees import read_hashes

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.xdist_group("browser")]

REPORTS = 320
"""Enough for pages to be rendered in two processes."""


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the archive's content; a site built in two processes beside it."""
    root = tmp_path_factory.mktemp("big")
    write_archive(root, REPORTS)
    build_timed(root, "public", jobs=2)
    return root


def build_timed(root: Path, name: str, jobs: int) -> None:
    started = time.monotonic()
    result = build(root / "content", root / name, jobs=jobs)
    print(f"\n{REPORTS} reports, {result.pages} pages, {jobs} processes: {time.monotonic() - started:.1f} s")

    assert result.moved
    assert result.pages >= 2 * PAGES_A_PROCESS
    assert result.problems == ()


@pytest.fixture(scope="module")
def address(big: Path) -> Iterator[str]:
    with host(big / "public") as served:
        yield served


@pytest.fixture(scope="module")
def articles(browser: Browser, big: Path, address: str) -> Articles:
    page = browser.new_page()
    files = (file for part in ("reports", "bulletins") for file in sorted((big / "public" / part).rglob("index.html")))
    read = read_articles(page, [address + file.relative_to(big / "public").parent.as_posix() + "/" for file in files])
    page.close()
    return read


def test_one_process_builds_the_same_bytes_as_two(big: Path) -> None:
    build_timed(big, "alone", jobs=1)

    expected = read_hashes(big / "alone")

    assert expected == read_hashes(big / "public")


def test_each_page_is_linked_and_each_link_is_there(big: Path) -> None:
    site = big / "public"

    assert len(list((site / "reports/year").rglob("index.html"))) > 5
    assert list(map(str, check_site(site).problems)) == []


def test_random_phrases_are_found_exactly(browser: Browser, address: str, articles: Articles) -> None:
    seed = secrets.randbits(32)
    page = browser.new_page()
    faults = watch(page)
    page.goto(f"{address}search/")

    lines = [line for path in sorted(articles) for line in articles[path]]
    wrong = find_wrong_answers(page, articles, draw_queries(lines, random.Random(seed), 300))

    assert len(articles) > REPORTS
    assert not wrong, f"seed {seed}"
    assert not faults
    page.close()
