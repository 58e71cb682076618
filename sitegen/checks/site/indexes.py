"""Whether canonical addresses, languages and the sitemap of a site say the same as its pages."""

from collections.abc import Iterator

from lxml import etree

from sitegen.checks.site.built import BuiltSite
from sitegen.checks.site.fault import Fault
from sitegen.checks.site.pages import SitePage
from sitegen.checks.site.rules import is_named
from sitegen.problems.words import Words

_SITEMAP = "sitemap.xml"
_NOTHING = Words("missing", "空的")


def check_canonical(site: BuiltSite) -> Iterator[Fault]:
    """Find pages whose canonical address is missing or not their own."""
    for address, page in site.pages.items():
        if not is_listed(page):
            continue
        target = site.resolve(page.canonical or "", address) if page.canonical else None
        if target is None or target[0] != address:
            values = {"canonical": page.canonical or _NOTHING, "address": address}
            yield Fault("site-canonical", page.file.as_posix(), page.canonical or "", values)


def check_languages(site: BuiltSite) -> Iterator[Fault]:
    """Find pages that name another language's page which is not there, or does not name them."""
    for address, page in site.pages.items():
        for language, pointer in page.alternates:
            target = site.resolve(pointer, address)
            other = site.pages.get(target[0]) if target else None
            back = other and any(site.resolve(its, address) == (address, "") for _, its in other.alternates)
            if not back:
                yield Fault("site-language", page.file.as_posix(), pointer, {"language": language, "address": pointer})


def check_sitemap(site: BuiltSite) -> Iterator[Fault]:
    """Find pages that the sitemap lacks, and addresses in it at which no page is that search engines may keep."""
    if _SITEMAP not in site.files:
        return
    named = set(_read_sitemap(site))
    for address in sorted(named):
        target = site.resolve(address, site.base_path)
        page = site.pages.get(target[0]) if target else None
        if page is None or (page.hidden and not _is_hidden_whole(site)):
            yield Fault("site-sitemap-extra", _SITEMAP, "", {"address": address})
    known = {target[0] for address in named if (target := site.resolve(address, site.base_path))}
    for address, page in site.pages.items():
        file = page.file.as_posix()
        if address not in known and is_listed(page) and not is_named(file, "unlisted"):
            yield Fault("site-sitemap-lacks", file, "", {"address": address})


def is_listed(page: SitePage) -> bool:
    """Whether search engines are meant to know a page."""
    return page.is_page and not page.hidden and not is_named(page.file.as_posix(), "alone")


def _is_hidden_whole(site: BuiltSite) -> bool:
    """Whether no page of the site is for search engines, as in a preview."""
    return site.pages[site.base_path].hidden


def _read_sitemap(site: BuiltSite) -> list[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    tree = etree.fromstring((site.folder / _SITEMAP).read_bytes(), parser)
    return [] if tree is None else [str(text).strip() for text in tree.xpath("//*[local-name()='loc']/text()")]
