"""JSON-LD with the words of schema.org, as a page carries it in a script element that no browser runs."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from markupsafe import Markup

from sitegen.model.period import Period

Thing = dict[str, Any]
"""A thing by schema.org; what is not known of it is None, empty or left out."""

_ESCAPED = {code: f"\\u{code:04x}" for code in map(ord, "<>&\u2028\u2029")}
"""What could end the element or begin a comment in it; JSON reads the same."""


def format_things(things: Iterable[Thing]) -> Markup:
    """Return the text of a script element of the type ``application/ld+json``."""
    graph = {"@context": "https://schema.org", "@graph": [_known(thing) for thing in things]}
    return Markup(json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED))


def breadcrumbs(steps: Sequence[tuple[str, str]]) -> Thing:
    """Return the way down to a page.

    Args:
        steps: Name and address of each page on it, the page itself at the end.
    """
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": address}
        for number, (name, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def say_interval(period: Period | None) -> str:
    """Return a stretch of time as ISO 8601 writes it, both days included; empty where not known."""
    return f"{period.first.isoformat()}/{period.last.isoformat()}" if period else ""


def say_span(periods: Iterable[Period | None]) -> str:
    """Return the time from the first to the last day of several stretches; empty where none is known."""
    known = [period for period in periods if period]
    if not known:
        return ""
    return say_interval(Period(min(p.first for p in known), max(p.last for p in known)))


def say_day(day: date | None) -> str:
    """Return a day as ISO 8601 writes it; empty where not known."""
    return day.isoformat() if day else ""


def _known(value: Any) -> Any:
    """Leave out of a thing, and of the things in it, what is not known."""
    if isinstance(value, dict):
        return {key: _known(inner) for key, inner in value.items() if inner not in (None, "", [], (), {})}
    if isinstance(value, (list, tuple)):
        return [_known(inner) for inner in value]
    return value
