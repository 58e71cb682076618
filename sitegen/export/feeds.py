"""Atom feeds (RFC 4287) of the newest reports, and what search engines ask for."""

import uuid
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from sitegen.archive import Archive, ReportEntry
from sitegen.model.terms import ThemeId
from sitegen.routes import Routes
from sitegen.store.markdown import BlockKind, blocks

ENTRIES = 50
"""How many reports a feed holds at most."""
_SUMMARY = 200
_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_IDS = uuid.UUID("b0f5b3d2-6a53-5f0e-9d0e-6d2f6c1f7a10")
# The calendar day of a Chinese publication begins at midnight in China.
_MIDNIGHT = "T00:00:00+08:00"
_NOT_IN_XML = {code: None for code in (*range(32), 0xFFFE, 0xFFFF) if chr(code) not in "\t\n\r"}
_LONG_AGO = date(1970, 1, 1)


def format_feed(archive: Archive, routes: Routes, theme: ThemeId | None = None) -> bytes:
    """Return the feed of the newest reports, of all or of one theme.

    Ids are made from paths, not from addresses, so that a moved site keeps them. A report's date is that of its
    publication, else the end of its period, else the day on which it was added; a report with none is left out.
    """
    entry_of_theme = archive.themes[theme] if theme else None
    paths = entry_of_theme.reports if entry_of_theme else archive.newest
    dated = [(entry, day) for path in paths if (day := _date(entry := archive.reports[path]))][:ENTRIES]
    title = archive.settings.title
    address = routes.theme_feed(theme) if theme else routes.feed()
    page = routes.theme(theme) if theme else routes.home()
    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": archive.settings.language})
    _add(feed, "id", _make_id(f"theme:{theme}" if theme else "archive"))
    _add(feed, "title", f"{entry_of_theme.theme.label} · {title}" if entry_of_theme else title)
    if archive.settings.description and not theme:
        _add(feed, "subtitle", archive.settings.description)
    _add(feed, "updated", _format_date(max((day for _, day in dated), default=_LONG_AGO)))
    _add(SubElement(feed, "author"), "name", title)
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=routes.absolute(address))
    SubElement(feed, "link", rel="alternate", type="text/html", href=routes.absolute(page))
    for entry, day in dated:
        _add_entry(feed, archive, entry, day, routes)
    return _format_xml(feed)


def format_sitemap(
    addresses: Iterable[str], added: dict[str, date], routes: Routes, languages: Sequence[str] = ()
) -> bytes:
    """Return the sitemap of the given addresses, sorted, each with the same page in other languages.

    Args:
        addresses: Of pages, from the host's root.
        added: Date of those pages that have one.
        routes: Make the addresses absolute; of the site's first language.
        languages: Codes of the languages that the site has, the first one first.
    """
    known = set(addresses)
    urls = Element("urlset", {"xmlns": _SITEMAP, "xmlns:xhtml": _XHTML} if len(languages) > 1 else {"xmlns": _SITEMAP})
    versions = _find_versions(known, routes, languages)
    for address in sorted(known):
        url = SubElement(urls, "url")
        _add(url, "loc", routes.absolute(address))
        if address in added:
            _add(url, "lastmod", added[address].isoformat())
        for language, version in versions.get(address, ()):
            SubElement(url, "xhtml:link", rel="alternate", hreflang=language, href=routes.absolute(version))
    return _format_xml(urls)


def _find_versions(
    addresses: Collection[str], routes: Routes, languages: Sequence[str]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return, for each page that stands in several languages, all of them with their addresses, itself among them."""
    found = {}
    for address in addresses:
        others = [(language, routes.same_page(address, language)) for language in languages[1:]]
        versions = [(language, version) for language, version in others if version in addresses]
        if versions:
            whole = ((languages[0], address), *versions, ("x-default", address))
            found.update({version: whole for _, version in whole})
    return found


def format_robots(routes: Routes, *, with_sitemap: bool = True) -> bytes:
    """Return robots.txt: all is open, and where the sitemap is, which only an address with a host can say.

    A preview is open too: a page that may not be read cannot say either that nobody should list it.
    """
    address = routes.absolute(routes.sitemap())
    sitemap = "" if address.startswith("/") or not with_sitemap else f"Sitemap: {address}\n"
    return f"User-agent: *\nAllow: /\n{sitemap}".encode()


def find_added(archive: Archive, routes: Routes) -> dict[str, date]:
    """Return, by address, the day on which each report was added to the archive, where it is known."""
    return {routes.report(path): entry.report.added for path, entry in archive.reports.items() if entry.report.added}


def _add_entry(feed: Element, archive: Archive, entry: ReportEntry, day: date, routes: Routes) -> None:
    report = entry.report
    item = SubElement(feed, "entry")
    _add(item, "id", _make_id(f"report:{report.path}"))
    _add(item, "title", entry.marked)
    _add(item, "updated", _format_date(day))
    if report.published:
        _add(item, "published", _format_date(report.published))
    _add(SubElement(item, "author"), "name", report.issuer or entry.place.full_name)
    SubElement(item, "link", rel="alternate", type="text/html", href=routes.absolute(routes.report(report.path)))
    for theme in report.themes:
        label = archive.themes[theme].theme.label if theme in archive.themes else theme
        SubElement(item, "category", term=theme, label=label.translate(_NOT_IN_XML))
    if summary := _summarise(report.body):
        _add(item, "summary", summary)


def _date(entry: ReportEntry) -> date | None:
    return entry.dated or entry.report.added


def _summarise(body: str) -> str:
    """Return the beginning of the first paragraph, cut after a sentence where one ends in time."""
    first = next((block.text for block in blocks(body) if block.kind is not BlockKind.HEADING), "")
    if len(first) <= _SUMMARY:
        return first
    cut = max(first.rfind(mark, 0, _SUMMARY) for mark in "。！？；")
    return first[: cut + 1] if cut > 0 else first[: _SUMMARY - 1] + "…"


def _make_id(name: str) -> str:
    return uuid.uuid5(_IDS, name).urn


def _format_date(day: date) -> str:
    return day.isoformat() + _MIDNIGHT


def _add(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text.translate(_NOT_IN_XML)


def _format_xml(root: Element) -> bytes:
    indent(root, " ")
    made: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"
