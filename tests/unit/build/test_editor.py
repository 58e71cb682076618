"""The browser editor is there where it is turned on and installed, and not at all otherwise."""

import json
import shutil
from pathlib import Path

import pytest

from sitegen.build import build
from tests.browser.hosting import read_headers

GOLDEN = Path(__file__).parents[2] / "golden/content"

OWN = {"index.html", "start.js", "config.json", "new.html", "new.js", "new.css", "reports.json"}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """An archive with the editor turned on and not installed."""
    folder = tmp_path / "content"
    shutil.copytree(GOLDEN, folder)
    with (folder / "site.yaml").open("a", encoding="utf-8") as site:
        site.write("editor: {repository: owner/archive}\n")
    return folder


def install(content: Path) -> None:
    dist = content.parent / "node_modules/decap-cms/dist"
    dist.mkdir(parents=True)
    for name in ("decap-cms.js", "decap-cms.js.map", "12.decap-cms.js", "12.cms.js", "a.wasm"):
        (dist / name).write_text(name)


def test_no_archive_has_it_that_does_not_ask(tmp_path: Path) -> None:
    result = build(GOLDEN, tmp_path / "public")

    assert result.moved
    assert not (tmp_path / "public/admin").exists()


def test_what_is_not_installed_is_a_problem_with_the_command_to_run(content: Path, tmp_path: Path) -> None:
    result = build(content, tmp_path / "public")
    [problem] = [problem for problem in result.problems if problem.code == "editor-missing"]

    assert problem.path.endswith("content/site.yaml")
    assert "npm ci" in problem.fix
    assert result.moved
    assert not (tmp_path / "public/admin").exists()
    assert not build(content, tmp_path / "strict", strict=True).moved


def test_its_files_stand_below_admin(content: Path, tmp_path: Path) -> None:
    install(content)
    result = build(content, tmp_path / "public", base_url="https://archive.example/x/")
    names = {path.name for path in (tmp_path / "public/admin").iterdir()}
    config = json.loads((tmp_path / "public/admin/config.json").read_text(encoding="utf-8"))

    assert "editor-missing" not in {problem.code for problem in result.problems}
    assert names == OWN | {"decap-cms.js", "12.decap-cms.js", "a.wasm"}
    assert config["display_url"] == "https://archive.example/x/"
    assert "local_backend" not in config


def test_no_page_and_no_list_leads_there(content: Path, tmp_path: Path) -> None:
    install(content)
    build(content, tmp_path / "public", base_url="https://archive.example/")
    build(GOLDEN, tmp_path / "without", base_url="https://archive.example/")
    with_it = {path.relative_to(tmp_path / "public"): path.read_bytes() for path in files(tmp_path / "public")}
    without = {path.relative_to(tmp_path / "without"): path.read_bytes() for path in files(tmp_path / "without")}

    assert {name: data for name, data in with_it.items() if name.parts[0] != "admin"} == without


def test_places_and_departments_are_offered_with_their_folders(content: Path, tmp_path: Path) -> None:
    install(content)
    build(content, tmp_path / "public")
    listed = json.loads((tmp_path / "public/admin/reports.json").read_text(encoding="utf-8"))
    folders = {folder["path"]: (folder["name"], folder["issuer"]) for folder in listed["folders"]}

    assert folders["yunling/qingxi/liuwan-zhen"] == ("云岭省南山市青溪县柳湾镇", "柳湾镇")
    assert folders["yunling/qingxi/dept-nongyeju"] == ("云岭省南山市青溪县：县农业局", "县农业局")
    assert "yunling/qingxi/liuwan-zhen/2024" in listed["reports"]


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_place_without_reports_is_offered_too(content: Path, tmp_path: Path) -> None:
    install(content)
    place = "---\nname: 石桥镇\nfull_name: 云岭省南山市青溪县石桥镇\nprefecture: 南山市\n---\n"
    (content / "places/yunling/qingxi/shiqiao-zhen.md").write_text(place, encoding="utf-8")
    build(content, tmp_path / "public")
    listed = json.loads((tmp_path / "public/admin/reports.json").read_text(encoding="utf-8"))

    assert "yunling/qingxi/shiqiao-zhen" in {folder["path"] for folder in listed["folders"]}


def test_on_netlify_its_own_policy_is_the_only_one() -> None:
    headers = read_headers("/admin/")

    assert "Content-Security-Policy" not in headers
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin-allow-popups"
