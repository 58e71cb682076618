"""Where a report names a practice and which numbers its sentence says of it, by the cases in tests/spec/namings."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.archive.naming import find_namings
from sitegen.model.report import Practice, PracticeMention
from sitegen.model.terms import PracticeId
from tests.unit.archive.make import LIUWAN, make_report, make_stat

SPEC = Path(__file__).parents[2] / "spec" / "namings" / "numbers.yaml"
CASES = [pytest.param(case, id=case["title"]) for case in yaml.safe_load(SPEC.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("case", CASES)
def test_find_namings(case: dict[str, Any]) -> None:
    name, *aliases = case["names"]
    mentions = tuple(PracticeMention(said, None, None) for said in (name, *case.get("others", ())))
    stats = tuple(
        make_stat(f"k{number:05d}", printed=printed, quote=printed) for number, printed in enumerate(case["numbers"])
    )
    report = make_report("a/2023", LIUWAN, body=case["text"], practices=mentions, stats=stats)
    practice = Practice(PracticeId("one"), name, tuple(aliases))

    found = find_namings(report, practice, mentions[:1])

    assert [[stat.printed for stat in naming.stats] for naming in found] == case["expected"]
