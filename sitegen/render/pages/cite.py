"""The page on which one cites a report or one of its stats, and the box that it shares with the report's page."""

from collections.abc import Iterator, Sequence

from sitegen.archive import Archive
from sitegen.model.report import Report
from sitegen.model.terms import ReportPath
from sitegen.render.citations import CITATION_FILES, FORMS, Cited, cite_report, cite_stat
from sitegen.render.context import CITED_ON_A_PAGE, Site, make_site
from sitegen.render.corrections import address_for
from sitegen.render.page import PageKind
from sitegen.render.variables import CitePage
from sitegen.render.views import CiteBox, CitedFigure, CiteForm, Figure, Link
from sitegen.render.words import Words
from sitegen.routes import Routes

_AT_HAND = 2
"""Forms that stand open; the others are for programs."""


def count_cite_pages(report: Report) -> int:
    """Return how many pages cite the stats of a report; none where the report's own box says everything."""
    return -(-len(report.stats) // CITED_ON_A_PAGE)


def show_cite(site: Site, path: ReportPath, number: int = 1) -> CitePage:
    """Return the variables of the page on which one cites a report, or of a further one for its further stats."""
    words, routes = site.words, site.routes
    entry = site.archive.reports[path]
    place = site.archive.places[entry.place.id]
    report = cite_report(site, path)
    stats = entry.report.stats[(number - 1) * CITED_ON_A_PAGE : number * CITED_ON_A_PAGE]
    figures = (site.figure(site.stat_ref(entry, stat)) for stat in stats)
    pages = count_cite_pages(entry.report)
    return CitePage(
        site=site.view(),
        page=site.page(
            PageKind.CITE,
            routes.report_cite(path, page=number),
            words("cite.heading")
            if pages == 1
            else words("list.reports.page", heading=words("cite.heading"), number=number),
            title=words("cite.page-heading", title=entry.heading),
            description=words("cite.page-heading", title=entry.heading),
            crumbs=site.place_crumbs(place, with_itself=True),
            indexed=False,
        ),
        report=Link(site.heading_of(entry), routes.report(path)),
        place=site.who(entry),
        period=words.period(entry.report.period),
        cite=box_of_report(site, report, path),
        stats=tuple(
            CitedFigure(figure, _box(site, cite_stat(site, entry, report, figure)), _address_for_errors(site, figure))
            for figure in figures
        ),
        pages=tuple(Link(str(n), routes.report_cite(path, page=n)) for n in range(1, pages + 1)) if pages > 1 else (),
    )


def box_of_report(site: Site, cited: Cited, path: ReportPath) -> CiteBox:
    """Return the cite box of a report, with its files for reference managers."""
    files = tuple(
        Link(site.words(f"cite.form-{form.id}"), site.routes.report_citation(path, form.ending))
        for form in FORMS
        if form.ending
    )
    return _box(site, cited, files)


def make_citation_files(archive: Archive, routes: Routes, languages: Sequence[Words]) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the bytes of each report's files for reference managers, at its former addresses too.

    What is left of a withdrawn report's files says so, and cites nothing.

    Args:
        archive: What is public.
        routes: Every address.
        languages: The words of each language of the site, the first one first.
    """
    site = make_site(archive, routes, languages, (), ())
    former: dict[ReportPath, list[ReportPath]] = {}
    for old, path in archive.moves.items():
        former.setdefault(path, []).append(ReportPath(old))
    for path in archive.reports:
        cited = cite_report(site, path)
        for form in FORMS:
            if form.ending:
                data = f"{form.format(cited)}\n".encode()
                for one in (path, *former.get(path, ())):
                    yield routes.report_citation(one, form.ending), data
    for path in archive.withdrawn:
        said = f"{site.words('withdrawn.status')} {routes.absolute(routes.report(path))}\n".encode()
        for one in (path, *former.get(path, ())):
            for ending in CITATION_FILES:
                yield routes.report_citation(one, ending), b"[]\n" if ending == "json" else said


def _box(site: Site, cited: Cited, files: tuple[Link, ...] = ()) -> CiteBox:
    made = tuple(CiteForm(site.words(f"cite.form-{form.id}"), form.format(cited)) for form in FORMS)
    return CiteBox(
        forms=made[:_AT_HAND],
        further=made[_AT_HAND:],
        others=site.words("join.list").join(form.label for form in made[_AT_HAND:]),
        files=files,
        bare_path=cited.address if cited.address.startswith("/") else "",
    )


def _address_for_errors(site: Site, figure: Figure) -> str:
    to = site.archive.settings.report_errors_to
    if not to:
        return ""
    words = site.words
    body = words(
        "report.error-body-of-stat",
        name=figure.name,
        printed=figure.printed,
        id=figure.id,
        quote=figure.quote,
        address=site.routes.absolute(figure.address),
    )
    return address_for(to, words("report.error-subject", title=figure.source), body)
