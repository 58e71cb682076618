"""What ``check --fix`` makes of each folder of broken content: ``tests/invalid/<code>/fixed.txt``, or nothing.

``SITEGEN_UPDATE=1`` writes the files anew; the difference is to be looked at.
"""

import os
import shutil
from pathlib import Path

import pytest

from sitegen.cli.fixing import show_changes
from sitegen.engine.mending import find_mendings, replace_file

CASES = Path(__file__).parents[3] / "invalid"
NAMES = sorted(folder.name for folder in CASES.iterdir() if (folder / "content").is_dir())


@pytest.mark.parametrize("name", NAMES)
def test_only_what_is_sure_is_mended(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(CASES / name, tmp_path / "case")
    monkeypatch.chdir(tmp_path / "case")
    files, problems = find_mendings(Path("content"), fill=True, form=False)
    shown = "".join(f"{words}\n" for file in files for words in show_changes(file))
    expected = CASES / name / "fixed.txt"
    if os.environ.get("SITEGEN_UPDATE"):
        expected.write_text(shown, encoding="utf-8") if shown else expected.unlink(missing_ok=True)

    assert shown == (expected.read_text(encoding="utf-8") if expected.exists() else "")
    assert problems == ()
    for file in files:
        assert replace_file(file.path, file.before, file.after) is None
    assert find_mendings(Path("content"), fill=True, form=False) == ((), ())
