"""One amount at a place in a folded text: numeral, unit, and the words that limit it."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from sitegen.lexicon.bounds import BoundWord, load_bounds
from sitegen.lexicon.units import Unit, load_units
from sitegen.model.terms import Bound
from sitegen.quantities.numerals import Numeral, read_numeral

_RANGE = re.compile("(?:[-—–~～―]+|至|到)")
_ENDS = frozenset(("", *"，。；：、！？,.;:!?)）]】”’」』》…— "))
"""What may stand behind a whole phrase; nothing, at the end of the text."""
_YEARS = (1800, 2100)
_MYRIAD = 10000
_LISTED_PLACE = re.compile(r"\d{1,4}个?[一-龥]{1,4}$")
"""The number before in such a list: 1镇 of 辖1镇16村."""
_JOINS = ("和", "及", "与", "以及", "或")
_FROM = re.compile(r"(?:由|从|自)[^，。；、,;]{0,8}$")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit as it stands in a folded text; places are indices into that text."""

    start: int
    """Where the words begin that limit it, else the number."""
    core: int
    """Where the number itself begins."""
    end: int
    value: Decimal
    unit: str | None
    """Base unit; None where none is printed behind it."""
    group: str
    """What the unit measures; empty without unit, ``open`` for a unit of no table."""
    printed_unit: str = ""
    bound: Bound = Bound.EXACT
    value_to: Decimal | None = None
    worded: bool = False
    scale_alone: bool = False
    scale: Decimal = Decimal(1)
    figure: Decimal = Decimal(0)
    before: str = ""
    """The limiting word in front: ``超过``."""
    after: str = ""
    """The limiting word behind: ``以上``."""
    needs: int = 0
    """Where the words end that its unit or scale was taken from; 0 where its own."""
    needs_from: int | None = None
    """Where the words begin that its unit was taken from; None where its own."""


def read_amount(text: str, at: int, floor: int) -> Amount | None:
    """Return the amount whose number begins at ``at``, or None.

    Args:
        text: A folded text.
        at: Where a digit, a Chinese numeral or a minus sign stands.
        floor: End of the amount before; words in front of it are not this one's.
    """
    minus = text[at] == "-"
    numeral = read_numeral(text, at + minus)
    if numeral is None:
        return None
    amount = _with_range_end(text, _simple(text, numeral))
    amount = limit(text, amount, floor)
    if minus:
        if amount.group != "share":
            return None
        amount = replace(amount, start=at, core=at, value=-amount.value)
    return amount


def _simple(text: str, numeral: Numeral) -> Amount:
    amount = Amount(
        start=numeral.start,
        core=numeral.start,
        end=numeral.end,
        value=numeral.value,
        value_to=numeral.value_to,
        unit=None,
        group="",
        bound=numeral.bound or Bound.EXACT,
        worded=numeral.worded,
        scale_alone=numeral.scale_alone,
        scale=numeral.scale,
        figure=numeral.figure,
    )
    found = read_unit(text, numeral)
    if found is None:
        return amount
    unit, printed, end = found
    return replace(amount, end=end, unit=unit.base, group=unit.group, printed_unit=printed)


def read_unit(text: str, numeral: Numeral) -> tuple[Unit, str, int] | None:
    """Return the unit behind a numeral with its printed form and where that ends, or None."""
    table = load_units()
    at = numeral.end
    unit = table.match(text, at)
    if unit is None and text[at : at + 1] == " ":
        at += 1
        unit = table.match(text, at)
    if unit and unit.group == "places" and not _tells_places(text, numeral):
        unit = None
    if unit is None:
        return _open_unit(text, numeral)
    end = at + len(unit.printed)
    base = unit.base
    if text[end : end + 1] == "/" and (below := table.match_denominator(text, end + 1)):
        base, end = f"{base}/{below}", end + 1 + len(below)
    elif text[end : end + 1] == "(" and (inner := table.match(text, end + 1)):
        close = end + 1 + len(inner.printed)
        if text[close : close + 1] == ")":
            base, end = f"{base}({inner.printed})", close + 1
    return Unit(unit.printed, base, unit.group), text[at:end], end


