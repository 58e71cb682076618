"""All that a site is made from, and the files of each sort that stand beside its pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sitegen.archive import Archive
from sitegen.build.editor import make_editor
from sitegen.build.images import make_images
from sitegen.export import DataFile, make_data_files, make_indexes
from sitegen.render import DataFile as OfferedFile
from sitegen.render import (
    JinjaTheme,
    assets,
    find_languages,
    is_listed,
    list_pages,
    make_citation_files,
    make_redirects,
    make_value_files,
)
from sitegen.render.words import Words
from sitegen.routes import Routes
from sitegen.search.files import make_search_files

__all__ = ["BESIDE", "Beside", "Files", "Plan", "is_listed", "list_addresses", "make_listings", "make_searched"]

Files = Iterator[tuple[str, bytes]]
"""Addresses, each with the bytes that stand there."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """All that a site is made from; what several of its files need is made once, when the first one asks."""

    archive: Archive
    routes: Routes
    jinja_theme: JinjaTheme
    sources: Mapping[str, bytes]
    """The text of bulletins as received, by stem."""
    content: Path | None = None
    """Where the pictures of the texts are; None for an archive without any."""
    local_editor: bool = False
    """Whether the browser editor may talk to a server on this machine."""

    @cached_property
    def languages(self) -> tuple[Words, ...]:
        """The words of each language of the site, the first one first."""
        return find_languages(self.jinja_theme, self.archive.settings.language)

    @cached_property
    def data_files(self) -> tuple[DataFile, ...]:
        """The files of open data."""
        return make_data_files(self.archive, self.routes)

    @cached_property
    def offered(self) -> tuple[OfferedFile, ...]:
        """The same as the data page lists them, with their sizes."""
        return tuple(OfferedFile(file.name, size=len(file.data)) for file in self.data_files)


@dataclass(frozen=True, slots=True)
class Beside:
    """Files of one sort that stand beside the pages."""

    below: str
    """Where below the base path all of them stand; ``""`` where that cannot be said."""
    endings: tuple[str, ...]
    """How their addresses end."""
    make: Callable[[Plan], Files]

    def may_hold(self, path: str) -> bool:
        """Whether a path below the base path may be that of one of them; made is known only when they are."""
        return path.startswith(self.below) and path.endswith(self.endings)


def _take_sources(plan: Plan) -> Files:
    yield from ((plan.routes.bulletin_source(stem), data) for stem, data in plan.sources.items())


def _take_assets(plan: Plan) -> Files:
    yield from ((plan.routes.asset(name), data) for name, data in assets(plan.jinja_theme).items())


def _make_values(plan: Plan) -> Files:
    return make_value_files(plan.archive, plan.routes, plan.languages)


def _make_citations(plan: Plan) -> Files:
    return make_citation_files(plan.archive, plan.routes, plan.languages)


def _make_images(plan: Plan) -> Files:
    if plan.content:
        yield from ((plan.routes.image(name), data) for name, data in make_images(plan.archive, plan.content))


def _take_data(plan: Plan) -> Files:
    yield from ((plan.routes.data_file(file.name), file.data) for file in plan.data_files)


def _make_redirects(plan: Plan) -> Files:
    return make_redirects(plan.archive, plan.routes)


def _make_editor(plan: Plan) -> Files:
    if plan.content:
        yield from make_editor(plan.archive, plan.routes, plan.content, local=plan.local_editor)


def list_addresses(plan: Plan) -> Iterator[str]:
    """Yield the addresses of all pages that search engines should know."""
    languages = tuple(words.language for words in plan.languages)
    yield from (page.address for page in list_pages(plan.archive, plan.routes, languages) if page.listed)


def make_searched(plan: Plan) -> Files:
    """Yield what the search page loads beside the index."""
    yield from ((plan.routes.search_file(name), data) for name, data in make_search_files(plan.archive))


def make_listings(plan: Plan, addresses: Iterable[str]) -> Files:
    """Yield feeds, the sitemap of these addresses, and robots.txt."""
    return make_indexes(plan.archive, plan.routes, addresses, tuple(plan.jinja_theme.strings))


BESIDE = (
    Beside("bulletins/", ("/source.txt",), _take_sources),
    Beside("assets/", ("",), _take_assets),
    Beside("data/indicators/", (".json",), _make_values),
    Beside("reports/", ("/cite.bib", "/cite.ris", "/cite.json"), _make_citations),
    Beside("", ("_redirects",), _make_redirects),
    Beside("data/", (".csv", ".json"), _take_data),
    Beside("images/", (".webp", ".jpg", ".png"), _make_images),
    Beside("admin/", ("",), _make_editor),
)
"""What stands beside the pages of a site, whichever these are."""
