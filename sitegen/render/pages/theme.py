"""The page of a subject: figures of places side by side, and what each place says."""

from collections import defaultdict
from itertools import groupby

from sitegen.archive import SectionRef, ThemeEntry
from sitegen.archive.crossing import CrossRow, CrossTable, cross_values
from sitegen.model.terms import PlaceId, ReportPath, SeriesId, ThemeId
from sitegen.render.body import render_text, section_id
from sitegen.render.context import Site
from sitegen.render.page import PageKind
from sitegen.render.variables import ThemePage
from sitegen.render.views import Link, Passage, PeriodRow, PeriodTable, PlacePassages, ReportPassages
from sitegen.store.texts import theme_file

TABLES = 6
COLUMNS = 8
ROWS = 20
PRACTICES = 40
PLACES = 30
"""Places that are shown with what they say: those with the newest reports."""
REPORTS_A_PLACE = 2
REPORTS_WITH_FIGURES = 12
"""Reports that are shown with all of their figures under the subject."""


def show_theme(site: Site, theme_id: ThemeId) -> ThemePage:
    """Return the variables of a subject's page."""
    archive, routes, words = site.archive, site.routes, site.words
    entry = archive.themes[theme_id]
    label, covers = site.theme_label(theme_id), site.theme_covers(theme_id)
    own = (archive.indicators[series] for series in entry.indicators)
    tables = cross_values(own, tuple(archive.places), places=COLUMNS, rows=ROWS)
    places = _group_by_place(site, entry)
    shown = tuple(places)[:PLACES]
    more = max(0, len(entry.practices) - PRACTICES)
    order = {place: number for number, place in enumerate(archive.places)}
    return ThemePage(
        site=site.view(),
        page=site.page(
            PageKind.THEME,
            routes.theme(theme_id),
            label,
            title=words("theme.title", theme=label),
            description=words("theme.description", theme=label, count=len(entry.stating)) + covers,
            crumbs=site.list_crumbs("themes"),
            feed=Link(words("theme.feed", theme=label), routes.theme_feed(theme_id)),
        ),
        covers=covers,
        text=render_text(entry.theme.text, site.dress(theme_file(theme_id))),
        report_count=len(entry.stating),
        tables=tuple(_table(site, number, table) for number, table in enumerate(tables[:TABLES], 1)),
        more_tables=max(0, len(tables) - TABLES),
        places=_passages(site, entry, {place: places[place] for place in sorted(shown, key=order.__getitem__)}),
        more_places=len(places) - len(shown),
        indicators=tuple(_indicator(site, series) for series in entry.indicators),
        practices=tuple(site.practice_link(practice) for practice in entry.practices[:PRACTICES]),
        all_practices=Link(words("theme.more-practices"), routes.listing("practices"), count=more) if more else None,
    )


def _indicator(site: Site, series_id: SeriesId) -> Link:
    entry = site.archive.indicators[series_id]
    return Link(site.series_name(series_id), site.routes.indicator(series_id), count=entry.value_count)


def _table(site: Site, number: int, table: CrossTable) -> PeriodTable:
    return PeriodTable(
        id=f"period-{number}",
        period=site.words.period(table.period),
        scope=site.words(f"scope.{table.scope}"),
        columns=tuple(site.place_link(place) for place in table.places),
        rows=tuple(_row(site, row) for row in table.rows),
        value_count=table.value_count,
        more_places=table.more_places,
    )


def _row(site: Site, row: CrossRow) -> PeriodRow:
    cells = tuple(tuple(site.figure(ref) for ref in cell) for cell in row.cells)
    return PeriodRow(site.series_name(row.series), site.routes.indicator(row.series), cells)


def _group_by_place(site: Site, entry: ThemeEntry) -> dict[PlaceId, list[ReportPath]]:
    """Return the reports under a subject by their place, the place with the newest report first."""
    places: dict[PlaceId, list[ReportPath]] = defaultdict(list)
    for path in entry.stating:
        places[site.archive.reports[path].place.id].append(path)
    return places


def _passages(site: Site, entry: ThemeEntry, places: dict[PlaceId, list[ReportPath]]) -> tuple[PlacePassages, ...]:
    sections: dict[ReportPath, tuple[SectionRef, ...]] = {
        path: tuple(found) for path, found in groupby(entry.sections, key=lambda section: section.report)
    }
    with_figures = frozenset(entry.stating[:REPORTS_WITH_FIGURES])

    def tell(path: ReportPath) -> ReportPassages:
        report = site.archive.reports[path]
        stats = tuple(stat for stat in report.report.stats if stat.theme == entry.theme.id)
        shown = stats if path in with_figures else ()
        return ReportPassages(
            report=site.report_item(path),
            passages=tuple(_passage(site, section) for section in sections.get(path, ())),
            figure_count=len(stats),
            figures=tuple(site.figure(site.stat_ref(report, stat)) for stat in shown),
            all_figures=f"{site.routes.report(path)}#figures-table",
        )

    return tuple(
        PlacePassages(
            place=_place(site, place),
            reports=tuple(tell(path) for path in paths[:REPORTS_A_PLACE]),
            more=max(0, len(paths) - REPORTS_A_PLACE),
        )
        for place, paths in places.items()
    )


def _place(site: Site, place: PlaceId) -> Link:
    """Return a link to a place, with the place above it where its own name does not say it."""
    entry = site.archive.places[place]
    above = site.place_name(entry.chain[-1]) if entry.chain and entry.label == entry.place.name else ""
    return Link(site.place_label(place), site.routes.place(place), note=above)


def _passage(site: Site, section: SectionRef) -> Passage:
    address = site.routes.report(section.report)
    if section.heading is not None:
        return Passage(section.heading, f"{address}#{section_id(section.number)}")
    alone = len(site.archive.reports[section.report].report.sections) == 1
    return Passage(site.words("theme.whole-text" if alone else "theme.lead"), address)
