"""The folder .vscode: fresh in this repository, made for any archive, a person's own settings left alone."""

import json
import re
from pathlib import Path

from click.testing import CliRunner

from sitegen.cli import main
from sitegen.editors.offered import offer_lexicon, read_offered
from sitegen.editors.snippets import make_snippets
from sitegen.editors.vscode import make_files, write_schemas
from sitegen.problems import Language, Severity
from sitegen.problems.catalogue import make_problem
from sitegen.store.front_matter import split_front_matter
from sitegen.store.report_file import read_report

ROOT = Path(__file__).parents[3]


def test_files_of_this_repository_are_fresh() -> None:
    own, shared = make_files("content", read_offered(ROOT / "content"))
    for name, text in {**own, **shared}.items():
        found = ROOT / ".vscode" / name

        assert found.read_text(encoding="utf-8") == text, "run: sitegen schema"


def test_the_command_writes_what_is_missing_and_then_nothing(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    command = ["schema", str(tmp_path), "--content", str(tmp_path / "content")]
    first = CliRunner().invoke(main, command)
    second = CliRunner().invoke(main, command)

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert len(first.stdout.splitlines()) == 13
    assert second.stdout == "nothing new: .vscode is as it should be\n"


def test_a_persons_settings_are_left_alone_and_named(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    settings = tmp_path / ".vscode/settings.json"
    settings.parent.mkdir()
    settings.write_text('{"editor.fontSize": 20} // 大字\n', encoding="utf-8")
    (tmp_path / ".vscode/schemas").mkdir()
    stale = tmp_path / ".vscode/schemas/site.json"
    stale.write_text("{}", encoding="utf-8")
    result = write_schemas(tmp_path, tmp_path / "content")

    assert result.left == (settings,)
    assert "大字" in settings.read_text(encoding="utf-8")
    assert stale in result.written


def test_a_content_folder_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    result = CliRunner().invoke(main, ["schema", str(tmp_path / "a"), "--content", str(tmp_path / "b")])

    assert result.exit_code == 2
    assert "does not lie below" in result.stderr


def test_a_theme_of_the_archive_is_offered(tmp_path: Path) -> None:
    themes = tmp_path / "content/themes"
    themes.mkdir(parents=True)
    text = "---\nlabel: 河长制\nlabel_en: River chiefs\ncovers: 巡河。\n---\n"
    (themes / "river-chiefs.md").write_text(text, encoding="utf-8")
    write_schemas(tmp_path, tmp_path / "content")
    schema = json.loads((tmp_path / ".vscode/schemas/report.json").read_text(encoding="utf-8"))

    assert "river-chiefs" in schema["properties"]["themes"]["items"]["enum"]


def test_the_task_finds_problems_in_either_language() -> None:
    tasks = json.loads(make_files("content", offer_lexicon())[1]["tasks.json"])
    matchers = {found["severity"]: found["pattern"] for found in tasks["tasks"][0]["problemMatcher"]}
    found = make_problem("theme-unknown", "content/reports/a.md", 14, 9, id="rural", ids="economy", near=None)
    for language in Language:
        line = found.tell(language).splitlines()[0]
        match = re.match(matchers["error"]["regexp"], line)

        assert match is not None, line
        assert match.groups()[:4] == ("content/reports/a.md", "14", "9", "theme-unknown")
        assert not re.match(matchers["warning"]["regexp"], line)
    assert set(matchers) == {"error", "warning", "info"}
    assert len(Severity) == len(matchers)


def test_a_new_report_from_the_snippet_is_read() -> None:
    body = "\n".join(make_snippets(offer_lexicon())["新报告"]["body"])
    filled = re.sub(r"\$\{\d+\|([^,|}]*)[^}]*\}", r"\1", body)
    filled = re.sub(r"\$\{\d+:([^}]*)\}|\$\d", lambda match: match[1] or "小标题", filled)
    filled = filled.replace("发表日期", "2024-01-18")
    report, problems = read_report(filled, "content/reports/a.md", "a")

    assert problems == ()
    assert report is not None
    assert split_front_matter(filled).yaml
