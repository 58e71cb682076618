"""``ingest --diff`` and ``--take``, from the folder to the terminal."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main
from sitegen.engine.show_changes import mark_differences

TEXT = """{town}2023年工作回眸

2023年，{town}党委政府狠抓项目建设，全镇新修公路12公里，安装路灯300盏，受益群众1200余户。

## 增收富民

全镇种植优质稻2000亩，带动脱贫户350户增收，发放补贴45万元。
"""
TOWNS = ("江苏省昆山市周市镇", "江苏省昆山市巴城镇")


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two reports, both edited, whose stats of roads were once read worse."""
    (tmp_path / "seeds").mkdir()
    for number, town in enumerate(TOWNS):
        (tmp_path / "seeds" / f"{number}.txt").write_text(TEXT.format(town=town), "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    run()
    for record in sorted(Path("content/.ingest").glob("*.json")):
        record.write_text(outdated(record.read_text("utf-8")), "utf-8")
    for report in reports():
        text = outdated(report.read_text("utf-8")).replace("stats:\n", "stats:  # 已核对\n")
        report.write_bytes(text.replace("\n", "\r\n").encode())
    return tmp_path


def outdated(text: str) -> str:
    return text.replace("indicator: 新修公路", "indicator: 公路里程").replace("，发放补贴45万元。", "。")


def run(*options: str) -> Result:
    return CliRunner().invoke(main, ["ingest", *options], catch_exceptions=False)


def reports() -> list[Path]:
    return sorted(Path("content/reports").rglob("*.md"))


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def ids(said: str) -> list[str]:
    return [line.split()[0] for line in said.splitlines() if line.startswith("  ") and line[2] != " "]


def test_the_difference_is_shown_and_nothing_written(archive: Path) -> None:
    before = files(archive)
    result = run("--diff")

    assert files(archive) == before
    assert result.exit_code == 0
    assert [line for line in result.stdout.splitlines() if line.startswith("content/")] == [str(p) for p in reports()]
    assert "    - {id: " in result.stdout
    assert "indicator: 公路里程" in result.stdout
    assert "indicator: 新修公路" in result.stdout
    assert "    + …" in result.stdout
    assert "「，发放补贴45万元」" in result.stdout


def test_only_the_lines_taken_change(archive: Path) -> None:
    first, second = reports()
    before = first.read_bytes().decode()
    other = second.read_bytes()
    record = files(archive / "content" / ".ingest")
    stat, paragraph = ids(run("--diff").stdout)[:2]
    result = run("--take", f"{first}#{stat}", "--take", f"{first}#{paragraph}")

    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, f"{first}: taken over")
    assert result.stdout.endswith("; next: sitegen check --content content\n")
    assert first.read_bytes().decode() == before.replace("公路里程", "新修公路").replace(
        "增收。", "增收，发放补贴45万元。"
    )
    assert second.read_bytes() == other
    assert files(archive / "content" / ".ingest") == record
    assert ids(run("--diff").stdout) == [stat, paragraph]


def test_an_id_in_several_reports_and_one_in_none_are_said(archive: Path) -> None:
    before = files(archive)
    several, none = run("--take", ids(run("--diff").stdout)[0]), run("--take", "zzzzz9")

    assert files(archive) == before
    assert (several.exit_code, none.exit_code) == (2, 2)
    assert all(f"{path.relative_to('content/reports').with_suffix('')}#" in several.stderr for path in reports())
    assert "no new reading has the id zzzzz9" in none.stderr


def test_one_wrong_id_keeps_all_from_being_written(archive: Path) -> None:
    before = files(archive)
    stat = ids(run("--diff").stdout)[0]
    result = run("--take", f"{reports()[0]}#{stat}", "--take", "zzzzz9")

    assert result.exit_code == 2
    assert files(archive) == before


def test_showing_and_taking_at_once_is_refused(archive: Path) -> None:
    assert run("--diff", "--take", "zzzzz9").exit_code == 2


def test_a_file_with_an_error_is_named_and_the_other_shown(archive: Path) -> None:
    first, second = reports()
    first.write_text(first.read_text("utf-8").replace("stats:", "stat:"), "utf-8")
    result = run("--diff")

    assert result.exit_code == 1
    assert f"{first}:" in result.stderr
    assert str(first) not in result.stdout
    assert str(second) in result.stdout


def test_a_record_that_no_longer_reads_compares_with_the_file(archive: Path) -> None:
    for path in Path("content/.ingest").glob("*.json"):
        record = json.loads(path.read_text("utf-8"))
        for part in record["parts"]:
            part["text"] = [line.replace("stats:", "numbers:") for line in part["text"]]
        path.write_text(json.dumps(record), "utf-8")

    assert "indicator: 新修公路" in run("--diff").stdout


def test_an_edited_report_without_better_reading_says_nothing(archive: Path) -> None:
    shutil.rmtree("content")
    run()
    for path in reports():
        path.write_text(path.read_text("utf-8").replace("300盏", "500盏"), "utf-8")

    assert run("--diff").stdout.startswith("0 new readings in 0 edited reports (")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("新修公路5公里。", "新修公路15公里。", ("新修公路5公里。", "新修公路「1」5公里。")),
        ("甲" * 30 + "丙" + "乙" * 30, "甲" * 30 + "丁" + "乙" * 30, None),
        ("一二三四五", "一贰三肆五", ("一「二三四」五", "一「贰三肆」五")),
        ("同", "同", ("同", "同")),
    ],
)
def test_differing_words_are_marked(old: str, new: str, expected: tuple[str, str] | None) -> None:
    long = ("…" + "甲" * 12 + "「丙」" + "乙" * 12 + "…", "…" + "甲" * 12 + "「丁」" + "乙" * 12 + "…")

    assert mark_differences(old, new) == (expected or long)
