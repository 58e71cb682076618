"""The preview in a browser: an edit shows by itself, and what is wrong stands on the page."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.unit.serve.previewing import Preview, find_port

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ROOT = Path(__file__).parents[2]
REPORT = "reports/yunling/qingxi/liuwan-zhen/2023"
LONG = 60_000
PANEL = "sitegen-preview"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a small archive in which nothing is wrong, and its own look."""
    root = tmp_path_factory.mktemp("preview")
    shutil.copytree(ROOT / "tests/golden/content", root / "content")
    shutil.copytree(ROOT / "themes/default", root / "themes/default")
    for report in (root / "content/reports").rglob("*.md"):
        lines = report.read_text(encoding="utf-8").splitlines()
        right = [line.replace("series: tax, ", "") if 'unit: "%"' in line else line for line in lines]
        report.write_text("\n".join([*right, ""]), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def preview(archive: Path) -> Iterator[Preview]:
    running = Preview(archive / "content", find_port())
    yield running
    running.stop()


@pytest.fixture
def restored(archive: Path, preview: Preview) -> Iterator[Callable[[str], Path]]:
    """Return a file of the archive that is put back after the test, which the preview has then seen."""
    texts: dict[Path, bytes] = {}

    def take(name: str) -> Path:
        file = archive / name
        texts[file] = file.read_bytes()
        return file

    yield take
    for file, text in texts.items():
        if file.read_bytes() != text:
            version = preview.state("/")["version"]
            file.write_bytes(text)
            preview.wait_for(lambda state, before=version: state["version"] != before, "/")  # type: ignore[misc]


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def open_page(page: Page, preview: Preview, path: str) -> None:
    """Open a page and mark it, so that one can tell whether it was loaded anew."""
    page.goto(preview.address + path)
    page.wait_for_selector(f"{PANEL}[data-ready]", state="attached", timeout=LONG)
    page.evaluate("window.marked = true")


def is_the_same(page: Page) -> bool:
    return bool(page.evaluate("window.marked === true"))


def shows(page: Page, words: str) -> None:
    expect(page.locator("body")).to_contain_text(words, timeout=LONG)


def test_text_title_and_stat_change_in_place(page: Page, preview: Preview, restored: Callable[[str], Path]) -> None:
    report = restored(f"content/{REPORT}.md")
    open_page(page, preview, f"{REPORT}/")
    page.set_viewport_size({"width": 390, "height": 300})
    page.evaluate("scrollTo(0, 200)")

    edit(report, "title: ", "title: 新题目")
    shows(page, "新题目")
    edit(report, "建桥。", "建桥。新开头。")
    shows(page, "新开头。")
    edit(report, "indicator: ", "indicator: 新指标")
    shows(page, "新指标")

    assert is_the_same(page)
    assert page.evaluate("scrollY") == 200
    assert "新题目" in page.title()


def test_places_settings_and_other_files_change_their_pages(
    page: Page, preview: Preview, restored: Callable[[str], Path]
) -> None:
    changes = (
        ("places/yunling/qingxi/", "content/places/yunling/qingxi.md", "县里有", "新的话。县里有"),
        ("about/", "content/pages/about.md", "title: ", "title: 新的话"),
        ("practices/jifenzhi/", "content/practices/jifenzhi.md", "name: ", "name: 新的话"),
        ("indicators/tax/", "content/indicators.yaml", "name: 税收", "name: 新的话"),
        ("", "content/site.yaml", "title: ", "title: 新的话"),
        ("", "themes/default/strings/zh-Hans.yaml", "skip: ", "skip: 新的话"),
        ("", "themes/default/templates/base.html", "<footer ", "<p>新的话</p><footer "),
    )
    for path, name, old, new in changes:
        file = restored(name)
        original = file.read_text(encoding="utf-8")
        open_page(page, preview, path)

        edit(file, old, new)
        shows(page, "新的话")

        file.write_text(original, encoding="utf-8")
        expect(page.locator("body")).not_to_contain_text("新的话", timeout=LONG)


def test_a_style_changes_without_loading_the_page(
    page: Page, preview: Preview, restored: Callable[[str], Path]
) -> None:
    open_page(page, preview, "")
    css = restored("themes/default/assets/site.css")

    css.write_text(css.read_text(encoding="utf-8") + "\nbody { outline: 3px solid rgb(1, 2, 3) }\n", encoding="utf-8")

    page.wait_for_function("getComputedStyle(document.body).outlineColor === 'rgb(1, 2, 3)'", timeout=LONG)
    assert is_the_same(page)


def test_what_a_script_has_made_stays(page: Page, preview: Preview, restored: Callable[[str], Path]) -> None:
    report = restored(f"content/{REPORT}.md")
    open_page(page, preview, f"{REPORT}/")
    buttons = page.locator("button.copy").count()

    edit(report, "建桥。", "建桥。新开头。")
    shows(page, "新开头。")

    assert buttons > 0
    assert page.locator("button.copy").count() == buttons


def test_a_broken_file_is_named_on_the_page_which_stays(
    rough_page: Page, preview: Preview, restored: Callable[[str], Path]
) -> None:
    page, report = rough_page, restored(f"content/{REPORT}.md")
    open_page(page, preview, f"{REPORT}/")
    heading = page.inner_text("h1")
    panel = page.locator(f"{PANEL} section")
    expect(panel).to_be_hidden()

    edit(report, "place: ", "place: [")

    expect(panel).to_be_visible(timeout=LONG)
    where = panel.locator(".where").first
    expect(where).to_contain_text(f"content/{REPORT}.md:3:")
    expect(panel.locator(".line")).to_contain_text("暂时保留出错前的内容")
    assert page.inner_text("h1") == heading
    assert panel.get_attribute("lang") == "zh-Hans"

    page.keyboard.press("Escape")
    expect(panel.locator(".list")).to_be_hidden()
    expect(panel.locator("[role=status]")).to_contain_text("1 个错误")
    panel.locator("button").click()
    expect(panel.locator(".list")).to_be_visible()

    page.goto(preview.address + "en/")
    expect(panel.locator(".what")).to_contain_text("is not well formed", timeout=LONG)

    edit(report, "place: [", "place: ")
    expect(panel).to_be_hidden(timeout=LONG)


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_panel_can_be_read_on_a_phone(
    browser: Browser, preview: Preview, restored: Callable[[str], Path], colours: str
) -> None:
    report = restored(f"content/{REPORT}.md")
    edit(report, "place: ", "place: [")
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=colours)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{preview.address}{REPORT}/")
    panel = page.locator(f"{PANEL} section")
    expect(panel).to_be_visible(timeout=LONG)
    expect(panel.locator(".what")).to_have_count(1)

    box = panel.bounding_box()
    contrast = page.evaluate(
        """() => {
            const shine = (colour) => {
                const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255)
                    .map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const root = document.querySelector("sitegen-preview").shadowRoot;
            const paper = getComputedStyle(root.querySelector(".panel")).backgroundColor;
            return [".said", ".name", ".where", ".what", ".fix"].map((one) => root.querySelector(one)).filter(Boolean)
                .map((node) => [shine(getComputedStyle(node).color), shine(paper)].sort((a, b) => b - a))
                .map(([light, dark]) => (light + 0.05) / (dark + 0.05));
        }"""
    )
    context.close()

    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["y"] + box["height"] <= 844
    assert min(contrast) >= 4.5


