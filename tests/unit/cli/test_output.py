"""Problems for machines: one JSON document, annotations on GitHub."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main
from sitegen.cli.output import format_github
from sitegen.problems import Language, Problem, Severity
from sitegen.problems.catalogue import make_problem

FIELDS = ["code", "severity", "path", "line", "column", "text", "what", "fix"]


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive of one report with an error, a warning and a note."""
    folder = tmp_path / "content" / "reports" / "zhejiang" / "jiashan" / "xitang-zhen"
    folder.mkdir(parents=True)
    text = "---\ntitle: 西塘镇2023年工作\nplace: 嘉善县西塘镇\nperiod: null\nthemes: [rural]\n---\n正文。\n"
    (folder / "undated.md").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments], catch_exceptions=False)


def test_json_is_one_document_on_stdout_and_holds_all(archive: Path) -> None:
    result = run("--output", "json")
    document = json.loads(result.stdout)
    shown = run()

    assert list(document) == ["format", "exit_status", "counts", "problems"]
    assert (document["format"], document["exit_status"], result.exit_code) == (1, 1, 1)
    assert document["counts"] == {"errors": 1, "warnings": 1, "notes": 1}
    assert all(list(problem) == FIELDS for problem in document["problems"])
    assert [problem["code"] for problem in document["problems"]] == ["place-short", "report-undated", "theme-unknown"]
    assert all(problem["what"]["en"] in shown.stderr for problem in document["problems"])
    assert document["problems"][1] == {
        "code": "report-undated",
        "severity": "note",
        "path": "content/reports/zhejiang/jiashan/xitang-zhen/undated.md",
        "line": 4,
        "column": 9,
        "text": "period: 「null」",
        "what": {"en": "the period is not settled", "zh": "时段还没有确定"},
        "fix": {"en": 'write it after period:, for instance "2023"', "zh": '在 period: 后面写上，例如 "2023"'},
    }


def test_json_is_the_same_in_every_language_and_what_is_for_people_goes_to_stderr(archive: Path) -> None:
    english, chinese = run("--output", "json"), run("--output", "json", "--lang", "zh")

    assert english.stdout == chinese.stdout
    assert "下一步" in chinese.stderr


def test_json_of_nothing_wrong_is_a_document_too(archive: Path) -> None:
    next(Path("content").rglob("*.md")).unlink()
    document = json.loads(run("--output", "json").stdout)

    assert (document["exit_status"], document["problems"]) == (0, [])


def test_github_annotates_the_lines(archive: Path) -> None:
    result = run("--output", "github")
    file = "content/reports/zhejiang/jiashan/xitang-zhen/undated.md"
    lines = [line for line in result.stdout.splitlines() if line.startswith("::")]

    assert result.exit_code == 1
    assert [line.partition(" ")[0] for line in lines] == ["::warning", "::notice", "::error"]
    assert lines[1] == (
        f"::notice file={file},line=4,col=9,title=report-undated::"
        'the period is not settled%0Awrite it after period:, for instance "2023"'
    )
    assert "::时段还没有确定%0A" in run("--output", "github", "--lang", "zh").stdout


@pytest.mark.parametrize(
    ("problem", "command"),
    [
        (
            Problem("some-code", "50% of a\nb, c: d", "a,b:c%.md", 3),
            "::error file=a%2Cb%3Ac%25.md,line=3,title=some-code::50%25 of a%0Ab, c: d",
        ),
        (Problem("some-code", "a\r\nb", severity=Severity.WARNING), "::warning title=some-code::a%0D%0Ab"),
        (Problem("some-code", "::error::x", "a.md"), "::error file=a.md,title=some-code::::error::x"),
    ],
)
def test_nothing_in_a_message_ends_the_command(problem: Problem, command: str) -> None:
    assert format_github(problem, Language.EN) == command


def test_github_names_files_below_the_checkout(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = make_problem("body-empty", "content/a.md")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(archive.parent))

    assert f"file={archive.name}/content/a.md," in format_github(problem, Language.EN)

    monkeypatch.setenv("GITHUB_WORKSPACE", str(archive / "elsewhere"))

    assert "file=content/a.md," in format_github(problem, Language.EN)


def test_strict_is_told_in_the_status(archive: Path) -> None:
    path = next(Path("content").rglob("*.md"))
    path.write_text(path.read_text("utf-8").replace("[rural]", "[]"), "utf-8")

    assert json.loads(run("--output", "json").stdout)["exit_status"] == 0
    assert json.loads(run("--output", "json", "--strict").stdout)["exit_status"] == 1
