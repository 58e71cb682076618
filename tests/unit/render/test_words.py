"""Interface strings: none missing, none that nobody uses."""

import ast
import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from string import Formatter

import pytest

import sitegen
from sitegen.archive import CHINESE, Scope
from sitegen.archive.facets import PeriodSort
from sitegen.archive.states import UNFINISHED
from sitegen.model.period import Period
from sitegen.model.place import PlaceLevel
from sitegen.model.stat import Stat
from sitegen.model.terms import Bound, Kind, StatId, Status, ThemeId
from sitegen.render import default_folder, load_jinja_theme
from sitegen.render.citations.forms import FORMS
from sitegen.render.words import MissingStringError, Words

THEME = load_jinja_theme(default_folder())
STRINGS = THEME.strings["zh-Hans"]
CODE = Path(sitegen.__file__).parent
READING = json.loads((CODE.parent / "content" / "reading.json").read_text(encoding="utf-8"))
DATA_FILES = ("stats-csv", "stats-json", "reports-json", "places-json", "indicators-json", "themes-json")
FAMILIES = {
    "kind.{}": ("up", "down", *Kind),
    "kind.{}-of": ("up", "down", *(kind for kind in Kind if kind is not Kind.LEVEL)),
    "status.{}": tuple(Status),
    "scope.{}": tuple(Scope),
    "level.{}": tuple(PlaceLevel),
    "period.{}": (*CHINESE, "unknown"),
    "data.file.{}.title": DATA_FILES,
    "data.file.{}.about": DATA_FILES,
    "month.{}": tuple(map(str, range(1, 13))),
    "bound.{}": tuple(Bound),
    "body.{}": ("table", "notes", "note", "back"),
    "cite.form-{}": tuple(form.id for form in FORMS),
    "search.facet.{}": ("place", "year", "kind", "theme", "indicator", "practice"),
    "search.every.{}": ("place", "year", "kind", "theme", "indicator", "practice"),
    "search.kind.{}": tuple(PeriodSort),
    "search.found{}": ("", "-narrowed"),
    "search.none{}": ("", "-narrowed"),
    "place.departments-{}": tuple(PlaceLevel),
    "place.children-{}": (PlaceLevel.PROVINCE, PlaceLevel.COUNTY),
    "nav.{}": ("places", "themes", "indicators", "practices", "reports", "bulletins"),
    "list.{}.heading": ("places", "themes", "indicators", "practices", "reports", "bulletins"),
    "list.{}.intro": ("places", "themes", "indicators", "practices", "reports", "bulletins"),
    "reading.{}": tuple(measure["name"].replace("_", "-") for measure in READING["measures"]),
    "gone.{}": ("indicators", "practices"),
    "state.marked-{}": tuple(UNFINISHED),
    "state.notice-{}": tuple(UNFINISHED),
    "count.{}": ("bulletins", "reports", "places", "stats", "indicators", "practices"),
}
"""Keys that are put together: the form, and all that can stand in it."""
OPEN = ("ledger.", "span.")
"""Families that may have more members than strings; the program falls back to a general one."""


def keys_in_code() -> Iterator[str]:
    """Constant keys that templates and the program ask for."""
    for path in THEME.templates.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        yield from re.findall(r"""\bt\(["']([a-z.-]+[a-z])["']""", text)
        yield from re.findall(r"""counted=["']([a-z.-]+)["']""", text)
    for path in THEME.assets.glob("*.js"):
        yield from (
            key for key in re.findall(r"""["']([a-z.-]+[a-z])["']""", path.read_text("utf-8")) if key in STRINGS
        )
    for path in (CODE / "render").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in STRINGS:
                yield node.value


def keys_of_families() -> Iterator[str]:
    for form, members in FAMILIES.items():
        yield from (form.format(member) for member in members)


def test_no_string_is_missing() -> None:
    wanted = {*keys_in_code(), *keys_of_families(), "ledger.dropped.other", "span.months"}

    assert sorted(wanted - set(STRINGS)) == []


