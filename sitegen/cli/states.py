"""How many reports are fine, and what becomes of them when a site is built."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from sitegen.archive import State, find_state
from sitegen.cli.words import count, line
from sitegen.model.report import Report
from sitegen.problems.words import Words

_SAID = (State.DRAFT, State.WAITING, State.WITHDRAWN, State.UNRESOLVED)


def tell_states(reports: Iterable[Report], now: date) -> Words:
    """Return the number of reports, and how many of them have no page of their own on a day."""
    states = Counter(find_state(report, now) for report in reports)
    total = count(states.total(), "report")
    said = [count(states[state], state.value) for state in _SAID if states[state]]
    if not said:
        return line("checked", reports=total)
    listed = Words(", ".join(words.en for words in said), "、".join(words.zh for words in said))
    return line("checked-states", reports=total, states=listed)
