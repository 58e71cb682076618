"""From a related archive to the pages of its site; HTML and values only, nothing is written to disk."""

from sitegen.render.jinja_theme import (
    JinjaTheme,
    JinjaThemeError,
    assets,
    default_folder,
    find_folder,
    load_jinja_theme,
)
from sitegen.render.languages import find_languages
from sitegen.render.page import DataFile, NoticeKind, Page, PageKind
from sitegen.render.pages.cite import make_citation_files
from sitegen.render.plan import ListedPage, is_listed, list_pages
from sitegen.render.redirects import make_redirects
from sitegen.render.site import Look, SitePages, count_pages, prepare_look, render_site
from sitegen.render.value_files import make_value_files

__all__ = [
    "DataFile",
    "JinjaTheme",
    "JinjaThemeError",
    "ListedPage",
    "Look",
    "NoticeKind",
    "Page",
    "PageKind",
    "SitePages",
    "assets",
    "count_pages",
    "default_folder",
    "find_folder",
    "find_languages",
    "is_listed",
    "list_pages",
    "load_jinja_theme",
    "make_citation_files",
    "make_redirects",
    "make_value_files",
    "prepare_look",
    "render_site",
]
