"""From a laid-out report to its stats: every number with its unit, what it measures and the words that hold it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sitegen.ingest.extract.clauses import Clause, split_clauses
from sitegen.ingest.extract.context import ReportContext
from sitegen.ingest.extract.frames import Frame, make_frames
from sitegen.ingest.extract.indicators import name_numbers
from sitegen.ingest.extract.quotes import Quote, find_quotes
from sitegen.ingest.extract.series import find_series
from sitegen.ingest.extract.stat_period import find_stat_period
from sitegen.ingest.extract.stat_place import find_stat_place
from sitegen.ingest.extract.themes import find_stat_theme
from sitegen.ingest.laid import LaidReport
from sitegen.model.quantity import Quantity
from sitegen.model.stat import Stat, make_stat_id
from sitegen.model.terms import StatId, ThemeId
from sitegen.quantities import Measure, derive, find_quantities, read_measure, speaks_of_later_year

_TRIES = 40
"""Quotes of one number that are tried."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the report a paragraph stands."""

    title: str | None
    heading: str | None
    themes: tuple[ThemeId, ...]
    body: str
    """The plain text of the whole body, one block a line."""
    selves: tuple[str, ...]


def extract_stats(report: LaidReport, context: ReportContext) -> tuple[Stat, ...]:
    """Return the stats of a report in reading order; headings, titles and plans for a coming year give none.

    A number for which no quote can be found (its paragraph stands in the body twice) gives no stat.
    """
    body = "\n".join(
        block for section in report.sections for block in ((section.heading or ""), *section.paragraphs) if block
    )
    year = context.period.year if context.period else context.said_in
    selves = _selves(context)
    stats: list[Stat] = []
    taken: set[StatId] = set()
    for number, section in enumerate(report.sections):
        if section.heading and speaks_of_later_year(section.heading, year):
            continue
        themes = context.section_themes[number] if number < len(context.section_themes) else ()
        place = _Place(report.title, section.heading, themes, body, selves)
        for paragraph in section.paragraphs:
            for stat in _read_paragraph(paragraph, place, context, year, taken):
                taken.add(stat.id)
                stats.append(stat)
    return tuple(stats)


def _read_paragraph(
    paragraph: str, place: _Place, context: ReportContext, year: int | None, taken: set[StatId]
) -> Iterator[Stat]:
    quantities = find_quantities(paragraph, said_year=year)
    clauses = split_clauses(paragraph, [quantity.span for quantity in quantities])
    measures = [read_measure(paragraph, quantity) for quantity in quantities]
    frames = make_frames(paragraph, clauses, quantities, [measure.kind for measure in measures])
    names = name_numbers(paragraph, clauses, frames, place.selves)
    for frame, measure, name in zip(frames, measures, names, strict=True):
        stat = _make_stat(paragraph, frame, clauses, measure, name, place, context, taken)
        if stat:
            yield stat


def _make_stat(
    paragraph: str,
    frame: Frame,
    clauses: Sequence[Clause],
    measure: Measure,
    name: str,
    place: _Place,
    context: ReportContext,
    taken: set[StatId],
) -> Stat | None:
    quantity = frame.quantity
    quote = _choose_quote(find_quotes(paragraph, quantity.span, clauses, place.body), quantity, measure)
    if not quote:
        return None
    clause = frame.clause_text
    name = name or quantity.unit or quantity.printed
    return Stat(
        id=make_stat_id(quantity.printed, quote.text, quote.occurrence, taken),
        indicator=name,
        value=measure.value,
        value_to=measure.value_to,
        unit=quantity.unit,
        printed=quantity.printed,
        at=quote.at,
        bound=quantity.bound,
        kind=measure.kind,
        basis=measure.basis,
        status=measure.status,
        period=find_stat_period(clause, paragraph, quantity.span, context.period, context.said_in),
        place=find_stat_place(clause, paragraph, quantity.span, context.place),
        theme=find_stat_theme(
            name, clause, place.heading, place.themes, place.title, quantity.unit, paragraph=paragraph
        ),
        series=find_series(
            name,
            quantity.unit,
            measure.kind,
            context.series,
            clause=clause,
            before=paragraph[: quantity.span.start],
        ),
        quote=quote.text,
    )


def _choose_quote(quotes: Iterator[Quote], quantity: Quantity, measure: Measure) -> Quote | None:
    """Return the first quote that tells all of a number's meaning, else its value and unit, else the first.

    A quote is what a reader, an editor and the checks read the number by: 分别下降 belongs to it as much as 18%.
    """
    first = valued = None
    for quote in islice(quotes, _TRIES):
        told = derive(quantity.printed, quote.text, quote.at)
        first = first or quote
        if told and (told.value, told.value_to, told.unit) == (measure.value, measure.value_to, quantity.unit):
            valued = valued or quote
            if (told.bound, told.kind, told.basis, told.status) == (
                quantity.bound,
                measure.kind,
                measure.basis,
                measure.status,
            ):
                return quote
    return valued or first


def _selves(context: ReportContext) -> tuple[str, ...]:
    """Return the names by which the report speaks of itself, the longest first."""
    names = {context.issuer or "", *((context.place.full_name, context.place.name) if context.place else ())}
    return tuple(sorted(names - {""}, key=lambda name: (-len(name), name)))
