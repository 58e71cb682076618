"""What is wrong in a built site, before its line is looked up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem of one file of the site."""

    code: str
    file: str
    """Below the site's folder."""
    value: str = ""
    """The attribute at fault, by which the line is found; empty for the file as a whole."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """What the catalogue's templates name."""
