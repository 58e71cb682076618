import os
import re
import socket
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.serve.previewing import Preview, find_port


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "pages").mkdir(parents=True)
    (folder / "site.yaml").write_text(
        "title: 试看\ndescription: 说明。\nbase_url: https://example.org/x/\n", encoding="utf-8"
    )
    (folder / "pages/about.md").write_text("---\ntitle: 关于\n---\n第一版\n", encoding="utf-8")
    return folder


@pytest.fixture
def preview(content: Path) -> Iterator[Preview]:
    running = Preview(content, find_port())
    yield running
    if running.process.poll() is None:
        running.stop()


def test_pages_below_the_base_path(preview: Preview) -> None:
    status, page = preview.get()

    assert preview.address.endswith("/x/")
    assert status == 200
    assert "试看" in page
    assert '<script type="module" src="/x/_sitegen/reload.js"></script></head>' in page


def test_the_page_for_what_is_not_there(preview: Preview) -> None:
    status, page = preview.get("nothing/here/")

    assert status == 404
    assert "</html>" in page


def test_a_change_is_built_and_told(content: Path, preview: Preview) -> None:
    with urllib.request.urlopen(preview.address + "_sitegen/events", timeout=20) as events:
        assert events.readline() == b": connected\n"
        (content / "pages/about.md").write_text("---\ntitle: 关于\n---\n第二版\n", encoding="utf-8")
        told = [events.readline(), events.readline()]

    assert told == [b"\n", b"event: built\n"]
    assert "第二版" in preview.get("about/")[1]


def test_a_broken_file_leaves_the_last_good_page_and_is_named(content: Path, preview: Preview) -> None:
    (content / "pages/about.md").write_text("---\ntitle: [关于\n---\n第二版\n", encoding="utf-8")
    preview.line()
    status, _ = preview.get()

    said = preview.stop()

    assert status == 200
    assert "pages/about.md" in said
    assert "error[" in said


def test_a_taken_port_is_passed_over(content: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("localhost", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        preview = Preview(content, port)
        found = re.search(r":(\d+)/", preview.address)
        preview.stop()

    assert found is not None
    assert port < int(found[1]) < port + 20


def test_an_interrupted_preview_leaves_nothing_behind(content: Path, tmp_path: Path) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    os.environ["TMPDIR"] = str(temporary)
    try:
        preview = Preview(content, find_port())
        time.sleep(0.1)
        preview.stop()
    finally:
        del os.environ["TMPDIR"]

    assert list(temporary.iterdir()) == []
    assert preview.process.returncode == 0
