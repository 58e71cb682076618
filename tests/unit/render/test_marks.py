from decimal import Decimal
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.stat import Stat
from sitegen.model.terms import StatId, ThemeId
from sitegen.render.marks import mark_stats
from sitegen.store import markdown

CASES = yaml.safe_load((Path(__file__).parents[2] / "spec/marks/marks.yaml").read_text(encoding="utf-8"))


def make_stat(id: str, printed: str, quote: str, at: int | None = None) -> Stat:
    return Stat(
        id=StatId(id),
        indicator="",
        value=Decimal(1),
        unit="",
        printed=printed,
        theme=ThemeId("economy"),
        quote=quote,
        at=at,
    )


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    marked = mark_stats(markdown.render(case["body"]), [make_stat(**stat) for stat in case["stats"]])

    assert case["expected"] == marked.html.replace("\n", "")
    assert {stat["id"] for stat in case["stats"] if f'id="{stat["id"]}"' in case["expected"]} == marked.located


class Checker(HTMLParser):
    """The text of a fragment; fails where tags do not nest or a link stands inside a link."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.open, self.ids = "", [], []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag != "a" or "a" not in self.open
        self.ids += [value for name, value in attrs if name == "id"]
        self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


NUMBERS = st.sampled_from(("12个", "5000亩", "1.5万元", "3%", "两万亩"))
WORDS = st.text(st.sampled_from("完成税收，、*_[]()&<>\"'`1"), max_size=6)


@settings(max_examples=50)
@given(
    st.lists(st.tuples(WORDS, NUMBERS, st.sampled_from(("{}", "**{}**", "*{}*", "[{}](/x)"))), max_size=5), st.data()
)
def test_marking_changes_no_character_and_nests(pieces: list[tuple[str, str, str]], data: st.DataObject) -> None:
    body = "".join(before + form.format(number) for before, number, form in pieces)
    html = markdown.render(body)
    text = "".join(block.text for block in markdown.blocks(body))
    stats = []
    for number, (_, printed, _) in enumerate(pieces):
        start = data.draw(st.integers(0, max(len(text) - 1, 0)))
        quote = text[start : data.draw(st.integers(start, len(text)))]
        stats.append(make_stat(f"aaaaa{number}", printed, quote))
    marked = mark_stats(html, stats)
    checked = Checker(marked.html)

    assert checked.text == Checker(html).text
    assert sorted(checked.ids) == sorted(marked.located)


def test_what_is_located_shows_the_printed_number() -> None:
    html = markdown.render("完成税收**59**8万元，修路12公里。")
    stats = [make_stat("aaaaa1", "598万元", "税收598万元"), make_stat("aaaaa2", "12公里", "修路12公里")]
    shown: dict[str, str] = {}

    class Collect(HTMLParser):
        inside: str | None = None

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag == "a":
                self.inside = dict(attrs)["data-stat"]

        def handle_endtag(self, tag: str) -> None:
            self.inside = None if tag == "a" else self.inside

        def handle_data(self, data: str) -> None:
            if self.inside:
                shown[self.inside] = shown.get(self.inside, "") + unescape(data)

    Collect().feed(mark_stats(html, stats).html)

    assert shown == {stat.id: stat.printed for stat in stats}


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param(("8.5%", "8.5%", "9.2%"), {"aaaaa1": ("aaaaa2",)}, id="the same number for two indicators"),
        pytest.param(("3个村", "3", "9.2%"), {"aaaaa1": ("aaaaa2",)}, id="a number inside another"),
        pytest.param(("8.5%", "9.2%", "3个"), {}, id="numbers beside each other"),
    ],
)
def test_what_shares_its_spot_with_an_earlier_number_is_told(
    printed: tuple[str, ...], expected: dict[str, tuple[str, ...]]
) -> None:
    text = "城镇、农村居民收入增长8.5%，3个村增长9.2%。"
    stats = [make_stat(f"aaaaa{number}", words, text) for number, words in enumerate(printed, 1)]

    assert expected == mark_stats(f"<p>{text}</p>", stats).inside
