"""``facts/<n>.json``: what answers a question that names an indicator, and perhaps places and years.

An entry stands under a key, in the file whose number the key's hash gives, so that a question loads one or two small
files whatever the size of the archive:

- ``税收``: which series the word means: ``["tax-revenue"]``;
- ``#tax-revenue``: groups of its newest values;
- ``#tax-revenue@a/b/c``: groups of the values that speak of one place;
- ``场镇停车位@a/b/c``: the same for words that name no series. They answer only for a place, and only where a report
  has them once: in another place, or a second time, they may mean another thing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sitegen.archive import Archive, StatRef, ValueGroup
from sitegen.archive.figures import group_values, refer
from sitegen.model.terms import Kind
from sitegen.search.asked_words import fold_word, list_asked_words
from sitegen.search.reports import format_json

SHARD_SIZE = 8_000
"""Bytes of a file, about, before compression; more where there would be more than ``MOST_SHARDS`` files."""
MOST_SHARDS = 512
A_YEAR = 6
"""Values of a group that are kept for each year where no place is named; a card shows no more."""
YEARS = 12
A_PLACE = 24
"""Values of a group that are kept for one place: the newest."""

_FNV_START, _FNV_PRIME = 0x811C9DC5, 0x01000193

Entry = list[Any]


def hash_key(text: str) -> int:
    """Return the FNV-1a hash of a key, 32 bits over its UTF-8; ``search-facts.js`` has the same."""
    made = _FNV_START
    for byte in text.encode():
        made = ((made ^ byte) * _FNV_PRIME) & 0xFFFFFFFF
    return made


def format_facts(archive: Archive, mark: str) -> tuple[bytes, ...]:
    """Return the files in the order of their numbers; one at least."""
    entries = {name: format_json(entry) for name, entry in sorted(_make_entries(archive).items())}
    size = sum(len(name.encode()) + len(entry) for name, entry in entries.items())
    count = min(1 + size // SHARD_SIZE, MOST_SHARDS)
    shards: list[list[bytes]] = [[] for _ in range(count)]
    for name, entry in entries.items():
        shards[hash_key(name) % count].append(format_json(name) + b":" + entry)
    return tuple(b'{"mark":' + format_json(mark) + b',"facts":{' + b",".join(shard) + b"}}" for shard in shards)


def _make_entries(archive: Archive) -> dict[str, Entry]:
    entries: dict[str, Entry] = {word: list(series) for word, series in list_asked_words(archive).items()}
    for series, indicator in archive.indicators.items():
        entries[f"#{series}"] = [_describe(group, _spread(group.values)) for group in indicator.groups]
        of_places: dict[str, list[StatRef]] = defaultdict(list)
        for ref in (ref for group in indicator.groups for ref in group.values):
            if ref.place:
                of_places[f"#{series}@{ref.place}"].append(ref)
        entries |= _describe_all(of_places)
    own: dict[str, list[StatRef]] = defaultdict(list)
    for word, ref in _find_own_words(archive):
        if word not in entries:
            own[f"{word}@{ref.place}"].append(ref)
    return entries | _describe_all(own)


def _find_own_words(archive: Archive) -> Iterator[tuple[str, StatRef]]:
    """Yield the stats of whole places whose words their report has only once."""
    by_name = {entry.place.full_name: entry.place for entry in archive.places.values()}
    labels = {place: entry.label for place, entry in archive.places.items()}
    for entry in archive.reports.values():
        words = [(fold_word(stat.indicator), stat) for stat in entry.report.stats]
        times = Counter(word for word, _ in words)
        for word, stat in words:
            ref = refer(entry, stat, by_name, labels)
            if word and times[word] == 1 and ref.place:
                yield word, ref


def _describe_all(found: dict[str, list[StatRef]]) -> dict[str, Entry]:
    return {
        name: [_describe(group, group.values[:A_PLACE]) for group in group_values(refs)] for name, refs in found.items()
    }


def _spread(values: Iterable[StatRef]) -> tuple[StatRef, ...]:
    """Return a few values of each of the newest years."""
    years: dict[int | None, list[StatRef]] = defaultdict(list)
    for ref in values:
        years[ref.period.year if ref.period else None].append(ref)
    return tuple(ref for year in list(years)[:YEARS] for ref in years[year][:A_YEAR])


def _describe(group: ValueGroup, values: Sequence[StatRef]) -> Entry:
    """Return what the values have in common, how many there are, and those that are kept."""
    return [
        group.scope.value,
        group.kind.value,
        group.status.value,
        group.basis or "",
        group.unit,
        -1 if group.months is None else group.months,
        len(group.values),
        [_describe_value(ref) for ref in values],
    ]


def _describe_value(ref: StatRef) -> list[str]:
    """Return place, report, id, number, period, quote, own words, and ``up`` or ``down`` of a change."""
    stat = ref.stat
    period = str(ref.period) if ref.period else ""
    told = [ref.place_name, ref.report, stat.id, stat.printed, period, stat.quote, stat.indicator]
    if stat.kind is Kind.CHANGE and stat.value:
        told.append("up" if stat.value > 0 else "down")
    return told
