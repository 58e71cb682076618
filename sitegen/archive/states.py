"""Whether a report is for readers on a given day."""

from datetime import date
from enum import StrEnum

from sitegen.model.report import Report


class State(StrEnum):
    """What becomes of a report when a site is built."""

    PUBLISHED = "published"
    """It has its page."""
    DRAFT = "draft"
    """``draft: true``: it waits for an editor."""
    WAITING = "waiting"
    """``publish_on`` is a day that has not come."""
    WITHDRAWN = "withdrawn"
    """It was published and is no longer; its address says why."""
    UNRESOLVED = "unresolved"
    """Nobody has settled whose it is."""


UNFINISHED = frozenset((State.DRAFT, State.WAITING))
"""What a preview shows and the published site does not."""


MARKS = {State.DRAFT: "【草稿】", State.WAITING: "【待发布】"}
"""What stands before the heading of an unfinished report where there is no other word of its state, in Chinese."""


def find_state(report: Report, now: date | None) -> State:
    """Return what becomes of a report.

    A withdrawn report stays withdrawn whatever else is said of it: its address was published, and has to answer.

    Args:
        report: The report.
        now: The day of the build; where none is given, no day has come.
    """
    if report.place is None or report.path.startswith("unresolved/"):
        return State.UNRESOLVED
    if report.withdrawn:
        return State.WITHDRAWN
    if report.draft:
        return State.DRAFT
    if report.publish_on and (now is None or report.publish_on > now):
        return State.WAITING
    return State.PUBLISHED
