"""Each number on the site leads to the words it was taken from."""

import json
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser.numbers import Stated, find_orphan_numbers, find_values

UNMISTAKABLE = 4
"""Characters of a printed value that no count of the archive looks like: 598万元, 3.5公里."""

pytestmark = [pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="session")
def printed(site: Path) -> Mapping[tuple[str, str], str]:
    """What each stat of the archive says, by the path of its report's page and its id."""
    stats = json.loads((site / "data/stats.json").read_text(encoding="utf-8"))["stats"]
    return {(f"/reports/{stat['report']}/", stat["id"]): stat["printed"] for stat in stats}


@pytest.fixture(scope="session")
def pages(site: Path) -> Mapping[str, str]:
    """Every page of the archive by its path."""
    files = sorted(site.rglob("*.html"))
    return {
        f"/{file.relative_to(site).as_posix().removesuffix('index.html')}": file.read_text("utf-8") for file in files
    }


def test_no_page_states_a_number_without_its_stat(
    pages: Mapping[str, str], printed: Mapping[tuple[str, str], str]
) -> None:
    reported = {value for value in printed.values() if len(value) >= UNMISTAKABLE}
    orphans = {path: found for path, html in pages.items() if (found := find_orphan_numbers(html, reported))}

    assert orphans == {}


def test_each_value_is_its_stats_and_leads_to_its_words(
    pages: Mapping[str, str], printed: Mapping[tuple[str, str], str]
) -> None:
    known = {stat for _, stat in printed}
    wrong = []
    for path, html in pages.items():
        for value in find_values(html):
            report = unquote(urlsplit(value.href or "").path) or path
            if value.derived:
                right = set(value.ids) <= known
            else:
                right = leads_to_words(path, value, pages) and states(value, printed.get((report, value.ids[0]), ""))
            if not right:
                wrong.append(f"{path}: {value}")

    assert wrong == []


def leads_to_words(path: str, value: Stated, pages: Mapping[str, str]) -> bool:
    """Whether a value's link ends at its number in the report, or at its record from there."""
    if value.href is None:
        return False
    target = urlsplit(value.href)
    fragments = {value.ids[0], f"row-{value.ids[0]}"} if path.startswith("/reports/") else {value.ids[0]}
    return target.fragment in fragments and f'id="{target.fragment}"' in pages.get(unquote(target.path) or path, "")


def states(value: Stated, printed: str) -> bool:
    """Whether a value is as printed; a mark in the text may be a part of it, where bold type cuts it in two."""
    said, stands = ("".join(text.split()) for text in (value.text, printed))
    return bool(said) and said in stands


def test_a_number_without_its_stat_is_found() -> None:
    page = """<main><p>税收 598万元，<span class="count">12个数据</span><a data-stat="k3f9a2" href="#k3f9a2">3公里</a>
        <span data-from="k3f9a2 p07c1e">约2公顷</span><q>修路5公里</q></p></main><footer>2026</footer>"""

    assert find_orphan_numbers(page) == ["税收 598万元，"]
    assert find_orphan_numbers('<main><p class="note">另有12项，税收598万元</p></main>', {"598万元"}) != []
    assert find_orphan_numbers('<main><p class="note">另有1598万元</p></main>', {"598万元"}) == []
    assert [(value.ids, value.derived, value.href) for value in find_values(page)] == [
        (("k3f9a2",), False, "#k3f9a2"),
        (("k3f9a2", "p07c1e"), True, None),
    ]
