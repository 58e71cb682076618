"""Change single values of a front matter and leave all else as an editor wrote it: comments, order of keys, style.

Nothing is written anew but what changes. Positions come from PyYAML's nodes, which know where a value ends; a file is
read by ``report_file`` first, so that its front matter is known to be plain data.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

import yaml

from sitegen.store.edits import Edit
from sitegen.store.front_matter import split_front_matter
from sitegen.store.nodes import Scalar
from sitegen.store.schema import Group
from sitegen.store.writer import write_entries
from sitegen.store.yaml_text import flow_mapping

Added = tuple[int | None, object]
"""A new record, and the number of the item after which it goes; None for the beginning."""

_QUOTES = ("'", '"')


class FrontMatterPatch:
    """Makes the edits that change the front matter of one file."""

    def __init__(self, text: str) -> None:
        """Find where things stand.

        Args:
            text: A file that its reader accepts, with line feeds only.
        """
        self._text = text
        opening = text.index("\n")
        self._end = opening + 1 + len(split_front_matter(text).yaml)
        # the opening line is blanked out, not cut off, so that positions are those of the file
        root = yaml.compose(" " * opening + text[opening : self._end], yaml.BaseLoader)
        self._entries = {key.value: (key, value) for key, value in root.value} if root else {}

    def change(self, key: str, number: int, group: Group, old: object, new: object) -> Iterator[Edit]:
        """Turn an item of a list from what it was read as into another record, key by key."""
        item = self._items(key)[number]
        if isinstance(item, yaml.MappingNode):
            yield from _MappingPatch(self._text, item, self._column(key, number)).change(group, old, new)

    def remove(self, key: str, numbers: Collection[int]) -> Iterator[Edit]:
        """Take items out of a list."""
        if not numbers:
            return
        items = self._items(key)
        if self._entries[key][1].flow_style:
            yield from _cut([_span(self._text, item) for item in items], numbers)
            return
        for number in numbers:
            yield Edit(self._dash(key, number), self._next_line(_end(self._text, items[number])), "")

    def insert(self, key: str, group: Group, added: Sequence[Added]) -> Iterator[Edit]:
        """Put new records into a list, in the style of the item before; several after one item in the given order."""
        if not added:
            return
        items = self._items(key)
        if not items:
            yield from self._begin(key, group, [record for _, record in added])
        elif self._entries[key][1].flow_style:
            for after, record in added:
                text = flow_mapping(write_entries(group, record))
                at = items[0].start_mark.index if after is None else _end(self._text, items[after])
                yield Edit(at, at, f"{text}, " if after is None else f", {text}")
        else:
            for after, record in added:
                yield self._insert_line(key, group, after, record)

    def _insert_line(self, key: str, group: Group, after: int | None, record: object) -> Edit:
        items = self._items(key)
        pad = " " * self._entries[key][1].start_mark.column
        neighbour = items[after or 0]
        entries = list(write_entries(group, record))
        if isinstance(neighbour, yaml.MappingNode) and not neighbour.flow_style:
            inner = " " * self._column(key, after or 0)
            gap = inner[len(pad) + 1 :]
            text = f"{pad}-{gap}" + f"\n{inner}".join(f"{name}: {value}" for name, value in entries)
        else:
            text = f"{pad}- {flow_mapping(entries)}"
        before = self._entries[key][0].end_mark.index if after is None else _end(self._text, neighbour)
        at = self._line_end(before)
        return Edit(at, at, f"\n{text}")

    def _begin(self, key: str, group: Group, records: Iterable[object]) -> Iterator[Edit]:
        """Write the first items of a list that is empty, null or not there."""
        lines = "\n".join(f"- {flow_mapping(write_entries(group, record))}" for record in records)
        if key not in self._entries:
            yield Edit(self._end, self._end, f"{key}:\n{lines}\n")
            return
        start, end = _span(self._text, self._entries[key][1])
        yield Edit(len(self._text[:start].rstrip(" ")), end, "")
        at = self._line_end(end)
        yield Edit(at, at, f"\n{lines}")

    def _items(self, key: str) -> Sequence[yaml.Node]:
        _, listed = self._entries.get(key, (None, None))
        return listed.value if isinstance(listed, yaml.SequenceNode) else ()

    def _column(self, key: str, number: int) -> int:
        """Column of the keys of an item in block style."""
        return int(self._items(key)[number].start_mark.column)

    def _dash(self, key: str, number: int) -> int:
        """Where the line begins on which the dash of an item stands."""
        listed = self._entries[key][1]
        column = listed.start_mark.column
        at = self._text.rfind("\n", 0, listed.value[number].start_mark.index) + 1
        while not (self._text[at : at + column].strip(" ") == "" and self._text[at + column] == "-"):
            at = self._text.rfind("\n", 0, at - 1) + 1
        return at

    def _line_end(self, at: int) -> int:
        return _line_end(self._text, at)

    def _next_line(self, at: int) -> int:
        return _line_end(self._text, at) + 1


class _MappingPatch:
    """Makes the edits that change one mapping."""

    def __init__(self, text: str, node: yaml.MappingNode, column: int) -> None:
        self._text = text
        self._node = node
        self._pad = " " * column
        self._keys = [key.value for key, _ in node.value]
        self._spans = [(key.start_mark.index, _end(text, value)) for key, value in node.value]

    def change(self, group: Group, old: object, new: object) -> Iterator[Edit]:
        """Yield what turns the mapping, which was read as ``old``, into ``new``.

        A value that is the same in both stays as it is written, also where it is written in no canonical form. What an
        editor left to be worked out is written out where anything changes, for it was worked out of the old words.
        """
        wanted = dict(write_entries(group, new))
        differ = {field.key for field in group.fields if getattr(old, field.key) != getattr(new, field.key)}
        if not differ:
            return
        gone = {number for number, key in enumerate(self._keys) if key in differ and key not in wanted}
        yield from self._remove(gone)
        for number, key in enumerate(self._keys):
            if key in wanted and (key in differ or self._is_null(number)):
                yield self._set(number, wanted[key])
        kept = [number for number in range(len(self._keys)) if number not in gone]
        order = [field.key for field in group.fields]
        for key in wanted:
            if key not in self._keys:
                before = [n for n in kept if order.index(self._keys[n]) < order.index(key)]
                after = max(before, key=lambda n: order.index(self._keys[n]), default=None)
                yield self._add(f"{key}: {wanted[key]}", after, kept[0])

    def _set(self, number: int, value: str) -> Edit:
        """Put a value in the place of another one, in its quotation marks if it had any."""
        node = self._node.value[number][1]
        start, end = _span(self._text, node)
        if start == end:
            return Edit(start, end, f" {value}")
        if isinstance(node, yaml.ScalarNode) and node.style in _QUOTES and value[0] not in _QUOTES:
            value = f"{node.style}{value}{node.style}"  # the plain form holds no quotation marks
        return Edit(start, end, value)

    def _is_null(self, number: int) -> bool:
        node = self._node.value[number][1]
        return isinstance(node, yaml.ScalarNode) and Scalar(node.value, not node.style, 0, 0).is_null

    def _remove(self, numbers: Collection[int]) -> Iterator[Edit]:
        if self._node.flow_style:
            yield from _cut(self._spans, numbers)
            return
        for number in numbers:
            start, end = self._spans[number]
            if all(other in numbers for other in range(number)):  # the dash stands on its line
                yield Edit(start, self._spans[number + 1][0], "")
            else:
                yield Edit(self._text.rfind("\n", 0, start) + 1, _line_end(self._text, end) + 1, "")

    def _add(self, entry: str, after: int | None, first: int) -> Edit:
        if after is None:
            at = self._spans[first][0]
            return Edit(at, at, f"{entry}, " if self._node.flow_style else f"{entry}\n{self._pad}")
        if self._node.flow_style:
            at = self._spans[after][1]
            return Edit(at, at, f", {entry}")
        at = _line_end(self._text, self._spans[after][1])
        return Edit(at, at, f"\n{self._pad}{entry}")


def _cut(spans: Sequence[tuple[int, int]], numbers: Collection[int]) -> Iterator[Edit]:
    """Take entries and their commas out of a list in brackets."""
    for number in numbers:
        if not all(other in numbers for other in range(number)):
            yield Edit(spans[number - 1][1], spans[number][1], "")
        elif number + 1 < len(spans):
            yield Edit(spans[number][0], spans[number + 1][0], "")
        else:
            yield Edit(*spans[number], "")


def _span(text: str, node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.index, _end(text, node)


def _end(text: str, node: yaml.Node) -> int:
    """The character after a node's last one; PyYAML ends a block where the next thing begins."""
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        start, end = node.start_mark.index, node.end_mark.index
        return int(start + len(text[start:end].rstrip()))
    last = node.value[-1]
    return _end(text, last[1] if isinstance(last, tuple) else last)


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return found if found >= 0 else len(text)
