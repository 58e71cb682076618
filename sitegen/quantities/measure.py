"""What sort of number a quantity is, read from the words in front of it."""

from dataclasses import dataclass
from decimal import Decimal

from sitegen.lexicon.comparisons import ContextWord, load_comparisons
from sitegen.model.quantity import Quantity
from sitegen.model.span import Span
from sitegen.model.terms import Kind, Status
from sitegen.quantities.changes import find_change
from sitegen.quantities.clauses import Lead, find_lead
from sitegen.quantities.completions import find_completion, find_rank
from sitegen.quantities.numbers import plain
from sitegen.quantities.scan import Scan, scan


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A quantity with its sign, and what it says of what is measured."""

    value: Decimal
    """Negative for a fall."""
    value_to: Decimal | None = None
    kind: Kind = Kind.LEVEL
    basis: str | None = None
    """Of a change: against what; of a completion: the target; of a rank: among whom. As printed."""
    status: Status = Status.REPORTED
    words: Span
    """What all this was read from, the number included: a quote that holds these words reads the same."""


def read_measure(text: str, quantity: Quantity) -> Measure:
    """Return what sort of number ``quantity`` is, from the words of ``text`` around it.

    Args:
        text: The paragraph that the quantity was found in.
        quantity: One of ``find_quantities(text)``.
    """
    scanned = scan(text)
    start = scanned.folded.find(quantity.span.start)
    index = next(i for i, amount in enumerate(scanned.amounts) if amount.start <= start < amount.end)
    return measure_amount(scanned, index)


def measure_amount(scanned: Scan, index: int) -> Measure:
    """Return the same for an amount of a scan, by its place in the scan."""
    amount, lead = scanned.amounts[index], find_lead(scanned, index)
    kind, sign, begins = Kind.LEVEL, 1, amount.start
    basis: str | None = None
    if amount.group == "rank":
        rank = find_rank(lead)
        kind, basis, begins = Kind.RANK, rank.text, rank.start
    elif change := find_change(lead, amount):
        kind, basis = Kind.CHANGE, change.basis.text if change.basis else None
        sign, begins = -1 if change.falls else 1, change.start
    elif amount.printed_unit == "%" and (completion := find_completion(lead)):
        kind, basis, begins = Kind.COMPLETION, completion.text, completion.start
    status, status_start = _status(lead, scanned.folded.text[amount.end :])
    begins = min(begins, status_start, amount.start)
    return Measure(
        value=plain(-amount.value if sign < 0 < amount.value else amount.value),
        value_to=None if amount.value_to is None else plain(amount.value_to * sign),
        kind=kind,
        basis=basis,
        status=status,
        words=scanned.folded.unfold(begins, max(amount.end, amount.needs)),
    )


def _status(lead: Lead, behind: str) -> tuple[Status, int]:
    """Return the status that the clause gives its numbers, and where the word for it stands."""
    words = load_comparisons()
    for word in words.forecast:
        if (at := word.find(lead.text)) >= 0:
            return Status.FORECAST, lead.start + at
    clause = behind.split("，")[0].split("。")[0]
    if not any(word in clause for word in words.done_after):
        for word in words.target:
            if (at := word.find(lead.text)) >= 0 and _plans(word, lead.text[at + len(word.word) :]):
                return Status.TARGET, lead.start + at
    return Status.REPORTED, lead.end


def _plans(word: ContextWord, behind: str) -> bool:
    return not word.needs_verb or not behind or behind.startswith(load_comparisons().plan_verbs)
