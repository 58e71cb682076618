"""Every page of the archive is valid HTML."""

from pathlib import Path

import pytest

from tests.node.packages import find_html_faults


@pytest.mark.long
def test_every_page_of_the_archive_is_valid(site: Path) -> None:
    assert find_html_faults(sorted(site.rglob("*.html"))) == []
