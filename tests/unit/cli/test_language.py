"""The language in which the commands speak."""

import re
import string
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.cli.language import find_language
from sitegen.cli.words import count, spell_time
from sitegen.problems.words import Language, Words

ROOT = Path(__file__).parents[3]
TABLE = yaml.safe_load((ROOT / "sitegen/cli/words.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("variables", "system", "language"),
    [
        ({}, "", Language.EN),
        ({"LANG": "zh_CN.UTF-8"}, "", Language.ZH),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "", Language.EN),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "zh_CN"}, "", Language.ZH),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "", Language.ZH),
        ({"LANG": "C.UTF-8"}, "", Language.EN),
        ({"LANG": "de_DE.UTF-8"}, "", Language.EN),
        ({}, "zh_CN", Language.ZH),
        ({}, "Chinese (Simplified)_China", Language.ZH),
        ({}, "English_United States", Language.EN),
        ({"LANG": "en_US.UTF-8"}, "zh_CN", Language.EN),
    ],
)
def test_the_locale_decides(variables: dict[str, str], system: str, language: Language) -> None:
    assert find_language(variables, system=system) is language


def blanks(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("name", TABLE["lines"])
def test_a_line_names_the_same_in_both_languages(name: str) -> None:
    line = TABLE["lines"][name]

    assert set(line) == {"en", "zh"}
    assert blanks(line["en"]) == blanks(line["zh"])


def test_nouns_are_counted() -> None:
    assert count(1, "report") == Words("1 report", "1 篇报告")
    assert count(12, "report") == Words("12 reports", "12 篇报告")
    assert all(blanks(words) == {"n"} for noun in TABLE["nouns"].values() for words in noun.values())


def test_every_noun_and_line_that_commands_name_is_in_the_table() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "sitegen/cli").glob("*.py"))

    assert set(re.findall(r'\bcount\([^"]*?, "([a-z ]+)"\)', text)) - set(TABLE["nouns"]) == set()
    assert set(re.findall(r'\bline\(\s*"([a-z-]+)"', text)) - set(TABLE["lines"]) == set()


@pytest.mark.parametrize(
    ("seconds", "english", "chinese"),
    [
        (0.04, "0.0 s", "0.0 秒"),
        (1.26, "1.3 s", "1.3 秒"),
        (125.2, "2 min 5 s", "2 分 5 秒"),
        (3600, "60 min 0 s", "60 分 0 秒"),
    ],
)
def test_times_are_spelled(seconds: float, english: str, chinese: str) -> None:
    assert spell_time(seconds) == Words(english, chinese)


def run(*arguments: str) -> tuple[str, str]:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return result.stdout, result.stderr


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive of one report, which names a theme that there is not."""
    folder = tmp_path / "content" / "reports" / "zhejiang" / "jiashan" / "xitang-zhen"
    folder.mkdir(parents=True)
    text = (
        "---\ntitle: 西塘镇2023年工作\nplace: 浙江省嘉兴市嘉善县西塘镇\nperiod: '2023'\nthemes: [rural]\n---\n正文。\n"
    )
    (folder / "2023.md").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_an_option_decides_against_the_locale(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")

    assert "error[theme-unknown]" in run("check", "--lang", "en")[1]
    assert "错误[theme-unknown]" in run("check")[1]
    assert "错误[theme-unknown]" in run("--lang", "zh", "check")[1]
    assert "error[theme-unknown]" in run("--lang", "zh", "check", "--lang", "en")[1]


def test_the_last_line_says_what_was_made_how_long_it_took_and_what_is_next(archive: Path) -> None:
    took = r"\d+\.\d s"

    assert re.fullmatch(
        rf"0 reports fine \({took}\); next: mend the errors above, then sitegen check\n",
        run("check")[0],
    )
    assert re.fullmatch(
        r".*0 篇报告.*（用时 \d+\.\d 秒）；下一步：改正上面的错误，再运行 sitegen check\n",
        run("check", "--lang", "zh")[0],
    )
    assert run("audit")[0].endswith("; next: sitegen build\n")
    assert run("build", "--lang", "zh")[0].endswith("；下一步：sitegen serve\n")
    assert run("build", "--strict")[0].endswith("; next: mend what is named above, then sitegen build\n")


@pytest.mark.parametrize("command", ["audit", "build", "check", "ingest", "score", "serve"])
def test_every_command_has_the_option(command: str) -> None:
    assert "--lang [en|zh]" in run(command, "--help")[0]


def test_what_is_used_wrongly_is_said_in_the_language_of_the_run(archive: Path) -> None:
    assert "没有文件夹 no；请用 --content 指明内容文件夹" in run("check", "--content", "no", "--lang", "zh")[1]
    assert "there is no folder no; name the content folder with --content" in run("check", "--content", "no")[1]
