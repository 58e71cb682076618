"""The lexicon's own files, as shipped inside the package."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

FAST_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml reads the larger lists ten times as fast; the result is the same without it."""


@cache
def read_words(name: str) -> Any:
    """Return what ``sitegen/lexicon/<name>`` (YAML) holds; callers turn it into frozen records and never change it."""
    return yaml.load(files("sitegen.lexicon").joinpath(name).read_text(encoding="utf-8"), Loader=FAST_LOADER)
