"""The files by which the search page narrows reports down, each loaded only when it is needed.

``reports.json`` has a row per report, the newest first; ``indicators.json`` and ``practices.json`` say which rows have
each of them; ``titles/<n>.json`` has what a list of reports shows, and ``places-en.json`` what places are called on
English pages. Rows are counted from 0, and a list of rows is written as differences (``0 3 4`` as ``0 3 1``), which
compress to about a byte each.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import pairwise
from typing import Any, TypeVar

from sitegen.archive import Archive
from sitegen.archive.facets import ReportFacets, list_facets
from sitegen.lexicon.english import name_place
from sitegen.model.terms import PlaceId, ReportPath

TITLES = 100
"""Reports in one file of titles."""
PRACTICES = 1000
"""Practices that reports can be narrowed down by: those that most places share."""

_H = TypeVar("_H", bound=Hashable)
_S = TypeVar("_S", bound=str)


def format_report_files(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """Yield the files by name. All carry the same ``mark``, so that files of two builds are never read together."""
    rows = tuple(list_facets(archive))
    table = _list_rows(archive, rows)
    mark = hashlib.blake2b(format_json(table), digest_size=4).hexdigest()
    yield "reports.json", format_json({"mark": mark, **table})
    yield "indicators.json", format_json({"mark": mark, "rows": _post(row.indicators for row in rows)})
    shown = set(list(archive.practices)[:PRACTICES])
    posted = _post(tuple(p for p in row.practices if p in shown) for row in rows)
    named = {practice: [archive.practices[practice].practice.name, *found] for practice, found in posted.items()}
    yield "practices.json", format_json({"mark": mark, "rows": named})
    yield "places-en.json", format_json({"mark": mark, "names": _name_places(archive)})
    for number, start in enumerate(range(0, len(rows), TITLES)):
        yield f"titles/{number}.json", format_json(_list_titles(archive, rows[start : start + TITLES]))


def format_json(data: object) -> bytes:
    """Return JSON without any space."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _list_rows(archive: Archive, rows: tuple[ReportFacets, ...]) -> dict[str, Any]:
    places = {place: number for number, place in enumerate(archive.places)}
    periods = _number((str(row.period or ""), row.year or 0, row.sort.value) for row in rows)
    tails = _number(map(_tail, rows))
    return {
        "places": [_describe_place(archive, place, places) for place in places],
        "periods": list(periods),
        "tails": list(tails),
        "place": [places[row.place] for row in rows],
        "period": [periods[str(row.period or ""), row.year or 0, row.sort.value] for row in rows],
        "tail": [tails[_tail(row)] for row in rows],
        "themes": _post(row.themes for row in rows),
    }


def _describe_place(archive: Archive, place: PlaceId, numbers: dict[PlaceId, int]) -> list[str | int]:
    """Return number of the place above (-1 for none), what the id adds to that one's, name, and label if different."""
    entry = archive.places[place]
    above = entry.chain[-1] if entry.chain else None
    own = place.removeprefix(f"{above}/") if above else place
    described: list[str | int] = [numbers[above] if above else -1, own, entry.place.name]
    return described if entry.label == entry.place.name else [*described, entry.label]


def _tail(row: ReportFacets) -> str:
    """Return what a report's path adds to its place's; the whole path after a slash where it stands elsewhere."""
    below = f"{row.place}/"
    return row.path.removeprefix(below) if row.path.startswith(below) else f"/{row.path}"


def _name_places(archive: Archive) -> list[str]:
    """Return the English name of each place, in the order of ``reports.json``; empty where it has none."""
    places = (entry.place for entry in archive.places.values())
    return [name_place(place.name, place.full_name, place.prefecture or "") for place in places]


def _list_titles(archive: Archive, rows: Iterable[ReportFacets]) -> dict[ReportPath, list[str]]:
    """Return title and, where it is not the place itself, issuer of each report."""
    titles = {}
    for row in rows:
        entry = archive.reports[row.path]
        issuer = entry.report.issuer or ""
        titles[row.path] = [entry.marked, *([] if entry.place.full_name.endswith(issuer) else [issuer])]
    return titles


def _number(values: Iterable[_H]) -> dict[_H, int]:
    """Number different values in the order in which they come."""
    return {value: number for number, value in enumerate(dict.fromkeys(values))}


def _post(rows: Iterable[tuple[_S, ...]]) -> dict[_S, list[int]]:
    """Return for each value the rows that have it, as differences; sorted by value."""
    found: dict[_S, list[int]] = defaultdict(list)
    for number, values in enumerate(rows):
        for value in values:
            found[value].append(number)
    return {value: [found[value][0], *(b - a for a, b in pairwise(found[value]))] for value in sorted(found)}
