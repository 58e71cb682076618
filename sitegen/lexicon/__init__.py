"""Words of the genre as data: adding one needs no Python."""

from sitegen.lexicon.indicators import load_series
from sitegen.lexicon.themes import load_themes

__all__ = ["load_series", "load_themes"]
