from sitegen.model.report import Series
from sitegen.model.terms import SeriesId, ThemeId
from sitegen.store.indicators import read_indicators

LAMPS = Series(
    id=SeriesId("lamps"),
    name="安装路灯",
    unit="盏",
    theme=ThemeId("infrastructure"),
    aliases=("新装路灯",),
    definition="数。",
)


def read(text: str) -> Series:
    (series,), problems = read_indicators(text, "indicators.yaml", [LAMPS])

    assert problems == ()
    return series


def test_an_entry_adds_its_aliases_to_those_known() -> None:
    assert read("- {id: lamps, aliases: [安设路灯, 新装路灯]}").aliases == ("新装路灯", "安设路灯")


def test_an_entry_without_aliases_keeps_those_known() -> None:
    assert read("- {id: lamps, name: 路灯安装}").aliases == ("新装路灯",)


def test_a_new_series_has_its_own_aliases_only() -> None:
    assert read("- {id: milk, name: 奶, unit: 吨, theme: agriculture, aliases: [鲜奶]}").aliases == ("鲜奶",)


def test_a_new_series_may_join_a_family() -> None:
    assert read("- {id: x, name: 支管, unit: 公里, theme: infrastructure, family: sewers}").family == "sewers"


def test_a_family_that_there_is_not_is_a_problem() -> None:
    text = "- {id: x, name: 支管, unit: 公里, theme: infrastructure, family: sewer}"
    _, problems = read_indicators(text, "indicators.yaml", [LAMPS])

    assert [problem.code for problem in problems] == ["value-wrong"]
