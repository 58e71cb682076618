"""The twelve subjects, and what each word says of the subject of a text."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sitegen.lexicon.files import read_words
from sitegen.lexicon.words import WordFinder
from sitegen.model.report import Theme
from sitegen.model.terms import ThemeId

_FILE = "themes.yaml"


@dataclass(frozen=True, slots=True)
class ThemeWords:
    """Words that speak for a subject, each with its weight."""

    finder: WordFinder
    """Finds the words of all subjects, and the longer words of no subject that mask them."""
    weights: Mapping[str, tuple[ThemeId, int]]
    """Subject and weight (1, 4 or 6) of each word; a mask has no entry."""
    units: Mapping[str, ThemeId]
    """Subject that a unit hints at: ``盏`` at infrastructure."""
    order: tuple[ThemeId, ...]
    """All subjects, the narrower before the wider: what settles a tie."""
    fallback: ThemeId
    """The subject of a text of which no word says anything."""


@cache
def load_themes() -> tuple[Theme, ...]:
    """Return the twelve subjects in the order in which readers meet them."""
    data = read_words(_FILE)
    by_id = {
        entry["id"]: Theme(
            id=ThemeId(entry["id"]),
            label=entry["label"],
            label_en=entry["label_en"],
            covers=entry["covers"],
            covers_en=entry["covers_en"],
        )
        for entry in data["themes"]
    }
    return tuple(by_id[id_] for id_ in data["shown"])


@cache
def load_theme_words() -> ThemeWords:
    """Return the words of all subjects."""
    data = read_words(_FILE)
    weights = {
        word: (ThemeId(entry["id"]), words["weight"])
        for entry in data["themes"]
        for words in entry["lists"]
        for word in words["words"]
    }
    return ThemeWords(
        finder=WordFinder([*weights, *data["masks"]]),
        weights=weights,
        units={unit: ThemeId(theme) for theme, units in data["units"].items() for unit in units},
        order=tuple(ThemeId(entry["id"]) for entry in data["themes"]),
        fallback=ThemeId(data["fallback"]),
    )
