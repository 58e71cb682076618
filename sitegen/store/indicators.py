"""``content/indicators.yaml``: series that add to the lexicon's, or that know more names and say them differently."""

from collections.abc import Iterable

from sitegen.model.report import Series
from sitegen.model.terms import SeriesId, ThemeId
from sitegen.problems import Problem
from sitegen.store.desk import Desk
from sitegen.store.document import read_tree
from sitegen.store.fields import SERIES
from sitegen.store.nodes import Scalar, Sequence
from sitegen.store.reader import LIST, Values, kind_of, read_group
from sitegen.store.writer import write_items

_KEYS = ("name", "unit", "theme")
_SAID = ("definition", "name_en", "definition_en", "family")


def write_indicators(series: Iterable[Series]) -> str:
    """Return the text of the file."""
    return write_items(SERIES, tuple(series))


def read_indicators(text: str, path: str, known: Iterable[Series]) -> tuple[tuple[Series, ...], tuple[Problem, ...]]:
    """Read the text of the file; an entry with an error is left out.

    Args:
        text: The whole file.
        path: The file, for problems.
        known: The lexicon's series. They give what an entry of the same id leaves out, and their aliases stand
            before the entry's own: an entry adds names and takes none away.
    """
    desk = Desk(path, text)
    tree = read_tree(text, 1, desk)
    if tree is None or (isinstance(tree, Scalar) and tree.is_null):
        return (), desk.problems
    if not isinstance(tree, Sequence):
        desk.add_at("value-form", tree, key="indicators.yaml", wanted=LIST, found=kind_of(tree))
        return (), desk.problems
    bases = {series.id: series for series in known}
    found: dict[SeriesId, Series] = {}
    for item in tree.items:
        own = Desk(path, text)
        values = read_group(SERIES, item, own)
        series = None if own.failed else _make(values, bases.get(values["id"]), item.line, item.column, own)
        if series and series.id in found:
            own.add("id-repeated", item.line, item.column, id=series.id)
        elif series:
            found[series.id] = series
        desk.extend(own.problems)
    return tuple(found.values()), desk.problems


def _make(values: Values, base: Series | None, line: int, column: int, desk: Desk) -> Series | None:
    whole = {key: getattr(base, key) if values[key] is None and base else values[key] for key in _KEYS}
    for key in _KEYS:
        if whole[key] is None:
            desk.add("key-missing", line, column, key=key, group=SERIES.name, example="")
    if desk.failed:
        return None
    return Series(
        id=SeriesId(values["id"]),
        name=whole["name"],
        unit=whole["unit"],
        theme=ThemeId(whole["theme"]),
        aliases=tuple(dict.fromkeys((*(base.aliases if base else ()), *(values["aliases"] or ())))),
        **{key: values[key] or (getattr(base, key) if base else "") for key in _SAID},
    )