@pytest.mark.parametrize("language", sorted(set(THEME.strings) - {"zh-Hans"}))
def test_every_language_has_the_same_strings_with_the_same_names(language: str) -> None:
    others = THEME.strings[language]

    assert sorted(set(STRINGS) ^ set(others)) == []
    assert {key: names_in(text) for key, text in STRINGS.items()} == {k: names_in(t) for k, t in others.items()}


def test_english_strings_are_english() -> None:
    assert [key for key, text in THEME.strings["en"].items() if re.search("[\u3000-\u9fff\uff00-\uffef]", text)] == []


def names_in(text: str) -> set[str]:
    """Names in braces that the program fills in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_no_string_is_without_use() -> None:
    used = {*keys_in_code(), *keys_of_families()}
    idle = sorted(key for key in set(STRINGS) - used if not key.startswith(OPEN))

    assert idle == []


def test_every_reason_of_the_ledger_has_words() -> None:
    reasons = set()
    for path in (CODE / "ingest").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and len(node.args) == 2:
                reason = node.args[1]
                if node.func.attr in ("drop", "move") and isinstance(reason, ast.Constant):
                    fate = {"drop": "dropped", "move": "moved"}[node.func.attr]
                    reasons.add(f"ledger.{fate}.{reason.value}")

    assert len(reasons) > 5
    assert sorted(reasons - set(STRINGS)) == []


def test_a_missing_string_is_named() -> None:
    with pytest.raises(MissingStringError, match=r"nav\.nowhere"):
        Words("zh-Hans", STRINGS)("nav.nowhere")


@pytest.mark.parametrize(
    ("value", "kind", "basis", "status", "expected"),
    [
        ("-74.7", Kind.CHANGE, "同比", Status.REPORTED, "下降（同比）"),
        ("6", Kind.CHANGE, None, Status.REPORTED, "增长"),
        ("0", Kind.CHANGE, None, Status.REPORTED, "增减幅度"),
        ("101", Kind.COMPLETION, "年度任务", Status.REPORTED, "完成比例（年度任务）"),
        ("2", Kind.RANK, "全县", Status.REPORTED, "排名（全县）"),
        ("5", Kind.LEVEL, None, Status.FORECAST, "预计数"),
        ("5", Kind.CHANGE, None, Status.TARGET, "目标数，增长"),
        ("5", Kind.LEVEL, None, Status.REPORTED, ""),
    ],
)
def test_the_sort_of_a_number(value: str, kind: Kind, basis: str | None, status: Status, expected: str) -> None:
    stat = Stat(
        id=StatId("aaaaa1"),
        indicator="",
        value=Decimal(value),
        unit="",
        printed="",
        theme=ThemeId(""),
        quote="",
        kind=kind,
        basis=basis,
        status=status,
    )

    assert expected == Words("zh-Hans", STRINGS).sort_of(stat)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2023", "2023"),
        ("2023-H1", "first half of 2023"),
        ("2023-Q3", "Q3 2023"),
        ("2023-06", "June 2023"),
        ("2023-01/2023-09", "January–September 2023"),
        ("2022-11/2023-02", "November 2022 – February 2023"),
        ("2021/2023", "2021–2023"),
        ("2023-11-06", "6 November 2023"),
        ("2023-11-06/2023-12-02", "6 November 2023 – 2 December 2023"),
    ],
)
def test_periods_in_english(period: str, expected: str) -> None:
    assert Words("en", THEME.strings["en"]).period(Period.parse(period)) == expected


@pytest.mark.parametrize(
    ("count", "expected"), [(0, "0 reports"), (1, "1 report"), (2, "2 reports"), ("1", "1 report")]
)
def test_a_count_chooses_its_word(count: object, expected: str) -> None:
    assert Words("en", THEME.strings["en"])("count.of-reports", count=count) == expected


def test_periods_in_words() -> None:
    words = Words("zh-Hans", STRINGS)

    assert words.period(Period.of_year(2023)) == "2023年"
    assert words.period(None) == "时段不详"
    assert words.date(date(2023, 11, 6)) == "2023年11月6日"
    assert words.date(None) == ""