def _tells_places(text: str, numeral: Numeral) -> bool:
    """Whether a number before 村 or 部门 says how many there are (辖1镇16村), and is no part of a name (曹杨8村)."""
    if numeral.worded or numeral.scale != 1:
        return False
    before = text[: numeral.start].rstrip("、和及")
    return _LISTED_PLACE.sub("", before).endswith(load_units().places_after)


def _open_unit(text: str, numeral: Numeral) -> tuple[Unit, str, int] | None:
    """Take one character of no table for a measure word where nothing else can stand behind the number.

    It must be a Chinese character that can be one. With nothing behind it (帐篷30顶，) any such number will do; in
    front of another word (50畦蔬菜) only a plain number of up to four digits that is no year.
    """
    table = load_units()
    at = numeral.end
    char, following = text[at : at + 1], text[at + 1 : at + 2]
    if not ("一" <= char <= "龥") or char in table.never or char in table.units:
        return None
    if numeral.worded and (numeral.value <= 10 or numeral.scale_alone):
        return None
    ends = following in _ENDS or text.startswith(_JOINS, at + 1)
    plain = (
        not numeral.worded
        and numeral.scale == 1
        and numeral.value < 10000
        and not _YEARS[0] <= numeral.value < _YEARS[1]
    )
    if not ends and not (plain and "一" <= text[numeral.start - 1 : numeral.start] <= "龥"):
        return None
    return Unit(char, char, "open"), char, at + 1


def _with_range_end(text: str, low: Amount) -> Amount:
    """Read on where a second number makes a range: ``90-100万元``, ``20至30户``, ``100元至200元``."""
    match = _RANGE.match(text, low.end)
    if not match or low.value_to is not None or low.bound is not Bound.EXACT:
        return low
    numeral = read_numeral(text, match.end())
    if numeral is None or numeral.figure_to is not None or numeral.scale_alone:
        return low
    high = _simple(text, numeral)
    from_to = (
        match[0] in "至到"
        and (low.unit is not None or match[0] == "到")
        and _FROM.search(text[max(low.core - 10, 0) : low.core])
    )
    if high.unit is None or from_to or (low.unit is not None and low.unit != high.unit):
        return low
    value = low.value * high.scale if low.scale == 1 and low.unit is None else low.value
    if value > high.value:
        value = low.value
    if value > high.value:
        return low
    return replace(high, start=low.core, core=low.core, value=value, value_to=high.value, worded=low.worded)


def limit(text: str, amount: Amount, floor: int) -> Amount:
    """Return the amount with the words around it that limit it (约, 以上), none of them before ``floor``."""
    bounds = load_bounds()
    start, end, bound, before, after = amount.start, amount.end, amount.bound, "", ""
    for word in bounds.before:
        at = start - len(word.word)
        if at >= floor and text.startswith(word.word, at) and _limits(text, at, word, amount):
            start, before = at, word.word
            bound = word.bound if bound is Bound.EXACT else bound
            break
    for word in bounds.after_unit if amount.unit is not None else ():
        stop = end + len(word.word)
        inside = amount.group in bounds.measures and not text.startswith(word.not_before, stop)
        if text.startswith(word.word, end) and (inside or text[stop : stop + 1] in _ENDS):
            end, bound = stop, word.bound
            break
    for word in bounds.after:
        if text.startswith(word.word, end) and not text.startswith(word.not_before, end + len(word.word)):
            end, after, bound = end + len(word.word), word.word, word.bound
            break
    return replace(amount, start=start, end=end, bound=bound, before=before, after=after)


def _limits(text: str, at: int, word: BoundWord, amount: Amount) -> bool:
    money = amount.group == "money" or (amount.unit is None and amount.scale >= _MYRIAD)
    if word.rounds_only and not amount.scale_alone and not (word.word == "过" and money):
        return False
    if amount.printed_unit in word.not_units:
        return False
    return not text.endswith(word.not_after, 0, at)
