from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.search.folding import fold, is_cjk, key
from sitegen.search.simplified import load_simplified

CASES = yaml.safe_load(Path("tests/spec/search/folding.yaml").read_text(encoding="utf-8"))
TEXTS = st.text("西湖镇鎮鄉裏1２３．.%％，。“” \t　aBＣé+-±…𬭚😀覆著", max_size=30)


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    folded = fold(case["text"])

    assert case["folded"] == folded
    assert case.get("key", case["folded"]) == key(folded)


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(text) == fold(fold(text))
    assert key(fold(text)) == key(fold(key(fold(text))))


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_a_key_has_a_character_for_each_of_its_text(text: str) -> None:
    assert len(fold(text)) == len(key(fold(text)))


@settings(max_examples=50, deadline=None)
@given(TEXTS, st.integers(0, 30), st.integers(1, 8))
def test_a_phrase_folds_as_it_does_in_the_text_that_holds_it(text: str, start: int, length: int) -> None:
    folded = fold(text)
    phrase = folded[start : start + length].strip()

    assert key(fold(phrase)) in key(folded)


def test_no_simplified_character_is_folded_further() -> None:
    table = load_simplified()

    assert not set(table.values()) & table.keys()
    assert all(len(character) == len(form) == 1 for character, form in table.items())
    assert all(is_cjk(character) == is_cjk(form) for character, form in table.items())
