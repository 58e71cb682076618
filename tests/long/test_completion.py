"""VS Code completes and checks content files: its language server with the settings that ``sitegen schema`` wrote."""

from collections.abc import Iterator

import pytest

from sitegen.editors.vscode import write_schemas
from tests.long.language_server import LanguageServer, run_language_server

pytestmark = pytest.mark.long
REPORT = "content/reports/a/b/2023.md"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    folder = tmp_path_factory.mktemp("archive")
    themes = folder / "content/themes"
    themes.mkdir(parents=True)
    text = "---\nlabel: 河长制\nlabel_en: River chiefs\ncovers: 巡河。\n---\n"
    (themes / "river-chiefs.md").write_text(text, encoding="utf-8")
    write_schemas(folder, folder / "content")
    with run_language_server(folder) as running:
        yield running


def labels(server: LanguageServer, name: str, text: str) -> set[str]:
    """What is offered at ‸ in a text."""
    before = text[: text.index("‸")].split("\n")
    uri = server.open(name, text.replace("‸", ""))
    return {item["label"] for item in server.complete(uri, len(before) - 1, len(before[-1]))}


def test_the_kinds_of_a_stat_are_offered(server: LanguageServer) -> None:
    found = labels(server, REPORT, "---\nstats:\n- {indicator: 税收, kind: c‸}\n---\n")

    assert {"change", "completion", "rank"} <= found


def test_themes_are_offered_the_archives_own_among_them(server: LanguageServer) -> None:
    found = labels(server, REPORT.replace("2023", "2022"), "---\nstats:\n- indicator: 税收\n  theme: ‸\n---\n")

    assert {"economy", "river-chiefs"} <= found


def test_keys_of_the_site_are_offered_with_their_meaning(server: LanguageServer) -> None:
    uri = server.open("content/site.yaml", "title: 某\n\n")
    found = {item["label"]: str(item.get("documentation")) for item in server.complete(uri, 1, 0)}

    assert {"description", "base_url", "language"} <= set(found)
    assert "以斜线结尾" in found["base_url"]


def test_languages_are_offered(server: LanguageServer) -> None:
    assert {"zh-Hans", "en"} <= labels(server, "content/site.yaml", "title: 某\nlanguage: ‸\n")


def test_series_and_units_are_offered_and_others_allowed(server: LanguageServer) -> None:
    name = "content/indicators.yaml"

    assert "万元" not in labels(server, name, "- id: tax-revenue\n  unit: ‸\n")
    assert "tax-revenue" in labels(server, REPORT.replace("2023", "2021"), "stats:\n- series: ‸\n")
    own = server.open("content/indicators.yaml", "- {id: own, name: 某, unit: 担, theme: economy}\n")
    assert server.faults(own) == []


def test_a_wrong_value_is_marked(server: LanguageServer) -> None:
    wrong = server.open("seeds/index.yaml", "- file: a.txt\n  published: 2024年1月\n")

    assert len(server.faults(wrong)) == 1


def test_a_right_report_is_not_marked(server: LanguageServer) -> None:
    text = "title: 某\nperiod: 2023\nstats:\n- {indicator: 税收, printed: 5万元, quote: 税收5万元, theme: economy}\n"

    assert server.faults(server.open(REPORT.replace("2023", "2019"), text)) == []
