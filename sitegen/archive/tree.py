"""The places of an archive with what belongs to each: the tree of provinces, counties and townships."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sitegen.archive.figures import tabulate_figures
from sitegen.archive.places import order_places, places_above
from sitegen.archive.records import IndicatorEntry, PlaceEntry, PracticeEntry, ReportEntry, StatRef, WithdrawnEntry
from sitegen.model.place import Place
from sitegen.model.terms import PlaceId, PracticeId, ReportPath, SeriesId, ThemeId


def tree_of(places: Iterable[Place], by_id: Mapping[PlaceId, Place]) -> dict[PlaceId, Place]:
    """Return the given places and all above them, by id; a place stands after those above it."""
    return {one.id: one for place in order_places(places) for one in (*places_above(place, by_id), place)}


def enter_places(
    tree: Mapping[PlaceId, Place],
    labels: Mapping[PlaceId, str],
    entries: Mapping[ReportPath, ReportEntry],
    newest: Iterable[ReportPath],
    refs: Mapping[ReportPath, tuple[StatRef, ...]],
    indicators: Mapping[SeriesId, IndicatorEntry],
    practices: Mapping[PracticeId, PracticeEntry],
    theme_order: Mapping[ThemeId, int],
    withdrawn: Mapping[ReportPath, WithdrawnEntry],
) -> dict[PlaceId, PlaceEntry]:
    """Return an entry for each place, a place before those below it.

    Args:
        tree: The places that have reports and all above them.
        labels: Names that tell them apart.
        entries: The public reports.
        newest: Their paths, the newest first.
        refs: Their stats with period and place.
        indicators: Series that have a page.
        practices: Practices in the order of their list.
        theme_order: Place of each theme in the lexicon.
        withdrawn: Reports that were withdrawn, sorted by path.
    """
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
            withdrawn=tuple(path for path, entry in withdrawn.items() if entry.place.id == place_id),
        )

    made: dict[PlaceId, PlaceEntry] = {}

    def descend(parent: PlaceId | None) -> None:
        for place_id in children[parent]:
            made[place_id] = enter(place_id)
            descend(place_id)

    descend(None)
    return made
