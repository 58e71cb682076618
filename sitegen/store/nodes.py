"""A YAML text as a tree in which every scalar is text and knows its line and column.

Nothing is resolved: ``2023``, ``no`` and ``2023-11-06`` arrive as written, and the schema decides what a field is.
Only plain data is accepted: no anchors, aliases, tags, merge keys or second documents. Events are composed here and not
by PyYAML, whose C composer overflows the stack on deep nesting.
"""

import re
from typing import Any, NamedTuple

import yaml

from sitegen.problems import Words
from sitegen.problems.borrowed import tell_yaml_error

MAX_CHARACTERS = 4_000_000
"""A report has some 20,000; more in one front matter is a mistake or an attack."""
MAX_DEPTH = 12
"""The deepest file of the archive has four levels."""

_READ_OTHERWISE = re.compile("[\t?\x85\u2028\u2029\ufeff]|[|>][-+0-9]*#")
"""Characters that libyaml and PyYAML take differently: a tab or a question mark inside plain text, odd line ends."""
_NULLS = frozenset({"", "null", "~", "Null", "NULL"})
_WITH_LIBYAML: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Scalar(NamedTuple):
    """Text as written, without its quotation marks."""

    text: str
    plain: bool
    """Written without quotation marks, so that ``null`` and nothing at all mean that there is no value."""
    line: int
    column: int

    @property
    def is_null(self) -> bool:
        """Whether it stands for no value."""
        return self.plain and self.text in _NULLS


class Sequence(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    line: int
    column: int


class Mapping(NamedTuple):
    """Keys with values in the file's order; a key may be repeated here."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int

    def get(self, key: str) -> "Node | None":
        """Return the value of the first entry with that key, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping


class BrokenYamlError(Exception):
    """The text is not YAML, or not plain data; says where and which problem of the catalogue it is."""

    def __init__(self, code: str, why: Words, line: int, column: int, opened: tuple[int, int] | None = None) -> None:
        super().__init__(why.en)
        self.code = code
        self.why = why
        self.line = line
        self.column = column
        self.opened = opened or (line, column)
        """Line and column where that began which is not ended."""


def compose(text: str, first_line: int = 1) -> Node | None:
    """Return the tree of a YAML text, None for an empty one.

    Args:
        text: YAML, lines ended by line feeds.
        first_line: Line of the file on which the text begins.

    Raises:
        BrokenYamlError: if it is not one document of plain data.
    """
    if len(text) > MAX_CHARACTERS:
        raise BrokenYamlError(
            "yaml-too-large", Words(f"{len(text)} characters", f"有 {len(text)} 个字符"), first_line, 0
        )
    if not _READ_OTHERWISE.search(text):
        try:
            return _Composer(_WITH_LIBYAML(text), first_line).compose()
        except yaml.YAMLError:
            pass  # read again without libyaml, so that the words of the message are the same everywhere
    try:
        return _Composer(yaml.BaseLoader(text), first_line).compose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        start = error.context_mark
        opened = (first_line + start.line, start.column + 1) if start else None
        raise BrokenYamlError("yaml-broken", tell_yaml_error(error), first_line + line, column + 1, opened) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position)
        column = error.position - text.rfind("\n", 0, error.position)
        raise BrokenYamlError("yaml-character", _code_point(text[error.position]), first_line + line, column) from None


def _code_point(char: str) -> Words:
    shown = f"U+{ord(char):04X}"
    return Words(shown, shown)


class _Composer:
    """Makes a tree from the events of a PyYAML loader."""

    def __init__(self, loader: Any, first_line: int) -> None:
        self._loader = loader
        self._first_line = first_line

    def compose(self) -> Node | None:
        get = self._loader.get_event
        get()  # the stream's start
        event = get()
        if isinstance(event, yaml.StreamEndEvent):
            return None
        tree = self._node(get(), 1)
        get()  # the document's end
        event = get()
        if not isinstance(event, yaml.StreamEndEvent):
            raise self._refuse(event, "yaml-feature", Words("a second document", "第二个文档（又一行 ---）"))
        return tree

    def _node(self, event: Any, depth: int) -> Node:
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor is not None or event.tag is not None:
            raise self._refuse(event, "yaml-feature", _name_feature(event))
        mark = event.start_mark
        line, column = self._first_line + mark.line, mark.column + 1
        if kind is yaml.ScalarEvent:
            return Scalar(event.value, not event.style, line, column)
        if depth > MAX_DEPTH:
            why = Words(f"more than {MAX_DEPTH} levels, one inside the other", f"嵌套超过 {MAX_DEPTH} 层")
            raise self._refuse(event, "yaml-too-large", why)
        if kind is yaml.SequenceStartEvent:
            return Sequence(self._items(depth + 1, line, column), line, column)
        return Mapping(self._entries(depth + 1), line, column)

    def _items(self, depth: int, line: int, column: int) -> tuple[Node, ...]:
        get = self._loader.get_event
        items = []
        while type(event := get()) is not yaml.SequenceEndEvent:
            items.append(_place_empty(self._node(event, depth), line, column))
        return tuple(items)

    def _entries(self, depth: int) -> tuple[tuple[Scalar, Node], ...]:
        get = self._loader.get_event
        entries = []
        while type(event := get()) is not yaml.MappingEndEvent:
            key = self._node(event, depth)
            if not isinstance(key, Scalar):
                why = Words("a list or a mapping as a key", "列表或条目作为字段名的写法")
                raise self._refuse(event, "yaml-feature", why)
            if key.text == "<<" and key.plain:
                raise self._refuse(event, "yaml-feature", Words("a merge key (<<)", "合并键（<<）"))
            entries.append((key, _place_empty(self._node(get(), depth), key.line, key.column)))
        return tuple(entries)

    def _refuse(self, event: Any, code: str, what: Words) -> BrokenYamlError:
        mark = event.start_mark
        return BrokenYamlError(code, what, self._first_line + mark.line, mark.column + 1)


def _place_empty(node: Node, line: int, column: int) -> Node:
    """Let a value that is not written stand at its key, or at its list; where it would stand, parsers disagree."""
    return Scalar("", True, line, column) if isinstance(node, Scalar) and not node.text and node.plain else node


def _name_feature(event: Any) -> Words:
    if isinstance(event, yaml.AliasEvent):
        return Words(f"an alias (*{event.anchor})", f"别名（*{event.anchor}）")
    if event.anchor is not None:
        return Words(f"an anchor (&{event.anchor})", f"锚点（&{event.anchor}）")
    return Words("a tag (!)", "标签（!）")
