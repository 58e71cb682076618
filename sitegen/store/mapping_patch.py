"""Change single keys of one mapping in a file."""

from collections.abc import Collection, Iterator, Mapping, Sequence

import yaml

from sitegen.store.edits import Edit
from sitegen.store.schema import Group
from sitegen.store.writer import write_entries
from sitegen.store.yaml_spans import end_of, is_null, line_end, set_value


class MappingPatch:
    """Makes the edits that change one mapping."""

    def __init__(self, text: str, node: yaml.MappingNode) -> None:
        """Find where things stand.

        Args:
            text: The file.
            node: The mapping in it.
        """
        self._text = text
        self._node = node
        self._pad = " " * node.start_mark.column
        self._keys = [key.value for key, _ in node.value]
        self._spans = [(key.start_mark.index, end_of(text, value)) for key, value in node.value]

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
            if key in wanted and (key in differ or is_null(self._node.value[number][1])):
                yield set_value(self._text, self._node.value[number][1], wanted[key])
        yield from self._add(wanted, [field.key for field in group.fields], gone)

    def put(self, entries: Mapping[str, str], order: Sequence[str]) -> Iterator[Edit]:
        """Yield what sets some keys, each where it stands or else at its place among the others.

        Args:
            entries: The keys and the YAML of their values.
            order: All keys that there may be, in the order in which they are written.
        """
        for number, key in enumerate(self._keys):
            if key in entries:
                yield set_value(self._text, self._node.value[number][1], entries[key])
        yield from self._add(entries, order, ())

    def _remove(self, numbers: Collection[int]) -> Iterator[Edit]:
        if self._node.flow_style:
            yield from cut(self._spans, numbers)
            return
        for number in numbers:
            start, end = self._spans[number]
            if all(other in numbers for other in range(number)):  # the dash stands on its line
                yield Edit(start, self._spans[number + 1][0], "")
            else:
                yield Edit(self._text.rfind("\n", 0, start) + 1, line_end(self._text, end) + 1, "")

    def _add(self, wanted: Mapping[str, str], order: Sequence[str], gone: Collection[int]) -> Iterator[Edit]:
        """Add what is wanted and not there, each key after the last one that comes before it in the order."""
        kept = [number for number in range(len(self._keys)) if number not in gone]
        places = {key: number for number, key in enumerate(order)}
        for key, value in sorted(wanted.items(), key=lambda entry: places[entry[0]]):
            if key not in self._keys:
                before = [n for n in kept if places.get(self._keys[n], len(order)) < places[key]]
                after = max(before, key=lambda n: places[self._keys[n]], default=None)
                yield self._add_entry(f"{key}: {value}", after, kept[0])

    def _add_entry(self, entry: str, after: int | None, first: int) -> Edit:
        if self._node.flow_style:
            at = self._spans[first][0] if after is None else self._spans[after][1]
            return Edit(at, at, f"{entry}, " if after is None else f", {entry}")
        start = self._spans[first][0]
        if after is None and not self._text[self._text.rfind("\n", 0, start) + 1 : start].strip():
            return Edit(start, start, f"{entry}\n{self._pad}")
        # where the first key has the dash before it, a new first key comes behind it, and its line stays as it is
        at = line_end(self._text, self._spans[first if after is None else after][1])
        return Edit(at, at, f"\n{self._pad}{entry}")


def cut(spans: Sequence[tuple[int, int]], numbers: Collection[int]) -> Iterator[Edit]:
    """Take entries and their commas out of a list in brackets."""
    for number in numbers:
        if not all(other in numbers for other in range(number)):
            yield Edit(spans[number - 1][1], spans[number][1], "")
        elif number + 1 < len(spans):
            yield Edit(spans[number][0], spans[number + 1][0], "")
        else:
            yield Edit(*spans[number], "")
