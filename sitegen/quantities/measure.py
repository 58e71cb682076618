"""What sort of number a quantity is, read from the words in front of it."""

import re
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

_CLAUSE_END = re.compile("[，。]")


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
    behind = scanned.folded.text[amount.end :]
    status, status_start = _status(lead, behind)
    begins = min(begins, status_start, amount.start)
    if amount.needs_from is not None:
        begins = min(begins, amount.needs_from)
    return Measure(
        value=plain(-amount.value if sign < 0 < amount.value else amount.value),
        value_to=None if amount.value_to is None else plain(amount.value_to * sign),
        kind=kind,
        basis=basis,
        status=status,
        words=scanned.folded.unfold(begins, max(amount.end + len(_target_behind(behind)), amount.needs)),
    )


def _status(lead: Lead, behind: str) -> tuple[Status, int]:
    """Return the status that the clause gives its numbers, and where the word for it stands."""
    words = load_comparisons()
    for word in words.forecast:
        if (at := word.find(lead.text)) >= 0:
            return Status.FORECAST, lead.start + at
    if not _is_done(_CLAUSE_END.split(behind)[0]):
        for word in words.target:
            at = word.find(lead.text)
            planned = lead.text[at + len(word.word) :]
            if at >= 0 and _plans(word, planned) and not any(done in planned for done in words.done_after):
                return Status.TARGET, lead.start + at
    if _is_target(lead, behind):
        return Status.TARGET, lead.end
    if lead.sentence.startswith(words.rest_of_year) and any(word in lead.sentence for word in words.rest_plans):
        return Status.TARGET, lead.sentence_start
    return Status.REPORTED, lead.end


def _is_target(lead: Lead, behind: str) -> bool:
    """Whether a number is the target itself (下达任务60户), not one that was reached (实现8%的目标)."""
    words = load_comparisons()
    named = lead.text.endswith(words.target_names) or _target_behind(behind)
    return bool(named) and not any(verb in lead.text for verb in words.target_reached)


def _target_behind(behind: str) -> str:
    """Return the word right behind a number that makes a target of it: 的目标."""
    return next((word for word in load_comparisons().target_behind if behind.startswith(word)), "")


def _is_done(clause: str) -> bool:
    """Whether a plan was carried out (计划127户已全部完成); not where another number was (计划120户，已完成80户)."""
    done = next((word for word in load_comparisons().done_after if word in clause), None)
    return done is not None and not any(char.isdigit() for char in clause.partition(done)[2])


def _plans(word: ContextWord, behind: str) -> bool:
    return not word.needs_verb or not behind or behind.startswith(load_comparisons().plan_verbs)
