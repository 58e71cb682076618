"""The page of a bulletin as a whole."""

from collections.abc import Iterable

from sitegen.archive import BulletinEntry
from sitegen.model.ledger import Fate, Ledger, LedgerEntry
from sitegen.render.body import excerpt, render_text
from sitegen.render.context import DESCRIPTION_LENGTH, Site, cut
from sitegen.render.page import PageKind
from sitegen.render.pages.notices import withdrawn_link
from sitegen.render.variables import BulletinPage
from sitegen.render.views import Change, Fact
from sitegen.render.words import Words
from sitegen.store.texts import bulletin_file

_EXAMPLES = 4
_EXAMPLE_LENGTH = 40


def show_bulletin(site: Site, stem: str) -> BulletinPage:
    """Return the variables of a bulletin's page."""
    routes, words = site.routes, site.words
    entry = site.archive.bulletins[stem]
    bulletin = entry.bulletin
    heading = name_bulletin(site, entry)
    reports = tuple(site.report_item(path) for path in entry.reports)
    about = words("bulletin.description", count=len(reports), file=bulletin.file)
    return BulletinPage(
        site=site.view(),
        page=site.page(
            PageKind.BULLETIN,
            routes.bulletin(stem),
            heading,
            title=words("bulletin.title", title=heading),
            description=about + (excerpt(bulletin.preface, DESCRIPTION_LENGTH) if entry.whole else ""),
            crumbs=site.list_crumbs("bulletins"),
            indexed=bool(reports),
        ),
        titled=bulletin.title is not None,
        preface=render_text(bulletin.preface if entry.whole else "", site.dress(bulletin_file(stem))),
        captions=bulletin.captions if entry.whole else (),
        reports=reports,
        changes=tell_changes(entry.ledger, words, examples=entry.whole),
        has_ledger=entry.ledger is not None,
        facts=_tell_source(site, entry),
        source=routes.bulletin_source(stem) if stem in site.sources else "",
        withdrawn=tuple(withdrawn_link(site, path) for path in entry.withdrawn),
        whole=entry.whole,
    )


def name_bulletin(site: Site, entry: BulletinEntry) -> str:
    """Return the headline of a bulletin.

    One without a title is called like its only report; else after the place that holds all of its reports and their
    period, where they have one; else like its file.
    """
    if entry.bulletin.title:
        return entry.bulletin.title
    entries = [site.archive.reports[path] for path in entry.reports]
    if len(entries) == 1:
        return site.heading_of(entries[0])
    ways = [(*site.archive.places[e.place.id].chain, e.place.id) for e in entries]
    shared = [places[0] for places in zip(*ways, strict=False) if len(set(places)) == 1]
    periods = {e.report.period for e in entries}
    if not shared or len(periods) > 1 or None in periods:
        return entry.bulletin.file
    return site.words("bulletin.of", place=site.place_name(shared[-1]), period=site.words.period(periods.pop()))


def tell_changes(ledger: Ledger | None, words: Words, *, examples: bool = True) -> tuple[Change, ...]:
    """Return what ingest did in plain words, one line per reason, in the order of its fates and reasons.

    Args:
        ledger: Of the bulletin; None where nobody knows.
        words: Of the language.
        examples: Whether words of the bulletin are shown.
    """
    gathered: dict[tuple[Fate, str], list[LedgerEntry]] = {}
    for entry in ledger.entries if ledger else ():
        gathered.setdefault((entry.fate, entry.reason), []).append(entry)
    order = tuple(Fate)
    made = []
    for (fate, reason), entries in sorted(gathered.items(), key=lambda item: (order.index(item[0][0]), item[0][1])):
        key = f"ledger.{fate}.{reason}"
        what = words(key) if words.has(key) else words(f"ledger.{fate}.other")
        count = sum(entry.count for entry in entries)
        made.append(Change(what, count, _examples(entries) if examples else ()))
    return tuple(made)


def _examples(entries: Iterable[LedgerEntry]) -> tuple[tuple[str, str], ...]:
    shown = (
        (cut(" ".join(e.text.split()), _EXAMPLE_LENGTH), cut(" ".join(e.to.split()), _EXAMPLE_LENGTH)) for e in entries
    )
    return tuple(dict.fromkeys(pair for pair in shown if pair[0]))[:_EXAMPLES]


def _tell_source(site: Site, entry: BulletinEntry) -> tuple[Fact, ...]:
    words, bulletin = site.words, entry.bulletin
    facts = [Fact(words("fact.publication"), bulletin.publication)] if bulletin.publication else []
    facts += [Fact(words("fact.published"), words.date(bulletin.published))] if bulletin.published else []
    raw = site.routes.bulletin_source(bulletin.stem) if bulletin.stem in site.sources else ""
    facts.append(Fact(words("fact.file"), bulletin.file, raw, code=True))
    facts.append(Fact("SHA-256", bulletin.sha256, code=True))
    return tuple(facts)
