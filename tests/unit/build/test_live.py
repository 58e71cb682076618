"""A site in memory: every address answers with the bytes that a build writes there; broken files count as before."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sitegen.build import build
from sitegen.build.live import LiveSite
from sitegen.build.rereading import Folders, LiveState, Rereader
from sitegen.render import PageKind, default_folder

GOLDEN = Path(__file__).parents[2] / "golden" / "content"
HOST = "http://localhost:8000"
DAY = date(2026, 1, 1)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    content = Path(shutil.copytree(GOLDEN, tmp_path / "content"))
    (content / "reports/unfinished.md").write_text(
        "---\ntitle: 草稿\nplace: 云岭省南山市青溪县\nissuer: 青溪县\nperiod: '2024'\ndraft: true\n---\n正文。\n",
        encoding="utf-8",
    )
    (content / "pages/how.md").write_text("---\ntitle: 怎样用\n---\n正文。\n", encoding="utf-8")
    folders = Folders(content, tmp_path / "seeds")
    with find_report(folders).open("a", encoding="utf-8") as report:
        report.write("\n")  # edited by a person, as its page says
    return folders


@pytest.fixture
def reader(folders: Folders) -> Rereader:
    return Rereader(folders, HOST)


def find_report(folders: Folders) -> Path:
    return folders.content / "reports/yunling/qingxi/liuwan-zhen/2023.md"


ADDRESS = "/reports/yunling/qingxi/liuwan-zhen/2023/"


def answer(state: LiveState, address: str) -> str:
    assert state.site is not None
    return (state.site.answer(state.site.plan.routes.base_path + address.removeprefix("/")) or b"").decode()


def codes_of(state: LiveState) -> set[str]:
    return {problem.code for problem in state.problems}


def compare_with_build(site: LiveSite, folders: Folders, out: Path) -> list[str]:
    """Return the addresses that a build answers otherwise; asked for in another order than that of the build."""
    routes = site.plan.routes
    result = build(folders.content, out, seeds=folders.seeds, base_url=routes.base_url, drafts=True, now=DAY)
    assert result.moved
    wrong = []
    for file in sorted(out.rglob("*"), reverse=True):
        name = file.relative_to(out).as_posix()
        if file.is_dir() or name.startswith((".sitegen", "search-index/")):
            continue
        address = routes.base_path + name
        if (site.searched.get(address) or site.answer(address)) != file.read_bytes():
            wrong.append(address)
    return wrong


def test_every_address_answers_as_a_build_would(folders: Folders, reader: Rereader, tmp_path: Path) -> None:
    site = reader.read(DAY).site

    assert site is not None
    assert {kind for _, kind in site.pages.by_address.values()} >= set(PageKind)
    assert compare_with_build(site, folders, tmp_path / "public") == []


def test_so_it_does_after_changes(folders: Folders, reader: Rereader, tmp_path: Path) -> None:
    reader.read(DAY)
    report = find_report(folders)
    report.write_text(report.read_text(encoding="utf-8").replace("title: ", "title: 新"), encoding="utf-8")
    shutil.rmtree(folders.content / "practices")
    (folders.content / "pages/new.md").write_text("---\ntitle: 新页\n---\n正文\n", encoding="utf-8")
    site = reader.read(DAY).site

    assert site is not None
    assert compare_with_build(site, folders, tmp_path / "public") == []


def test_what_is_nowhere_has_no_answer(reader: Rereader) -> None:
    site = reader.read(DAY).site

    assert site is not None
    base = site.plan.routes.base_path
    for path in ("x/", "assets/none.css", "reports/x/cite.bib", "../content/site.yaml", "data/none.csv", "a.png"):
        assert site.answer(base + path) is None
    assert site.answer("/elsewhere/") is None


def test_drafts_are_shown(reader: Rereader) -> None:
    assert "草稿" in answer(reader.read(DAY), "/reports/unfinished/")


def test_the_site_is_the_same_object_until_something_changes(folders: Folders, reader: Rereader) -> None:
    first = reader.read(DAY).site
    again = reader.read(DAY).site
    report = find_report(folders)
    report.write_text(report.read_text(encoding="utf-8").replace("title: ", "title: 新"), encoding="utf-8")

    assert again is first
    assert reader.read(DAY).site is not first


BREAKS: dict[str, tuple[str, str, Callable[[str], str]]] = {
    "report": (ADDRESS, "reports/yunling/qingxi/liuwan-zhen/2023.md", lambda text: text.replace("place: ", "place: [")),
    "place": ("/places/yunling/qingxi/", "places/yunling/qingxi.md", lambda text: text.replace("name: ", "name: [", 1)),
    "practice": ("/practices/jifenzhi/", "practices/jifenzhi.md", lambda text: text.replace("name: ", "name: [", 1)),
    "page": ("/about/", "pages/about.md", lambda text: text.replace("title: ", "title: [", 1)),
    "settings": ("/", "site.yaml", lambda text: text.replace("title: ", "title: [", 1)),
    "indicators": ("/indicators/", "indicators.yaml", lambda text: f"{text}\n  - [broken\n"),
    "bulletin": ("/bulletins/one/", "bulletins/one.md", lambda text: text.replace("file: ", "file: [", 1)),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_file_counts_as_it_was(name: str, folders: Folders, reader: Rereader) -> None:
    address, path, damage = BREAKS[name]
    file = folders.content / path
    whole = answer(reader.read(DAY), address)
    text = file.read_text(encoding="utf-8")
    file.write_text(damage(text), encoding="utf-8")
    broken = reader.read(DAY)
    again = reader.read(DAY)

    assert whole
    assert any(problem.path == file.as_posix() and problem.line for problem in broken.problems)
    assert answer(broken, address) == whole
    assert answer(again, address) == whole

    file.write_text(text, encoding="utf-8")

    assert answer(reader.read(DAY), address) == whole
    assert not any(problem.path == file.as_posix() and problem.line for problem in reader.read(DAY).problems)


def test_a_file_that_went_away_is_gone_and_comes_back(folders: Folders, reader: Rereader) -> None:
    whole = answer(reader.read(DAY), ADDRESS)
    report = find_report(folders)
    report.rename(folders.content / "away")

    assert answer(reader.read(DAY), ADDRESS) == ""

    (folders.content / "away").rename(report)

    assert answer(reader.read(DAY), ADDRESS) == whole


def test_a_broken_look_counts_as_it_was(folders: Folders, tmp_path: Path) -> None:
    look = Path(shutil.copytree(default_folder(), tmp_path / "themes/default"))
    reader = Rereader(folders, HOST)
    whole = answer(reader.read(DAY), "/")
    strings = look / "strings/en.yaml"
    text = strings.read_text(encoding="utf-8")
    strings.write_text("nav: [", encoding="utf-8")
    broken = reader.read(DAY)

    assert "jinja-theme-broken" in codes_of(broken)
    assert answer(broken, "/") == whole

    strings.write_text(text, encoding="utf-8")
    css = look / "assets/site.css"
    css.write_text(css.read_text(encoding="utf-8") + "\nbody { color: red }\n", encoding="utf-8")
    mended = reader.read(DAY)

    assert "jinja-theme-broken" not in codes_of(mended)
    assert answer(mended, "/") != whole
    assert "color: red" in answer(mended, "/assets/site.css")
