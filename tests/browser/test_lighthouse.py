"""What Lighthouse says of the pages that most readers come to."""

from pathlib import Path

import pytest

from tests.browser.conftest import find_browser
from tests.browser.kinds import KINDS, find_longest
from tests.node.packages import grade

pytestmark = [pytest.mark.browser, pytest.mark.long]

FULL = {"accessibility": 100, "best-practices": 100, "seo": 100}


@pytest.mark.parametrize("kind", ["home", "report", "township", "theme", "indicator", "search"])
def test_lighthouse_takes_no_points(kind: str, site: Path, address: str) -> None:
    grades = grade(address + find_longest(site, KINDS[kind]), find_browser(), FULL)

    assert grades.scores == FULL, "\n".join(grades.lost)
