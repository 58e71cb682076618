"""JSON Schemas of content files: what the reader takes they take, and they see what can be seen without reading on."""

from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from sitegen.editors.json_schema import NAMES, make_schema
from sitegen.editors.offered import make_offered, offer_lexicon, read_offered
from sitegen.lexicon import load_series, load_themes
from sitegen.model.report import Theme
from sitegen.model.terms import ThemeId
from tests.unit.editors.reading import find_faults, read_files, read_value

ROOT = Path(__file__).parents[3]
INVALID = ROOT / "tests/invalid"
SEEN = {
    "choice-unknown",
    "date-wrong",
    "id-wrong",
    "key-missing",
    "key-unknown",
    "number-wrong",
    "period-wrong",
    "theme-unknown",
    "value-form",
    "value-wrong",
}
"""Codes of faults that one value shows by itself."""


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_one(name: str) -> None:
    Draft7Validator.check_schema(make_schema(name, offer_lexicon()))


@pytest.mark.parametrize("content", ["content", "tests/golden/content"])
def test_files_of_an_archive_fit(content: str) -> None:
    folder = ROOT / content
    offered = read_offered(folder)
    files = list(read_files(folder))

    assert len(files) > 8
    for path, name, value in files:
        assert find_faults(make_schema(name, offered), value) == [], path


@pytest.mark.parametrize("code", sorted(path.name for path in INVALID.iterdir() if (path / "content").is_dir()))
def test_a_schema_sees_what_is_wrong_with_one_value(code: str) -> None:
    folder = INVALID / code / "content"
    offered = read_offered(folder)
    faults = [
        f"{path.name} {fault}"
        for path, name, value in read_files(folder)
        if value is not None
        for fault in find_faults(make_schema(name, offered), value)
    ]

    assert bool(faults) == (code in SEEN), faults


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("report", "period: 2023\ntitle: 2023\ndraft: true\nstats:\n- {indicator: a, printed: 1个, quote: 共1个}\n"),
        ("report", "practices: [积分制]\ncredits: [某某]\nsource: null\nthemes:\n"),
        ("report", 'stats:\n- {indicator: a, printed: "5", quote: "5", value: "5", at: 1, bound: null, unit: ""}\n'),
        ("theme", ""),
        ("indicators", ""),
        ("indicators", "- id: own\n  name: 某\n  unit: 个\n  theme: economy\n"),
    ],
)
def test_shorter_spellings_of_the_reader_fit(name: str, text: str) -> None:
    assert find_faults(make_schema(name, offer_lexicon()), read_value(text, front=False)) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("report", "period: 二〇二三\n"),
        ("report", "published: 2024-1-8\n"),
        ("report", "stats: [{indicator: a, printed: 1个, quote: 共1个, kind: growth}]\n"),
        ("report", "themes: economy\n"),
        ("site", "title:\n"),
        ("site", "title: 某\nlanguage: fr\n"),
        ("indicators", "- id: own\n  name: 某\n"),
        ("seeds-index", "- published: null\n"),
        ("place", "name: 某镇\n"),
    ],
)
def test_what_the_reader_refuses_is_seen(name: str, text: str) -> None:
    assert find_faults(make_schema(name, offer_lexicon()), read_value(text, front=False))


def test_themes_of_the_archive_are_offered_with_their_names() -> None:
    own = Theme(ThemeId("river-chiefs"), "河长制", "River chiefs", "巡河、护河。")
    schema = make_schema("report", make_offered((*load_themes(), own), load_series()))
    theme = schema["properties"]["sections"]["items"]["properties"]["themes"]["items"]

    assert theme["enum"][-1] == "river-chiefs"
    assert theme["enumDescriptions"][-1] == "河长制：巡河、护河。"


def test_every_field_is_explained_in_chinese() -> None:
    def explained(schema: object) -> None:
        if isinstance(schema, dict):
            for key, value in schema.get("properties", {}).items():
                assert value["title"], key
                assert value["description"].split("\n")[0], key
            for value in schema.values():
                explained(value)

    for name in NAMES:
        schema = make_schema(name, offer_lexicon())
        schema.pop("if", None)
        schema.get("items", {}).pop("if", None)
        explained(schema)
