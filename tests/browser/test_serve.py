"""The preview in a browser: an edit shows by itself."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.unit.serve.previewing import Preview, find_port

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_the_page_reloads_when_its_file_changes(tmp_path: Path, page: Page) -> None:
    about = tmp_path / "content/pages/about.md"
    about.parent.mkdir(parents=True)
    about.write_text("---\ntitle: 关于\n---\n第一版\n", encoding="utf-8")
    preview = Preview(tmp_path / "content", find_port())
    try:
        with page.expect_response(lambda response: response.url.endswith("_sitegen/events")):
            page.goto(preview.address + "about/")
        assert "第一版" in page.inner_text("main")

        about.write_text("---\ntitle: 关于\n---\n第二版\n", encoding="utf-8")
        page.wait_for_selector("text=第二版", timeout=60_000)
        page.goto("about:blank")
    finally:
        preview.stop()
