"""The words that an editor is offered where a field wants an id or a unit: the lexicon's and the archive's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sitegen.lexicon.indicators import load_series
from sitegen.lexicon.themes import load_themes
from sitegen.lexicon.units import load_units
from sitegen.model.report import Series, Theme
from sitegen.model.terms import SeriesId
from sitegen.store.content import read_terms

Choices = tuple[tuple[str, str], ...]
"""Ids or words, each with what it means; in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Offered:
    """All that fields refer to."""

    themes: Choices
    series: Choices
    units: Choices
    known_series: tuple[SeriesId, ...]
    """Series of the lexicon, of which an entry of ``indicators.yaml`` may leave out what it does not change."""


def read_offered(content: Path) -> Offered:
    """Return what the files of a content folder may refer to; its own files with an error are passed over."""
    terms, _ = read_terms(content)
    return make_offered(terms.themes, terms.series)


def make_offered(themes: Iterable[Theme], series: Iterable[Series]) -> Offered:
    """Return what fields may refer to, from the themes and series of an archive."""
    bases = dict.fromkeys(unit.base for unit in load_units().units.values())
    return Offered(
        themes=tuple((theme.id, f"{theme.label}：{theme.covers}") for theme in themes),
        series=tuple(
            (one.id, f"{one.name}（{one.unit}）" if one.unit else one.name)
            for one in sorted(series, key=lambda one: one.id)
        ),
        units=tuple((base, "") for base in bases),
        known_series=tuple(sorted(one.id for one in load_series())),
    )


def offer_lexicon() -> Offered:
    """Return what every archive may refer to."""
    return make_offered(load_themes(), load_series())
