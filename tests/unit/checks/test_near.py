"""What is suggested for what there is not; the cases are data in ``tests/spec/near``."""

from pathlib import Path

import pytest
import yaml

from sitegen.checks.near_places import find_level, find_near_place, find_near_village
from sitegen.checks.subject import Known
from sitegen.checks.terms import nearest_series, nearest_theme
from sitegen.checks.values import nearest_unit
from sitegen.lexicon.gazetteer import COUNTY, TOWNSHIP
from sitegen.lexicon.misspelt import index_names
from sitegen.lexicon.themes import load_themes
from sitegen.model.content import Content
from sitegen.model.place import Place, PlaceLevel
from sitegen.model.report import Series, Settings
from sitegen.model.terms import PlaceId, SeriesId, ThemeId
from sitegen.store.fields import STAT
from sitegen.store.reader import nearest_choice, nearest_key
from sitegen.store.schema import Field
from sitegen.store.shapes import TEXT

SPEC = Path(__file__).parents[2] / "spec" / "near"
PLACES = yaml.safe_load((SPEC / "places.yaml").read_text(encoding="utf-8"))
NAMES = yaml.safe_load((SPEC / "names.yaml").read_text(encoding="utf-8"))


def cases(name: str) -> pytest.MarkDecorator:
    listed = [(case["said"], case["meant"]) for case in NAMES[name]["cases"]]
    return pytest.mark.parametrize(("said", "meant"), listed, ids=[said for said, _ in listed])


def known_of(places: dict[str, list[str]], series: dict[str, list[str]]) -> Known:
    content = Content(
        settings=Settings("x", "", "/"),
        reports=(),
        themes=load_themes(),
        series=tuple(
            Series(SeriesId(id_), names[0], "元", ThemeId("economy"), tuple(names[1:-1]), name_en=names[-1])
            for id_, names in series.items()
        ),
        places=tuple(
            Place(
                id=PlaceId(f"p/c/t{number}"),
                name=full[6:] if full.startswith("重庆") else full[-3:],
                full_name=full,
                level=PlaceLevel.TOWNSHIP,
                former_names=tuple(former),
            )
            for number, (full, former) in enumerate(places.items())
        ),
    )
    return Known.of(content)


KNOWN = known_of(PLACES["known"], NAMES["series"]["known"])


@pytest.mark.parametrize("case", PLACES["cases"], ids=[case["said"] for case in PLACES["cases"]])
def test_places(case: dict[str, str | None]) -> None:
    assert find_near_place(str(case["said"]), KNOWN) == case["meant"]


@pytest.mark.parametrize("case", PLACES["villages"], ids=[case["said"] for case in PLACES["villages"]])
def test_villages(case: dict[str, str | None]) -> None:
    said = str(case["said"])
    level = {"township": TOWNSHIP, "county": COUNTY, "none": 0}[str(case["level"])]

    assert find_level(said, KNOWN) == level
    assert level == TOWNSHIP or find_near_village(said, KNOWN) == case["meant"]


@cases("indicators")
def test_indicators(said: str, meant: str | None) -> None:
    assert index_names(NAMES["indicators"]["known"]).find(said) == meant


@cases("series")
def test_series(said: str, meant: str | None) -> None:
    assert nearest_series(said, KNOWN) == meant


@cases("themes")
def test_themes(said: str, meant: str | None) -> None:
    assert nearest_theme(ThemeId(said), KNOWN) == meant


@cases("units")
def test_units(said: str, meant: str | None) -> None:
    assert nearest_unit(said) == meant


@cases("keys")
def test_keys(said: str, meant: str | None) -> None:
    fields = {key: Field(key, TEXT, "", label_zh=label) for key, label in NAMES["keys"]["known"].items()}

    assert nearest_key(said, fields) == meant


@cases("choices")
def test_choices(said: str, meant: str | None) -> None:
    bound = STAT.by_key["bound"].form

    assert nearest_choice(said, bound) == meant  # type: ignore[arg-type] # a Shape


@cases("practices")
def test_practices(said: str, meant: str | None) -> None:
    assert index_names(NAMES["practices"]["known"]).find(said) == meant
