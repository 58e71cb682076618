"""What is found of whose report it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.lexicon.gazetteer import load_gazetteer
from sitegen.model.place import Place
from sitegen.problems import Words

SHOWN = 12
"""How many candidates a finding names at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFinding:
    """Whose report it is."""

    place: Place | None
    """None where the text does not settle it."""
    issuer: str | None
    """Who reports, as printed; None where nobody is named."""
    is_department: bool = False
    """The issuer is a department; the place is its county."""
    candidates: tuple[Place, ...] = ()
    """Where the place is not settled: the places of the name, the likeliest first."""
    why: Words
    """Half a sentence."""


def places_of(codes: Iterable[str]) -> tuple[Place, ...]:
    """Return the places of some codes, in their order."""
    gazetteer = load_gazetteer()
    return tuple(gazetteer.place_of(row) for code in codes if (row := gazetteer.by_code(code)))
