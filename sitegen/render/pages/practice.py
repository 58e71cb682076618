"""The page of a practice: where it is run, and since when."""

from sitegen.archive import PracticeEntry, PracticeUse
from sitegen.model.terms import PracticeId
from sitegen.render.body import render_text
from sitegen.render.context import Site
from sitegen.render.page import PageKind
from sitegen.render.variables import PracticePage
from sitegen.render.views import Fact, PracticeUseItem


def show_practice(site: Site, practice_id: PracticeId) -> PracticePage:
    """Return the variables of a practice's page."""
    words = site.words
    entry = site.archive.practices[practice_id]
    name = entry.practice.name
    places = words("join.list").join(site.place_label(place) for place in entry.places)
    return PracticePage(
        site=site.view(),
        page=site.page(
            PageKind.PRACTICE,
            site.routes.practice(practice_id),
            name,
            title=words("practice.title", name=name),
            description=words("practice.description", name=name, count=len(entry.places), places=places),
            crumbs=site.list_crumbs("practices"),
        ),
        facts=_tell(site, entry),
        text=render_text(entry.practice.text),
        uses=tuple(_use(site, use) for use in entry.uses),
        place_count=len(entry.places),
    )


def _tell(site: Site, entry: PracticeEntry) -> tuple[Fact, ...]:
    words = site.words
    aliases = words("join.list").join(entry.practice.aliases)
    facts = [Fact(words("fact.aliases"), aliases)] if aliases else []
    if entry.theme in site.archive.themes and entry.theme:
        theme = site.theme_link(entry.theme)
        facts.append(Fact(words("fact.theme"), theme.text, theme.address))
    facts += [Fact(words("fact.since"), words.period(entry.since))] if entry.since else []
    return tuple(facts)


def _use(site: Site, use: PracticeUse) -> PracticeUseItem:
    entry = site.archive.reports[use.report]
    return PracticeUseItem(
        report=site.report_item(use.report),
        place=site.place_link(entry.place.id),
        name=use.mention.name,
        quote=use.mention.quote or "",
    )
