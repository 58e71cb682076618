import pytest

from tools.write_reference import FOLDER, PAGES


@pytest.mark.parametrize("name", PAGES)
def test_reference_pages_are_fresh(name: str) -> None:
    written = (FOLDER / name).read_text(encoding="utf-8")

    assert written == PAGES[name](), "run: python tools/write_reference.py"
