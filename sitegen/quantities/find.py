"""Find the numbers of a paragraph that measure something."""

from sitegen.model.quantity import Quantity
from sitegen.quantities.amounts import Amount
from sitegen.quantities.later import find_later
from sitegen.quantities.masks import find_masks
from sitegen.quantities.negatives import is_stat
from sitegen.quantities.numbers import plain
from sitegen.quantities.scan import Scan, scan


def find_quantities(text: str, *, said_year: int | None = None) -> tuple[Quantity, ...]:
    """Return the quantities of one paragraph, in order and without overlap.

    Dates, ordinals, codes, names of methods, thresholds and the like are left out, and so is what the text says of a
    year after its own.

    Args:
        text: One paragraph, repaired or not; spans index this text.
        said_year: The last year of the report's own period; without it only relative words (明年) tell of a later one.
    """
    scanned = scan(text)
    masks = (*find_masks(scanned.folded.text), *find_later(scanned.folded.text, said_year))
    return tuple(
        to_quantity(text, scanned, amount)
        for index, amount in enumerate(scanned.amounts)
        if is_stat(scanned, index, masks)
    )


def to_quantity(text: str, scanned: Scan, amount: Amount) -> Quantity:
    """Return an amount of a scan as a quantity of the text that was scanned."""
    span = scanned.folded.unfold(amount.start, amount.end)
    return Quantity(
        value=plain(amount.value),
        value_to=None if amount.value_to is None else plain(amount.value_to),
        unit=amount.unit or "",
        bound=amount.bound,
        printed=span.of(text),
        span=span,
        open_unit=amount.group == "open",
    )
