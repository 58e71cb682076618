"""Indexes of thousands of reports, asked by the script of the search page."""

import random
import secrets
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.search_corpus import make_pages
from sitegen.search import write_index
from sitegen.search.articles import find_blocks
from sitegen.search.folding import fold, key
from tests.browser.asking import ask_index, draw_queries
from tests.browser.conftest import watch
from tests.browser.hosting import host

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.xdist_group("growth")]


@pytest.mark.parametrize("reports", [1_000, 5_000])
def test_phrases_are_found_in_exactly_the_reports_that_hold_them(
    reports: int, browser: Browser, site: Path, tmp_path: Path
) -> None:
    for part in ("search", "assets"):
        shutil.copytree(site / part, tmp_path / part)
    pages = tuple(make_pages(reports))
    write_index(pages, tmp_path)
    texts = {str(page.file.parent) + "/": [fold(block.text) for block in find_blocks(page.html)] for page in pages}
    keys = {path: "\n".join(map(key, lines)) for path, lines in texts.items()}
    seed = secrets.randbits(32)
    queries = draw_queries([line for lines in texts.values() for line in lines], random.Random(seed), 300)

    with host(tmp_path) as address:
        page = browser.new_page()
        faults = watch(page)
        page.goto(f"{address}search/")
        answers = ask_index(page, queries)
        page.close()

    wrong = []
    for query, found in zip(queries, answers, strict=True):
        phrase = key(fold(query.strip('"')))
        expected = [path for path, text in keys.items() if phrase in text]
        if sorted(found) != expected:
            wrong.append((query, len(expected), len(found)))
    assert not wrong, f"seed {seed}"
    assert not faults
    assert sum(file.is_file() for file in (tmp_path / "search-index").rglob("*")) <= 8_000
