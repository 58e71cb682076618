"""What may be set beside what on an indicator: the places that its values speak of."""

from dataclasses import dataclass

from sitegen.archive.records import IndicatorEntry, Scope, StatRef
from sitegen.model.terms import PlaceId


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPlace:
    """A place that values of an indicator speak of."""

    key: str
    """Its id, or its name where it has no page (a village); no two places of an archive share one."""
    name: str
    """As a reader needs it to tell it apart."""
    page: PlaceId | None
    scope: Scope


def place_key(ref: StatRef) -> str:
    """Return what stands for the place of a value in addresses and data files."""
    return ref.place or ref.place_name


def is_comparable(entry: IndicatorEntry) -> bool:
    """Whether an indicator's values speak of more than one place."""
    return len({place_key(ref) for group in entry.groups for ref in group.values}) > 1


def find_compared_places(entry: IndicatorEntry) -> tuple[ComparedPlace, ...]:
    """Return the places that an indicator's values speak of: by scope in the order of its groups, then by name."""
    order: dict[Scope, int] = {}
    found: dict[str, ComparedPlace] = {}
    for group in entry.groups:
        order.setdefault(group.scope, len(order))
        for ref in group.values:
            key = place_key(ref)
            found[key] = ComparedPlace(key=key, name=ref.place_name, page=ref.place, scope=ref.scope)
    return tuple(sorted(found.values(), key=lambda place: (order[place.scope], place.name, place.key)))
