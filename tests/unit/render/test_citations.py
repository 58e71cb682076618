"""How reports and stats are cited, by cases; and what the records of CSL must be."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest
import yaml
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string

from sitegen.lexicon.publications import is_newspaper
from sitegen.model.stat import Stat
from sitegen.model.terms import Kind, ReportPath
from sitegen.render.citations import FORMS, Cited, CitedKind, cite_report, cite_stat, list_meta
from sitegen.render.citations.csl import to_csl
from sitegen.render.citations.gbt import STYLE
from sitegen.render.citations.record import make_key
from sitegen.render.context import Site
from tests.unit.archive.make import make_stat
from tests.unit.render.citing import PATH, make_cited_site

SPEC = Path(__file__).parents[2] / "spec" / "citations" / "reports.yaml"
CASES = yaml.safe_load(SPEC.read_text(encoding="utf-8"))
STYLES = Path(__file__).parents[3] / "sitegen" / "render" / "citations"
FORM = {form.id: form.format for form in FORMS}
STAT = make_stat("k3f9a2")
FALL = make_stat(
    "k3f9a3", indicator="税收", printed="8.4%", value=Decimal("-8.4"), unit="%", kind=Kind.CHANGE, basis="同比"
)


def cite(case: dict[str, Any]) -> Cited:
    return cite_report(make_cited_site(publication=case.get("publication"), **case["report"]), PATH)


def cite_a_stat(stat: Stat, site: Site | None = None) -> Cited:
    site = site or make_cited_site(title="全年工作回眸", stats=(stat,))
    entry = site.archive.reports[PATH]
    return cite_stat(site, entry, cite_report(site, PATH), site.figure(site.stat_ref(entry, stat)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_report_is_cited(case: dict[str, Any]) -> None:
    cited = cite(case)

    for form in ("gbt", "plain", "bibtex", "ris"):
        if form in case:
            assert FORM[form](cited) == case[form]
    if "csl" in case:
        assert json.loads(FORM["csl"](cited)) == [case["csl"]]


def test_a_stat_is_cited_with_its_number_its_quote_and_its_report() -> None:
    cited = cite_a_stat(STAT)

    assert FORM["gbt"](cited) == (
        "云岭省青溪县柳湾镇. 硬化道路：12公里（见《全年工作回眸》）[EB/OL]. "
        "https://example.org/reports/yun/qing/liuwan-zhen/2023/#k3f9a2."
    )
    assert FORM["plain"](cited) == (
        "云岭省青溪县柳湾镇，硬化道路：12公里，原文：“硬化12公里”，见《全年工作回眸》，2023年。"
        "档案，https://example.org/reports/yun/qing/liuwan-zhen/2023/#k3f9a2"
    )
    assert to_csl(cited)["id"] == "yun/qing/liuwan-zhen/2023:k3f9a2"
    assert to_csl(cited)["annote"] == "原文：“硬化12公里”"


def test_a_change_says_its_direction() -> None:
    assert "税收，下降（同比）：8.4%" in cite_a_stat(FALL).title


def test_without_a_host_the_path_is_said() -> None:
    site = make_cited_site("/x/", title="全年工作回眸")

    assert cite_report(site, PATH).address == "/x/reports/yun/qing/liuwan-zhen/2023/"


@pytest.mark.parametrize("form", [form for form in FORMS if hasattr(form.format, "direct")], ids=lambda form: form.id)
@pytest.mark.parametrize("kind", CitedKind)
@pytest.mark.parametrize("published", [None, date(2024, 1, 8)])
@pytest.mark.parametrize("note", ["", "时段"])
@pytest.mark.parametrize("annote", ["", "原文"])
def test_what_is_filled_in_is_what_the_library_writes(
    form: Any, kind: CitedKind, published: date | None, note: str, annote: str
) -> None:
    cited = replace(cite(CASES[0]), kind=kind, published=published, note=note, annote=annote, title="题，《名》？")

    assert form.format(cited) == form.format.direct(cited)


CSL_FIELDS = {
    "id",
    "type",
    "language",
    "author",
    "title",
    "container-title",
    "source",
    "issued",
    "URL",
    "note",
    "annote",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_records_are_csl_json(case: dict[str, Any]) -> None:
    """The rules of csl-data.json that these records can break."""
    items = json.loads(FORM["csl"](cite(case)))

    assert [item["type"] for item in items] == [cite(case).kind.value]
    for item in items:
        assert item.keys() <= CSL_FIELDS
        assert all(
            isinstance(item[name], str) and item[name] for name in CSL_FIELDS - {"author", "issued"} if name in item
        )
        assert [list(name) for name in item["author"]] == [["literal"]]
        for parts in item.get("issued", {}).get("date-parts", []):
            assert len(parts) == 3
            assert all(isinstance(part, int) for part in parts)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_the_record_itself_gives_the_standards_form(case: dict[str, Any]) -> None:
    """Whoever puts the CSL-JSON through the same style gets what the box shows."""
    cited = cite(case)
    with as_file(files("sitegen.render.citations") / STYLE) as path:
        style = CitationStylesStyle(str(path), validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON([to_csl(cited)]), formatter.plain)
    bibliography.register(Citation([CitationItem(cited.key)]))

    assert str(bibliography.bibliography()[0]) == f"[1]{FORM['gbt'](cited)}"


def test_keys_are_ascii_and_tell_paths_apart() -> None:
    paths = ("a/b-c/2023", "a-b/c/2023", "嘉善/2023", "嘉兴/2023", "a b/2023", "a:20b/2023", "a~b{c}/#%")
    keys = [make_key(ReportPath(path)) for path in paths]

    assert len(set(keys)) == len(paths)
    for key in keys:
        assert key.isascii()
        assert list(parse_string(f"@online{{{key}, title={{x}}}}", "bibtex").entries) == [key]


def test_a_newspaper_is_known_by_its_name() -> None:
    assert [name for name in ("某某日报", "某某报", "某某报网", "工作简报", "某某网") if is_newspaper(name)] == [
        "某某日报",
        "某某报",
    ]


def test_the_style_keeps_its_licence() -> None:
    assert "creativecommons.org/licenses/by-sa/3.0" in (STYLES / STYLE).read_text(encoding="utf-8")
    assert STYLE in (STYLES / "LICENSE.txt").read_text(encoding="utf-8")


def test_meta_elements_say_only_what_is_known() -> None:
    named = dict(list_meta(cite({"report": {"title": "题"}})))

    assert named.keys() == {"citation_title", "citation_author", "citation_language", "citation_public_url", "DC.type"}
