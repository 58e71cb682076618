"""What is known of a bulletin from outside its text: an entry of ``seeds/index.yaml``."""

from dataclasses import dataclass
from datetime import date

from sitegen.model.period import Period


@dataclass(frozen=True, slots=True)
class Facts:
    """What somebody knows of one bulletin; everything may be unknown."""

    published: date | None = None
    """The day it was printed."""
    publication: str | None = None
    """The newspaper or site that printed it."""
    place: str | None = None
    """Full administrative name of whose bulletin it is: a township's, or the county's that gathers several reports."""
    period: Period | None = None
    """The time that all its reports speak of."""


NOTHING_KNOWN = Facts()
