"""The pages of the golden site are valid HTML."""

from pathlib import Path

from sitegen.render import Page
from tests.node.packages import find_html_faults


def test_every_page_is_valid(pages: dict[str, Page], tmp_path: Path) -> None:
    files = []
    for name, page in pages.items():
        files.append(tmp_path / name)
        files[-1].parent.mkdir(parents=True, exist_ok=True)
        files[-1].write_text(page.text, encoding="utf-8")

    assert find_html_faults(files) == []


def test_a_page_that_is_not_valid_is_found_out(pages: dict[str, Page], tmp_path: Path) -> None:
    file = tmp_path / "wrong.html"
    file.write_text(pages["index.html"].text.replace("</main>", "<ul><p></p></ul></main>"), encoding="utf-8")

    assert any("element-permitted-content" in fault for fault in find_html_faults([file]))
