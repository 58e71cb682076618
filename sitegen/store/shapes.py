"""The shapes of single values: text, dates, periods, numbers, ids."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sitegen.lexicon.indicators import load_families
from sitegen.model.period import Period
from sitegen.store.schema import Shape
from sitegen.store.yaml_text import scalar

_NUMBER = re.compile(r"-?[0-9]{1,24}(?:\.[0-9]{1,12})?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
STAT_ID = r"[a-z][a-z0-9]{5}"
SHA256 = r"[0-9a-f]{64}"


def _parse_number(text: str) -> Decimal:
    if not _NUMBER.fullmatch(text):
        raise ValueError("digits only, a point before decimals, the scale worked in: 6400000 for 640万")
    return Decimal(text)


def format_number(value: Decimal) -> str:
    """Return a number in its one spelling, without an exponent and without closing zeros: ``6400000``, ``-12.5``."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _parse_day(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise ValueError("a date is written YYYY-MM-DD")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError("there is no such day") from None


def _parse_period(text: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError as error:
        ends = "ends" in str(error) or "end (" in str(error)
        raise ValueError(str(error) if ends else "there is no such period") from None


def _parse_family(text: str) -> str:
    if text not in load_families():
        raise ValueError("one of " + ", ".join(load_families()))
    return text


def _parse_count(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,5}", text):
        raise ValueError("a whole number from 1")
    return int(text)


def _parse_flag(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError("true or false")
    return text == "true"


def _matching(pattern: str, advice: str) -> Callable[[str], str]:
    compiled = re.compile(pattern)

    def parse(text: str) -> str:
        if not compiled.fullmatch(text):
            raise ValueError(advice)
        return text

    return parse


def _filled(text: str) -> str:
    if not text.strip():
        raise ValueError("there must be something")
    return text


def one_of(enum: type[StrEnum], labels_zh: tuple[str, ...] = (), *, leaving_out: StrEnum | None = None) -> Shape:
    """Return the shape of a closed vocabulary; the member that is left out is never written."""
    choices = tuple(str(member) for member in enum if member is not leaving_out)

    def parse(text: str) -> StrEnum:
        if text not in choices:
            raise ValueError("one of " + ", ".join(choices))
        return enum(text)

    return Shape("one of " + ", ".join(choices), parse, scalar, "choice-unknown", choices=choices, labels_zh=labels_zh)


def word(pattern: str, name: str, code: str = "value-wrong") -> Shape:
    """Return the shape of text that follows a pattern."""
    return Shape(name, _matching(pattern, name), scalar, code, pattern=pattern)


TEXT = Shape("text", _filled, scalar)
ANY_TEXT = Shape("text, which may be empty", str, scalar, empty=True)
DAY = Shape(
    "a date YYYY-MM-DD", _parse_day, lambda day: f'"{day.isoformat()}"', "date-wrong", pattern=_DAY.pattern, sort="day"
)
PERIOD = Shape(
    "YYYY, YYYY-H1, YYYY-Q3, YYYY-MM, YYYY-MM-DD or start/end",
    _parse_period,
    lambda period: f'"{period}"',
    "period-wrong",
    sort="period",
)
NUMBER = Shape("a number", _parse_number, format_number, "number-wrong", pattern=_NUMBER.pattern, sort="number")
FAMILY = Shape("a family of indicators", _parse_family, scalar)
COUNT = Shape("a whole number from 1", _parse_count, str, "number-wrong", pattern=r"[1-9][0-9]{0,5}", sort="count")
FLAG = Shape(
    "true or false", _parse_flag, lambda flag: "true" if flag else "false", choices=("true", "false"), sort="flag"
)
