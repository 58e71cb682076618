"""Which series a number joins, by the cases in tests/spec/series."""

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.ingest.extract.series import find_series, split_alias
from sitegen.lexicon import load_series, load_themes
from sitegen.lexicon.indicators import load_families, load_name_rules
from sitegen.model.report import Series
from sitegen.model.terms import Kind, SeriesId, ThemeId

SPEC = Path(__file__).parents[2] / "spec" / "series" / "joins.yaml"
CASES = [pytest.param(case, id=case["title"]) for case in yaml.safe_load(SPEC.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("case", CASES)
def test_find_series(case: dict[str, Any]) -> None:
    found = find_series(
        case["indicator"],
        case["unit"],
        Kind(case.get("kind", "level")),
        load_series(),
        clause=case.get("clause", ""),
        before=case.get("before", ""),
    )

    assert found == case["expected"]


def test_no_name_belongs_to_two_series_of_one_unit() -> None:
    classes = load_name_rules().unit_classes
    owners = defaultdict(set)
    for series in load_series():
        for name in (series.name, *series.aliases):
            owners[split_alias(name), classes.get(series.unit, series.unit)].add(series.id)

    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_ids_are_unique_slugs_and_themes_exist() -> None:
    ids = [series.id for series in load_series()]

    assert len(ids) == len(set(ids))
    assert [id_ for id_ in ids if not id_.replace("-", "").isalnum() or id_ != id_.lower() or not id_.isascii()] == []
    assert {series.theme for series in load_series()} <= {theme.id for theme in load_themes()}


def test_every_series_is_defined_in_one_sentence() -> None:
    assert [s.id for s in load_series() if not s.definition.endswith("。") or s.definition.count("。") != 1] == []


def test_every_series_is_named_and_defined_in_english() -> None:
    said = [s for s in load_series() if re.fullmatch(r"[A-Z][^\u3000-\uffef]+", s.name_en)]
    defined = [s for s in said if re.fullmatch(r"[A-Z][^\u3000-\uffef]+[.]", s.definition_en)]

    assert [s.id for s in load_series() if s not in defined] == []


def test_a_name_that_two_series_claim_joins_neither() -> None:
    theme = ThemeId("economy")
    both = tuple(Series(SeriesId(id_), name="产值", unit="元", theme=theme) for id_ in ("a", "b"))

    assert find_series("产值", "元", Kind.LEVEL, both) is None


def test_an_archives_own_series_is_found() -> None:
    own = Series(SeriesId("carp"), name="放流鱼苗", unit="尾", theme=ThemeId("environment"), aliases=("增殖放流",))

    assert find_series("开展增殖放流", "尾", Kind.LEVEL, (*load_series(), own)) == "carp"


def test_families_are_of_several_series_each_and_no_series_is_in_two() -> None:
    families = load_families().values()
    members = [member for family in families for member in family.members]

    assert [family.id for family in families if len(family.members) < 2 or not family.why.endswith("。")] == []
    assert [family.id for family in families if not family.why_en.endswith(".")] == []
    assert len(members) == len(set(members))
    assert set(members) <= {series.id for series in load_series()}


def test_a_series_knows_its_family() -> None:
    families = {series.id: series.family for series in load_series()}

    assert families[SeriesId("sewers-built")] == families[SeriesId("sewers-total")] == "sewers"
    assert families[SeriesId("gdp")] == ""
