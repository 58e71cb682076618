"""``--now``, ``--drafts`` and ``--published`` as they are typed, and how reports are counted by their state."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main

CASE = Path(__file__).parents[2] / "invalid" / "report-waiting" / "content"
REPORT = "reports/zhejiang/jiashan/xitang-zhen/2023"
"""Waits for 2024-03-01."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(CASE, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    for name in ("NETLIFY", "CONTEXT", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@pytest.mark.parametrize(
    ("options", "there"),
    [
        (("--now", "2024-02-29"), False),
        (("--now", "2024-03-01"), True),
        ((), True),
        (("--now", "2024-02-29", "--drafts"), True),
    ],
)
def test_a_build_of_a_day(options: tuple[str, ...], there: bool, folder: Path) -> None:
    result = run("build", *options)

    assert result.exit_code == 0
    assert (folder / "public" / REPORT / "index.html").is_file() == there


def test_source_date_epoch_stands_in_for_the_clock(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    run("build")

    assert not (folder / "public" / REPORT).exists()


def test_drafts_are_refused_in_production(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETLIFY", "true")
    monkeypatch.setenv("CONTEXT", "production")
    result = run("build", "--drafts")

    assert result.exit_code == 2
    assert "--drafts is for previews" in result.stderr
    assert not (folder / "public").exists()

    monkeypatch.setenv("CONTEXT", "deploy-preview")

    assert run("build", "--drafts").exit_code == 0


def test_check_counts_reports_by_their_state(folder: Path) -> None:
    file = folder / "content" / f"{REPORT}.md"
    text = file.read_text(encoding="utf-8")
    for number, line in ((2, "draft: true"), (3, "draft: true"), (4, "withdrawn: 应要求撤下")):
        other = text.replace("publish_on", f"{line}\npublish_on").replace('"2023"', f'"202{number}-H1"')
        file.with_name(f"202{number}-H1.md").write_text(other, encoding="utf-8")
    counted = "4 reports fine, among them 2 drafts, 1 that waits for its day, 1 withdrawn ("

    assert run("check", "--now", "2024-02-29").stdout.startswith(counted)
    assert run("check", "--now", "2024-03-01").stdout.startswith("4 reports fine, among them 2 drafts, 1 withdrawn (")


def test_what_was_published_is_looked_for(folder: Path) -> None:
    run("build")

    assert run("check", "--published", "public/sitemap.xml").exit_code == 0

    result = run("check", "--published", "public/sitemap.xml", "--now", "2024-02-29")

    assert result.exit_code == 1
    assert result.stderr.count("error[published-hidden]") == 1
    assert "1 error" in result.stderr
