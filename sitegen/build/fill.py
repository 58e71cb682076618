"""Write all files of a site, each once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from sitegen.archive import Archive, name_period
from sitegen.build.kept import KeptPage
from sitegen.build.pictures import write_pictures
from sitegen.build.place import NewSite
from sitegen.build.plan import BESIDE, Plan, list_addresses, make_listings, make_searched
from sitegen.build.progress import Progress, say_nothing
from sitegen.build.rendering import Rendering, render_pages
from sitegen.render import count_pages
from sitegen.routes import Routes
from sitegen.search import SearchMemory, SearchPage, write_index


def fill(
    site: NewSite,
    plan: Plan,
    kept: Sequence[KeptPage],
    progress: Progress | None,
    *,
    jobs: int = 1,
    memory: SearchMemory | None = None,
) -> int:
    """Write a whole site and return how many pages it has; ``jobs`` processes at the most render them.

    ``progress`` is told of every page that is written, and of every page that is searched as it enters the index.
    What of the search index has not changed since ``memory`` was last used is taken from there.

    Raises:
        IndexingError: if the search index cannot be made.
        TemplateError: if a template is wrong.
        OutputError: if two files have one address.
        OSError: if a file cannot be written.
    """
    routes = plan.routes
    for beside in BESIDE:
        for address, data in beside.make(plan):
            site.write(routes.file(address), data)
    write_pictures(site, plan.archive, routes)
    addresses: list[str] = []

    tell = progress or say_nothing
    total = count_pages(plan.archive, plan.jinja_theme) if progress else 0

    def write_pages() -> Iterator[SearchPage]:
        yield from _write_kept(site, routes, kept, addresses)
        yield from _write_pages(site, plan, jobs, lambda done: tell("pages", done, total))

    write_index(write_pages(), site.folder, memory=memory, progress=lambda done, of: tell("search", done, of))
    addresses += list_addresses(plan)
    for address, data in (*make_searched(plan), *make_listings(plan, addresses)):
        site.write(routes.file(address), data)
    return len(addresses)


def _write_kept(site: NewSite, routes: Routes, kept: Iterable[KeptPage], addresses: list[str]) -> Iterator[SearchPage]:
    for page in kept:
        site.write(routes.file(page.address), page.data)
        for address, data in page.beside:
            site.write(routes.file(address), data)
        for address, data in page.images:
            if not (site.folder / routes.file(address)).exists():
                site.write(routes.file(address), data)
        addresses.append(page.address)
        yield SearchPage(file=routes.file(page.address), html=page.data.decode())


def _write_pages(site: NewSite, plan: Plan, jobs: int, tell: Callable[[int], None]) -> Iterator[SearchPage]:
    """Write the pages; yield those that are searched, and tell how many are written."""
    routes = plan.routes
    searched = dict(find_searched(plan.archive, routes))
    rendering = Rendering(
        archive=plan.archive,
        routes=routes,
        jinja_theme=plan.jinja_theme,
        data_files=plan.offered,
        sources=tuple(plan.sources),
    )
    for done, page in enumerate(render_pages(rendering, jobs)):
        tell(done)
        site.write(routes.file(page.address), page.text.encode())
        if page.address in searched:
            yield replace(searched[page.address], html=page.text)


def find_searched(archive: Archive, routes: Routes) -> Iterator[tuple[str, SearchPage]]:
    """Yield the addresses of reports and bulletins with what a search result says of them."""
    for path, entry in archive.reports.items():
        period, issuer = entry.report.period, entry.report.issuer or ""
        address = routes.report(path)
        yield (
            address,
            SearchPage(
                file=routes.file(address),
                title=entry.marked,
                place=entry.place.full_name,
                period=name_period(period) if period else "",
                issuer="" if entry.place.full_name.endswith(issuer) else issuer,
                date=entry.dated.isoformat() if entry.dated else "",
            ),
        )
    for bulletin in archive.open_bulletins:
        stem = bulletin.bulletin.stem
        address, published = routes.bulletin(stem), bulletin.bulletin.published
        yield (
            address,
            SearchPage(
                file=routes.file(address),
                issuer=bulletin.bulletin.publication or stem,
                date=published.isoformat() if published else "",
            ),
        )
