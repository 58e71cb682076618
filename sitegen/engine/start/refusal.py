"""What is refused, and why, in both languages."""

from sitegen.problems.words import ReasonError, Words


class RefusedError(ReasonError):
    """What was asked for cannot be made; nothing was written."""


def refuse(en: str, zh: str, **values: object) -> RefusedError:
    """Return the error with its reason; blanks ``{name}`` are filled from the values."""
    return RefusedError(Words(en, zh).fill(**values))
