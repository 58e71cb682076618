"""Pages that editors wrote, beside the one about the archive."""

from sitegen.render.body import excerpt, render_body
from sitegen.render.context import DESCRIPTION_LENGTH, Site
from sitegen.render.page import PageKind
from sitegen.render.variables import TextPage
from sitegen.store.texts import page_file


def show_text(site: Site, name: str) -> TextPage:
    """Return the variables of a page that editors wrote."""
    page, language = site.text_page(name)
    assert page is not None, name
    text = render_body(page.body, site.dress(page_file(page.id), language))
    return TextPage(
        site=site.view(),
        page=site.page(
            PageKind.TEXT,
            site.routes.text(name),
            page.title,
            description=excerpt(page.body, DESCRIPTION_LENGTH),
            crumbs=(site.home_crumb(),),
        ),
        text=text.html,
        headings=text.headings,
        text_language=language,
    )
