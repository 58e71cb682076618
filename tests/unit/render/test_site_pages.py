"""Pages rendered one by one are those of the whole site, each where its plan says."""

from pathlib import Path

from sitegen.archive import relate
from sitegen.render import SitePages, default_folder, load_jinja_theme, prepare_look, render_site
from sitegen.routes import Routes
from sitegen.store.content import read_content

CONTENT = Path(__file__).parents[2] / "golden" / "content"
ROUTES = Routes("https://archive.example/x/")


def test_a_page_is_the_same_alone_and_stands_where_it_is_planned() -> None:
    archive = relate(read_content(CONTENT)[0])
    jinja_theme = load_jinja_theme(default_folder())
    whole = {page.address: page for page in render_site(archive, ROUTES, jinja_theme)}
    pages = SitePages(archive, ROUTES, prepare_look(jinja_theme, ROUTES, archive.settings.language))

    alone = {address: pages.render(number) for address, (number, _) in reversed(pages.by_address.items())}

    assert alone == whole
    assert {address: kind for address, (_, kind) in pages.by_address.items()} == {
        p.address: p.kind for p in alone.values()
    }
    assert len(pages) == len(whole)
