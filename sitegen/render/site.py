"""All pages of a site, each made from its record alone."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property

from jinja2 import Environment

from sitegen.archive import Archive
from sitegen.model.terms import ReportPath
from sitegen.render.context import in_language, make_site
from sitegen.render.environment import make_environment
from sitegen.render.jinja_theme import JinjaTheme
from sitegen.render.languages import find_languages
from sitegen.render.page import DataFile, NoticeKind, Page, PageKind
from sitegen.render.plan import plan_languages
from sitegen.render.words import Words
from sitegen.routes import Routes


@dataclass(frozen=True, slots=True)
class Look:
    """A Jinja theme made ready for the addresses of one site; kept for as long as neither changes."""

    languages: tuple[Words, ...]
    """The site's first one first."""
    environments: tuple[Environment, ...]
    """For the pages of each language."""


def prepare_look(jinja_theme: JinjaTheme, routes: Routes, language: str) -> Look:
    """Return what all pages of a site are rendered with.

    Args:
        jinja_theme: The look; the site has the languages of its strings.
        routes: Addresses; the base path is theirs.
        language: The site's first one.

    Raises:
        JinjaThemeError: if the look does not have the language.
    """
    languages = find_languages(jinja_theme, language)
    routed = (routes.in_language("" if words is languages[0] else words.language) for words in languages)
    environments = (make_environment(jinja_theme, *both) for both in zip(routed, languages, strict=True))
    return Look(languages, tuple(environments))


class SitePages:
    """The pages of a site in an order that only the archive and its languages decide, each rendered when asked for."""

    def __init__(
        self,
        archive: Archive,
        routes: Routes,
        look: Look,
        *,
        data_files: Iterable[DataFile] = (),
        sources: Collection[str] = (),
    ) -> None:
        """Plan the pages.

        Args:
            archive: What to show.
            routes: Addresses; the base path is theirs.
            look: Made for these addresses.
            data_files: What the data page offers; gone through by the pages that say so, each time anew.
            sources: Stems of the bulletins whose text as received the site has.
        """
        self._archive, self._look = archive, look
        first = make_site(archive, routes, look.languages, data_files, sources)
        self._sites = tuple(in_language(first, words) for words in look.languages)
        self._planned = tuple(plan_languages(archive, len(look.languages)))

    def __len__(self) -> int:
        return len(self._planned)

    @cached_property
    def by_address(self) -> Mapping[str, tuple[int, PageKind | NoticeKind]]:
        """The number and the kind of each page by its address, in their order."""
        return {
            planned.address(self._sites[language].routes): (number, planned.kind)
            for number, (language, planned) in enumerate(self._planned)
        }

    def render(self, number: int) -> Page:
        """Return a page, by its number in their order."""
        language, planned = self._planned[number]
        variables = planned.show(self._sites[language])
        context = {field.name: getattr(variables, field.name) for field in fields(variables)}
        return Page(
            address=variables.page.address,
            text=self._look.environments[language].get_template(f"{planned.kind}.html").render(context),
            kind=planned.kind,
            depends=tuple(sorted(planned.depends)),
            updated=_newest_date(self._archive, planned.depends),
        )


def render_site(
    archive: Archive,
    routes: Routes,
    jinja_theme: JinjaTheme,
    *,
    data_files: Iterable[DataFile] = (),
    sources: Collection[str] = (),
    part: slice = slice(None),
) -> Iterator[Page]:
    """Yield the pages of a site, in an order that only the archive and its languages decide.

    Args:
        archive: What to show.
        routes: Addresses; the base path is theirs.
        jinja_theme: The look; the site has the languages of its strings.
        data_files: What the data page offers.
        sources: Stems of the bulletins whose text as received the site has.
        part: Which of the pages, by their number in that order; all if left out.

    Raises:
        JinjaThemeError: if the look does not have the site's first language.
    """
    look = prepare_look(jinja_theme, routes, archive.settings.language)
    pages = SitePages(archive, routes, look, data_files=tuple(data_files), sources=sources)
    for number in range(len(pages))[part]:
        yield pages.render(number)


def count_pages(archive: Archive, jinja_theme: JinjaTheme) -> int:
    """Return how many pages the site of an archive has, in all of its languages."""
    return sum(1 for _ in plan_languages(archive, len(jinja_theme.strings)))


def _newest_date(archive: Archive, reports: Sequence[ReportPath]) -> date | None:
    return max((dated for path in reports if (dated := archive.reports[path].dated)), default=None)
