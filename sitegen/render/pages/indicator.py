"""The page of an indicator: all of its values, in groups that may be compared, ranked inside one period only."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from urllib.parse import quote

from sitegen.archive import IndicatorEntry, StatRef, ValueGroup
from sitegen.archive.compared import is_comparable
from sitegen.model.terms import Kind, SeriesId
from sitegen.quantities.convert import find_conversion
from sitegen.render.amounts import name_unit
from sitegen.render.context import Site
from sitegen.render.described import describe_indicator
from sitegen.render.page import PageKind
from sitegen.render.pages.drawn import draw_places
from sitegen.render.pages.near import show_near
from sitegen.render.variables import IndicatorPage
from sitegen.render.views import Fact, Value, ValueSection, ValueTable

SECTIONS = 20
PERIODS = 12
ROWS = 60


def show_indicator(site: Site, series_id: SeriesId) -> IndicatorPage:
    """Return the variables of an indicator's page."""
    words = site.words
    entry = site.archive.indicators[series_id]
    name, definition = site.series_name(series_id), site.series_definition(series_id)
    compare = f"{site.routes.compare()}?indicator={quote(series_id)}"
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
            described=(describe_indicator(site, series_id),),
        ),
        definition=definition,
        facts=_tell(site, entry),
        compare=compare if is_comparable(entry) else "",
        data=site.routes.data(),
        sections=tuple(_show_group(site, name, n, g) for n, g in enumerate(entry.groups[:SECTIONS], 1)),
        more_sections=max(len(entry.groups) - SECTIONS, 0),
        value_count=entry.value_count,
        place_count=len(entry.places),
        near=show_near(site, series_id),
    )


def rank(refs: Iterable[StatRef]) -> tuple[StatRef, ...]:
    """Return comparable values of one period in order: the largest first, of ranks the first place."""

    def key(ref: StatRef) -> tuple[object, ...]:
        value = ref.stat.value if ref.stat.kind is Kind.RANK else -ref.stat.value
        return (value, ref.place_name, ref.report, ref.stat.id)

    return tuple(sorted(refs, key=key))


def _tell(site: Site, entry: IndicatorEntry) -> tuple[Fact, ...]:
    words, series = site.words, entry.series
    facts = [Fact(words("fact.unit"), words.unit(series.unit))] if series.unit else []
    if conversion := find_conversion(series.unit):
        to = name_unit(words, conversion.to)
        said = words("fact.converts", unit=name_unit(words, series.unit, one=True), size=conversion.times, to=to)
        facts.append(Fact(words("fact.conversion"), said, code=True))
    if series.aliases:
        facts.append(Fact(words("fact.aliases"), words("join.list").join(series.aliases)))
    if series.theme in site.archive.themes:
        theme = site.theme_link(series.theme)
        facts.append(Fact(words("fact.theme"), theme.text, theme.address))
    return tuple(facts)


def _show_group(site: Site, name: str, number: int, group: ValueGroup) -> ValueSection:
    id = f"group-{number}"
    tables: tuple[ValueTable, ...]
    if group.months:
        parts = [tuple(part) for _, part in groupby(group.values, key=lambda ref: ref.period)]
        tables = tuple(_rank_period(site, name, f"{id}-{n}", part) for n, part in enumerate(parts[:PERIODS], 1))
        more = max(len(parts) - PERIODS, 0)
    else:
        tables, more = (_tabulate(site, f"{id}-1", "", group.values),), 0
    return ValueSection(id, site.words.group(group), tables, len(group.values), more)


def _rank_period(site: Site, name: str, id: str, refs: Sequence[StatRef]) -> ValueTable:
    ranked = rank(refs)
    table = _tabulate(site, id, site.words.period(refs[0].period), ranked)
    return replace(table, chart=draw_places(site, f"{id}-chart", name, ranked))


def _tabulate(site: Site, id: str, period: str, refs: Sequence[StatRef]) -> ValueTable:
    values = tuple(_value(site, ref) for ref in refs[:ROWS])
    return ValueTable(id, period, values, refs[0].stat.kind is Kind.CHANGE, None, max(len(refs) - ROWS, 0))


def _value(site: Site, ref: StatRef) -> Value:
    address = site.routes.place(ref.place) if ref.place else ""
    return Value(site.place_of(ref), address, site.words.period(ref.period), site.figure(ref))
