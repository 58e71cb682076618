"""Townships of one name: told apart by the county, its townships, the villages, and left open without them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.ingest.extract.place import settle_place
from sitegen.ingest.laid import LaidBulletin, LaidReport, LaidSection
from sitegen.lexicon.gazetteer import COUNTY, Division, load_gazetteer
from sitegen.lexicon.place_names import short_name
from sitegen.model.facts import Facts
from sitegen.model.ledger import Ledger

SPEC = Path(__file__).parents[2] / "spec" / "places" / "homonyms.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(SPEC.read_text(encoding="utf-8"))
MOST = 0.85
"""The share of townships that two siblings, or three villages, must settle; some names are too common for that."""


def township(case: dict[str, Any]) -> Division:
    division = load_gazetteer().by_full_name(case["place"])
    assert division is not None
    return division


def settled(name: str, *said: str) -> str | None:
    """The place of a short text of a township of some name that says something more."""
    paragraphs = (f"{name}坚持党建引领，真抓实干。", *said, f"全年{name}新修公路12公里，新增市场主体35户。")
    report = LaidReport(title=None, sections=(LaidSection(None, paragraphs),), part=1, line=1)
    bulletin = LaidBulletin(title=None, preface=(), captions=(), datelines=(), reports=(report,), ledger=Ledger(()))
    place = settle_place(bulletin, report, Facts()).place
    return place.full_name if place else None


@pytest.mark.parametrize("case", CASES, ids=[case["place"] for case in CASES])
def test_the_county_settles_it_and_the_name_alone_does_not(case: dict[str, Any]) -> None:
    row = township(case)
    county = load_gazetteer().above(row, COUNTY)
    assert county is not None

    assert settled(row.name) is None
    assert settled(row.name, f"{county.name}{row.name}举行丰收节。") == case["place"]
    assert settled(row.name, f"在{county.name}委坚强领导下，干部群众团结奋斗。") in (case["place"], None)
    assert settled(row.name, f"组织干部赴{county.name}{row.name}考察学习。") is None


def test_siblings_and_villages_settle_most_and_never_wrongly() -> None:
    by_siblings = [
        (case["place"], settled(township(case).name, f"支援{'、'.join(case['siblings'])}灭火。")) for case in CASES
    ]
    by_villages = [
        (case["place"], settled(township(case).name, f"在{'、'.join(case['villages'])}修路。")) for case in CASES
    ]

    assert [(wanted, found) for wanted, found in by_siblings + by_villages if found not in (wanted, None)] == []
    assert sum(wanted == found for wanted, found in by_siblings) >= MOST * len(CASES)
    assert sum(wanted == found for wanted, found in by_villages) >= MOST * len(CASES)


def test_a_short_name_in_products_is_never_wrong() -> None:
    found = []
    for case in CASES:
        row = township(case)
        county = load_gazetteer().above(row, COUNTY)
        short = short_name(county.name) if county else ""
        found.append((case["place"], settled(row.name, f"打响“{short}红米”品牌，“{short}味道”走出大山。")))

    assert [(wanted, place) for wanted, place in found if place not in (wanted, None)] == []
