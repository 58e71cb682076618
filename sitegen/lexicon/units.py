"""Units and measure words, and where one stands in a text."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sitegen.lexicon.files import read_words


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed, with its base form and what it measures."""

    printed: str
    base: str
    """``小时`` for ``个小时``; the printed form where no other is known."""
    group: str
    """Key of ``groups`` in ``units.yaml``: ``money``, ``people``, ``share``…"""


@dataclass(frozen=True, slots=True)
class UnitTable:
    """All units, ready to be looked up at a place in a text."""

    units: Mapping[str, Unit]
    denominators: frozenset[str]
    """What may stand after the slash of a compound unit, besides every unit."""
    not_before: Mapping[str, tuple[str, ...]]
    never: frozenset[str]
    """Characters that are no measure word, so that an unknown one is not taken for a unit."""
    unitless_after: tuple[str, ...]
    """Words after which a number without unit counts: ``系数``."""
    places_after: tuple[str, ...]
    """Words after which a kind of place or office is a unit: ``辖6村``."""
    money_after: tuple[str, ...]
    """Words after which a number with a scale and no unit is money: ``资金360万``."""
    fillers: tuple[str, ...]
    """Words between a thing and its number; longest first."""
    money_verbs: tuple[str, ...]
    """Words that make money of 块: ``卖了3万来块``."""
    longest: int

    def match(self, text: str, at: int) -> Unit | None:
        """Return the longest unit that begins at ``at``, or None; the beginning of another word is no unit."""
        for length in range(min(self.longest, len(text) - at), 0, -1):
            unit = self.units.get(text[at : at + length])
            if unit and not self._goes_on(text, at, length):
                return unit
        return None

    def whole_at(self, text: str, at: int) -> bool:
        """Whether a unit of several characters begins here, so that its 千 or 百 is no scale (千瓦, 百分点)."""
        return any(text[at : at + length] in self.units for length in range(self.longest, 1, -1))

    def match_denominator(self, text: str, at: int) -> str | None:
        """Return the longest denominator that begins at ``at``: ``立方米`` of ``微克/立方米``."""
        for length in range(self.longest, 0, -1):
            word = text[at : at + length]
            if len(word) == length and (word in self.denominators or word in self.units):
                return word
        return None

    def _goes_on(self, text: str, at: int, length: int) -> bool:
        end = at + length
        printed = text[at:end]
        if printed[-1].isascii() and printed[-1].isalpha():
            return text[end : end + 1].isascii() and text[end : end + 1].isalnum()
        return text.startswith(self.not_before.get(printed, ()), end)


@cache
def load_units() -> UnitTable:
    """Return the unit table of ``units.yaml``.

    Raises:
        ValueError: if a unit stands in two groups or a base or a rule belongs to no unit.
    """
    words = read_words("units.yaml")
    units: dict[str, Unit] = {}
    for group, members in words["groups"].items():
        for printed in members:
            if printed in units:
                raise ValueError(f"unit {printed!r} stands in {units[printed].group} and in {group}")
            units[printed] = Unit(printed, words["bases"].get(printed, printed), group)
    for name in (*words["bases"], *words["not_before"]):
        if name not in units:
            raise ValueError(f"{name!r} is no unit of units.yaml")
    return UnitTable(
        units=units,
        denominators=frozenset(words["denominators"]),
        not_before={unit: tuple(rest) for unit, rest in words["not_before"].items()},
        never=frozenset(words["never"]),
        unitless_after=tuple(words["unitless_after"]),
        places_after=tuple(words["places_after"]),
        money_after=tuple(words["money_after"]),
        fillers=tuple(sorted(words["fillers"], key=len, reverse=True)),
        money_verbs=tuple(words["money_verbs"]),
        longest=max(map(len, units)),
    )
