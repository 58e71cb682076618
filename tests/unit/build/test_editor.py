"""The browser editor is there where it is turned on and installed, and not at all otherwise."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from sitegen.build import build
from tests.browser.hosting import read_headers

GOLDEN = Path(__file__).parents[2] / "golden/content"

OWN = {"index.html", "start.js", "config.json", "new.html", "new.js", "new.css", "reports.json"}


def copy_archive(folder: Path) -> Path:
    """An archive with the editor turned on and not installed, and a place that no report is of."""
    content = folder / "content"
    shutil.copytree(GOLDEN, content)
    with (content / "site.yaml").open("a", encoding="utf-8") as site:
        site.write("editor: {repository: owner/archive}\n")
    place = "---\nname: 石桥镇\nfull_name: 云岭省南山市青溪县石桥镇\nprefecture: 南山市\n---\n"
    (content / "places/yunling/qingxi/shiqiao-zhen.md").write_text(place, encoding="utf-8")
    return content


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of that archive, with the editor installed."""
    folder = tmp_path_factory.mktemp("archive")
    content = copy_archive(folder)
    dist = folder / "node_modules/decap-cms/dist"
    dist.mkdir(parents=True)
    for name in ("decap-cms.js", "decap-cms.js.map", "12.decap-cms.js", "12.cms.js", "a.wasm"):
        (dist / name).write_text(name)
    result = build(content, folder / "public", base_url="https://archive.example/x/")
    assert "editor-missing" not in {problem.code for problem in result.problems}
    return folder / "public"


@pytest.fixture(scope="module")
def listed(public: Path) -> dict[str, Any]:
    """What the page for new reports offers."""
    return dict(json.loads((public / "admin/reports.json").read_text(encoding="utf-8")))


def test_what_is_not_installed_is_a_problem_with_the_command_to_run(tmp_path: Path) -> None:
    content = copy_archive(tmp_path)
    result = build(content, tmp_path / "public")
    [problem] = [problem for problem in result.problems if problem.code == "editor-missing"]

    assert problem.path.endswith("content/site.yaml")
    assert "npm ci" in problem.fix
    assert result.moved
    assert not (tmp_path / "public/admin").exists()
    assert not build(content, tmp_path / "strict", strict=True).moved


def test_its_files_stand_below_admin(public: Path) -> None:
    config = json.loads((public / "admin/config.json").read_text(encoding="utf-8"))

    assert {path.name for path in (public / "admin").iterdir()} == OWN | {"decap-cms.js", "12.decap-cms.js", "a.wasm"}
    assert config["display_url"] == "https://archive.example/x/"
    assert "local_backend" not in config


def test_no_archive_has_it_that_does_not_ask_and_no_page_leads_there(public: Path, tmp_path: Path) -> None:
    build(GOLDEN, tmp_path / "without", base_url="https://archive.example/x/")
    with_it, without = read_files(public), read_files(tmp_path / "without")

    assert {name: data for name, data in with_it.items() if name.parts[0] != "admin"} == without


def test_places_and_departments_are_offered_with_their_folders(listed: dict[str, Any]) -> None:
    folders = {folder["path"]: (folder["name"], folder["issuer"]) for folder in listed["folders"]}

    assert folders["yunling/qingxi/liuwan-zhen"] == ("云岭省南山市青溪县柳湾镇", "柳湾镇")
    assert folders["yunling/qingxi/dept-nongyeju"] == ("云岭省南山市青溪县：县农业局", "县农业局")
    assert "yunling/qingxi/shiqiao-zhen" in folders
    assert "yunling/qingxi/liuwan-zhen/2024" in listed["reports"]


def test_on_netlify_its_own_policy_is_the_only_one() -> None:
    headers = read_headers("/admin/")

    assert "Content-Security-Policy" not in headers
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin-allow-popups"


def read_files(folder: Path) -> dict[Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
