"""Indexes of thousands of reports, asked through the search page and by its script.

The page is that of the real archive beside the large index: what it narrows down by knows none of these reports, which
is not what is asked here.
"""

import random
import secrets
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.search_corpus import make_pages
from sitegen.lexicon import load_series, load_themes
from sitegen.search import write_index
from sitegen.search.articles import find_blocks
from sitegen.search.folding import fold, key
from tests.browser.asking import Articles, ask_index, draw_queries, find_wrong_answers
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
    seed = secrets.randbits(32)
    drawn = draw_queries([line for lines in texts.values() for line in lines], random.Random(seed), 500)

    with host(tmp_path) as address:
        page = browser.new_page()
        faults = watch(page)
        page.goto(f"{address}search/")
        shown = {f"/{path}": lines for path, lines in texts.items()}
        wrong = find_wrong_answers(page, shown, drawn + name_what_is_reported(100))
        answers = ask_index(page, drawn[:300])
        page.close()

    assert not wrong, f"seed {seed}"
    assert find_wrong_lists(texts, drawn[:300], answers) == [], f"seed {seed}"
    assert not faults
    assert sum(file.is_file() for file in (tmp_path / "search-index").rglob("*")) <= 8_000


def name_what_is_reported(count: int) -> list[str]:
    """So many names of indicators and themes, as readers would look for them."""
    names = [*(series.name for series in load_series()), *(theme.label for theme in load_themes())]
    assert len(names) >= count
    return [f'"{name}"' for name in names[:: len(names) // count][:count]]


def find_wrong_lists(texts: Articles, queries: list[str], answers: list[list[str]]) -> list[tuple[str, int, int]]:
    """Return the queries for which not exactly the paths that hold them were found, with both numbers of paths."""
    keys = {path: "\n".join(map(key, lines)) for path, lines in texts.items()}
    wrong = []
    for query, found in zip(queries, answers, strict=True):
        phrase = key(fold(query.strip('"')))
        expected = [path for path, text in keys.items() if phrase in text]
        if sorted(found) != expected:
            wrong.append((query, len(expected), len(found)))
    return wrong
