"""Change single values of a front matter and leave all else as an editor wrote it: comments, order of keys, style.

Nothing is written anew but what changes. Positions come from PyYAML's nodes, which know where a value ends; a file is
read by ``report_file`` first, so that its front matter is known to be plain data.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import yaml

from sitegen.store.edits import Edit
from sitegen.store.fields import REPORT
from sitegen.store.mapping_patch import MappingPatch, cut
from sitegen.store.schema import Group
from sitegen.store.writer import write_entries
from sitegen.store.yaml_comments import find_comments
from sitegen.store.yaml_spans import compose_front_matter, end_of, line_end, set_value, span_of
from sitegen.store.yaml_text import flow_mapping

Added = tuple[int | None, object]
"""A new record, and the number of the item after which it goes; None for the beginning."""
Pointer = tuple[str | int, ...]
"""Keys and positions that lead to a value."""


class FrontMatterPatch:
    """Makes the edits that change the front matter of one file."""

    def __init__(self, text: str) -> None:
        """Find where things stand.

        Args:
            text: A file that its reader accepts, with line feeds only.
        """
        self._text = text
        self._root, self._end = compose_front_matter(text)
        self._entries = {key.value: (key, value) for key, value in self._root.value} if self._root else {}

    def change(self, key: str, number: int, group: Group, old: object, new: object) -> Iterator[Edit]:
        """Turn an item of a list from what it was read as into another record, key by key."""
        item = self._items(key)[number]
        if isinstance(item, yaml.MappingNode):
            yield from MappingPatch(self._text, item).change(group, old, new)

    def put(self, at: Pointer, entries: Mapping[str, str], group: Group) -> Iterator[Edit]:
        """Set keys of a mapping, given as YAML; nothing happens where there is no mapping."""
        node = self._node(at)
        if isinstance(node, yaml.MappingNode) and node.value:
            yield from MappingPatch(self._text, node).put(entries, tuple(group.by_key))

    def replace(self, at: Pointer, value: str) -> Iterator[Edit]:
        """Put a single value, given as YAML, in the place of another one."""
        node = self._node(at)
        if isinstance(node, yaml.ScalarNode):
            yield set_value(self._text, node, value)

    def wrap(self, at: Pointer, before: str, after: str) -> Iterator[Edit]:
        """Put something before and behind a single value that stands in one line."""
        node = self._node(at)
        if isinstance(node, yaml.ScalarNode) and node.start_mark.line == node.end_mark.line:
            start, end = span_of(self._text, node)
            yield from (Edit(start, start, before), Edit(end, end, after))

    def reorder(self, at: Pointer, order: Sequence[int]) -> Iterator[Edit]:
        """Put the items of a list in another order; nothing happens where comments stand between them.

        Args:
            at: Leads to the list.
            order: The numbers of the items in the order in which they will stand.
        """
        node = self._node(at)
        if not isinstance(node, yaml.SequenceNode):
            return
        spans = [span_of(self._text, item) for item in node.value]
        whole = [self._text[start:end] for start, end in spans]
        if len(order) != len(spans) or self._has_comments(spans[0][0], spans[-1][1]):
            return
        for (start, end), number in zip(spans, order, strict=True):
            yield Edit(start, end, whole[number])

    def insert_values(self, at: Pointer, added: Sequence[tuple[int | None, str]]) -> Iterator[Edit]:
        """Put single values, given as YAML, into a list that is not empty, each after the item of that number."""
        node = self._node(at)
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            return
        pad = " " * node.start_mark.column
        for after, value in added:
            start, end = span_of(self._text, node.value[after or 0])
            if node.flow_style:
                yield Edit(start, start, f"{value}, ") if after is None else Edit(end, end, f", {value}")
            elif after is None:
                yield Edit(start, start, f"{value}\n{pad}- ")
            else:
                line = line_end(self._text, end)
                yield Edit(line, line, f"\n{pad}- {value}")

    def remove(self, key: str, numbers: Collection[int]) -> Iterator[Edit]:
        """Take items out of a list."""
        if not numbers:
            return
        items = self._items(key)
        if self._entries[key][1].flow_style:
            yield from cut([span_of(self._text, item) for item in items], numbers)
            return
        for number in numbers:
            yield Edit(self._dash(key, number), self._next_line(end_of(self._text, items[number])), "")

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
                at = items[0].start_mark.index if after is None else end_of(self._text, items[after])
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
        before = self._entries[key][0].end_mark.index if after is None else end_of(self._text, neighbour)
        at = self._line_end(before)
        return Edit(at, at, f"\n{text}")

    def _begin(self, key: str, group: Group, records: Iterable[object]) -> Iterator[Edit]:
        """Write the first items of a list that is empty, null or not there."""
        lines = "\n".join(f"- {flow_mapping(write_entries(group, record))}" for record in records)
        if key not in self._entries:
            yield self._begin_key(key, lines)
            return
        start, end = span_of(self._text, self._entries[key][1])
        yield Edit(len(self._text[:start].rstrip(" ")), end, "")
        at = self._line_end(end)
        yield Edit(at, at, f"\n{lines}")

    def _begin_key(self, key: str, lines: str) -> Edit:
        """Write a key that is not there, at its place among those of a report, or at the end."""
        order = list(REPORT.by_key)
        before = [name for name in self._entries if name in order and order.index(name) < order.index(key)]
        if not before:
            return Edit(self._end, self._end, f"{key}:\n{lines}\n")
        last = self._entries[max(before, key=order.index)]
        at = self._line_end(max(last[0].end_mark.index, end_of(self._text, last[1])))
        return Edit(at, at, f"\n{key}:\n{lines}")

    def _node(self, at: Pointer) -> yaml.Node | None:
        node: yaml.Node | None = self._root
        for step in at:
            if isinstance(node, yaml.MappingNode):
                node = next((value for key, value in node.value if key.value == step), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
            else:
                return None
        return node

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

    def _has_comments(self, start: int, end: int) -> bool:
        """Whether a comment stands in the lines of a run, or fills the line above it."""
        start, end = self._text.rfind("\n", 0, start) + 1, line_end(self._text, end)
        above = self._text[: max(start - 1, 0)].rpartition("\n")[2]
        opening = self._text.index("\n") + 1
        comments = (opening + at for at in find_comments(self._text[opening : self._end]))
        return above.lstrip().startswith("#") or any(start <= at < end for at in comments)

    def _line_end(self, at: int) -> int:
        return line_end(self._text, at)

    def _next_line(self, at: int) -> int:
        return line_end(self._text, at) + 1
