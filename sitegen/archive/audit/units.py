"""Units of one meaning."""

from sitegen.lexicon.indicators import load_name_rules


def unit_class(unit: str) -> str:
    """Return the unit that stands for all units of one meaning: ``公里`` for ``千米``."""
    return load_name_rules().same_units.get(unit, unit)


def one_unit(first: str, second: str) -> bool:
    """Whether two units mean the same: ``名`` and ``人``."""
    return unit_class(first) == unit_class(second)
