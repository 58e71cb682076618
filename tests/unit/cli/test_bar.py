"""Progress: bars on a terminal, nothing elsewhere."""

import os
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.build import build
from sitegen.cli.bar import may_show

pty = pytest.importorskip("pty", reason="pseudo-terminals are there on POSIX only")

REPORT = "---\ntitle: 西塘镇{year}年工作\nplace: 浙江省嘉兴市嘉善县西塘镇\nperiod: '{year}'\n---\n正文。\n"
BULLETIN = "西塘镇2023年工作回眸\n\n2023年，嘉善县西塘镇新建停车位120个，完成税收598万元。\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of three reports, and two bulletins."""
    folder = tmp_path / "content/reports/zhejiang/jiashan/xitang-zhen"
    folder.mkdir(parents=True)
    for year in (2021, 2022, 2023):
        (folder / f"{year}.md").write_text(REPORT.format(year=year), encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    for name in ("a", "b"):
        (tmp_path / f"seeds/{name}.txt").write_text(BULLETIN.replace("120", f"12{name == 'a':d}"), encoding="utf-8")
    return tmp_path


def run_on_terminal(folder: Path, *arguments: str, **variables: str) -> str:
    """Return all that a command shows on a pseudo-terminal."""
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100", "CI": "", **variables}
    command = [sys.executable, "-m", "sitegen", *arguments]
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=follower, stderr=follower):
        os.close(follower)
        shown = b""
        while select.select([leader], [], [])[0]:
            try:
                piece = os.read(leader, 65536)
            except OSError:  # Linux says so when the last process has closed the terminal
                break
            if not piece:
                break
            shown += piece
        os.close(leader)
    return shown.decode()


def test_build_shows_a_bar_for_each_step_that_fills_up(archive: Path) -> None:
    shown = run_on_terminal(archive, "build", "--jobs", "1")

    assert [re.search(rf"{step}  \[#+\]", shown) is not None for step in ("reading", "rendering", "indexing")] == [
        True
    ] * 3
    total = re.findall(r"rendering  \[#{36}\]  (\d+)/\1", shown)
    assert total != []
    assert int(total[0]) > 10
    assert len(set(re.findall(rf"rendering  \[[#-]+\]  (\d+)/{total[0]}", shown))) > 5
    assert "indexing  [####################################]  3/3" in shown
    assert re.search(r"\d+ pages in public \(\d+\.\d s\); next: sitegen serve", shown)


def test_bars_speak_the_language_of_the_run(archive: Path) -> None:
    shown = run_on_terminal(archive, "build", "--lang", "zh", "--jobs", "1")

    assert "生成页面  [" in shown
    assert "建立索引  [" in shown
    assert re.search(r"public 里共 \d+ 个页面（用时 \d+\.\d 秒）；下一步：sitegen serve", shown)


def test_ingest_counts_the_bulletins(archive: Path) -> None:
    shown = run_on_terminal(archive, "ingest")

    assert "reading  [####################################]  2/2" in shown
    assert re.search(r"\d+ files? written \(\d+\.\d s\); next: sitegen check", shown)


def test_in_ci_there_is_no_bar_even_on_a_terminal(archive: Path) -> None:
    shown = run_on_terminal(archive, "build", "--jobs", "1", CI="true")

    assert "[#" not in shown
    assert "next: sitegen serve" in shown


@pytest.mark.parametrize("command", ["build", "ingest", "check", "audit"])
def test_without_a_terminal_there_is_no_bar(archive: Path, command: str) -> None:
    environment = {**os.environ, "CI": ""}
    result = subprocess.run(
        [sys.executable, "-m", "sitegen", command], cwd=archive, env=environment, capture_output=True, text=True
    )

    assert "\x1b" not in result.stdout + result.stderr
    assert "[#" not in result.stderr
    assert re.fullmatch(r".* \(\d+\.\d s\); next: .+", result.stdout.splitlines()[-1])


@pytest.mark.parametrize(
    ("terminal", "variables", "shown"),
    [
        (True, {}, True),
        (True, {"CI": "false"}, True),
        (True, {"CI": "true"}, False),
        (True, {"CI": "1"}, False),
        (True, {"TERM": "dumb"}, False),
        (False, {}, False),
    ],
)
def test_who_sees_a_bar(terminal: bool, variables: dict[str, str], shown: bool) -> None:
    assert may_show(terminal, variables) is shown


def test_a_build_tells_of_every_page_and_every_page_that_is_searched(archive: Path) -> None:
    told: list[tuple[str, int, int]] = []
    result = build(archive / "content", archive / "public", progress=lambda *said: told.append(said))
    pages = [(done, total) for step, done, total in told if step == "pages"]

    assert list(dict.fromkeys(step for step, _, _ in told)) == ["content", "pages", "search", "moving"]
    assert pages == [(done, len(pages)) for done in range(len(pages))]
    assert result.pages <= len(pages)
    assert [total for step, _, total in told if step == "search"] == [3]
