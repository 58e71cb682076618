"""From the records of a content folder to the archive: what is public, and what belongs to what."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date

from sitegen.archive.figures import group_values, newest_first, refer
from sitegen.archive.places import label_places, order_places, places_above, settle_places
from sitegen.archive.practices import join_practices, main_theme
from sitegen.archive.records import (
    Archive,
    BulletinEntry,
    IndicatorEntry,
    PracticeEntry,
    PracticeUse,
    ReportEntry,
    SectionRef,
    StatRef,
    ThemeEntry,
    WithdrawnEntry,
)
from sitegen.archive.reports import by_part, enter_reports, stem_of
from sitegen.archive.states import UNFINISHED, State, find_state
from sitegen.archive.taken_back import enter_withdrawn, find_gone, find_moves
from sitegen.archive.tree import enter_places, tree_of
from sitegen.model.content import Content
from sitegen.model.report import Practice, Report
from sitegen.model.terms import PlaceId, PracticeId, ReportPath, SeriesId, ThemeId


def relate(
    content: Content,
    *,
    edited: Collection[ReportPath] = (),
    now: date | None = None,
    drafts: bool = False,
    withheld: Collection[str] = (),
    unread: Collection[ReportPath] = (),
) -> Archive:
    """Return the public part of a content folder with all of its relations.

    Args:
        content: Valid records; their order does not matter.
        edited: Paths of the reports that a person changed since ingest wrote them.
        now: The day that decides which reports are published; where none is given, those with a day wait.
        drafts: Whether drafts and reports of later days count as public, as in a preview.
        withheld: Stems or sums of bulletins that brought a report which is not public and cannot be read.
        unread: Paths of the reports that cannot be read; no other report is at their addresses.
    """
    by_path = sorted(content.reports, key=lambda report: report.path)
    states = {report.path: find_state(report, now) for report in by_path}
    public = {State.PUBLISHED, *(UNFINISHED if drafts else ())}
    reports = [report for report in by_path if states[report.path] in public]
    back = [report for report in by_path if states[report.path] is State.WITHDRAWN]
    by_name, by_id = settle_places([*reports, *back], content.places)
    practices = join_practices((m for r in reports for m in r.practices), content.practices)
    stems = {bulletin.stem: bulletin for bulletin in content.bulletins}
    entries = enter_reports(reports, by_name, practices, stems, edited, now)
    withdrawn = enter_withdrawn(back, by_name, stems)
    newest = tuple(sorted(entries, key=lambda path: (*_age(entries[path]), path)))

    tree = tree_of(
        {*(entry.place for entry in entries.values()), *(entry.place for entry in withdrawn.values())}, by_id
    )
    labels = label_places(tree.values())
    theme_order = {theme.id: number for number, theme in enumerate(content.themes)}
    refs = {p: tuple(refer(e, stat, by_name, labels) for stat in e.report.stats) for p, e in entries.items()}
    indicators = _enter_indicators(content, refs, entries, labels, theme_order)
    joined = _enter_practices(entries, practices, theme_order)
    hidden = [r for r in by_path if r.path not in entries and states[r.path] is not State.UNRESOLVED]
    sources = {name for r in hidden if r.source for name in (stem_of(r), r.source.sha256)}
    return Archive(
        settings=content.settings,
        reading=content.reading,
        pages={page.id: page for page in sorted(content.pages, key=lambda page: page.id)},
        reports=entries,
        newest=newest,
        places=enter_places(tree, labels, entries, newest, refs, indicators, joined, theme_order, withdrawn),
        roots=tuple(place.id for place in order_places(tree.values()) if not places_above(place, tree)),
        themes=_enter_themes(content, entries, newest, indicators, joined),
        indicators=indicators,
        practices=joined,
        bulletins=_enter_bulletins(content, entries, withdrawn, {*sources, *withheld}),
        stat_count=sum(len(entry.report.stats) for entry in entries.values()),
        withdrawn=withdrawn,
        moves=find_moves([*reports, *back], {*entries, *withdrawn, *unread}),
        gone=find_gone(back, reports, content.practices, {s.id for s in content.series}, indicators, joined),
        preview=drafts,
    )


def _age(entry: ReportEntry) -> tuple[int, int]:
    dated = entry.dated.toordinal() if entry.dated else 0
    return (-dated, newest_first(entry.report.period)[0])


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
    entries: Mapping[ReportPath, ReportEntry],
    joined: Mapping[str, tuple[Practice, ...]],
    theme_order: Mapping[ThemeId, int],
) -> dict[PracticeId, PracticeEntry]:
    by_id = {practice.id: practice for practices in joined.values() for practice in practices}
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
                theme=main_theme((mention for use in found for mention in use.mentions), theme_order),
                uses=tuple(found),
                places=tuple(dict.fromkeys(entries[use.report].place.id for use in found)),
                since=min(periods, key=lambda p: (p.last, p.first), default=None),
            )
        )
    made.sort(key=lambda e: (-len(e.places), -len(e.uses), e.practice.name, e.practice.id))
    return {entry.practice.id: entry for entry in made}


def _enter_themes(
    content: Content,
    entries: Mapping[ReportPath, ReportEntry],
    newest: Iterable[ReportPath],
    indicators: Mapping[SeriesId, IndicatorEntry],
    practices: Mapping[PracticeId, PracticeEntry],
) -> dict[ThemeId, ThemeEntry]:
    reports: dict[ThemeId, list[ReportPath]] = defaultdict(list)
    sections: dict[ThemeId, list[SectionRef]] = defaultdict(list)
    stating: dict[ThemeId, list[ReportPath]] = defaultdict(list)
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
        for theme in {*report.themes, *(stat.theme for stat in report.stats)}:
            stating[theme].append(path)
    return {
        theme.id: ThemeEntry(
            theme=theme,
            reports=tuple(reports[theme.id]),
            sections=tuple(sections[theme.id]),
            stating=tuple(stating[theme.id]),
            indicators=tuple(i for i, entry in indicators.items() if entry.series.theme == theme.id),
            practices=tuple(i for i, entry in practices.items() if entry.theme == theme.id),
            stat_count=stats[theme.id],
        )
        for theme in content.themes
    }


def _enter_bulletins(
    content: Content,
    entries: Mapping[ReportPath, ReportEntry],
    withdrawn: Mapping[ReportPath, WithdrawnEntry],
    hidden: AbstractSet[str | None],
) -> dict[str, BulletinEntry]:
    reports: dict[str, list[Report]] = defaultdict(list)
    back: dict[str, list[ReportPath]] = defaultdict(list)
    for entry in entries.values():
        if entry.bulletin:
            reports[entry.bulletin].append(entry.report)
    for path, taken in withdrawn.items():
        if taken.bulletin:
            back[taken.bulletin].append(path)
    return {
        bulletin.stem: BulletinEntry(
            bulletin=bulletin,
            reports=tuple(report.path for report in sorted(reports[bulletin.stem], key=by_part)),
            ledger=content.ledgers.get(bulletin.stem),
            withdrawn=tuple(back[bulletin.stem]),
            whole=hidden.isdisjoint((bulletin.stem, bulletin.sha256)),
        )
        for bulletin in sorted(content.bulletins, key=lambda b: b.stem)
        if reports[bulletin.stem] or back[bulletin.stem]
    }
