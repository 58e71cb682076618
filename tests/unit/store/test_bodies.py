"""Tables, footnotes and pictures: the page, the reader and search agree on what is text."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.search.articles import find_blocks
from sitegen.store.markdown import BlockKind, blocks, check_notes, find_images, parts, render, split_body

CASES = yaml.safe_load((Path(__file__).parents[2] / "spec/markdown/bodies.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    html = render(case["body"])
    searched = [block.text for block in find_blocks(f"<article>{html}</article>")]

    assert case["html"] == html.replace("\n", "").replace("\t", "⇥")
    assert case["text"] == [block.text for block in blocks(case["body"])]
    assert sorted(case["text"] + case.get("captions", [])) == sorted(searched)


WORDS = st.text(st.sampled_from("水渠12公里，。户甲 "), max_size=8).map(str.strip)
CELLS = st.lists(WORDS, min_size=2, max_size=2).map(lambda cells: f"| {' | '.join(cells)} |")
PIECES = st.one_of(
    WORDS,
    WORDS.map(lambda words: f"## {words}"),
    WORDS.map(lambda words: f"{words}[^一]{words}[^二]"),
    WORDS.map(lambda words: f"[^一]: {words}"),
    WORDS.map(lambda words: f"- {words}![甲](a.jpg)"),
    WORDS.map(lambda words: f"{words}![甲](a.jpg)\n![乙](b.jpg)"),
    st.lists(CELLS, min_size=1, max_size=3).map(lambda rows: "\n".join([rows[0], "|---|--:|", *rows[1:]])),
)


@settings(max_examples=100)
@given(st.lists(PIECES, max_size=6))
def test_reader_and_search_see_the_same_words(pieces: list[str]) -> None:
    body = "\n\n".join(pieces)
    read = [" ".join(block.text.split()) for block in blocks(body)]
    searched = [block.text for block in find_blocks(f"<article>{render(body)}</article>")]

    assert [text for text in read if text] == searched


@settings(max_examples=100)
@given(st.lists(PIECES, max_size=6))
def test_nothing_stands_between_the_blocks_of_a_body(pieces: list[str]) -> None:
    body = "\n\n".join(pieces)
    spans = split_body(body)
    between = [body[end:start] for (_, end), (start, _) in zip(((0, 0), *spans), (*spans, (len(body), 0)), strict=True)]

    assert "".join(between).strip() == ""


def test_footnotes_are_blocks_of_their_own_kind_with_their_lines() -> None:
    found = blocks("甲[^a]\n\n## 乙\n\n[^a]: 丙\n\n丁")

    assert [(block.kind, block.text, block.line) for block in found] == [
        (BlockKind.PARAGRAPH, "甲", 1),
        (BlockKind.HEADING, "乙", 3),
        (BlockKind.PARAGRAPH, "丁", 7),
        (BlockKind.FOOTNOTE, "丙", 5),
    ]


def test_a_picture_before_the_first_heading_is_no_lead() -> None:
    assert [part.heading for part in parts('![甲](a.jpg "图注")\n\n## 乙\n\n丙')] == ["乙"]


def test_pictures_have_their_address_words_and_line() -> None:
    body = "甲\n乙![丙*丁*](a%20b.jpg)\n\n![][r]\n\n[r]: /images/c.png\n"

    assert [(i.address, i.written, i.alt, i.caption, i.line) for i in find_images(body)] == [
        ("a b.jpg", "a%20b.jpg", "丙丁", "", 2),
        ("/images/c.png", "![", "", "", 4),
    ]


def test_faults_of_footnotes() -> None:
    notes = check_notes("甲[^a]乙[^b]，`[^c]`，\\[^d]\n\n[^a]: 一\n[^a]: 二\n[^e]: 三[^f]\n\n```\n[^g]\n```\n")

    assert notes.missing == (("b", 1),)
    assert notes.unused == (("e", 5),)
    assert notes.repeated == (("a", 4),)
