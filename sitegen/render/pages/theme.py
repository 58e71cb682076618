"""The page of a subject."""

from itertools import groupby

from sitegen.archive import SectionRef, ThemeEntry
from sitegen.model.terms import ReportPath, SeriesId, ThemeId
from sitegen.render.body import render_text, section_id
from sitegen.render.context import Site
from sitegen.render.page import PageKind
from sitegen.render.variables import ThemePage
from sitegen.render.views import FigureGroup, Link, Passage, ReportPassages

REPORTS = 100
"""Reports that are shown with their sections."""
REPORTS_WITH_FIGURES = 20


def show_theme(site: Site, theme_id: ThemeId) -> ThemePage:
    """Return the variables of a subject's page."""
    archive, routes, words = site.archive, site.routes, site.words
    entry = archive.themes[theme_id]
    label, covers = site.theme_label(theme_id), site.theme_covers(theme_id)
    figures = _figures_by_report(site, entry)
    return ThemePage(
        site=site.view(),
        page=site.page(
            PageKind.THEME,
            routes.theme(theme_id),
            label,
            title=words("theme.title", theme=label),
            description=words("theme.description", theme=label, count=len(entry.reports)) + covers,
            crumbs=site.list_crumbs("themes"),
            feed=Link(words("theme.feed", theme=label), routes.theme_feed(theme_id)),
        ),
        covers=covers,
        text=render_text(entry.theme.text),
        passages=_passages(site, entry)[:REPORTS],
        more_reports=max(0, len(entry.reports) - REPORTS),
        figures=figures,
        more_figures=entry.stat_count - sum(len(group.figures) for group in figures),
        indicators=tuple(_indicator(site, series) for series in entry.indicators),
        practices=tuple(site.practice_link(practice) for practice in entry.practices),
    )


def _passages(site: Site, entry: ThemeEntry) -> tuple[ReportPassages, ...]:
    sections: dict[ReportPath, tuple[SectionRef, ...]] = {
        path: tuple(found) for path, found in groupby(entry.sections, key=lambda section: section.report)
    }
    return tuple(
        ReportPassages(site.report_item(path), tuple(_passage(site, section) for section in sections.get(path, ())))
        for path in entry.reports
    )


def _passage(site: Site, section: SectionRef) -> Passage:
    address = site.routes.report(section.report)
    if section.heading is not None:
        return Passage(section.heading, f"{address}#{section_id(section.number)}")
    alone = len(site.archive.reports[section.report].report.sections) == 1
    return Passage(site.words("theme.whole-text" if alone else "theme.lead"), address)


def _figures_by_report(site: Site, entry: ThemeEntry) -> tuple[FigureGroup, ...]:
    groups = []
    for path in site.archive.newest:
        report = site.archive.reports[path]
        stats = tuple(stat for stat in report.report.stats if stat.theme == entry.theme.id)
        if stats:
            when = site.words.period(report.report.period)
            heading = Link(site.who(report), site.routes.report(path), note=when, count=len(stats))
            groups.append(FigureGroup(heading, tuple(site.figure(site.stat_ref(report, stat)) for stat in stats)))
        if len(groups) == REPORTS_WITH_FIGURES:
            break
    return tuple(groups)


def _indicator(site: Site, series_id: SeriesId) -> Link:
    entry = site.archive.indicators[series_id]
    return Link(site.series_name(series_id), site.routes.indicator(entry.series.id), count=entry.value_count)
