"""The page that sets places side by side on an indicator; its script fills it from the indicators' value files."""

from sitegen.archive import PlaceEntry
from sitegen.archive.compared import find_compared_places
from sitegen.model.terms import SeriesId
from sitegen.render.context import Site
from sitegen.render.page import PageKind
from sitegen.render.variables import ComparePage
from sitegen.render.views import ComparedIndicator, ComparedTheme, CompareForm, Link


def show_compare(site: Site) -> ComparePage:
    """Return the variables of the comparing page."""
    words = site.words
    return ComparePage(
        site=site.view(),
        page=site.page(
            PageKind.COMPARE,
            site.routes.compare(),
            words("compare.heading"),
            description=words("compare.description"),
            crumbs=(site.home_crumb(),),
        ),
        themes=_list_indicators(site),
        indicators=Link(words("nav.indicators"), site.routes.listing("indicators")),
    )


def offer_comparing(site: Site, entry: PlaceEntry) -> CompareForm | None:
    """Return the way to comparing a place with others; None where they share no indicator."""
    shared = dict.fromkeys(row.series for row in entry.figures if row.series in site.comparable)
    indicators = tuple((series, site.series_name(series)) for series in shared if series)
    return CompareForm(site.routes.compare(), entry.place.id, indicators) if indicators else None


def _list_indicators(site: Site) -> tuple[ComparedTheme, ...]:
    """Return the indicators that several places report, by theme."""
    archive = site.archive
    offered = (
        ComparedTheme(
            site.theme_label(theme),
            tuple(_offer(site, series) for series in entry.indicators if series in site.comparable),
        )
        for theme, entry in archive.themes.items()
    )
    return tuple(theme for theme in offered if theme.indicators)


def _offer(site: Site, series: SeriesId) -> ComparedIndicator:
    return ComparedIndicator(
        id=series,
        name=site.series_name(series),
        address=site.routes.indicator(series),
        values=site.routes.indicator_values(series),
        place_count=len(find_compared_places(site.archive.indicators[series])),
    )
