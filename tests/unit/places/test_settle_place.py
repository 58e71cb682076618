"""Whose report it is, by the cases of tests/spec/places/reports.yaml."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.ingest.extract.place import settle_place
from sitegen.ingest.laid import LaidBulletin, LaidReport, LaidSection
from sitegen.lexicon.gazetteer import load_gazetteer
from sitegen.model.facts import Facts
from sitegen.model.ledger import Ledger
from sitegen.model.report import Credit

SPEC = Path(__file__).parents[2] / "spec" / "places" / "reports.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(SPEC.read_text(encoding="utf-8"))


def laid_report(title: str | None, paragraphs: list[str], part: int = 1, **around: Any) -> LaidReport:
    sections = (LaidSection(around.get("heading"), tuple(paragraphs)),)
    made_by = tuple(Credit(role, name) for role, name in around.get("credits", ()))
    captions = tuple(around.get("captions", ()))
    return LaidReport(title=title, sections=sections, credits=made_by, captions=captions, part=part, line=1)


def laid_bulletin(*reports: LaidReport, title: str | None = None, datelines: Any = ()) -> LaidBulletin:
    return LaidBulletin(
        title=title, preface=(), captions=(), datelines=tuple(datelines), reports=reports, ledger=Ledger(())
    )


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_place_and_issuer(case: dict[str, Any]) -> None:
    around = {key: case[key] for key in ("heading", "captions", "credits") if key in case}
    report = laid_report(case.get("title"), case["text"], **around)
    others = [laid_report(title, [title], part) for part, title in enumerate(case.get("siblings", []), start=2)]
    bulletin = laid_bulletin(report, *others, title=case.get("bulletin"), datelines=case.get("datelines", ()))

    finding = settle_place(bulletin, report, Facts(**case.get("facts", {})))

    assert (finding.place.full_name if finding.place else None) == case["place"]
    assert finding.issuer == case["issuer"]
    assert finding.is_department == case.get("is_department", False)
    assert finding.why


def test_candidates_are_named_where_several_bear_the_name() -> None:
    report = laid_report(None, ["西湖镇坚持党建引领。", "西湖镇党委召开会议。"])

    finding = settle_place(laid_bulletin(report), report, Facts())

    assert "重庆市江津区西湖镇" in [place.full_name for place in finding.candidates]
    assert len(finding.candidates) >= 8


def test_the_name_alone_never_settles_a_homonym() -> None:
    gazetteer = load_gazetteer()
    by_name: dict[str, int] = {}
    for row in gazetteer.townships:
        by_name[row.name] = by_name.get(row.name, 0) + 1
    homonyms = sorted(name for name, bearers in by_name.items() if bearers > 1 and name[-1] in "镇乡" and len(name) > 2)
    settled = []
    for name in homonyms[::40]:
        report = laid_report(None, [f"{name}坚持党建引领。", f"全年{name}新修公路12公里。"])
        finding = settle_place(laid_bulletin(report), report, Facts())
        settled += [name] if finding.place else []

    assert settled == []
