"""Files for feed readers and search engines, each with its address."""

from collections.abc import Iterable, Iterator

from sitegen.archive import Archive
from sitegen.export.feeds import find_added, format_feed, format_robots, format_sitemap
from sitegen.routes import Routes


def make_indexes(
    archive: Archive, routes: Routes, pages: Iterable[str], languages: Iterable[str] = ()
) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the bytes of each feed, of the sitemap and of robots.txt.

    Every theme has a feed, so that one can subscribe before its first report is there.

    Args:
        archive: What is public.
        routes: Every address.
        pages: Addresses of the pages that search engines should know.
        languages: Codes of the languages that the site has.
    """
    yield routes.feed(), format_feed(archive, routes)
    for theme in archive.themes:
        yield routes.theme_feed(theme), format_feed(archive, routes, theme)
    first = archive.settings.language
    others = sorted(set(languages) - {first})
    if not archive.preview:  # whose pages no search engine is to keep
        yield routes.sitemap(), format_sitemap(pages, find_added(archive, routes), routes, (first, *others))
    yield routes.robots(), format_robots(routes, with_sitemap=not archive.preview)
