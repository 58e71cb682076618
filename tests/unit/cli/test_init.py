"""``sitegen init`` makes an archive that is whole as it stands."""

import hashlib
import re
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from sitegen import __version__
from sitegen.cli import main
from sitegen.engine.start.archive import NewArchive, make_archive
from sitegen.engine.start.hosting import CHANGES, FILES
from sitegen.render import default_folder
from sitegen.store.fields import SITE
from sitegen.store.site import read_site

ROOT = Path(__file__).parents[3]


def run(*words: str | Path, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], input=typed)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "archive"
    made = run("init", folder, "--county", "浙江省嘉善县", "--report-errors-to", "mail@example.org")
    assert made.exit_code == 0, made.output
    return folder


def make_wheel(path: Path, version: str = __version__, name: str = "sitegen") -> Path:
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(f"{name}-{version}.dist-info/METADATA", f"Name: {name}\nVersion: {version}\n")
    return path


def test_a_new_archive_has_no_problem_and_builds(archive: Path) -> None:
    checked = run("check", "--strict", "--content", archive / "content")
    built = run("build", "--strict", "--content", archive / "content", "--out", archive / "public", "--jobs", "1")

    assert (checked.exit_code, checked.stderr) == (0, "")
    assert (built.exit_code, built.stderr) == (0, "")
    assert "嘉善县乡镇通报档案" in (archive / "public/index.html").read_text(encoding="utf-8")
    assert (archive / "public/search-index/index.json").is_file()


def test_so_does_one_without_a_county(tmp_path: Path) -> None:
    made = run("init", tmp_path / "new")
    checked = run("check", "--strict", "--content", tmp_path / "new/content")

    assert made.exit_code == 0, made.output
    assert (checked.exit_code, checked.stderr) == (0, "")
    assert not (tmp_path / "new/content/places").exists()


def test_places_of_the_county_are_there(archive: Path) -> None:
    county = (archive / "content/places/zhejiang/jiashan.md").read_text(encoding="utf-8")

    assert "full_name: 浙江省嘉兴市嘉善县" in county
    assert (archive / "content/places/zhejiang.md").is_file()


def test_settings_say_what_was_given_and_what_each_key_means(archive: Path) -> None:
    text = (archive / "content/site.yaml").read_text(encoding="utf-8")
    settings, problems = read_site(text, "site.yaml")

    assert problems == ()
    assert settings.report_errors_to == "mail@example.org"
    assert settings.title_en == "Jiashan County Township Bulletins"
    keys = [number for number, line in enumerate(text.splitlines()) if ":" in line and not line.startswith("#")]
    lines = text.splitlines()
    assert [lines[number] for number in keys if not lines[number - 1].startswith("#")] == [lines[keys[-1]]]


def test_the_browser_editor_is_turned_on_by_taking_a_mark_away(archive: Path) -> None:
    text = (archive / "content/site.yaml").read_text(encoding="utf-8")
    settings, problems = read_site(text.replace("# editor: ", "editor: "), "site.yaml")

    assert problems == ()
    assert settings.editor is not None


def test_a_name_with_marks_of_yaml_is_quoted(tmp_path: Path) -> None:
    made = make_archive(NewArchive(title='甲: "乙" #1 @DESCRIPTION@'))
    settings, problems = read_site(str(made["content/site.yaml"]), "site.yaml")

    assert problems == ()
    assert settings.title == '甲: "乙" #1 @DESCRIPTION@'


def test_the_look_is_that_of_the_program(archive: Path) -> None:
    look = default_folder()
    files = sorted(path.relative_to(look) for path in look.rglob("*") if path.is_file() and path.name[0] != ".")

    assert files == sorted(
        path.relative_to(archive / "themes/default")
        for path in (archive / "themes/default").rglob("*")
        if path.is_file()
    )
    assert all((look / file).read_bytes() == (archive / "themes/default" / file).read_bytes() for file in files)


def test_nothing_of_the_programs_own_workshop_is_in_it(archive: Path) -> None:
    files = [archive / "netlify.toml", *(archive / ".github").rglob("*.yml")]
    text = "".join(path.read_text(encoding="utf-8") for path in files)

    assert [word for word in ("make ", ".venv", "Makefile", "docs/how-to", "requirements.lock") if word in text] == []


def test_hosts_get_the_settings_that_the_programs_own_archive_has(archive: Path) -> None:
    ours, theirs = (tomllib.loads((root / "netlify.toml").read_text(encoding="utf-8")) for root in (ROOT, archive))
    for part in ("build", "context"):
        ours.pop(part), theirs.pop(part)
    assert theirs == ours

    for path in sorted((archive / ".github").rglob("*.yml")):
        ours, theirs = (
            yaml.safe_load(file.read_text(encoding="utf-8")) for file in (ROOT / path.relative_to(archive), path)
        )
        jobs = theirs.get("jobs", {})
        assert theirs | {"jobs": None} == ours | {"jobs": None}
        assert set(jobs) == set(ours.get("jobs", {})) - {"tests"}
        for name, job in jobs.items():
            install = [step for step in job["steps"] if step.get("name") == "Install"]
            assert [step for step in job["steps"] if step not in install] == [
                change_cache(step) for step in ours["jobs"][name]["steps"] if step.get("name") != "Install"
            ]


