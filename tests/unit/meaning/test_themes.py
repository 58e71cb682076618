"""Subjects of numbers and sections, by the cases in tests/spec/themes."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.ingest.extract.themes import find_section_themes, find_stat_theme
from sitegen.lexicon import load_themes
from sitegen.lexicon.themes import load_theme_words

SPEC = Path(__file__).parents[2] / "spec" / "themes"


def cases(name: str) -> list[Any]:
    return [pytest.param(case, id=case["title"]) for case in yaml.safe_load((SPEC / name).read_text(encoding="utf-8"))]


@pytest.mark.parametrize("case", cases("stats.yaml"))
def test_stat_theme(case: dict[str, Any]) -> None:
    section = find_section_themes(case["heading"], (case["clause"],), None)

    found = find_stat_theme(case["indicator"], case["clause"], case["heading"], section, None, case["unit"])

    assert found == case["expected"]
    assert found != case.get("not")


@pytest.mark.parametrize("case", cases("sections.yaml"))
def test_section_themes(case: dict[str, Any]) -> None:
    found = find_section_themes(case["heading"], tuple(case["paragraphs"]), case.get("report_title"))

    assert list(found) == case.get("expected", list(found))
    assert found[:1] == (case["first"],) if "first" in case else True


def test_every_theme_is_shown_once_and_has_words() -> None:
    words = load_theme_words()
    with_words = {theme for theme, _ in words.weights.values()}

    assert {theme.id for theme in load_themes()} == set(words.order) == with_words
    assert len(load_themes()) == 12


def test_no_word_speaks_for_two_themes() -> None:
    listed = [
        word for theme in yaml.safe_load(theme_file())["themes"] for words in theme["lists"] for word in words["words"]
    ]

    assert sorted(word for word in set(listed) if listed.count(word) > 1) == []


def test_words_are_text_of_two_characters_or_more() -> None:
    assert [word for word in load_theme_words().weights if not isinstance(word, str) or len(word) < 2] == []


def theme_file() -> str:
    import sitegen.lexicon

    return (Path(sitegen.lexicon.__file__).parent / "themes.yaml").read_text(encoding="utf-8")