def test_files_that_come_go_and_come_back(rough_page: Page, preview: Preview, archive: Path) -> None:
    page, file = rough_page, archive / "content/pages/how.md"
    text = "---\ntitle: 怎样用\n---\n第一步\n"
    page.goto(f"{preview.address}pages/how/")
    panel = page.locator(f"{PANEL} section")
    expect(panel).to_contain_text("此地址现在没有页面", timeout=LONG)

    file.write_text(text, encoding="utf-8")
    shows(page, "第一步")
    file.rename(file.with_name("why.md"))
    expect(panel).to_contain_text("此地址现在没有页面", timeout=LONG)
    page.goto(f"{preview.address}pages/why/")
    shows(page, "第一步")
    file.with_name("why.md").unlink()
    expect(panel).to_contain_text("此地址现在没有页面", timeout=LONG)


def test_a_broken_template_leaves_the_page_and_is_named(
    rough_page: Page, preview: Preview, restored: Callable[[str], Path]
) -> None:
    page, template = rough_page, restored("themes/default/templates/about.html")
    open_page(page, preview, "about/")
    heading = page.inner_text("h1")
    panel = page.locator(f"{PANEL} section")

    template.write_text("{% block", encoding="utf-8")

    expect(panel).to_contain_text("about.html", timeout=LONG)
    assert page.inner_text("h1") == heading


def test_search_finds_what_was_written(page: Page, preview: Preview, restored: Callable[[str], Path]) -> None:
    report = restored(f"content/{REPORT}.md")
    edit(report, "建桥。", "建桥。凤凰于飞翙翙其羽。")
    page.goto(f"{preview.address}search/?q=翙翙其羽")

    expect(page.locator("#results a").first).to_be_visible(timeout=LONG)
