"""Files are replaced whole or not at all, and the commands say what they did."""

import shutil
import stat
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main
from sitegen.engine.mending import find_mendings, replace_file
from sitegen.model.terms import ReportPath
from sitegen.store.ingest_record import IngestedPart, IngestRecord, write_record

ROOT = Path(__file__).parents[4]
REPORT = "content/reports/zhejiang/jiashan/xitang-zhen/2023.md"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with one report, whose second stat has a value without its scale."""
    shutil.copytree(ROOT / "tests/invalid/value-differs", tmp_path / "archive")
    monkeypatch.chdir(tmp_path / "archive")
    monkeypatch.setenv("LANG", "C.UTF-8")
    return Path("content")


def check(*options: str) -> Result:
    return CliRunner().invoke(main, ["check", *options], catch_exceptions=False)


def test_values_are_filled_in_and_said_line_by_line(folder: Path) -> None:
    result = check("--fix")

    assert result.exit_code == 0
    assert result.stdout.startswith(f"{REPORT}\n  line 19: value: 360000 (was 36)\n1 value filled in, 1 file changed\n")
    assert check("--fix").stdout.startswith("nothing to fill in\n")


def test_a_plain_check_says_that_something_can_be_filled_in(folder: Path) -> None:
    assert "next: sitegen check --fix fills in 1 value; " in check().stdout
    assert "--fix" not in check("--fix").stdout


def test_in_chinese_too(folder: Path) -> None:
    result = check("--fix", "--lang", "zh")

    assert result.stdout.startswith(f"{REPORT}\n  第 19 行：value: 360000（原为 36）\n补了 1 处，改动 1 个文件\n")


def test_a_dry_run_shows_the_lines_and_writes_nothing(folder: Path) -> None:
    before = Path(REPORT).read_bytes()
    result = check("--fix", "--dry-run")

    assert result.exit_code == 1
    assert f"--- {REPORT}\n+++ {REPORT}\n" in result.stdout
    assert "\n-- {id: aaaaa2, indicator: 带动增收, value: 36, " in result.stdout
    assert "\n+- {id: aaaaa2, indicator: 带动增收, value: 360000, " in result.stdout
    assert "nothing was written" in result.stdout
    assert Path(REPORT).read_bytes() == before


def test_only_the_files_that_are_named(folder: Path) -> None:
    assert "nothing to fill in" in check("--fix", "content/bulletins").stdout or not (folder / "bulletins").exists()
    assert "1 value filled in" in check("--fix", "content/reports/zhejiang").stdout


def test_what_is_no_content_file_is_used_wrongly(folder: Path) -> None:
    Path("content/x.txt").write_text("x", encoding="utf-8")

    for options in (["--fix", "content/x.txt"], ["--fix", "nothing.md"], ["--dry-run"], [REPORT]):
        assert check(*options).exit_code == 2


def test_a_file_that_changed_meanwhile_is_left_alone(folder: Path) -> None:
    (file,), _ = find_mendings(folder, fill=True, form=False)
    Path(REPORT).write_bytes(file.before + "新的一段。\n".encode())
    problem = replace_file(file.path, file.before, file.after)

    assert problem is not None
    assert problem.code == "file-changed-meanwhile"
    assert Path(REPORT).read_bytes() == file.before + "新的一段。\n".encode()
    assert [path.name for path in Path(REPORT).parent.iterdir()] == ["2023.md"]


@pytest.mark.parametrize("place", [(Path, "replace"), (shutil, "copymode"), (tempfile, "mkstemp")])
def test_a_write_that_fails_loses_nothing(folder: Path, place: tuple[object, str]) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    (file,), _ = find_mendings(folder, fill=True, form=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(*place, refuse)
        problem = replace_file(file.path, file.before, file.after)

    assert problem is not None
    assert problem.code == "file-unwritable"
    (left,) = [path for path in (folder / "reports").rglob("*") if path.is_file()]
    assert left.read_bytes() == file.before


def test_rights_and_links_stay(folder: Path) -> None:
    kept = Path("kept.md")
    Path(REPORT).rename(kept)
    kept.chmod(0o640)
    Path(REPORT).symlink_to(kept.resolve())
    check("--fix")

    assert Path(REPORT).is_symlink()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640
    assert "value: 360000" in kept.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_read_is_not_touched(folder: Path) -> None:
    for raw in (
        "---\nthemes: [经济发展\n---\n".encode(),
        "---\nthemes: [经济发展]\n---\n".encode("gb18030"),
        b"",
        b"\0",
    ):
        Path(REPORT).write_bytes(raw)
        check("--fix", "--format-files")

        assert Path(REPORT).read_bytes() == raw


def test_the_repository_s_content_has_nothing_to_fill_in() -> None:
    for folder in (ROOT / "content", ROOT / "tests/golden/content"):
        assert find_mendings(folder, fill=True, form=False) == ((), ())


def test_a_report_that_nobody_touched_since_ingest_is_left_to_ingest(folder: Path) -> None:
    text = Path(REPORT).read_text(encoding="utf-8")
    part = IngestedPart(path=ReportPath("zhejiang/jiashan/xitang-zhen/2023"), part=1, text=text)
    record = IngestRecord(stem="a", file="a.txt", sha256="0" * 64, parts=(part,))
    (folder / ".ingest").mkdir()
    (folder / ".ingest/a.json").write_text(write_record(record), encoding="utf-8")

    assert find_mendings(folder, fill=True, form=True) == ((), ())
    Path(REPORT).write_text(text.replace("title: ", "title:  "), encoding="utf-8")
    assert len(find_mendings(folder, fill=True, form=True)[0]) == 1
