"""What a check finds: which file, which value in it, which sort of problem."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Pointer = tuple[str | int, ...]
"""Keys and positions that lead to a value of the front matter: ``("stats", 3, "quote")``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A problem of a record, before its line and column are looked up in the file."""

    code: str
    file: str
    """Path below the content folder: ``reports/zhejiang/jiashan/xitang-zhen/2023.md``."""
    at: Pointer = ()
    """Where the value stands; empty for the file as a whole."""
    body_line: int = 0
    """Line of the body instead, from 1."""
    mark: str = ""
    """The words at fault in that line; the whole value if empty."""
    near: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    """What the catalogue's templates name."""


Findings = Iterator[Finding]
