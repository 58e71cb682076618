"""All files for machines, each with its address."""

from collections.abc import Iterable, Iterator

from sitegen.archive import Archive
from sitegen.export.feeds import find_added, format_feed, format_robots, format_sitemap
from sitegen.export.tables import format_data_files
from sitegen.routes import Routes


def export_site(archive: Archive, routes: Routes, pages: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the bytes of each file.

    Args:
        archive: What is public.
        routes: Every address.
        pages: Addresses of the pages that search engines should know.
    """
    for name, data in format_data_files(archive, routes):
        yield routes.data_file(name), data
    yield routes.feed(), format_feed(archive, routes)
    for theme in archive.themes:
        yield routes.theme_feed(theme), format_feed(archive, routes, theme)
    yield routes.sitemap(), format_sitemap(pages, find_added(archive, routes), routes)
    yield f"{routes.base_path}robots.txt", format_robots(routes)
