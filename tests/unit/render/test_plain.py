"""Printed numbers in plain English."""

from decimal import Decimal

import pytest

from sitegen.model.stat import Stat
from sitegen.model.terms import Bound, Kind, StatId, ThemeId
from sitegen.render import default_folder, load_jinja_theme
from sitegen.render.plain import say_plainly
from sitegen.render.words import Words

STRINGS = load_jinja_theme(default_folder()).strings
ENGLISH, CHINESE = (Words(language, STRINGS[language]) for language in ("en", "zh-Hans"))


def make_stat(
    value: str, unit: str, printed: str, to: str = "", bound: Bound = Bound.EXACT, kind: Kind = Kind.LEVEL
) -> Stat:
    return Stat(
        id=StatId("aaaaa1"),
        indicator="",
        value=Decimal(value),
        value_to=Decimal(to) if to else None,
        unit=unit,
        printed=printed,
        bound=bound,
        kind=kind,
        theme=ThemeId("economy"),
        quote="",
    )


CASES = {
    "money with a scale": (make_stat("5980000", "元", "598万元"), "5.98 million yuan"),
    "hundred millions": (make_stat("769000000", "元", "7.69亿元"), "769 million yuan"),
    "thousand millions": (make_stat("12000000000", "元", "120亿元"), "12 billion yuan"),
    "below a million": (make_stat("117000", "亩", "11.7万余亩", bound=Bound.OVER), "over 117,000 mu"),
    "every digit is kept": (make_stat("39.70", "亩", "39.7亩"), "39.7 mu"),
    "one": (make_stat("1", "户", "1户"), "1 household"),
    "several": (make_stat("212", "户", "212户"), "212 households"),
    "a range of one scale": (make_stat("3000000", "元", "300万—500万元", to="5000000"), "3 to 5 million yuan"),
    "a range without a scale": (make_stat("3", "户", "三五户", to="5"), "3 to 5 households"),
    "a rank": (make_stat("2", "", "第二", kind=Kind.RANK), "No. 2"),
    "a fall is said without its sign": (
        make_stat("-3", "百分点", "3个百分点", kind=Kind.CHANGE),
        "3 percentage points",
    ),
    "a share in words": (make_stat("20", "%", "两成"), "20%"),
    "a price": (make_stat("800", "元/亩", "800元/亩"), "800 yuan per mu"),
    "a unit without a name, in figures": (make_stat("12", "个", "12个"), ""),
    "a unit without a name, with a scale": (make_stat("45000", "个", "4.5万个"), "45,000"),
    "a unit without a name, in words": (make_stat("3", "个", "三个"), "3"),
    "nothing Chinese in it": (make_stat("151.01", "%", "151.01%"), ""),
}


@pytest.mark.parametrize(("stat", "expected"), CASES.values(), ids=CASES)
def test_case(stat: Stat, expected: str) -> None:
    assert say_plainly(stat, ENGLISH) == expected


def test_a_chinese_page_has_the_printed_number_alone() -> None:
    assert say_plainly(CASES["money with a scale"][0], CHINESE) == ""
