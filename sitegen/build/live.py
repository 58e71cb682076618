"""A site that is made address by address, when somebody asks for it; the bytes are those that ``build`` writes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache
from urllib.parse import quote, unquote

from sitegen.build.fill import find_searched
from sitegen.build.plan import BESIDE, Plan, list_addresses, make_listings, make_searched
from sitegen.render import DataFile, Look, SitePages
from sitegen.render.pictures import PictureWords, draw, list_pictures
from sitegen.search import SearchPage

_LISTINGS = ("feed.xml", "sitemap.xml", "robots.txt")
_draw = lru_cache(maxsize=128)(draw)


class LiveSite:
    """The site of one state of the content; what several addresses need is made once, when the first one asks."""

    def __init__(self, plan: Plan, look: Look) -> None:
        self.plan = plan
        self.pages = SitePages(plan.archive, plan.routes, look, data_files=_Offered(plan), sources=tuple(plan.sources))
        self._beside: dict[int, Mapping[str, bytes]] = {}

    def answer(self, address: str) -> bytes | None:
        """Return what stands at an address, base path included; None where nothing does.

        The search index and what is loaded beside it are not among it: see ``searched`` and ``search_pages``.

        Raises:
            TemplateError: if a template is wrong.
            MissingStringError: if the look lacks a string of the interface.
        """
        address = quote(unquote(address.removesuffix("index.html")))
        if address in self.pages.by_address:
            return self.pages.render(self.pages.by_address[address][0]).text.encode()
        path = address.removeprefix(self.plan.routes.base_path)
        for number, beside in enumerate(BESIDE):
            if beside.may_hold(path):
                if number not in self._beside:
                    self._beside[number] = dict(beside.make(self.plan))
                if address in self._beside[number]:
                    return self._beside[number][address]
        if path.endswith(_LISTINGS):
            return self._listings.get(address)
        return self._draw_picture(address) if path.endswith(".png") else None

    def has_page(self, address: str) -> bool:
        """Whether a page stands at an address, and no other file or nothing."""
        return quote(unquote(address.removesuffix("index.html"))) in self.pages.by_address

    @cached_property
    def searched(self) -> Mapping[str, bytes]:
        """What the search page loads beside the index, by address."""
        return dict(make_searched(self.plan))

    def search_pages(self, pause: Callable[[], None]) -> Iterator[SearchPage]:
        """Yield the pages that search covers; ``pause`` is called before each is rendered."""
        for address, page in find_searched(self.plan.archive, self.plan.routes):
            pause()
            yield replace(page, html=self.pages.render(self.pages.by_address[address][0]).text)

    @cached_property
    def _listings(self) -> Mapping[str, bytes]:
        return dict(make_listings(self.plan, tuple(list_addresses(self.plan))))

    def _draw_picture(self, address: str) -> bytes | None:
        words = self._pictures.get(address)
        return _draw(words) if words else None

    @cached_property
    def _pictures(self) -> Mapping[str, PictureWords]:
        return {self.plan.routes.picture(words.place): words for words in list_pictures(self.plan.archive)}


class _Offered:
    """The data files with their sizes, which are known only when all are made: few pages ask."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def __iter__(self) -> Iterator[DataFile]:
        return iter(self._plan.offered)
