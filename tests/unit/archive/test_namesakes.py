"""How many places share a name, from the division table; said only where it is sure."""

import pytest

from sitegen.archive.places import count_namesakes
from sitegen.lexicon.gazetteer import TOWNSHIP, load_gazetteer
from tests.unit.archive.make import make_place


def test_places_of_the_same_name_and_level_are_counted() -> None:
    table = load_gazetteer()
    for division in table.townships[:: len(table.townships) // 7]:
        same = [d for d in table.townships if d.name == division.name and len(d.code) == TOWNSHIP]

        assert count_namesakes(table.place_of(division)) == len(same)


@pytest.mark.parametrize("code", [None, "000000000"])
def test_of_a_place_that_the_table_does_not_have_nothing_is_said(code: str | None) -> None:
    name = load_gazetteer().townships[0].name

    assert count_namesakes(make_place("yun/qing/ceshi-zhen", f"云岭省青溪县{name}", name, code)) == 0


def test_of_a_place_that_the_table_calls_otherwise_nothing_is_said() -> None:
    division = load_gazetteer().townships[0]

    assert count_namesakes(make_place("yun/qing/ceshi-zhen", "云岭省青溪县柳湾镇", "柳湾镇", division.code)) == 0
