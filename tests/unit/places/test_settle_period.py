"""The time of a report, by the cases of tests/spec/periods/reports.yaml."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.ingest.extract.period import settle_period
from sitegen.ingest.laid import LaidBulletin, LaidReport, LaidSection
from sitegen.model.facts import Facts
from sitegen.model.ledger import Ledger
from sitegen.model.period import Period

SPEC = Path(__file__).parents[2] / "spec" / "periods" / "reports.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(SPEC.read_text(encoding="utf-8"))


def laid(case: dict[str, Any]) -> LaidBulletin:
    sections = [LaidSection(case.get("heading"), tuple(case["text"]))]
    sections += [LaidSection(heading, tuple(texts)) for heading, texts in case.get("sections", {}).items()]
    reports = [LaidReport(title=case.get("title"), sections=tuple(sections), part=1, line=1)]
    for part, text in enumerate(case.get("others", []), start=2):
        reports.append(LaidReport(title=None, sections=(LaidSection(None, (text,)),), part=part, line=1))
    return LaidBulletin(
        title=None,
        preface=tuple(case.get("preface", ())),
        captions=(),
        datelines=tuple(case.get("datelines", ())),
        reports=tuple(reports),
        ledger=Ledger(()),
    )


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_period_and_year_spoken_from(case: dict[str, Any]) -> None:
    bulletin = laid(case)
    facts = dict(case.get("facts", {}))
    if "period" in facts:
        facts["period"] = Period.parse(facts["period"])

    finding = settle_period(bulletin, bulletin.reports[0], Facts(**facts))

    assert (str(finding.period) if finding.period else None) == case["period"]
    assert finding.said_in == case["said_in"]
    assert finding.why
