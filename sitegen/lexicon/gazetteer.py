"""The division table: which provinces, counties and townships there are, by name and by code."""

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sitegen.lexicon.place_names import bare_name, short_name
from sitegen.model.place import Place, PlaceLevel
from sitegen.model.terms import PlaceId

PROVINCE, PREFECTURE, COUNTY, TOWNSHIP = 2, 4, 6, 9
"""Lengths of the codes of each level."""

_REGIMENT = re.compile("[一二三四五六七八九十零]+团$")
"""A farm of Xinjiang's construction corps: the table has 兵团一四三团, 农九师一六七团, people say 一四三团."""
_LEVELS = {PROVINCE: PlaceLevel.PROVINCE, COUNTY: PlaceLevel.COUNTY, TOWNSHIP: PlaceLevel.TOWNSHIP}


@dataclass(frozen=True, slots=True)
class Division:
    """A row of the division table."""

    code: str
    """Two digits for a province, four for a prefecture, six for a county, nine for a township."""
    name: str
    """As the table has it, which leaves the ethnic part of some names out."""
    slug: str
    """Its own part of its permanent id."""


class Gazetteer:
    """The division table with its indexes; made once by ``load_gazetteer`` and never changed."""

    def __init__(self, rows: tuple[Division, ...]) -> None:
        self._by_code: Mapping[str, Division] = {row.code: row for row in rows}
        self.townships: tuple[Division, ...] = tuple(row for row in rows if len(row.code) == TOWNSHIP)
        """In the order of their codes, which is that of the village index."""
        by_name: dict[str, list[Division]] = {}
        for row in rows:
            by_name.setdefault(bare_name(row.name), []).append(row)
        for row in rows:
            if match := _REGIMENT.search(row.name):
                by_name.setdefault(match[0], [row])
        self._by_name = {name: tuple(found) for name, found in by_name.items()}
        by_stem: dict[str, list[Division]] = {}
        for row in rows:
            if len(row.code) < TOWNSHIP:
                by_stem.setdefault(short_name(row.name), []).append(row)
        self._by_short_name = {name: tuple(found) for name, found in by_stem.items()}
        self._in_county: dict[str, tuple[Division, ...]] = {}

    def by_code(self, code: str) -> Division | None:
        """Return the division of a code, or None."""
        return self._by_code.get(code)

    def codes(self) -> Collection[str]:
        """Return the codes of all divisions."""
        return self._by_code.keys()

    def named(self, name: str) -> tuple[Division, ...]:
        """Return all divisions of a name, of any level, in the order of their codes; the ethnic part may differ."""
        return self._by_name.get(bare_name(name), ())

    def called(self, short: str) -> tuple[Division, ...]:
        """Return the provinces, prefectures and counties that people call so: ``泰顺``."""
        return self._by_short_name.get(short, ())

    @property
    def short_names(self) -> Mapping[str, tuple[Division, ...]]:
        """Provinces, prefectures and counties by what people call them."""
        return self._by_short_name

    def above(self, division: Division, level: int) -> Division | None:
        """Return the division of a higher level (a length of code) that holds this one; None where there is none."""
        return self._by_code.get(division.code[:level]) if level < len(division.code) else None

    def number_of(self, township: Division) -> int:
        """Return where a township stands among the townships, from 0: its number in the village index."""
        return bisect_left(self.townships, township.code, key=lambda row: row.code)

    def townships_of(self, county: str) -> tuple[Division, ...]:
        """Return the townships of a county's code."""
        if not self._in_county:
            held: dict[str, list[Division]] = {}
            for row in self.townships:
                held.setdefault(row.code[:COUNTY], []).append(row)
            self._in_county = {code: tuple(rows) for code, rows in held.items()}
        return self._in_county.get(county, ())

    def full_name(self, division: Division, printed_name: str | None = None) -> str:
        """Return the name from the province down: ``浙江省温州市泰顺县泗溪镇``.

        A prefecture that has the county's own name is left out (东莞市).
        """
        names: list[str] = []
        for level in (PROVINCE, PREFECTURE, COUNTY):
            part = self.above(division, level)
            if part and part.name not in (*names, division.name):
                names.append(part.name)
        return "".join([*names, printed_name or division.name])

    def id_of(self, division: Division) -> PlaceId:
        """Return the permanent id of a province, county or township."""
        parts = [part.slug for level in (PROVINCE, COUNTY) if (part := self.above(division, level))]
        return PlaceId("/".join([*parts, division.slug]))

    def place_of(self, division: Division, printed_name: str | None = None) -> Place:
        """Return the record of a province, county or township.

        Args:
            division: A row that is no prefecture.
            printed_name: Its own name as printed, where that differs from the table's by the ethnic part.

        Raises:
            ValueError: for a prefecture, which has no page of its own.
        """
        level = _LEVELS.get(len(division.code))
        if level is None:
            raise ValueError(f"{division.name} is a prefecture: only provinces, counties and townships are places")
        prefecture = self.above(division, PREFECTURE)
        own = printed_name if printed_name and bare_name(printed_name) == bare_name(division.name) else division.name
        return Place(
            id=self.id_of(division),
            name=own,
            full_name=self.full_name(division, own),
            level=level,
            code=division.code,
            prefecture=prefecture.name if prefecture and prefecture.name != division.name else None,
        )

    def places_above(self, place: Place) -> tuple[Place, ...]:
        """Return the places that hold this one, from the province down; empty for a province or an unknown place."""
        if place.level is PlaceLevel.PROVINCE:
            return ()
        division = self._by_code.get(place.code or "") or self.by_full_name(place.full_name.removesuffix(place.name))
        if division is None:
            return ()
        upper = [self.above(division, level) for level in (PROVINCE, COUNTY)]
        if place.code is None:
            upper.append(division)
        return tuple(self.place_of(part) for part in upper if part)

    def by_full_name(self, name: str) -> Division | None:
        """Return the one division of a full name, or None where there is none or more than one.

        Province and prefecture may be left out, and the ethnic part of every name may differ.
        """
        found = {
            division.code
            for cut in range(len(name))
            for division in self.named(name[cut:])
            if self._answers(division, name[:cut])
        }
        return self._by_code[found.pop()] if len(found) == 1 else None

    def _answers(self, division: Division, above: str) -> bool:
        """Whether what is printed before a division's name is names of what holds it, in order, some left out."""
        for level in (PROVINCE, PREFECTURE, COUNTY):
            part = self.above(division, level)
            if part is None:
                continue
            for form in (part.name, bare_name(part.name)):
                if above.startswith(form):
                    above = above[len(form) :]
                    break
        return not above


@cache
def load_gazetteer() -> Gazetteer:
    """Return the division table; read once."""
    text = files("sitegen.lexicon").joinpath("divisions.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return Gazetteer(tuple(Division(*row) for row in rows))
