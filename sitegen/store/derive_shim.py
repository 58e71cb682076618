"""Stands in for ``quantities.derive`` until that is there."""

from typing import Any

Derived = Any


def derive(printed: str, quote: str, at: int | None) -> Any:
    """Return None: nothing can be derived."""
    return None
