"""Charts: what is drawn of values, and what is never drawn."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from sitegen.model.period import Period
from sitegen.model.terms import Bound
from sitegen.render.charts import Mark, draw_bars, draw_lines, follows
from sitegen.render.charts.labels import NARROW, WIDTH
from sitegen.render.charts.type import Label, choose_labels, fit, measure, meet

LABELS = st.builds(
    Label,
    st.text("万元12345.西湖镇约", max_size=12),
    st.floats(0, 100),
    st.floats(0, 4),
    st.sampled_from(["start", "middle", "end"]),
)


def make_mark(number: int = 0, value: object = 5, **fields: object) -> Mark:
    given = {"stat": f"aaaa{number:02}", "address": f"/reports/a/#{number}", "label": f"柳湾镇{number}"}
    words = {"printed": f"{value}亩", "value": Decimal(str(value))}
    return Mark(**given | words | fields)  # type: ignore[arg-type] # fields are put together by name


def years(*years: int, values: Sequence[object] = (), **fields: object) -> list[Mark]:
    values = values or [5 + year % 7 for year in years]
    return [
        make_mark(number, value, label=f"{year}年", period=Period.of_year(year), **fields)
        for number, (year, value) in enumerate(zip(years, values, strict=True))
    ]


def draw(how: Callable[..., Markup], marks: Sequence[Mark], **fields: object) -> ElementTree.Element:
    return ElementTree.fromstring(how(marks, id="c", title="面积", tick=str, **fields))


def find(drawn: ElementTree.Element, tag: str, name: str = "") -> list[ElementTree.Element]:
    return [found for found in drawn.iter(tag) if not name or name in found.get("class", "").split()]


@pytest.mark.parametrize("how", [draw_bars, draw_lines])
def test_a_chart_says_what_it_shows_and_each_mark_leads_to_its_words(how: Callable[..., Markup]) -> None:
    drawn = draw(how, years(2020, 2021, 2022, 2023))

    assert drawn.get("role") == "group"
    assert drawn.get("aria-labelledby") == find(drawn, "title")[0].get("id")
    assert find(drawn, "title")[0].text == "面积"
    assert [link.get("href") for link in find(drawn, "a")] == [f"/reports/a/#{number}" for number in range(4)]
    assert {link.get("tabindex") for link in find(drawn, "a")} == {"-1"}


@pytest.mark.parametrize("how", [draw_bars, draw_lines])
def test_a_chart_has_no_style_and_the_same_bytes_each_time(how: Callable[..., Markup]) -> None:
    marks = years(2020, 2021, 2022, 2023)
    first = how(marks, id="c", title="面积", tick=str)

    assert first == how(marks, id="c", title="面积", tick=str)
    assert not re.search(r"\b(style|font-family|font-size)=", first)


def test_words_cannot_break_out() -> None:
    hostile = '"><script>&amp;'
    mark = make_mark(label=hostile, printed=hostile, address=hostile, stat=hostile)
    text = draw_bars([mark, mark], id=hostile, title=hostile, tick=lambda _: "")

    assert "<script" not in text
    assert ElementTree.fromstring(text).get("id") == hostile


def test_bars_begin_at_zero_and_are_as_long_as_their_values() -> None:
    drawn = draw(draw_bars, [make_mark(0, 80), make_mark(1, 40), make_mark(2, 0)])

    assert [(bar.get("x"), bar.get("width")) for bar in find(drawn, "rect")] == [
        ("0%", "100%"),
        ("0%", "50%"),
        ("0%", "0%"),
    ]


def test_a_fall_lies_on_the_other_side_of_zero() -> None:
    drawn = draw(draw_bars, [make_mark(0, 20), make_mark(1, -20)])

    assert [(bar.get("x"), bar.get("width")) for bar in find(drawn, "rect")] == [("50%", "50%"), ("0%", "50%")]


@pytest.mark.parametrize(
    ("bound", "sign"), [("about", "≈"), ("nearly", "≈"), ("over", ">"), ("at_least", "≥"), ("at_most", "≤")]
)
def test_a_limit_is_no_exact_bar(bound: str, sign: str) -> None:
    drawn = draw(draw_bars, [make_mark(0, 80, bound=Bound(bound)), make_mark(1, 40)])

    assert [bar.get("class") for bar in find(drawn, "rect")] == ["open", "full"]
    assert [text.text for text in find(drawn, "text", "sign")] == [sign]


def test_of_a_range_the_part_between_its_ends_is_open() -> None:
    drawn = draw(draw_bars, [make_mark(0, 40, value_to=Decimal(80)), make_mark(1, 80)])

    assert [(bar.get("class"), bar.get("x"), bar.get("width")) for bar in find(drawn, "rect")] == [
        ("full", "0%", "50%"),
        ("open", "50%", "50%"),
        ("full", "0%", "100%"),
    ]


def test_a_long_name_and_its_value_stand_on_two_lines() -> None:
    drawn = draw(draw_bars, [make_mark(0, 40, label="一个名字很长很长的社区居民委员会和它的办事处"), make_mark(1, 40)])
    (long, short) = ([float(text.get("y", "")[:-2]) for text in find(link, "text")] for link in find(drawn, "a"))

    assert long[1] - long[0] > 1.2
    assert short[0] == short[1]


def test_a_value_that_needs_room_may_be_hidden_where_type_is_large() -> None:
    drawn = draw(draw_bars, [make_mark(0, 40, label="名字不长不短的社区居委会"), make_mark(1, 40)])

    assert [text.get("class") for text in find(drawn, "text", "printed")] == ["printed minor", "printed"]


@pytest.mark.parametrize(
    ("missing", "lines"),
    [
        ((2019, 2020, 2021, 2022), 3),
        ((2019, 2020, 2022, 2023), 2),
        ((2016, 2018, 2020, 2022), 0),
    ],
)
def test_no_line_crosses_a_missing_year(missing: tuple[int, ...], lines: int) -> None:
    drawn = draw(draw_lines, years(*missing))

    assert len(find(drawn, "line", "line")) == lines
    assert len(find(drawn, "circle")) == 4


def test_no_line_chooses_between_several_values_of_a_period() -> None:
    drawn = draw(draw_lines, years(2019, 2020, 2020, 2021, 2022, values=[5, 6, 7, 8, 9]))

    assert len(find(drawn, "line", "line")) == 1
    assert len(find(drawn, "circle")) == 5


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("2022", "2023", True),
        ("2021", "2023", False),
        ("2023-Q1", "2023-Q2", True),
        ("2022-Q4", "2023-Q1", True),
        ("2022-H1", "2023-H1", True),
        ("2023-Q1", "2023-Q3", False),
        ("2022-01/2022-09", "2023-01/2023-09", True),
        ("2022-02", "2023-03", False),
    ],
)
def test_what_follows_without_a_gap(earlier: str, later: str, expected: bool) -> None:
    assert expected is follows(Period.parse(later), Period.parse(earlier))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 10**9), min_size=4, max_size=30))
def test_words_of_a_line_never_stand_on_each_other(values: list[int]) -> None:
    drawn = draw(draw_lines, years(*range(1990, 1990 + len(values)), values=values))
    shown = [text for name in ("printed", "period") for text in find(drawn, "text", name)]
    for width, texts in ((NARROW, [t for t in shown if "minor" not in t.get("class", "")]), (WIDTH, shown)):
        labels = [to_label(text) for text in texts]

        assert [(a, b) for a, b in combinations(labels, 2) if meet(a, b, width)] == []
    assert shown[0].get("data-stat")


def to_label(text: ElementTree.Element) -> Label:
    x, y, anchor = text.get("x", ""), text.get("y", ""), text.get("text-anchor", "start")
    return Label(text.text or "", float(x.rstrip("%")), float(y.removesuffix("em")), anchor)  # type: ignore[arg-type] # one of three


@settings(deadline=None)
@given(LABELS, LABELS, st.floats(5, 50), st.floats(1, 4))
def test_what_has_room_has_room_in_a_wider_chart(one: Label, other: Label, width: float, wider: float) -> None:
    anchors = ("start", "middle", "end")
    left, right = sorted((one, other), key=lambda label: label.share)
    if left.share < right.share and anchors.index(left.anchor) <= anchors.index(right.anchor):
        assert meet(left, right, width) or not meet(left, right, width * wider)


@settings(deadline=None)
@given(st.lists(LABELS, max_size=12))
def test_the_first_wish_is_granted(wished: list[Label]) -> None:
    assert choose_labels(wished, 10)[:1] == tuple(wished[:1])


@settings(deadline=None)
@given(st.text(max_size=40), st.floats(1, 20))
def test_a_cut_text_fits(text: str, most: float) -> None:
    assert measure(fit(text, most)) <= max(most, 1)
