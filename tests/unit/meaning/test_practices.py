"""Practices that a report names, by the cases in tests/spec/practices."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.ingest.extract.practices import find_practices, practice_key
from sitegen.ingest.laid import LaidReport, LaidSection
from sitegen.lexicon import load_themes
from sitegen.lexicon.practices import load_practice_words
from sitegen.model.terms import ThemeId

SPEC = Path(__file__).parents[2] / "spec" / "practices"


def cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['title']}")
        for path in sorted(SPEC.glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def laid(*sections: tuple[str | None, tuple[str, ...]]) -> LaidReport:
    return LaidReport(
        title=None, sections=tuple(LaidSection(heading, texts) for heading, texts in sections), part=1, line=1
    )


@pytest.mark.parametrize("case", cases())
def test_names(case: dict[str, Any]) -> None:
    found = find_practices(laid((None, (case["text"],))))

    assert [practice.name for practice in found] == case["expected"]


def test_what_a_plan_names_is_not_run_yet() -> None:
    report = laid((None, ("推行“积分制”。",)), ("下一步工作打算", ("推行“联户长制”。",)))

    assert [practice.name for practice in find_practices(report)] == ["积分制"]


def test_the_quote_is_the_clause_that_holds_the_name() -> None:
    (practice,) = find_practices(laid((None, ("一年来，推行“积分制”工作，群众参与率高。",))))

    assert practice.quote == "推行“积分制”工作"


def test_a_quote_that_stands_twice_is_widened_until_it_stands_once() -> None:
    (practice,) = find_practices(laid((None, ("东片推行“积分制”，成效好。", "西片推行“积分制”，成效好。"))))
    (again,) = find_practices(laid((None, ("推行“积分制”，东片成效好。", "推行“积分制”，西片成效好。"))))

    assert practice.quote == "东片推行“积分制”"
    assert again.quote == "推行“积分制”，东片成效好"


def test_no_quote_where_the_paragraph_itself_stands_twice() -> None:
    (practice,) = find_practices(laid((None, ("推行“积分制”。", "推行“积分制”。"))))

    assert practice.quote is None


def test_a_quote_may_come_from_a_later_mention() -> None:
    (practice,) = find_practices(laid((None, ("推行“积分制”。", "推行“积分制”。", "“积分制”覆盖12个村。"))))

    assert practice.quote == "“积分制”覆盖12个村"


def test_a_known_system_has_its_own_theme() -> None:
    (practice,) = find_practices(laid(("抓党建", ("落实河长制。",))), ((ThemeId("party-building"),),))

    assert practice.theme == "environment"


def test_an_unknown_name_takes_its_sections_theme() -> None:
    (practice,) = find_practices(laid((None, ("推行“三色三清”工作法。",))), ((ThemeId("safety"),),))

    assert practice.theme == "safety"


def test_key_of_other_names_is_one() -> None:
    assert practice_key("网格治理") == practice_key("网格化服务管理")


def test_known_systems_have_known_themes() -> None:
    themes = {known.theme for known in load_practice_words().known.values()}

    assert themes <= {theme.id for theme in load_themes()}


def test_every_word_of_the_lists_is_text() -> None:
    words = load_practice_words()
    lists = (words.known, words.heads, words.markers, words.endings, words.never, words.never_firm, words.not_after)

    assert [word for one in lists for word in one if not isinstance(word, str) or not word] == []


def test_no_word_both_makes_and_unmakes_a_practice() -> None:
    words = load_practice_words()

    assert set(words.known) & (words.never | words.never_firm) == set()
    assert set(words.heads) & set(words.not_after) == set()
    assert set(words.endings) & set(words.not_endings) == set()
    assert set(words.strong_verbs) & set(words.not_before) == set()
