"""Work out what an editor left out: value, unit and the rest from a printed number and its quote."""

from dataclasses import dataclass
from decimal import Decimal

from sitegen.model.terms import Bound, Kind, Status
from sitegen.quantities.measure import measure_amount
from sitegen.quantities.numbers import plain
from sitegen.quantities.quotes import find_printed
from sitegen.quantities.scan import Scan, scan


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What a printed number says in its quote."""

    value: Decimal
    """Scale worked in, negative for a fall."""
    value_to: Decimal | None
    unit: str
    bound: Bound
    kind: Kind
    basis: str | None
    status: Status


def derive(printed: str, quote: str, at: int | None = None) -> Derived | None:
    """Read ``printed`` where it stands in ``quote``: sign of a fall, unit and scale printed once after a list included.

    Whether the number measures anything is not asked: whoever wrote it down says so.

    Args:
        printed: As printed, the limiting words included or not: ``近300万元``.
        quote: The words that hold it.
        at: Which occurrence in the quote, from 1; None for the first.

    Returns:
        None where ``printed`` does not stand in the quote as a whole number or cannot be read as one.
    """
    places = list(find_printed(printed, quote))
    if not 1 <= (at or 1) <= len(places):
        return None
    place = places[(at or 1) - 1]
    scanned = scan(quote)
    index = _index_at(scanned, scanned.folded.find(place.start), scanned.folded.find(place.end))
    if index is None:
        return None
    amount, measure = scanned.amounts[index], measure_amount(scanned, index)
    return Derived(
        value=plain(measure.value),
        value_to=None if measure.value_to is None else plain(measure.value_to),
        unit=amount.unit or "",
        bound=amount.bound,
        kind=measure.kind,
        basis=measure.basis,
        status=measure.status,
    )


def _index_at(scanned: Scan, start: int, end: int) -> int | None:
    """Return the place in the scan of the amount whose number begins between ``start`` and ``end``."""
    for index, amount in enumerate(scanned.amounts):
        if start <= amount.core < end and end <= amount.end:
            return index
    return None
