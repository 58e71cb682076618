"""From the records of a content folder to the archive: what is public, and what belongs to what."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise

from sitegen.archive.figures import group_values, newest_first, refer, tabulate_figures
from sitegen.archive.periods import name_period
from sitegen.archive.places import label_places, order_places, places_above, settle_places
from sitegen.archive.practices import fold_name, join_practices, main_theme
from sitegen.archive.records import (
    Archive,
    BulletinEntry,
    IndicatorEntry,
    PlaceEntry,
    PracticeEntry,
    PracticeUse,
    ReportEntry,
    SectionRef,
    StatRef,
    ThemeEntry,
)
from sitegen.model.content import Content
from sitegen.model.place import Place
from sitegen.model.report import Practice, Report
from sitegen.model.terms import PlaceId, PracticeId, ReportPath, SeriesId, ThemeId


def is_public(report: Report) -> bool:
    """Whether a report is for readers: settled, no draft and not withdrawn."""
    return not (report.draft or report.place is None or report.withdrawn or report.path.startswith("unresolved/"))


def relate(content: Content, *, edited: Collection[ReportPath] = ()) -> Archive:
    """Return the public part of a content folder with all of its relations.

    Args:
        content: Valid records; their order does not matter.
        edited: Paths of the reports that a person changed since ingest wrote them.
    """
    reports = sorted((report for report in content.reports if is_public(report)), key=lambda r: r.path)
    by_name = settle_places(reports, content.places)
    practices = join_practices((m for r in reports for m in r.practices), content.practices)
    stems = {bulletin.stem: bulletin for bulletin in content.bulletins}
    entries = _enter_reports(reports, by_name, practices, stems, edited)
    newest = tuple(sorted(entries, key=lambda path: (*_age(entries[path]), path)))

    tree = _tree_of({entry.place for entry in entries.values()}, content.places)
    labels = label_places(tree.values())
    theme_order = {theme.id: number for number, theme in enumerate(content.themes)}
    refs = {p: tuple(refer(e, stat, by_name, labels) for stat in e.report.stats) for p, e in entries.items()}
    indicators = _enter_indicators(content, refs, entries, labels, theme_order)
    joined = _enter_practices(entries, practices, theme_order)
    return Archive(
        settings=content.settings,
        pages={page.id: page for page in sorted(content.pages, key=lambda page: page.id)},
        reports=entries,
        newest=newest,
        places=_enter_places(tree, labels, entries, newest, refs, indicators, joined, theme_order),
        roots=tuple(place.id for place in order_places(tree.values()) if not places_above(place, tree)),
        themes=_enter_themes(content, entries, newest, indicators, joined),
        indicators=indicators,
        practices=joined,
        bulletins=_enter_bulletins(content, entries),
        stat_count=sum(len(entry.report.stats) for entry in entries.values()),
    )


def _enter_reports(
    reports: Iterable[Report],
    places: Mapping[str, Place],
    practices: Mapping[str, Practice],
    stems: Collection[str],
    edited: Collection[ReportPath],
) -> dict[ReportPath, ReportEntry]:
    reports = tuple(reports)
    before, after = _chain_periods(reports)
    parts: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.source:
            parts[report.source.file].append(report)
    entries = {}
    for report in reports:
        place = places[report.place or ""]
        stem = report.source.file.rpartition(".")[0] or report.source.file if report.source else None
        others = sorted(parts[report.source.file], key=_by_part) if report.source else []
        entries[report.path] = ReportEntry(
            report=report,
            place=place,
            heading=report.title or _head_by_place(report, place),
            dated=report.published or (report.period.last if report.period else None),
            bulletin=stem if stem in stems else None,
            edited=report.path in edited,
            previous=before.get(report.path),
            next=after.get(report.path),
            siblings=tuple(other.path for other in others if other.path != report.path),
            practices=_join_mentions(report, practices),
        )
    return entries


def _head_by_place(report: Report, place: Place) -> str:
    who = report.issuer or place.name
    return f"{who}：{name_period(report.period)}" if report.period else who


def _by_part(report: Report) -> tuple[int, str]:
    return (report.source.part if report.source else 0, report.path)


def _join_mentions(report: Report, practices: Mapping[str, Practice]) -> tuple[PracticeUse, ...]:
    uses: dict[PracticeId, PracticeUse] = {}
    for mention in report.practices:
        practice = practices[fold_name(mention.name)].id
        uses.setdefault(practice, PracticeUse(practice=practice, report=report.path, mention=mention))
    return tuple(uses.values())


def _chain_periods(
    reports: Iterable[Report],
) -> tuple[dict[ReportPath, ReportPath], dict[ReportPath, ReportPath]]:
    """Return what comes before and after each report of the same place and issuer; undated ones stand in no chain."""
    chains: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in reports:
        if report.period:
            chains[(report.place or "", report.issuer or "")].append(report)
    before, after = {}, {}
    for chain in chains.values():
        chain.sort(key=lambda r: (r.period.last, r.period.first, r.path) if r.period else ())
        for one, other in pairwise(chain):
            before[other.path] = one.path
            after[one.path] = other.path
    return before, after


def _age(entry: ReportEntry) -> tuple[int, int]:
    dated = entry.dated.toordinal() if entry.dated else 0
    return (-dated, newest_first(entry.report.period)[0])


def _tree_of(places: Iterable[Place], known: Iterable[Place]) -> dict[PlaceId, Place]:
    """Return the places that have reports and all above them, by id."""
    by_id = {place.id: place for place in known}
    by_id |= {place.id: place for place in places}
    tree: dict[PlaceId, Place] = {}
    for place in order_places(places):
        for one in (*places_above(place, by_id), place):
            tree[one.id] = one
    return tree


def _enter_indicators(
    content: Content,
    refs: Mapping[ReportPath, tuple[StatRef, ...]],
    entries: Mapping[ReportPath, ReportEntry],
    labels: Mapping[PlaceId, str],
    theme_order: Mapping[ThemeId, int],
) -> dict[SeriesId, IndicatorEntry]:
    values: dict[SeriesId, list[StatRef]] = defaultdict(list)
    for path in entries:
        for ref in refs[path]:
            if ref.stat.series:
                values[ref.stat.series].append(ref)
    known = sorted(content.series, key=lambda s: (theme_order.get(s.theme, len(theme_order)), s.name, s.id))
    return {
        series.id: IndicatorEntry(
            series=series,
            groups=group_values(values[series.id]),
            places=tuple(
                sorted(
                    {entries[ref.report].place.id for ref in values[series.id]},
                    key=lambda place: (labels[place], place),
                )
            ),
        )
        for series in known
        if values.get(series.id)
    }


def _enter_practices(
    entries: Mapping[ReportPath, ReportEntry], joined: Mapping[str, Practice], theme_order: Mapping[ThemeId, int]
) -> dict[PracticeId, PracticeEntry]:
    by_id = {practice.id: practice for practice in joined.values()}
    uses: dict[PracticeId, list[PracticeUse]] = defaultdict(list)
    for entry in entries.values():
        for use in entry.practices:
            uses[use.practice].append(use)

    def oldest_first(use: PracticeUse) -> tuple[bool, str, str]:
        period = entries[use.report].report.period
        return (period is None, f"{period.last}{period.first}" if period else "", use.report)

    made = []
    for practice_id, found in uses.items():
        found.sort(key=oldest_first)
        periods = [p for use in found if (p := entries[use.report].report.period)]
        made.append(
            PracticeEntry(
                practice=by_id[practice_id],
                theme=main_theme((use.mention for use in found), theme_order),
                uses=tuple(found),
                places=tuple(dict.fromkeys(entries[use.report].place.id for use in found)),
                since=min(periods, key=lambda p: (p.last, p.first), default=None),
            )
        )
    made.sort(key=lambda e: (-len(e.places), -len(e.uses), e.practice.name, e.practice.id))
    return {entry.practice.id: entry for entry in made}


def _enter_places(
    tree: Mapping[PlaceId, Place],
    labels: Mapping[PlaceId, str],
    entries: Mapping[ReportPath, ReportEntry],
    newest: Iterable[ReportPath],
    refs: Mapping[ReportPath, tuple[StatRef, ...]],
    indicators: Mapping[SeriesId, IndicatorEntry],
    practices: Mapping[PracticeId, PracticeEntry],
    theme_order: Mapping[ThemeId, int],
) -> dict[PlaceId, PlaceEntry]:
    own: dict[PlaceId, list[ReportPath]] = defaultdict(list)
    counts: dict[PlaceId, int] = defaultdict(int)
    for path in newest:
        place = entries[path].place
        own[place.id].append(path)
        for one in (*places_above(place, tree), place):
            counts[one.id] += 1
    children: dict[PlaceId | None, list[PlaceId]] = defaultdict(list)
    for place in order_places(tree.values()):
        above = places_above(place, tree)
        children[above[-1].id if above else None].append(place.id)
    names = {series: entry.series.name for series, entry in indicators.items()}
    order = {practice: number for number, practice in enumerate(practices)}

    def enter(place_id: PlaceId) -> PlaceEntry:
        own_refs = (ref for path in own[place_id] for ref in refs[path] if ref.place == place_id)
        used = {use.practice for path in own[place_id] for use in entries[path].practices}
        return PlaceEntry(
            place=tree[place_id],
            label=labels[place_id],
            chain=tuple(place.id for place in places_above(tree[place_id], tree)),
            children=tuple(children[place_id]),
            reports=tuple(own[place_id]),
            report_count=counts[place_id],
            figures=tabulate_figures(own_refs, theme_order, names),
            practices=tuple(sorted(used, key=order.__getitem__)),
        )

    made: dict[PlaceId, PlaceEntry] = {}

    def descend(parent: PlaceId | None) -> None:
        for place_id in children[parent]:
            made[place_id] = enter(place_id)
            descend(place_id)

    descend(None)
    return made


def _enter_themes(
    content: Content,
    entries: Mapping[ReportPath, ReportEntry],
    newest: Iterable[ReportPath],
    indicators: Mapping[SeriesId, IndicatorEntry],
    practices: Mapping[PracticeId, PracticeEntry],
) -> dict[ThemeId, ThemeEntry]:
    reports: dict[ThemeId, list[ReportPath]] = defaultdict(list)
    sections: dict[ThemeId, list[SectionRef]] = defaultdict(list)
    stats: dict[ThemeId, int] = defaultdict(int)
    for path in newest:
        report = entries[path].report
        for theme in report.themes:
            reports[theme].append(path)
        for number, section in enumerate(report.sections):
            for theme in section.themes:
                sections[theme].append(SectionRef(report=path, number=number, heading=section.heading))
        for stat in report.stats:
            stats[stat.theme] += 1
    return {
        theme.id: ThemeEntry(
            theme=theme,
            reports=tuple(reports[theme.id]),
            sections=tuple(sections[theme.id]),
            indicators=tuple(i for i, entry in indicators.items() if entry.series.theme == theme.id),
            practices=tuple(i for i, entry in practices.items() if entry.theme == theme.id),
            stat_count=stats[theme.id],
        )
        for theme in content.themes
    }


def _enter_bulletins(content: Content, entries: Mapping[ReportPath, ReportEntry]) -> dict[str, BulletinEntry]:
    reports: dict[str, list[Report]] = defaultdict(list)
    for entry in entries.values():
        if entry.bulletin:
            reports[entry.bulletin].append(entry.report)
    return {
        bulletin.stem: BulletinEntry(
            bulletin=bulletin,
            reports=tuple(report.path for report in sorted(reports[bulletin.stem], key=_by_part)),
            ledger=content.ledgers.get(bulletin.stem),
        )
        for bulletin in sorted(content.bulletins, key=lambda b: b.stem)
        if reports[bulletin.stem]
    }
