"""The page of an indicator: all of its values, in groups that may be compared."""

from sitegen.archive import IndicatorEntry, StatRef, ValueGroup
from sitegen.model.terms import SeriesId
from sitegen.render.context import Site
from sitegen.render.page import PageKind
from sitegen.render.variables import IndicatorPage
from sitegen.render.views import Fact, Value, ValueTable


def show_indicator(site: Site, series_id: SeriesId) -> IndicatorPage:
    """Return the variables of an indicator's page."""
    words = site.words
    entry = site.archive.indicators[series_id]
    name, definition = site.series_name(series_id), site.series_definition(series_id)
    return IndicatorPage(
        site=site.view(),
        page=site.page(
            PageKind.INDICATOR,
            site.routes.indicator(series_id),
            name,
            title=words("indicator.title", name=name),
            description=words("indicator.description", name=name, places=len(entry.places), values=entry.value_count)
            + definition,
            crumbs=site.list_crumbs("indicators"),
        ),
        definition=definition,
        facts=_tell(site, entry),
        tables=tuple(_table(site, number, group) for number, group in enumerate(entry.groups, 1)),
        value_count=entry.value_count,
    )


def _tell(site: Site, entry: IndicatorEntry) -> tuple[Fact, ...]:
    words, series = site.words, entry.series
    facts = [Fact(words("fact.unit"), series.unit)] if series.unit else []
    if series.aliases:
        facts.append(Fact(words("fact.aliases"), words("join.list").join(series.aliases)))
    if series.theme in site.archive.themes:
        theme = site.theme_link(series.theme)
        facts.append(Fact(words("fact.theme"), theme.text, theme.address))
    return tuple(facts)


def _table(site: Site, number: int, group: ValueGroup) -> ValueTable:
    return ValueTable(f"group-{number}", site.words.group(group), tuple(_value(site, ref) for ref in group.values))


def _value(site: Site, ref: StatRef) -> Value:
    address = site.routes.place(ref.place) if ref.place else ""
    return Value(ref.place_name, address, site.words.period(ref.period), site.figure(ref))
