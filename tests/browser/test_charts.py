"""Charts in a browser: words that can be read on every screen, marks that can be seen in every mode."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from benchmarks.made_years import make_archive
from sitegen.archive import relate
from sitegen.lexicon import load_series, load_themes
from sitegen.render import default_folder, load_jinja_theme
from sitegen.render.jinja_theme import assets
from sitegen.render.plan import plan_pages
from sitegen.render.site import render_site
from sitegen.routes import Routes
from tests.browser.hosting import host
from tests.node.packages import find_html_faults, read_axe

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("charts")]

ROUTES = Routes("/")
BARS, LINES = "indicators/tax-revenue/", "places/yunling/beiyuan/zhen-00/"
"""Many places in one year, and one place in many."""
TEXTS = """() => [...document.querySelectorAll(".chart svg")].map((chart) => [...chart.querySelectorAll("text")]
    .filter((text) => text.getClientRects().length && text.textContent.trim())
    .map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return { said: text.textContent, size: parseFloat(getComputedStyle(text).fontSize), left, right, top, bottom };
    }))"""
COLOURS = """() => [...document.querySelectorAll(".chart :is(.full, .open, .line, .axis)")].map((mark) => {
    const { fill, stroke } = getComputedStyle(mark);
    return [mark.classList.contains("full") ? fill : stroke, getComputedStyle(document.body).backgroundColor];
})"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with bars and one with lines, of an archive in which places report the same things every year."""
    archive = relate(replace(make_archive(1).content, series=load_series(), themes=load_themes()))
    jinja_theme, out = load_jinja_theme(default_folder()), tmp_path_factory.mktemp("charts")
    wanted = [number for number, page in enumerate(plan_pages(archive)) if page.kind.value in ("place", "indicator")]
    pages = render_site(archive, ROUTES, jinja_theme, part=slice(wanted[0], wanted[-1] + 1))
    kept = {f"{ROUTES.file(page.address).parent}/": page.text for page in pages}
    files = {f"{folder}index.html": kept[folder].encode() for folder in (BARS, LINES)}
    files |= {f"assets/{name}": content for name, content in assets(jinja_theme).items()}
    for name, content in files.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(content)
    return out


@pytest.fixture(scope="module")
def made_address(made: Path) -> Iterator[str]:
    with host(made) as served:
        yield served


def show(browser: Browser, address: str, width: int, colours: str = "light") -> Page:
    """Open a page with everything on it unfolded."""
    context = browser.new_context(viewport={"width": width, "height": 844}, bypass_csp=True, color_scheme=colours)  # type: ignore[arg-type] # as playwright names them
    page = context.new_page()
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true })")
    return page


@pytest.mark.parametrize("folder", [BARS, LINES])
@pytest.mark.parametrize(("width", "type"), [(320, 1), (390, 2)])
def test_words_are_large_enough_and_stand_apart(
    browser: Browser, made_address: str, folder: str, width: int, type: int
) -> None:
    page = show(browser, made_address + folder, width)
    page.evaluate("(type) => { document.documentElement.style.fontSize = `${type * 100}%` }", type)
    charts = page.evaluate(TEXTS)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()

    assert charts
    assert [text for texts in charts for text in texts if text["size"] < 12 * type] == []
    assert [(a["said"], b["said"]) for texts in charts for a, b in find_overlaps(texts)] == []
    assert [text for texts in charts for text in texts if text["left"] < 0 or text["right"] > width] == []
    assert wide == width


def find_overlaps(texts: list[dict[str, float]]) -> Iterator[tuple[dict[str, float], dict[str, float]]]:
    """Pairs of texts of a chart that stand on each other; a line's box is higher than its characters."""
    for number, one in enumerate(texts):
        for other in texts[:number]:
            across = min(one["right"], other["right"]) - max(one["left"], other["left"])
            down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
            if across > 0 and down > 0.35 * (one["bottom"] - one["top"]):
                yield one, other


def test_marks_stand_out_from_the_ground(browser: Browser, made_address: str) -> None:
    page = show(browser, made_address + LINES, 390)
    pairs = set()
    for colours, forced in (("light", "none"), ("dark", "none"), ("dark", "active")):
        page.emulate_media(color_scheme=colours, forced_colors=forced)  # type: ignore[arg-type] # as playwright names them
        pairs |= {tuple(pair) for pair in page.evaluate(COLOURS)}
    page.context.close()

    assert len(pairs) > 3
    assert {pair: contrast(*pair) for pair in pairs if contrast(*pair) < 3} == {}


def contrast(one: str, other: str) -> float:
    """Contrast of two colours ``rgb(…)`` as WCAG defines it."""
    lights = []
    for colour in (one, other):
        parts = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        lights.append(sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True)))
    return (max(lights) + 0.05) / (min(lights) + 0.05)


@pytest.mark.parametrize("folder", [BARS, LINES])
def test_charts_shut_nobody_out(browser: Browser, made_address: str, folder: str) -> None:
    page = show(browser, made_address + folder, 390, "dark")
    page.evaluate(read_axe())
    found = page.evaluate(
        """async () => (await axe.run("main")).violations.flatMap(({ id, nodes }) => nodes.map((n) => id + n.html))"""
    )
    page.context.close()

    assert found == []


def test_keys_pass_over_charts_to_the_tables(browser: Browser, made_address: str) -> None:
    page = show(browser, made_address + BARS, 1280)
    stats = "(all) => all.map((e) => e.dataset.stat)"
    drawn = set(page.eval_on_selector_all(".chart [data-stat]", stats))
    listed = set(page.eval_on_selector_all("table a[data-stat]", stats))
    tabbed = page.eval_on_selector_all(".chart a", "(all) => all.filter((link) => link.tabIndex >= 0).length")
    page.context.close()

    assert drawn
    assert drawn <= listed
    assert tabbed == 0


def test_paper_shows_the_charts_that_are_folded(browser: Browser, made_address: str) -> None:
    page = show(browser, made_address + LINES, 800)
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = false })")
    page.emulate_media(media="print")
    seen = page.eval_on_selector_all(".chart svg", "(all) => all.map((chart) => chart.getBoundingClientRect().height)")
    page.context.close()

    assert seen
    assert min(seen) > 40


def test_charts_are_valid_html(made: Path) -> None:
    assert find_html_faults([made / folder / "index.html" for folder in (BARS, LINES)]) == []
