"""One reported number, and the id that it keeps for ever."""

import hashlib
from collections.abc import Container
from dataclasses import dataclass
from decimal import Decimal

from sitegen.model.period import Period
from sitegen.model.terms import Bound, Kind, SeriesId, StatId, Status, ThemeId

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ALNUM = _LETTERS + "0123456789"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stat:
    """One number with its unit about one thing that is measured, with the words that hold it."""

    id: StatId
    indicator: str
    """What is measured, in the report's words: ``新安装太阳能路灯``."""
    value: Decimal
    """In ``unit``, scale worked in: ``3.6万余亩`` is 36000; a fall is negative."""
    unit: str
    """Base unit without scale: ``亩``, ``%``; empty where none is printed."""
    printed: str
    """As it stands in the report's repaired body, modifiers included."""
    theme: ThemeId
    quote: str
    """Shortest run of words inside one paragraph of the rendered body that stands there once and holds ``printed``."""
    value_to: Decimal | None = None
    """The upper end of a range, else None."""
    at: int | None = None
    """Which occurrence of ``printed`` in ``quote`` is meant, from 1; None where there is only one."""
    bound: Bound = Bound.EXACT
    kind: Kind = Kind.LEVEL
    basis: str | None = None
    """Of a change: against what; of a completion: the target; of a rank: among whom."""
    status: Status = Status.REPORTED
    period: Period | None = None
    """Only where it is not the report's own."""
    place: str | None = None
    """Full administrative name, only where it is not the report's own."""
    series: SeriesId | None = None


def make_stat_id(printed: str, quote: str, occurrence: int, taken: Container[str] = ()) -> StatId:
    """Make a new id ``[a-z][a-z0-9]{5}`` from a stat's words; the same words give the same id.

    Args:
        printed: The number as printed.
        quote: The words that hold it.
        occurrence: Which occurrence of ``printed`` in ``quote``, from 1.
        taken: Ids that the report already has; the next free one is made.
    """
    salt = 0
    while True:
        digest = hashlib.blake2b(f"{printed}\n{quote}\n{occurrence}\n{salt}".encode(), digest_size=8).digest()
        number = int.from_bytes(digest, "big")
        number, first = divmod(number, len(_LETTERS))
        rest = ""
        for _ in range(5):
            number, digit = divmod(number, len(_ALNUM))
            rest += _ALNUM[digit]
        made = _LETTERS[first] + rest
        if made not in taken:
            return StatId(made)
        salt += 1
