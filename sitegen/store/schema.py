"""What a front matter may say: the shapes of values, and the fields that are made of them.

One description serves the reader, the order of the writer and the reference page. The fields of each sort of file are
in ``fields``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from sitegen.problems import Words

Sort = Literal["text", "number", "count", "flag", "day", "period"]
Reference = Literal["", "theme", "series", "unit"]


@dataclass(frozen=True, slots=True)
class Shape:
    """A single value: how it is read from text and written to it."""

    name: Words
    """What an editor is asked for: ``a date YYYY-MM-DD``."""
    parse: Callable[[str], Any]
    """Text to value; raises ReasonError with the reason."""
    format: Callable[[Any], str]
    """Value to YAML text, quoted where YAML needs it."""
    code: str = "value-wrong"
    """The problem of text that cannot be parsed."""
    choices: tuple[str, ...] = ()
    """All that it may be, where that is a closed list."""
    labels_zh: tuple[str, ...] = ()
    """What each choice means, in Chinese."""
    pattern: str = ""
    """Regular expression of the text, for the reference."""
    sort: Sort = "text"
    """What YAML would take it for where it stands without quotation marks."""
    empty: bool = False
    """Text without a character in it is a value too."""


@dataclass(frozen=True, slots=True)
class Many:
    """A list of values of one shape."""

    of: "Shape | Group"
    lines: bool = False
    """Written one item a line instead of in one line."""


@dataclass(frozen=True, slots=True)
class Field:
    """One key with its meaning."""

    key: str
    form: "Form"
    doc: str
    example: str = ""
    """As it stands in a file, after the key."""
    nullable: bool = False
    """``null`` is a value: not known or not printed."""
    needed: bool = False
    """The reader insists on the key."""
    default: Any = None
    """What an absent key means."""
    always: bool = True
    """Written even where it is the default."""
    label_zh: str = ""
    """What forms call it, in Chinese."""
    doc_zh: str = ""
    """Its meaning for editors, in Chinese."""
    refers_to: Reference = ""
    """What its text is an id of, or a word from: editors are offered those that there are."""
    kept: bool = False
    """Made by the program and never changed by hand."""


@dataclass(frozen=True)
class Group:
    """A mapping: its fields in the order in which they are written."""

    name: Words
    """What it describes: ``stat``."""
    fields: tuple[Field, ...]
    bare: str = ""
    """The field that is meant where a mere text stands in place of the mapping."""

    @cached_property
    def by_key(self) -> Mapping[str, Field]:
        """The fields by their keys, in the order of the writer."""
        return {field.key: field for field in self.fields}

    @cached_property
    def defaults(self) -> Mapping[str, Any]:
        """What each key means where it is absent."""
        return {field.key: field.default for field in self.fields}

    @cached_property
    def needed(self) -> tuple[Field, ...]:
        """The fields without which there is no record."""
        return tuple(field for field in self.fields if field.needed)


Form = Shape | Many | Group
