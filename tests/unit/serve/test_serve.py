import os
import re
import shutil
import socket
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.render import default_folder
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
    assert re.search(
        '<script type="module" src="/_sitegen/preview.js" data-sitegen-version="[^"]+"></script></head>', page
    )


def test_the_page_for_what_is_not_there(preview: Preview) -> None:
    status, page = preview.get("nothing/here/")

    assert status == 404
    assert "</html>" in page


def test_a_change_is_told_and_shown(content: Path, preview: Preview) -> None:
    with urllib.request.urlopen(preview.root + "_sitegen/events", timeout=60) as events:
        first = [events.readline() for _ in range(3)]
        (content / "pages/about.md").write_text("---\ntitle: 关于\n---\n第二版\n", encoding="utf-8")
        second = [events.readline() for _ in range(3)]

    assert first[0] == second[0] == b"event: version\n"
    assert first[1] != second[1]
    assert "第二版" in preview.get("about/")[1]


def test_a_broken_file_leaves_the_last_good_page_and_is_named(content: Path, preview: Preview) -> None:
    whole = preview.get("about/")[1]
    told = preview.wait_for(lambda state: not state["held"], "/x/about/")
    (content / "pages/about.md").write_text("---\ntitle: [关于\n---\n第二版\n", encoding="utf-8")
    broken = preview.wait_for(lambda state: state["held"], "/x/about/")
    page = preview.get("about/")[1]
    elsewhere = preview.state("/x/")

    said = preview.stop()

    assert without_version(page) == without_version(whole)
    assert told["own"] == []
    assert broken["own"][0]["where"].startswith(f"{content.as_posix()}/pages/about.md:2")
    assert broken["words"]["held"].startswith("文件有错误")
    assert elsewhere["others"] == broken["own"]
    assert not elsewhere["held"]
    assert "pages/about.md" in said
    assert "error[" in said


def without_version(page: str) -> str:
    return re.sub('data-sitegen-version="[^"]*"', "", page)


def test_a_defect_of_the_program_stands_on_the_page_and_ends_nothing(content: Path) -> None:
    look = Path(shutil.copytree(default_folder(), content.parent / "themes/default"))
    preview = Preview(content, find_port())
    whole = preview.get("about/")[1]
    template = look / "templates/about.html"
    text = template.read_text(encoding="utf-8")
    version = preview.state("/")["version"]
    template.write_text("{{ 1 // 0 }}", encoding="utf-8")
    preview.wait_for(lambda state: state["version"] != version, "/")
    status, page = preview.get("about/")
    own = preview.state("/x/about/")["own"]
    home = preview.get()[0]
    template.write_text(text, encoding="utf-8")
    preview.wait_for(lambda state: not state["counts"]["error"], "/")
    mended = preview.get("about/")

    said = preview.stop()

    assert (status, without_version(page)) == (200, without_version(whole))
    assert [problem["code"] for problem in own] == ["preview-failed"]
    assert "ZeroDivisionError" in own[0]["what"]
    assert home == 200
    assert without_version(mended[1]) == without_version(whole)
    assert "Traceback" in said


def test_a_page_that_went_away_is_missed_and_comes_back(content: Path, preview: Preview) -> None:
    own = content / "pages/how.md"
    assert preview.get("pages/how/")[0] == 404
    assert preview.state("/x/pages/how/")["missing"]

    own.write_text("---\ntitle: 怎样用\n---\n第一步\n", encoding="utf-8")
    preview.wait_for(lambda state: not state["missing"], "/x/pages/how/")

    assert preview.get("pages/how/")[0] == 200

    own.unlink()
    preview.wait_for(lambda state: state["missing"], "/x/pages/how/")

    assert preview.get("pages/how/")[0] == 404


def test_messages_are_in_the_language_of_the_page(content: Path, preview: Preview) -> None:
    (content / "pages/about.md").write_text("---\ntitle: [关于\n---\n", encoding="utf-8")
    chinese = preview.wait_for(lambda state: state["held"], "/x/about/")
    english = preview.state("/x/en/about/", "en")

    assert chinese["language"] == "zh-Hans"
    assert english["language"] == "en"
    assert english["own"][0]["what"].isascii()
    assert not chinese["own"][0]["what"].isascii()


def test_an_address_without_its_slash_and_the_root_lead_on(preview: Preview) -> None:
    with urllib.request.urlopen(preview.address + "about", timeout=60) as answer:
        assert answer.url == preview.address + "about/"
    with urllib.request.urlopen(preview.root, timeout=60) as answer:
        assert answer.url == preview.address


def test_search_is_answered_while_the_index_is_made(preview: Preview) -> None:
    assert preview.get("search-index/index.json")[0] == 200
    assert preview.get("search/names.json")[0] == 200
    assert preview.get("search-index/none.json")[0] == 404


def test_the_base_path_of_the_settings_is_followed(content: Path, preview: Preview) -> None:
    file = content / "site.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("/x/", "/y/"), encoding="utf-8")
    preview.wait_for(lambda state: preview.get_from("/y/")[0] == 200, "/")

    assert preview.get_from("/x/")[0] == 404


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
        preview.get("search-index/index.json")
        during = list(temporary.iterdir())
        preview.stop()
    finally:
        del os.environ["TMPDIR"]

    assert during
    assert list(temporary.iterdir()) == []
    assert preview.process.returncode == 0
