"""Customary units and their exact size in units that a reader elsewhere knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from sitegen.lexicon.files import read_words


@dataclass(frozen=True, slots=True)
class Conversion:
    """One unit in terms of another."""

    to: str
    times: Fraction
    """How many of ``to`` one unit is, exactly; 1 where both are names of one unit."""


@cache
def load_conversions() -> Mapping[str, Conversion]:
    """Return the conversions of ``conversions.yaml`` by the unit that they begin from.

    Raises:
        ValueError: if a factor is no positive fraction.
    """
    table = {}
    for entry in read_words("conversions.yaml")["conversions"]:
        times = Fraction(str(entry["times"]))
        if times <= 0:
            raise ValueError(f"{entry['unit']}: {entry['times']} is no size")
        table[entry["unit"]] = Conversion(entry["to"], times)
    return table
