"""The golden site: four reports of our own making, and the option that rewrites what is expected."""

from pathlib import Path

import pytest

from sitegen.archive import Archive, relate
from sitegen.build.sources import find_edited
from sitegen.model.content import Content
from sitegen.model.report import Theme
from sitegen.model.terms import ThemeId
from sitegen.render import DataFile, Page, default_folder, load_jinja_theme, render_site
from sitegen.routes import Routes
from sitegen.store.content import read_content

CONTENT = Path(__file__).parent / "content"
ECONOMY, INFRASTRUCTURE = ThemeId("economy"), ThemeId("infrastructure")
THEMES = (
    Theme(ECONOMY, "经济发展", "Economy", "产值、税收、投资", "这里的数字是编的。\n"),
    Theme(INFRASTRUCTURE, "基础设施", "Infrastructure", "道路、水、电"),
    Theme(ThemeId("culture-tourism"), "文化旅游", "Culture", "旅游、活动"),
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the expected pages of the golden site")


@pytest.fixture(scope="session")
def content() -> Content:
    found, problems = read_content(CONTENT, themes=THEMES, series=())
    assert problems == ()
    return found


@pytest.fixture(scope="session")
def archive(content: Content) -> Archive:
    return relate(content, edited=find_edited(CONTENT))


@pytest.fixture(scope="session")
def routes(content: Content) -> Routes:
    return Routes(content.settings.base_url)


@pytest.fixture(scope="session")
def pages(archive: Archive, routes: Routes) -> dict[str, Page]:
    files = (DataFile("stats.csv", "全部数据（CSV）", "每行一个数据。", 2048),)
    made = render_site(archive, routes, load_jinja_theme(default_folder()), data_files=files, sources={"two"})
    return {str(routes.file(page.address)): page for page in made}
