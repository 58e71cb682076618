"""What the interface says: strings of one language, and values put into words with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sitegen.archive import CHINESE, StatRef, ValueGroup, name_period
from sitegen.lexicon.english import load_english, name_place, name_unit
from sitegen.model.period import Period
from sitegen.model.stat import Stat
from sitegen.model.terms import Kind, Status
from sitegen.problems import ReasonError
from sitegen.problems import Words as Said


class MissingStringError(ReasonError):
    """A template or the program asks for a string that the language does not have."""


@dataclass(frozen=True, slots=True)
class Words:
    """Interface strings of one language."""

    language: str
    strings: Mapping[str, str]
    _patterns: dict[str, str] = field(default_factory=dict, init=False, compare=False, repr=False)

    def __call__(self, key: str, **values: object) -> str:
        """Return the string of a key with ``{names}`` filled in.

        Raises:
            MissingStringError: if the language has no such key.
        """
        if key not in self.strings:
            said = Said("the strings of {language} have no '{key}'", "{language} 的界面文字里没有“{key}”")
            raise MissingStringError(said.fill(language=self.language, key=key))
        text = self.strings[key]
        if "|" in text:
            return text.format(**{name: _Counted(value) for name, value in values.items()})
        return text.format(**values) if values else text

    def choose(self, chinese: str, english: str) -> str:
        """Return what content says in this language; its Chinese where it says nothing in it."""
        return english if english and self.language == "en" else chinese

    def both(self, printed: str, english: str) -> str:
        """Return an English name with the printed one behind it; the printed one where there is no other."""
        english = self.choose("", english)
        return self("name.both", name=english, printed=printed) if english else printed

    def unit(self, unit: str) -> str:
        """Name a unit as reports print it, and in this language."""
        return self.both(unit, name_unit(unit))

    def basis(self, basis: str) -> str:
        """Name what a change or a share refers to."""
        return self.choose(basis, load_english().bases.get(basis, ""))

    def place(self, name: str, full_name: str, prefecture: str = "") -> str:
        """Name a place in this language; empty where it has no name of its own in it."""
        return self.choose("", name_place(name, full_name, prefecture))

    def has(self, key: str) -> bool:
        """Whether the language has a string, for lists that may grow without it."""
        return key in self.strings

    def period(self, period: Period | None) -> str:
        """Name a period: ``2023年第三季度``."""
        if period is None:
            return self("period.unknown")
        if not self._patterns:
            self._patterns.update((form, self(f"period.{form}")) for form in CHINESE)
        return name_period(period, self._patterns, lambda month: self(f"month.{month}"))

    def year(self, year: int | None) -> str:
        """Name a year; None is an unknown one."""
        return self("period.year", year=year) if year else self("period.unknown")

    def date(self, day: date | None) -> str:
        """Name a day: ``2023年11月6日``; empty for None."""
        return self.period(Period(day, day)) if day else ""

    def number(self, count: int) -> str:
        """Write a count, in groups of three digits from 10,000 up."""
        return f"{count:,}" if count >= 10_000 else str(count)

    def size(self, count: int) -> str:
        """Write a number of bytes for a reader: ``12 KB``."""
        if count < 1000:
            return f"{count} B"
        return f"{count / 1000:.0f} KB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"

    def sort_of(self, stat: Stat) -> str:
        """Say what sort of number a stat is; empty for a plain reported quantity."""
        said = []
        if stat.status is not Status.REPORTED:
            said.append(self(f"status.{stat.status}"))
        if stat.kind is not Kind.LEVEL:
            key = f"kind.{_sort(stat)}"
            said.append(self(f"{key}-of", basis=self.basis(stat.basis)) if stat.basis else self(key))
        return self("join.notes").join(said)

    def differs(self, ref: StatRef, period: Period | None, place: str) -> str:
        """Say of what period and place a stat speaks where these are not the report's own; may be empty.

        Args:
            ref: The stat.
            period: The report's own.
            place: Name of the place that the stat speaks of; empty where it is the report's own.
        """
        said = [place] if place else []
        if ref.period != period:
            said.append(self.period(ref.period))
        return self("join.notes").join(said)

    def group(self, group: ValueGroup) -> str:
        """Name what the values of a group have in common: ``乡镇（街道）·全年·元``."""
        facets = self.facets(group)
        said = [facets["scope"], facets["length"]]
        said += [facets["kind"]] if group.kind is not Kind.LEVEL else []
        said += [facets["status"]] if group.status is not Status.REPORTED else []
        said.append(self("indicator.in-unit", unit=facets["unit"]) if group.unit else facets["unit"])
        whole = self("join.parts").join(said)
        return whole[:1].upper() + whole[1:]

    def facets(self, group: ValueGroup) -> dict[str, str]:
        """Say what the values of a group have in common: scope, length of the periods, kind, status and unit."""
        if group.months is None:
            length = self("period.unknown")
        elif f"span.{group.months}" in self.strings:
            length = self(f"span.{group.months}")
        else:
            length = self("span.months", months=group.months)
        kind = f"kind.{group.kind}"
        return {
            "scope": self(f"scope.{group.scope}"),
            "length": length,
            "kind": self(f"{kind}-of", basis=self.basis(group.basis)) if group.basis else self(kind),
            "status": self(f"status.{group.status}"),
            "unit": self.unit(group.unit) if group.unit else self("indicator.no-unit"),
        }


class _Counted(str):
    """A value that also chooses between words: ``{count:report|reports}`` is the first for 1, else the second."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        """Return the word for this count, or the value itself where there is none to choose."""
        one, divided, many = spec.partition("|")
        return (one if self == "1" else many) if divided else str(self)


def _sort(stat: Stat) -> str:
    """Name a stat's kind; a change by its direction, which the printed number alone does not show."""
    if stat.kind is Kind.CHANGE and stat.value:
        return "up" if stat.value > 0 else "down"
    return stat.kind.value
