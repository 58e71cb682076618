"""The word lists of numbers hold what they say they hold."""

import pytest

from sitegen.lexicon.not_numbers import NotNumber, load_not_numbers
from sitegen.lexicon.units import load_units
from sitegen.quantities import find_quantities


@pytest.mark.parametrize("kind", load_not_numbers().patterns, ids=lambda kind: kind.name)
def test_a_kind_holds_its_example(kind: NotNumber) -> None:
    assert kind.pattern.search(kind.example)
    assert find_quantities(kind.example) == ()


@pytest.mark.parametrize("kind", load_not_numbers().patterns, ids=lambda kind: kind.name)
def test_what_only_looks_like_the_kind_is_read(kind: NotNumber) -> None:
    assert len(find_quantities(kind.but_not)) == 1


def test_longer_unit_wins() -> None:
    unit = load_units().match("人次参加", 0)

    assert unit is not None
    assert unit.printed == "人次"


def test_the_beginning_of_another_word_is_no_unit() -> None:
    assert load_units().match("项目开工", 0) is None


def test_a_unit_in_letters_ends_with_the_letters() -> None:
    assert load_units().match("mg", 0) is not None
    assert load_units().match("mobile", 0) is None


def test_a_whole_unit_is_known_from_its_first_character() -> None:
    assert load_units().whole_at("千瓦时", 0)
    assert not load_units().whole_at("千户", 0)
