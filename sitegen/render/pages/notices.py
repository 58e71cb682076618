"""What answers where something was published before: withdrawn reports, former addresses, pages that lost their all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from sitegen.archive import Archive, WithdrawnEntry
from sitegen.model.terms import ReportPath
from sitegen.render.context import CITED_ON_A_PAGE, Site
from sitegen.render.corrections import address_for
from sitegen.render.page import NoticeKind
from sitegen.render.pages.cite import count_cite_pages
from sitegen.render.variables import GonePage, MovedPage, WithdrawnPage
from sitegen.render.views import Link
from sitegen.routes import Routes

OTHERS = 8
"""Other reports of the place that a withdrawn one leads to."""

Address = Callable[[Routes], str]


@dataclass(frozen=True, slots=True)
class Move:
    """A page that leads to another one."""

    former: Address
    to: Address
    report: ReportPath
    """What it was about."""


@dataclass(frozen=True, slots=True)
class GonePlan:
    """A page that lost its all."""

    kind: str
    """``indicators`` or ``practices``, whose list it leads to."""
    address: Address


def list_moves(archive: Archive) -> Iterator[Move]:
    """Yield the pages that only lead on: those that cited withdrawn reports, and all of former addresses."""
    for path, withdrawn in archive.withdrawn.items():
        for number in range(1, _count_cite_pages(withdrawn) + 1):
            yield Move(_cite(path, number), _report(path), path)
    for former, path in archive.moves.items():
        yield Move(_report(ReportPath(former)), _report(path), path)
        entry = archive.reports.get(path)
        pages = count_cite_pages(entry.report) if entry else 0
        last = pages if entry else _count_cite_pages(archive.withdrawn[path])
        for number in range(1, max(last, 1) + 1):
            to = _cite(path, number) if number <= pages else _report(path)
            yield Move(_cite(ReportPath(former), number), to, path)


def list_gone(archive: Archive) -> Iterator[GonePlan]:
    """Yield the pages of indicators and practices that stood in withdrawn reports alone."""
    for series in archive.gone.indicators:
        yield GonePlan("indicators", partial(Routes.indicator, series=series))
    for practice in archive.gone.practices:
        yield GonePlan("practices", partial(Routes.practice, practice=practice))


def show_withdrawn(site: Site, path: ReportPath) -> WithdrawnPage:
    """Return the variables of the page that says why a report is no longer there."""
    words, routes, archive = site.words, site.routes, site.archive
    entry = archive.withdrawn[path]
    place = archive.places[entry.place.id]
    period = words.period(entry.period)
    bulletin = archive.bulletins[entry.bulletin].bulletin if entry.bulletin else None
    other_issuer = entry.issuer if entry.issuer and entry.issuer not in entry.place.full_name else ""
    return WithdrawnPage(
        site=site.view(),
        page=site.page(
            NoticeKind.WITHDRAWN,
            routes.report(path),
            entry.heading,
            title=words("withdrawn.title", title=entry.heading),
            description=words("withdrawn.description", place=site.place_label(place.place.id), period=period),
            crumbs=site.place_crumbs(place, with_itself=True),
            indexed=False,
        ),
        place=site.place_link(place.place.id),
        kicker=(other_issuer, period) if other_issuer else (period,),
        reason=entry.reason,
        ask=_where_to_ask(site, entry),
        others=tuple(site.report_item(other) for other in place.reports[:OTHERS]),
        bulletin=Link(bulletin.title or bulletin.file, routes.bulletin(bulletin.stem)) if bulletin else None,
    )


def show_moved(site: Site, move: Move) -> MovedPage:
    """Return the variables of a page that leads from a former address to the present one."""
    words, to = site.words, move.to(site.routes)
    entry = site.archive.reports.get(move.report)
    heading = site.heading_of(entry) if entry else site.archive.withdrawn[move.report].heading
    return MovedPage(
        site=site.view(),
        page=site.page(
            NoticeKind.MOVED,
            move.former(site.routes),
            words("moved.heading"),
            description=words("moved.heading"),
            indexed=False,
        ),
        to=Link(heading, to),
        canonical=site.routes.absolute(to),
    )


def show_gone(site: Site, gone: GonePlan) -> GonePage:
    """Return the variables of the page of an indicator or practice that stood in withdrawn reports alone."""
    words = site.words
    return GonePage(
        site=site.view(),
        page=site.page(
            NoticeKind.GONE,
            gone.address(site.routes),
            words(f"gone.{gone.kind}"),
            description=words("gone.why"),
            crumbs=site.list_crumbs(gone.kind),
            indexed=False,
        ),
        browse=site.browse(),
    )


def withdrawn_link(site: Site, path: ReportPath) -> Link:
    """Return a link to the page of a withdrawn report, with its period where the heading does not say it."""
    entry = site.archive.withdrawn[path]
    period = site.words.period(entry.period)
    return Link(entry.heading, site.routes.report(path), note="" if period in entry.heading else period)


def _where_to_ask(site: Site, entry: WithdrawnEntry) -> Link:
    to, words = site.archive.settings.report_errors_to, site.words
    if not to:
        return Link(words("nav.about"), site.routes.about())
    address = site.routes.absolute(site.routes.report(entry.path))
    subject = words("withdrawn.ask-subject", title=entry.heading)
    return Link(words("withdrawn.write"), address_for(to, subject, words("report.error-body", address=address)))


def _count_cite_pages(entry: WithdrawnEntry) -> int:
    """Return how many pages cited it; one also where nobody knows its stats any more."""
    return max(1, -(-entry.stat_count // CITED_ON_A_PAGE))


def _report(path: ReportPath) -> Address:
    return lambda routes: routes.report(path)


def _cite(path: ReportPath, number: int) -> Address:
    return lambda routes: routes.report_cite(path, page=number)
