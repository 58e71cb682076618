"""The page of a report."""

from sitegen.archive import ReportEntry, State
from sitegen.archive.key_stats import choose_key_stats
from sitegen.model.report import Report
from sitegen.model.terms import ReportPath, StatId
from sitegen.render.body import excerpt, render_body
from sitegen.render.citations import cite_report, list_meta
from sitegen.render.context import DESCRIPTION_LENGTH, Site, is_other
from sitegen.render.corrections import address_for
from sitegen.render.described import describe_report
from sitegen.render.marks import row_id
from sitegen.render.page import PageKind
from sitegen.render.pages.cite import box_of_report
from sitegen.render.variables import ReportPage
from sitegen.render.views import Fact, Figure, FigureGroup, Link
from sitegen.store.texts import report_file

KEY_FIGURES = 8


def show_report(site: Site, path: ReportPath) -> ReportPage:
    """Return the variables of a report's page."""
    archive, routes, words = site.archive, site.routes, site.words
    entry = archive.reports[path]
    report, place = entry.report, archive.places[entry.place.id]
    cited = cite_report(site, path)
    body = render_body(report.body, site.dress(report_file(path)), report.stats)
    figures = {stat.id: site.figure(site.stat_ref(entry, stat)) for stat in report.stats}
    when = words.period(report.period)
    return ReportPage(
        site=site.view(),
        page=site.page(
            PageKind.REPORT,
            routes.report(path),
            entry.heading,
            title=words("report.title", title=entry.heading, place=site.who(entry), period=when),
            description=words("report.description", place=site.who(entry), period=when)
            + excerpt(report.body, DESCRIPTION_LENGTH),
            crumbs=site.place_crumbs(place, with_itself=True),
            place=place.place.id,
            described=(describe_report(site, path, cited),),
        ),
        place=site.place_link(place.place.id),
        kicker=(report.issuer, when) if report.issuer and is_other(entry) else (when,),
        titled=report.title is not None,
        notice=_say_why_unpublished(site, entry),
        body=body.html,
        captions=report.captions,
        headings=body.headings,
        key_figures=tuple(figures[stat.id] for stat in choose_key_stats(report, KEY_FIGURES, archive.indicators)),
        stat_groups=group_by_theme(site, report, figures),
        located=frozenset(map(str, body.located)),
        inside={outer: tuple(_row_link(figures[one]) for one in ids) for outer, ids in body.inside.items()},
        stat_count=len(report.stats),
        themes=tuple(site.theme_link(theme) for theme in report.themes if theme in archive.themes),
        practices=tuple(site.practice_item(use.practice, use.mention.quote or "") for use in entry.practices),
        previous=site.report_item(entry.previous) if entry.previous else None,
        next=site.report_item(entry.next) if entry.next else None,
        siblings=tuple(site.report_item(other) for other in entry.siblings),
        bulletin=bulletin_link(site, entry),
        facts=tell_source(site, entry),
        report_error=address_for_errors(site, entry),
        cite=box_of_report(site, cited, path),
        meta=list_meta(cited),
        cite_stats=routes.report_cite(path),
    )


def _say_why_unpublished(site: Site, entry: ReportEntry) -> str:
    if entry.state is State.PUBLISHED:
        return ""
    return site.words(f"state.notice-{entry.state}", day=site.words.date(entry.report.publish_on))


def _row_link(figure: Figure) -> Link:
    return Link(figure.name, f"#{row_id(StatId(figure.id))}")


def group_by_theme(site: Site, report: Report, figures: dict[StatId, Figure]) -> tuple[FigureGroup, ...]:
    """Return all figures of a report under their themes, in the order of the archive's themes."""
    groups = []
    for theme in site.archive.themes:
        found = tuple(figures[stat.id] for stat in report.stats if stat.theme == theme)
        if found:
            groups.append(FigureGroup(site.theme_link(theme), found))
    return tuple(groups)


def bulletin_link(site: Site, entry: ReportEntry) -> Link | None:
    """Return a link to the bulletin of a report; None where it has no page."""
    if not entry.bulletin:
        return None
    bulletin = site.archive.bulletins[entry.bulletin].bulletin
    return Link(bulletin.title or bulletin.file, site.routes.bulletin(entry.bulletin))


def tell_source(site: Site, entry: ReportEntry) -> tuple[Fact, ...]:
    """Return what is known of where a report's text is from."""
    words, routes, report = site.words, site.routes, entry.report
    facts = [Fact(words("fact.issuer"), report.issuer)] if report.issuer and is_other(entry) else []
    facts += [Fact(words("fact.published"), words.date(report.published))] if report.published else []
    bulletin = site.archive.bulletins[entry.bulletin].bulletin if entry.bulletin else None
    if bulletin and bulletin.publication:
        facts.append(Fact(words("fact.publication"), bulletin.publication))
    for credit in report.credits:
        facts.append(Fact(credit.role or words("fact.credit"), credit.name))
    if report.source:
        source = report.source
        of_several = words("fact.part", part=source.part) if entry.siblings else ""
        raw = routes.bulletin_source(entry.bulletin) if entry.bulletin in site.sources and entry.bulletin else ""
        facts.append(Fact(words("fact.file"), source.file, raw, code=True))
        facts += [Fact(words("fact.place-in-file"), of_several)] if of_several else []
        facts.append(Fact("SHA-256", source.sha256, code=True))
        facts.append(Fact(words("fact.text"), words("fact.edited" if entry.edited else "fact.as-read")))
        facts += tell_changes_of_bulletin(site, entry)
    else:
        facts.append(Fact(words("fact.text"), words("fact.by-hand")))
    return tuple(facts)


def tell_changes_of_bulletin(site: Site, entry: ReportEntry) -> tuple[Fact, ...]:
    """Return how much of the report's bulletin ingest changed, with the way to the list; nothing where not known."""
    ledger = site.archive.bulletins[entry.bulletin].ledger if entry.bulletin else None
    if ledger is None or entry.bulletin is None:
        return ()
    count = sum(change.count for change in ledger.entries)
    key = "fact.changed" if count else "fact.unchanged"
    text = site.words(key, count=site.words.number(count)) if count else site.words(key)
    return (Fact(site.words("fact.changes"), text, f"{site.routes.bulletin(entry.bulletin)}#part-changes"),)


def address_for_errors(site: Site, entry: ReportEntry) -> str:
    """Return where to write about a mistake in a report, what it is about filled in; may be empty."""
    to = site.archive.settings.report_errors_to
    if not to:
        return ""
    words, address = site.words, site.routes.absolute(site.routes.report(entry.report.path))
    subject = words("report.error-subject", title=entry.heading)
    return address_for(to, subject, words("report.error-body", address=address))
