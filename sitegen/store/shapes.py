"""The shapes of single values: text, dates, periods, numbers, ids."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sitegen.lexicon.indicators import load_families
from sitegen.model.period import Period
from sitegen.problems import ReasonError, Words
from sitegen.problems.words import join_words
from sitegen.store.schema import Shape
from sitegen.store.yaml_text import scalar

_NUMBER = re.compile(r"-?[0-9]{1,24}(?:\.[0-9]{1,12})?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
STAT_ID = r"[a-z][a-z0-9]{5}"
SHA256 = r"[0-9a-f]{64}"


def _parse_number(text: str) -> Decimal:
    if not _NUMBER.fullmatch(text):
        why = "digits only, a point before decimals, the scale worked in: 6400000 for 640万"
        raise ReasonError(Words(why, "只写数字，小数用小数点，“万”“亿”要换算：640万写成 6400000"))
    return Decimal(text)


def format_number(value: Decimal) -> str:
    """Return a number in its one spelling, without an exponent and without closing zeros: ``6400000``, ``-12.5``."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _parse_day(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise ReasonError(Words("a date is written YYYY-MM-DD", "日期写成 YYYY-MM-DD"))
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ReasonError(Words("there is no such day", "没有这一天")) from None


def _parse_period(text: str) -> Period:
    try:
        return Period.parse(text)
    except ReasonError:
        raise
    except ValueError:
        raise ReasonError(Words("there is no such period", "没有这样的时段")) from None


def _parse_family(text: str) -> str:
    if text not in load_families():
        raise ReasonError(_should_be(_any_of(load_families())))
    return text


def _parse_count(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,5}", text):
        raise ReasonError(_should_be(_FROM_ONE))
    return int(text)


def _parse_flag(text: str) -> bool:
    if text not in ("true", "false"):
        raise ReasonError(_should_be(_TRUE_OR_FALSE))
    return text == "true"


def _should_be(name: Words) -> Words:
    """The name of a shape as a reason."""
    return Words(name.en, f"应当是{name.zh}")


def _matching(pattern: str, name: Words) -> Callable[[str], str]:
    compiled = re.compile(pattern)

    def parse(text: str) -> str:
        if not compiled.fullmatch(text):
            raise ReasonError(_should_be(name))
        return text

    return parse


def _filled(text: str) -> str:
    if not text.strip():
        raise ReasonError(Words("there must be something", "不能是空的"))
    return text


def _any_of(choices: Iterable[str]) -> Words:
    listed = join_words(choices)
    return Words(f"one of {listed.en}", f"{listed.zh} 中的一个")


def one_of(enum: type[StrEnum], labels_zh: tuple[str, ...] = (), *, leaving_out: StrEnum | None = None) -> Shape:
    """Return the shape of a closed vocabulary; the member that is left out is never written."""
    choices = tuple(str(member) for member in enum if member is not leaving_out)

    def parse(text: str) -> StrEnum:
        if text not in choices:
            raise ReasonError(_should_be(_any_of(choices)))
        return enum(text)

    return Shape(_any_of(choices), parse, scalar, "choice-unknown", choices=choices, labels_zh=labels_zh)


def word(pattern: str, name: Words, code: str = "value-wrong") -> Shape:
    """Return the shape of text that follows a pattern."""
    return Shape(name, _matching(pattern, name), scalar, code, pattern=pattern)


def reference(pattern: str, name: Words) -> Shape:
    """Return the shape of an id of something else; any text is read, for only checks know what a wrong one means."""
    return Shape(name, _filled, scalar, pattern=pattern)


TEXT = Shape(Words("text", "文字"), _filled, scalar)
ANY_TEXT = Shape(Words("text, which may be empty", "文字，可以是空的"), str, scalar, empty=True)
DAY = Shape(
    Words("a date YYYY-MM-DD", "日期 YYYY-MM-DD"),
    _parse_day,
    lambda day: f'"{day.isoformat()}"',
    "date-wrong",
    pattern=_DAY.pattern,
    sort="day",
)
PERIOD = Shape(
    Words(
        "YYYY, YYYY-H1, YYYY-Q3, YYYY-MM, YYYY-MM-DD or start/end",
        "YYYY、YYYY-H1、YYYY-Q3、YYYY-MM、YYYY-MM-DD 或“开始/结束”",
    ),
    _parse_period,
    lambda period: f'"{period}"',
    "period-wrong",
    sort="period",
)
NUMBER = Shape(
    Words("a number", "数字"), _parse_number, format_number, "number-wrong", pattern=_NUMBER.pattern, sort="number"
)
FAMILY = Shape(Words("a family of indicators", "一组相近的指标"), _parse_family, scalar)
_FROM_ONE = Words("a whole number from 1", "从 1 起的整数")
_TRUE_OR_FALSE = Words("true or false", "true 或 false")
COUNT = Shape(_FROM_ONE, _parse_count, str, "number-wrong", pattern=r"[1-9][0-9]{0,5}", sort="count")
FLAG = Shape(
    _TRUE_OR_FALSE, _parse_flag, lambda flag: "true" if flag else "false", choices=("true", "false"), sort="flag"
)
