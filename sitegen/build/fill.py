"""Write all files of a site, each once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sitegen.archive import Archive, name_period
from sitegen.build.kept import KeptPage
from sitegen.build.pictures import write_pictures
from sitegen.build.place import NewSite
from sitegen.build.rendering import Rendering, render_pages
from sitegen.export import make_data_files, make_indexes
from sitegen.render import DataFile, JinjaTheme, PageKind, assets, find_languages, make_citation_files, make_value_files
from sitegen.routes import Routes
from sitegen.search import SearchMemory, SearchPage, write_index
from sitegen.search.files import make_search_files

_NOT_LISTED = frozenset({PageKind.NOT_FOUND, PageKind.SEARCH, PageKind.CITE})
"""Kinds of pages that search engines need not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All that a site is made from."""

    archive: Archive
    routes: Routes
    jinja_theme: JinjaTheme
    sources: Mapping[str, bytes]
    """The text of bulletins as received, by stem."""


def fill(
    site: NewSite,
    plan: Plan,
    kept: Iterable[KeptPage],
    step: Callable[[str], None],
    *,
    jobs: int = 1,
    memory: SearchMemory | None = None,
) -> int:
    """Write a whole site and return how many pages it has; ``jobs`` processes at the most render them.

    What of the search index has not changed since ``memory`` was last used is taken from there.

    Raises:
        IndexingError: if the search index cannot be made.
        TemplateError: if a template is wrong.
        OutputError: if two files have one address.
        OSError: if a file cannot be written.
    """
    routes = plan.routes
    for stem, data in plan.sources.items():
        site.write(routes.file(routes.bulletin_source(stem)), data)
    for name, data in assets(plan.jinja_theme).items():
        site.write(routes.file(routes.asset(name)), data)
    languages = find_languages(plan.jinja_theme, plan.archive.settings.language)
    for address, data in make_value_files(plan.archive, routes, languages):
        site.write(routes.file(address), data)
    for address, data in make_citation_files(plan.archive, routes, languages):
        site.write(routes.file(address), data)
    write_pictures(site, plan.archive, routes)
    addresses: list[str] = []

    def write_pages() -> Iterator[SearchPage]:
        step("pages")
        yield from _write_kept(site, routes, kept, addresses)
        yield from _write_pages(site, plan, addresses, jobs)
        step("search")  # whose documents are written by now, each with its page

    write_index(write_pages(), site.folder, memory=memory)
    for name, data in make_search_files(plan.archive):
        site.write(routes.file(routes.search_file(name)), data)
    for address, data in make_indexes(plan.archive, routes, addresses, tuple(plan.jinja_theme.strings)):
        site.write(routes.file(address), data)
    return len(addresses)


def _write_kept(site: NewSite, routes: Routes, kept: Iterable[KeptPage], addresses: list[str]) -> Iterator[SearchPage]:
    for page in kept:
        site.write(routes.file(page.address), page.data)
        for address, data in page.beside:
            site.write(routes.file(address), data)
        addresses.append(page.address)
        yield SearchPage(file=routes.file(page.address), html=page.data.decode())


def _write_pages(site: NewSite, plan: Plan, addresses: list[str], jobs: int) -> Iterator[SearchPage]:
    """Write the data files, which a page lists with their sizes, and the pages; yield those that are searched."""
    archive, routes = plan.archive, plan.routes
    made = make_data_files(archive, routes)
    for file in made:
        site.write(routes.file(routes.data_file(file.name)), file.data)
    offered = [DataFile(file.name, size=len(file.data)) for file in made]
    searched = dict(_find_searched(archive, routes))
    rendering = Rendering(
        archive=archive,
        routes=routes,
        jinja_theme=plan.jinja_theme,
        data_files=tuple(offered),
        sources=tuple(plan.sources),
    )
    for page in render_pages(rendering, jobs):
        site.write(routes.file(page.address), page.text.encode())
        if page.kind not in _NOT_LISTED:
            addresses.append(page.address)
        if page.address in searched:
            yield replace(searched[page.address], html=page.text)


def _find_searched(archive: Archive, routes: Routes) -> Iterator[tuple[str, SearchPage]]:
    """Yield the addresses of reports and bulletins with what a search result says of them."""
    for path, entry in archive.reports.items():
        period, issuer = entry.report.period, entry.report.issuer or ""
        address = routes.report(path)
        yield (
            address,
            SearchPage(
                file=routes.file(address),
                title=entry.heading,
                place=entry.place.full_name,
                period=name_period(period) if period else "",
                issuer="" if entry.place.full_name.endswith(issuer) else issuer,
                date=entry.dated.isoformat() if entry.dated else "",
            ),
        )
    for stem, bulletin in archive.bulletins.items():
        address, published = routes.bulletin(stem), bulletin.bulletin.published
        yield (
            address,
            SearchPage(
                file=routes.file(address),
                issuer=bulletin.bulletin.publication or stem,
                date=published.isoformat() if published else "",
            ),
        )
