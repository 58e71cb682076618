"""What differs between two versions: values, each with its before and its after.

Turned round, every record is that of the other direction: what was added is removed.
"""

from dataclasses import dataclass, fields
from typing import Any

from sitegen.model.report import Report
from sitegen.model.stat import Stat
from sitegen.model.terms import ReportPath


@dataclass(frozen=True, slots=True)
class TextDiff:
    """How a text differs."""

    removed: int
    """Characters that only the version before has."""
    added: int
    """Characters that only the version after has."""
    before: str
    """The first sentence that differs, as it was; empty where the text only grows there."""
    after: str
    """The same as it is now; empty where the text only shrinks there."""

    def turn(self) -> "TextDiff":
        """Return the difference in the other direction."""
        return TextDiff(self.added, self.removed, self.after, self.before)


@dataclass(frozen=True, slots=True)
class StatDiff:
    """A fact that was added, removed or changed."""

    before: Stat | None
    after: Stat | None

    @property
    def keys(self) -> tuple[str, ...]:
        """Names of the fields that differ, in their order; none for what is added or removed."""
        return find_fields(self.before, self.after)

    def turn(self) -> "StatDiff":
        """Return the difference in the other direction."""
        return StatDiff(self.after, self.before)


@dataclass(frozen=True, slots=True)
class ReportDiff:
    """A report that was added, removed, moved or changed."""

    before: Report | None
    after: Report | None
    text: TextDiff | None
    """None where the text is the same, or one of the two is missing."""
    stats: tuple[StatDiff, ...]
    """Changed and added ones in the order of the report as it is now, then removed ones in the order that they had."""

    @property
    def path(self) -> ReportPath:
        """Where the report stands now, else where it stood."""
        return self.shown.path

    @property
    def shown(self) -> Report:
        """The report as it is now, else as it was."""
        report = self.after or self.before
        if report is None:
            raise ValueError("a report differs from nothing")
        return report

    @property
    def keys(self) -> tuple[str, ...]:
        """Names of the fields that differ, text and stats left out."""
        return tuple(key for key in find_fields(self.before, self.after) if key not in ("body", "stats"))

    def turn(self) -> "ReportDiff":
        """Return the difference in the other direction; the order of the stats is that of the other version."""
        text = self.text.turn() if self.text else None
        stats = order_stats(self.after, self.before, [stat.turn() for stat in self.stats])
        return ReportDiff(self.after, self.before, text, stats)


@dataclass(frozen=True, slots=True)
class RecordDiff:
    """A place, theme, indicator, practice, bulletin, page or the settings, added, removed or changed."""

    sort: str
    """``place``, ``theme``, ``series``, ``practice``, ``bulletin``, ``page``, ``settings``."""
    key: str
    before: Any
    after: Any

    @property
    def keys(self) -> tuple[str, ...]:
        """Names of the fields that differ; none for what is added or removed."""
        return find_fields(self.before, self.after)

    def turn(self) -> "RecordDiff":
        """Return the difference in the other direction."""
        return RecordDiff(self.sort, self.key, self.after, self.before)


def find_fields(before: Any, after: Any) -> tuple[str, ...]:
    """Return the names of the fields in which two records of one class differ, in their order."""
    if before is None or after is None:
        return ()
    return tuple(field.name for field in fields(before) if getattr(before, field.name) != getattr(after, field.name))


def order_stats(before: Report | None, after: Report | None, stats: list[StatDiff]) -> tuple[StatDiff, ...]:
    """Put stats in the order of the report as it is now; removed ones follow in the order that they had."""
    now = {stat.id: at for at, stat in enumerate(after.stats)} if after else {}
    then = {stat.id: at for at, stat in enumerate(before.stats)} if before else {}

    def place(one: StatDiff) -> tuple[int, int]:
        if one.after:
            return 0, now[one.after.id]
        return 1, then[one.before.id] if one.before else 0

    return tuple(sorted(stats, key=place))