def test_each_rule_that_changes_them_still_finds_something() -> None:
    text = "".join((ROOT / name).read_text(encoding="utf-8") for name in FILES)

    assert [pattern.pattern for pattern, _ in CHANGES if not pattern.search(text)] == []


def change_cache(step: dict[str, object]) -> dict[str, object]:
    """What setup-python keeps is named by the file that says what is installed."""
    used = step.get("with")
    if isinstance(used, dict) and "cache-dependency-path" in used:
        return step | {"with": used | {"cache-dependency-path": "requirements.txt"}}
    return step


def test_what_is_installed_is_what_the_program_was_locked_with(archive: Path) -> None:
    def pins(path: Path) -> dict[str, str]:
        lines = path.read_text(encoding="utf-8").splitlines()
        return dict(line.split(" ")[0].split("==") for line in lines if line[0] not in "# ." and "==" in line)

    own = pins(archive / "requirements.txt")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {name.split(">")[0].replace(".", "-") for name in project["dependencies"]}

    assert needed <= set(own)
    assert own.items() <= pins(ROOT / "requirements.lock").items()


def test_a_wheel_is_kept_and_named_with_its_hash(tmp_path: Path) -> None:
    wheel = make_wheel(tmp_path / f"sitegen-{__version__}-py3-none-any.whl")
    made = run("init", tmp_path / "new", "--wheel", wheel)
    lines = (tmp_path / "new/requirements.txt").read_text(encoding="utf-8").splitlines()

    assert made.exit_code == 0, made.output
    assert (tmp_path / "new/wheels" / wheel.name).read_bytes() == wheel.read_bytes()
    at = lines.index(f"./wheels/{wheel.name} \\")
    assert lines[at + 1].strip() == f"--hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}"


@pytest.mark.parametrize(("version", "name"), [("0.0.1", "sitegen"), (__version__, "another")])
def test_a_wheel_of_something_else_is_refused(tmp_path: Path, version: str, name: str) -> None:
    wheel = make_wheel(tmp_path / "some.whl", version, name)
    made = run("init", tmp_path / "new", "--wheel", wheel)

    assert made.exit_code == 2
    assert f"{name} {version}" in made.stderr
    assert not (tmp_path / "new").exists()


def test_a_file_that_is_no_wheel_is_refused(tmp_path: Path) -> None:
    (tmp_path / "some.whl").write_text("no", encoding="utf-8")
    made = run("init", tmp_path / "new", "--wheel", tmp_path / "some.whl")

    assert made.exit_code == 2
    assert not (tmp_path / "new").exists()


def test_a_folder_in_which_something_stands_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    made = run("init", tmp_path)

    assert made.exit_code == 2
    assert "mine.txt" in made.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_so_is_a_file_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine", encoding="utf-8")

    assert run("init", tmp_path / "mine").exit_code == 2


def test_a_fresh_repository_is_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()

    assert run("init", tmp_path).exit_code == 0


def test_a_county_that_is_none_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    made = run("init", tmp_path / "new", "--county", "浙江省没有县")

    assert made.exit_code == 2
    assert not (tmp_path / "new").exists()


def test_on_a_terminal_it_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.cli.asking.may_ask", lambda: True)
    made = run("init", tmp_path / "new", typed="鼓楼区\n2\n鼓楼档案\n\n\n")
    settings, _ = read_site((tmp_path / "new/content/site.yaml").read_text(encoding="utf-8"), "site.yaml")

    assert made.exit_code == 0, made.output
    assert "   2  " in made.stderr
    assert settings.title == "鼓楼档案"
    assert len(list((tmp_path / "new/content/places").rglob("*.md"))) == 2


def test_off_a_terminal_nothing_is_asked(tmp_path: Path) -> None:
    made = run("init", tmp_path / "new", typed="甲\n乙\n")

    assert made.exit_code == 0
    assert "乡镇通报档案" in (tmp_path / "new/content/site.yaml").read_text(encoding="utf-8")


def test_a_pipe_that_knows_no_chinese_gets_escapes(tmp_path: Path) -> None:
    made = CliRunner(charset="cp1252").invoke(main, ["init", str(tmp_path / "new"), "--county", "浙江省嘉善县"])
    helped = CliRunner(charset="cp1252").invoke(main, ["init", "--help"])

    assert made.exit_code == 0, made.output
    assert "\\u5609\\u5584\\u53bf" in made.stdout
    assert helped.exit_code == 0


def test_settings_explain_every_key(archive: Path) -> None:
    text = (archive / "content/site.yaml").read_text(encoding="utf-8")

    assert [key for key in SITE.by_key if not re.search(rf"^(?:# )?{key}:", text, re.M)] == []


@pytest.mark.parametrize("charset", ["gb18030", "gbk", "utf-8"])
def test_a_console_of_windows_understands_what_is_said(tmp_path: Path, charset: str) -> None:
    made = CliRunner(charset=charset).invoke(
        main, ["init", str(tmp_path / "new"), "--county", "浙江省嘉善县", "--lang", "zh"]
    )

    assert made.exit_code == 0, made.output
    assert "嘉善县乡镇通报档案" in made.stdout
