from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sitegen.search.bigrams import cut, find_runs, list_characters
from sitegen.search.folding import fold, key

CASES = yaml.safe_load(Path("tests/spec/search/folding.yaml").read_text(encoding="utf-8"))
TEXTS = st.text("西湖镇乡1２３．.%％，。“” \t　aBＣé+-±…𬭚😀¶␣", max_size=30)


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    folded = fold(case["text"])

    assert case["folded"] == folded
    assert case.get("key", case["folded"]) == key(folded)
    assert case["runs"] == list(find_runs(folded))
    assert case.get("words", list(cut(folded))) == list(cut(folded))


@given(TEXTS)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(text) == fold(fold(text))


@given(TEXTS)
def test_a_key_has_a_character_for_each_of_its_text(text: str) -> None:
    assert len(fold(text)) == len(key(fold(text)))


@given(TEXTS, st.integers(0, 30), st.integers(1, 8))
def test_the_runs_of_a_phrase_stand_in_the_text_that_holds_it(text: str, start: int, length: int) -> None:
    folded = fold(text)
    words = " ".join(("", *cut(folded), *list_characters([folded]), ""))
    phrase = folded[start : start + length]

    missing = [run for run in find_runs(phrase) if f" {' '.join(cut(run))} " not in words]

    assert not missing
