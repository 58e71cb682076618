"""The page of a practice: who reports it since when, in which words, and with which figures."""

from itertools import islice

from sitegen.archive import PracticeEntry, PracticeUse
from sitegen.archive.naming import Naming, find_namings
from sitegen.archive.records import ReportEntry
from sitegen.model.report import Practice
from sitegen.model.terms import PlaceId, PracticeId
from sitegen.render.body import render_text
from sitegen.render.context import Site
from sitegen.render.foreign import CONTENT_LANGUAGE
from sitegen.render.page import PageKind
from sitegen.render.pages.near import find_measures, show_measures
from sitegen.render.variables import PracticePage
from sitegen.render.views import (
    Fact,
    Link,
    PracticePlace,
    PracticeQuote,
    PracticeSince,
    PracticeUseItem,
)
from sitegen.store.texts import practice_file

SPREAD = 100
"""Places in the table of who reports it since when."""
PLACES = 25
"""Places whose words stand on the page, those that report it first."""
REPORTS = 4
"""Reports of one place: its first, and its newest."""
QUOTES = 4
"""Sentences of one report."""
LONGEST = 220
"""Characters of a sentence; of a longer one the clauses around the name stand, as the report's file has them."""
OTHERS = 12
_LIST_MARK = "、"
"""An alias with it names several practices at once and would look like two in a list."""


def show_practice(site: Site, practice_id: PracticeId) -> PracticePage:
    """Return the variables of a practice's page."""
    words = site.words
    entry = site.archive.practices[practice_id]
    practice = entry.practice
    by_place = _by_place(site, entry)
    labels = words("join.list").join(site.place_label(place) for place in islice(entry.places, SPREAD))
    meaning = words.choose(practice.text, practice.meaning_en)
    language = CONTENT_LANGUAGE if meaning == practice.text else words.language
    return PracticePage(
        site=site.view(),
        page=site.page(
            PageKind.PRACTICE,
            site.routes.practice(practice_id),
            practice.name,
            title=words("practice.title", name=practice.name),
            description=words("practice.description", name=practice.name, count=len(entry.places), places=labels),
            crumbs=site.list_crumbs("practices"),
        ),
        gloss=words.choose("", practice.name_en),
        facts=_tell(site, entry),
        text=render_text(meaning, site.dress(practice_file(practice_id), language)),
        text_language=language,
        spread=tuple(_since(site, n, place, uses) for n, (place, uses) in enumerate(by_place.items(), 1)),
        more_places=max(len(entry.places) - SPREAD, 0),
        places=tuple(
            _place(site, n, practice, place, uses)
            for n, (place, uses) in enumerate(islice(by_place.items(), PLACES), 1)
        ),
        place_count=len(entry.places),
        report_count=len(entry.uses),
        measured=show_measures(site, find_measures(site.archive, practice)),
        others=_others(site, entry),
    )


def _by_place(site: Site, entry: PracticeEntry) -> dict[PlaceId, tuple[PracticeUse, ...]]:
    """Return the uses of the places that the page lists, in the order of their first use."""
    found: dict[PlaceId, list[PracticeUse]] = {place: [] for place in entry.places[:SPREAD]}
    for use in entry.uses:
        place = site.archive.reports[use.report].place.id
        if place in found:
            found[place].append(use)
    return {place: tuple(uses) for place, uses in found.items()}


def _tell(site: Site, entry: PracticeEntry) -> tuple[Fact, ...]:
    words = site.words
    aliases = words("join.list").join(alias for alias in entry.practice.aliases if _LIST_MARK not in alias)
    facts = [Fact(words("fact.aliases"), aliases)] if aliases else []
    if entry.theme in site.archive.themes and entry.theme:
        theme = site.theme_link(entry.theme)
        facts.append(Fact(words("fact.theme"), theme.text, theme.address))
    if entry.since:
        first = next(use for use in entry.uses if site.archive.reports[use.report].report.period == entry.since)
        facts.append(Fact(words("fact.since"), words.period(entry.since), site.routes.report(first.report)))
    return tuple(facts)


def _since(site: Site, number: int, place: PlaceId, uses: tuple[PracticeUse, ...]) -> PracticeSince:
    periods = [words for use in uses if (words := site.words.period(site.archive.reports[use.report].report.period))]
    chain = site.archive.places[place].chain
    link = site.place_link(place)
    return PracticeSince(
        place=Link(link.text, link.address, note=site.place_name(chain[-1]) if chain else ""),
        since=periods[0],
        until=periods[-1] if periods[-1] != periods[0] else "",
        names=tuple(dict.fromkeys(mention.name for use in uses for mention in use.mentions)),
        reports=len(uses),
        said=f"#{_place_id(number)}" if number <= PLACES else "",
    )


def _place(site: Site, number: int, practice: Practice, place: PlaceId, uses: tuple[PracticeUse, ...]) -> PracticePlace:
    shown = uses if len(uses) <= REPORTS else (uses[0], *uses[1 - REPORTS :])
    return PracticePlace(
        id=_place_id(number),
        place=site.place_link(place),
        uses=tuple(_use(site, practice, use) for use in shown),
        more=len(uses) - len(shown),
    )


def _place_id(number: int) -> str:
    return f"at-{number}"


def _use(site: Site, practice: Practice, use: PracticeUse) -> PracticeUseItem:
    entry = site.archive.reports[use.report]
    namings = find_namings(entry.report, practice, use.mentions)
    quotes = tuple(_quote(site, entry, use, naming) for naming in namings[:QUOTES])
    if not quotes:
        quotes = tuple(PracticeQuote(m.quote, ()) for m in use.mentions[:QUOTES] if m.quote)
    return PracticeUseItem(site.report_item(use.report), quotes, max(len(namings) - QUOTES, 0))


def _quote(site: Site, entry: ReportEntry, use: PracticeUse, naming: Naming) -> PracticeQuote:
    text = naming.sentence
    if len(text) > LONGEST:
        text = next((m.quote for m in use.mentions if m.quote and m.quote in text), text)
    return PracticeQuote(text, tuple(site.figure(site.stat_ref(entry, stat)) for stat in naming.stats))


def _others(site: Site, entry: PracticeEntry) -> tuple[Link, ...]:
    themes = site.archive.themes
    if entry.theme is None or entry.theme not in themes:
        return ()
    same = (practice for practice in themes[entry.theme].practices if practice != entry.practice.id)
    return tuple(site.practice_link(practice) for practice in islice(same, OTHERS))
