"""The golden site, page by page, against what was reviewed; ``pytest tests/golden --update`` rewrites it."""

from pathlib import Path

import pytest

from sitegen.render import Page
from tests.golden.readable import read_page, without_frame

EXPECTED = Path(__file__).parent / "expected"


def test_every_page_reads_as_reviewed(pages: dict[str, Page], request: pytest.FixtureRequest) -> None:
    actual = {file.removesuffix(".html") + ".txt": _read(file, page) for file, page in pages.items()}
    if request.config.getoption("--update", default=False):
        _rewrite(actual)
    expected = {
        path.relative_to(EXPECTED).as_posix(): path.read_text(encoding="utf-8") for path in EXPECTED.rglob("*.txt")
    }

    assert expected == actual


def _read(file: str, page: Page) -> str:
    """Return a page as text; the frame that all pages share stands in the front page's alone."""
    text = read_page(page.text)
    return text if file == "index.html" else without_frame(text)


def _rewrite(actual: dict[str, str]) -> None:
    for path in EXPECTED.rglob("*.txt"):
        path.unlink()
    for name, text in actual.items():
        path = EXPECTED / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
