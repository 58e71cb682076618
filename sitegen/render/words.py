"""What the interface says: strings of one language, and values put into words with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sitegen.archive import CHINESE, StatRef, ValueGroup, name_period
from sitegen.model.period import Period
from sitegen.model.stat import Stat
from sitegen.model.terms import Kind, Status


class MissingStringError(LookupError):
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
            raise MissingStringError(f"the strings of {self.language} have no {key!r}")
        text = self.strings[key]
        return text.format(**values) if values else text

    def has(self, key: str) -> bool:
        """Whether the language has a string, for lists that may grow without it."""
        return key in self.strings

    def period(self, period: Period | None) -> str:
        """Name a period: ``2023年第三季度``."""
        if period is None:
            return self("period.unknown")
        if not self._patterns:
            self._patterns.update((form, self(f"period.{form}")) for form in CHINESE)
        return name_period(period, self._patterns)

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
            said.append(self(f"{key}-of", basis=stat.basis) if stat.basis else self(key))
        return self("join.notes").join(said)

    def differs(self, ref: StatRef, period: Period | None, place: str | None) -> str:
        """Say of what place and period a stat speaks where these are not the report's own; may be empty."""
        said = []
        if ref.place_name != place:
            said.append(ref.place_name)
        if ref.period != period:
            said.append(self.period(ref.period))
        return self("join.notes").join(said)

    def group(self, group: ValueGroup) -> str:
        """Name what the values of a group have in common: ``乡镇（街道）·全年·元``."""
        said = [self(f"scope.{group.scope}")]
        if group.months is None:
            said.append(self("period.unknown"))
        elif f"span.{group.months}" in self.strings:
            said.append(self(f"span.{group.months}"))
        else:
            said.append(self("span.months", months=group.months))
        if group.kind is not Kind.LEVEL:
            key = f"kind.{group.kind}"
            said.append(self(f"{key}-of", basis=group.basis) if group.basis else self(key))
        if group.status is not Status.REPORTED:
            said.append(self(f"status.{group.status}"))
        said.append(self("indicator.in-unit", unit=group.unit) if group.unit else self("indicator.no-unit"))
        return self("join.parts").join(said)


def _sort(stat: Stat) -> str:
    """Name a stat's kind; a change by its direction, which the printed number alone does not show."""
    if stat.kind is Kind.CHANGE and stat.value:
        return "up" if stat.value > 0 else "down"
    return stat.kind.value
