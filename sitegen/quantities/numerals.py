"""A numeral at a place in a folded text: digits, Chinese numerals, scales, and both mixed."""

import re
from dataclasses import dataclass
from decimal import Decimal

from sitegen.lexicon.bounds import load_bounds
from sitegen.lexicon.numerals import load_numerals
from sitegen.lexicon.units import load_units
from sitegen.model.terms import Bound

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?")
_CHINESE = re.compile(r"[零〇一二两三四五六七八九十百千万亿几]+")
_D = "[零一二两三四五六七八九]"
_POINT = re.compile("点([零〇一二三四五六七八九]+)")
_BELOW_MYRIAD = re.compile(
    f"(?P<loose>{_D}[百千]{_D})|(?:(?P<thousands>{_D}?)千)?零?(?:(?P<hundreds>{_D}?)百)?零?"
    f"(?:(?P<tens>{_D}?)十)?零?(?P<ones>{_D})?"
)
_PLACES = (("thousands", 1000), ("hundreds", 100), ("tens", 10), ("ones", 1))


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed, without unit: ``12.5万余``, ``一千一百余``, ``3万4000``."""

    start: int
    end: int
    figure: Decimal
    """Without the scale behind it: 12.5."""
    scale: Decimal
    """10000 for 万, 1 for none."""
    bound: Bound | None
    """What a word between number, scale and unit says (余, 多)."""
    worded: bool
    """In Chinese numerals alone."""
    scale_alone: bool = False
    """No digit, only a scale above ten: 百, 千, 万."""
    figure_to: Decimal | None = None
    """Upper end of two digits side by side (三四十户)."""

    @property
    def value(self) -> Decimal:
        """The number with its scale."""
        return self.figure * self.scale

    @property
    def value_to(self) -> Decimal | None:
        """The upper end with its scale, or None."""
        return None if self.figure_to is None else self.figure_to * self.scale


def read_numeral(text: str, at: int) -> Numeral | None:
    """Return the numeral that begins at ``at``, or None where none does or it says no number (几十, 二三产)."""
    if match := _DIGITS.match(text, at):
        return _read_digits(text, match)
    if match := _CHINESE.match(text, at):
        return _read_chinese(text, at, match.end())
    return None


def parse_chinese(run: str) -> Decimal | None:
    """Turn Chinese digits and scales into a number; None where they make none.

    >>> parse_chinese("一百二十"), parse_chinese("两千六百"), parse_chinese("二十万亿")
    (Decimal('120'), Decimal('2600'), Decimal('20000000000000'))
    """
    if re.fullmatch("[零〇一二三四五六七八九]{4}", run) and ("〇" in run or "零" in run):
        return Decimal("".join(str(load_numerals().digits[char]) for char in run))
    for big in "亿万":
        head, found, tail = run.rpartition(big)
        if found:
            return _add_section(head, Decimal(load_numerals().scales[big]), tail)
    match = _BELOW_MYRIAD.fullmatch(run)
    if not run or not match:
        return None
    if match["loose"]:
        return _loose(match["loose"])
    total = Decimal(0)
    for name, scale in _PLACES:
        total += scale * _digit(match[name])
    return total


def _add_section(head: str, scale: Decimal, tail: str) -> Decimal | None:
    """Return ``head`` times ``scale`` plus ``tail``; a lone digit behind a scale counts its tenths (三万五)."""
    times = parse_chinese(head) if head else Decimal(1)
    rest = parse_chinese(tail.lstrip("零")) if tail else Decimal(0)
    if times is None or rest is None or rest >= scale:
        return None
    return times * scale + (rest * scale / 10 if len(tail) == 1 else rest)


def _digit(digit: str | None) -> int:
    """Return what stands before a scale: nothing for none, one for a scale without digit (十五)."""
    return 0 if digit is None else load_numerals().digits[digit] if digit else 1


def _loose(run: str) -> Decimal:
    """Read two digits around one scale, the second its tenths: ``两百五``, ``一千二``."""
    words = load_numerals()
    return words.digits[run[0]] * Decimal(words.scales[run[1]]) + words.digits[run[2]] * words.scales[run[1]] // 10


def _read_digits(text: str, match: re.Match[str]) -> Numeral:
    figure = Decimal(match[0].replace(",", ""))
    between, pos = _between(text, match.end())
    scale, pos_scaled = _scales(text, pos)
    bound, pos = (between, pos_scaled) if between else _between(text, pos_scaled)
    numeral = Numeral(match.start(), pos, figure, scale, bound, worded=False)
    return numeral if bound or scale < 10000 else _with_rest(text, numeral)


def _with_rest(text: str, numeral: Numeral) -> Numeral:
    """Read on where a smaller number follows the scale: ``3万4000``, ``1亿2000万``."""
    rest = read_numeral(text, numeral.end)
    if rest is None or rest.figure_to is not None or rest.scale_alone or rest.value >= numeral.scale:
        return numeral
    figure = rest.value if rest.value >= 10 or not rest.worded else rest.value * numeral.scale / 10
    value = numeral.value + figure
    return Numeral(numeral.start, rest.end, value, Decimal(1), rest.bound, worded=False)


def _read_chinese(text: str, at: int, end: int) -> Numeral | None:
    end = next((i for i in range(at, end) if _no_scale(text, i)), end)
    run = text[at:end]
    if not run or run[0] == "几":
        return None
    head, several, tail = run.partition("几")
    bound = Bound.OVER if several else None
    if several:
        scale = _product(tail)
        figure = parse_chinese(head)
        if figure is None or figure < 10 or scale is None:
            return None
        after, pos = _between(text, end)
        return Numeral(at, pos, figure, scale, bound or after, worded=True)
    first, second, figure_end = _side_by_side(run)
    if second is not None:
        scale = _product(run[figure_end:]) or Decimal(1)
        return Numeral(at, end, first, scale, None, worded=True, figure_to=second)
    value = parse_chinese(run)
    if value is None:
        return None
    if match := _POINT.match(text, end):
        digits = "".join(str(load_numerals().digits[char]) for char in match[1])
        value, end = value + Decimal(f"0.{digits}"), match.end()
        scale, pos = _scales(text, end)
        return Numeral(at, pos, value, scale, None, worded=True)
    bound, pos = _between(text, end)
    scale, pos = _scales(text, pos) if bound else (Decimal(1), pos)
    alone = run.strip("百千万亿") == ""
    return Numeral(at, pos, value, scale, bound, worded=True, scale_alone=alone)


def _side_by_side(run: str) -> tuple[Decimal, Decimal | None, int]:
    """Read two neighbouring digits before a scale or the end: ``三四十`` is 30 to 40."""
    digits = load_numerals().digits
    if len(run) >= 2 and run[0] in digits and run[1] in digits:
        low, high = digits[run[0]], digits[run[1]]
        if low > 0 and (high == low + 1 or (low, high) == (3, 5)) and all(char in "十百千万亿" for char in run[2:]):
            return Decimal(low), Decimal(high), 2
    return Decimal(0), None, 0


def _product(scales: str) -> Decimal | None:
    """Return the scales multiplied; 1 for none, None where another character stands among them."""
    product = Decimal(1)
    for char in scales:
        if char not in load_numerals().scales:
            return None
        product *= load_numerals().scales[char]
    return product


def _scales(text: str, at: int) -> tuple[Decimal, int]:
    """Return the scale that begins at ``at`` and where it ends: 万亿 is one."""
    scale = Decimal(1)
    while text[at : at + 1] in load_numerals().after_digits and text[at : at + 1] and not _no_scale(text, at):
        scale *= load_numerals().scales[text[at]]
        at += 1
    return scale, at


def _no_scale(text: str, at: int) -> bool:
    """Whether the character, a scale elsewhere, begins a unit (千瓦) or a name (万州)."""
    if text[at] not in "百千万":
        return False
    return load_units().whole_at(text, at) or text.startswith(
        load_numerals().scale_not_before.get(text[at], ()), at + 1
    )


def _between(text: str, at: int) -> tuple[Bound | None, int]:
    """Return what a word between number and unit says, and where it ends."""
    for word in load_bounds().between:
        if text.startswith(word.word, at):
            end = at + len(word.word)
            if word.word == "余" or _unit_follows(text, end) or _scales(text, end)[1] > end:
                return word.bound, end
    return None, at


def _unit_follows(text: str, at: int) -> bool:
    return load_units().match(text, at) is not None
