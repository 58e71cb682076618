from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.ingest.repair import (
    Traced,
    join,
    repair_characters,
    repair_heading_spaces,
    repair_quotes,
    repair_spaces,
    traced,
)

SPEC = Path(__file__).parents[2] / "spec" / "layout"


def cases(name: str) -> Any:
    return yaml.safe_load((SPEC / name).read_text(encoding="utf-8"))


def whole(text: str) -> Traced:
    return traced(text, 0, len(text))


@pytest.mark.parametrize("case", cases("characters.yaml"), ids=lambda case: case["title"])
def test_characters(case: dict[str, Any]) -> None:
    expected = case["text"] if case.get("same") else case["expected"]

    assert expected == repair_characters(case["text"]).replace("\0", "")


@pytest.mark.parametrize("case", cases("characters.yaml"), ids=lambda case: case["title"])
def test_characters_keep_their_places(case: dict[str, Any]) -> None:
    assert len(case["text"]) == len(repair_characters(case["text"]))


@pytest.mark.parametrize("case", cases("spaces.yaml")["paragraphs"], ids=lambda case: case["title"])
def test_spaces_of_paragraphs(case: dict[str, Any]) -> None:
    assert case["expected"] == repair_spaces(whole(case["text"])).text


@pytest.mark.parametrize("case", cases("spaces.yaml")["headings"], ids=lambda case: case["title"])
def test_spaces_of_headings(case: dict[str, Any]) -> None:
    assert case["expected"] == repair_heading_spaces(whole(case["text"])).text


@pytest.mark.parametrize("case", cases("quotes.yaml"), ids=lambda case: case["title"])
def test_quotes(case: dict[str, Any]) -> None:
    assert case["expected"] == repair_quotes(whole(case["text"])).text


def test_traced_text_keeps_its_offsets() -> None:
    text = traced("abcdef", 1, 5)

    assert Traced("ce", (2, 4)) == join((text[1:2], text[3:4]))


def test_another_form_needs_the_same_length() -> None:
    with pytest.raises(ValueError, match="2 characters cannot stand for 1"):
        whole("a").reformed("bb")
