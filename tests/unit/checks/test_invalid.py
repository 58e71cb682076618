"""One folder of broken content for each code of the catalogue, with the exact words that the user sees.

``tests/invalid/<code>/`` holds what the command works on, ``expected.txt`` what it says, and where the command is not
``check``, ``case.yaml``: ``command`` as typed, ``sizes`` of files too large to be kept, ``unreadable`` files.
``expected-zh.txt`` holds the same in Chinese.
``SITEGEN_UPDATE=1`` writes both anew; the difference is to be looked at.
"""

import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.problems.catalogue import catalogue

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests" / "invalid"
ELSEWHERE = {
    "output-overlaps": "tests/unit/build",
    "output-foreign": "tests/unit/build",
    "output-unwritable": "tests/unit/build",
    "build-running": "tests/unit/build",
    "report-kept": "tests/unit/build",
    "source-changed": "tests/unit/build",
    "jinja-theme-broken": "tests/unit/build",
    "editor-missing": "tests/unit/build",
    "search-failed": "tests/unit/build",
    "preview-failed": "tests/unit/serve",
    "file-changed-meanwhile": "tests/unit/engine/mending",
    "file-unwritable": "tests/unit/engine/mending",
    "address-outside": "tests/unit/build",
    "address-twice": "tests/unit/build",
    "audit-share-over": "tests/unit/archive",
    "audit-fraction": "tests/unit/archive",
    "audit-share-differs": "tests/unit/archive",
    "audit-completion-differs": "tests/unit/archive",
    "audit-part-over": "tests/unit/archive",
    "audit-sum-differs": "tests/unit/archive",
    "audit-households": "tests/unit/archive",
    "audit-average-differs": "tests/unit/archive",
    "audit-change-differs": "tests/unit/archive",
    "audit-years-differ": "tests/unit/archive",
    "audit-series-jump": "tests/unit/archive",
    "audit-said-twice": "tests/unit/archive",
    "audit-paragraph-doubled": "tests/unit/archive",
}
"""Codes of what no folder of files shows by one command (a built site, several years), and the tests that do."""

ENGLISH = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")
"""Two words beside each other; a key, an id or the name of a format stands alone in a Chinese sentence."""
COMMAND = re.compile(r"sitegen [a-z]+|iconv -f .*|UTF-8 无 BOM")


def codes() -> list[str]:
    return [code for code in catalogue() if code not in ELSEWHERE]


@pytest.mark.parametrize("code", codes())
def test_each_code_is_said_as_expected(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = _run(code, "en", tmp_path, monkeypatch)
    expected = CASES / code / "expected.txt"
    if os.environ.get("SITEGEN_UPDATE"):
        expected.write_text(said, encoding="utf-8")

    assert said == expected.read_text(encoding="utf-8")
    assert f"[{code}]" in said


@pytest.mark.parametrize("code", codes())
def test_each_code_is_said_in_chinese(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = _run(code, "zh", tmp_path, monkeypatch)
    expected = CASES / code / "expected-zh.txt"
    if os.environ.get("SITEGEN_UPDATE"):
        expected.write_text(said, encoding="utf-8")

    assert said == expected.read_text(encoding="utf-8")
    assert [line for line in said.splitlines() if ENGLISH.search(_without_content(line))] == []


def _without_content(line: str) -> str:
    """A line of a message without what is no word of the program: the place, the content's own words, commands."""
    if line.startswith("    原文："):
        return ""
    line = re.sub(r"^\S+?: (?=\S+\[[a-z-]+\]：)", "", line)
    return COMMAND.sub("", re.sub("“[^”]*”", "", line))


def _run(code: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return what the command of a case says on stderr, and its exit status."""
    folder = CASES / code
    assert folder.is_dir(), f"tests/invalid/{code}/ is missing"
    case = _case(folder)
    monkeypatch.setenv("LC_ALL", {"en": "C.UTF-8", "zh": "zh_CN.UTF-8"}[language])
    shutil.copytree(folder, tmp_path / "case")
    monkeypatch.chdir(tmp_path / "case")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for name, size in case.get("sizes", {}).items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(b"a" * size)
    _hide(case.get("unreadable", []), monkeypatch)
    for command in case.get("before", []):
        assert CliRunner().invoke(main, command).exit_code == 0
    result = CliRunner().invoke(main, case.get("command", ["check"]), catch_exceptions=False)
    status = {"en": "exit status", "zh": "退出状态"}[language]
    return f"{result.stderr}{status} {result.exit_code}\n"


def test_every_folder_belongs_to_a_code() -> None:
    assert {path.name for path in CASES.iterdir() if path.is_dir()} == set(codes())


@pytest.mark.parametrize(("code", "tests"), ELSEWHERE.items())
def test_codes_without_a_folder_are_tested_elsewhere(code: str, tests: str) -> None:
    found = [path for path in (ROOT / tests).rglob("*.py") if code in path.read_text(encoding="utf-8")]

    assert found != []


def test_every_code_in_the_program_has_an_entry_and_every_entry_is_used() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "sitegen").rglob("*.py"))}
    strings = {string for text in texts.values() for string in re.findall(r'"([a-z]+(?:-[a-z0-9]+)+)"', text)}
    said = {
        code
        for text in texts.values()
        for code in re.findall(
            r'(?:make_problem|add|add_at|finding|Doubt|BrokenYamlError)\(\s*"([a-z]+-[a-z-]+)"', text
        )
    }

    assert said - set(catalogue()) == set()
    assert set(catalogue()) - strings == set()


def test_both_languages_say_something_for_every_code() -> None:
    for code, entry in catalogue().items():
        for words in (entry.meaning, entry.cause, entry.remedy):
            assert words.en.strip(), code
            assert re.search("[\u4e00-\u9fff]", words.zh), code


def _case(folder: Path) -> dict[str, Any]:
    path = folder / "case.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}


def _hide(names: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Make files that the system refuses to read, whoever runs the tests."""
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.as_posix() in names:
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
