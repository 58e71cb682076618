"""The very commands of netlify.toml and of the workflows, run without a network."""

import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.checks.site import check_site
from tests.long.hosting_steps import ROOT, copy_archive, put_program, run_shell

pytestmark = pytest.mark.long

PREVIEW = {"URL": "https://archive.example", "DEPLOY_PRIME_URL": "https://deploy-7--archive.example"}
DRAFT = "草稿里的一句话"


def read_command(context: str) -> str:
    netlify = tomllib.loads((ROOT / "netlify.toml").read_text(encoding="utf-8"))
    own = netlify.get("context", {}).get(context, {})
    return str(own.get("command", netlify["build"]["command"]))


def read_steps(workflow: str, job: str) -> dict[str, dict[str, Any]]:
    """Return the steps of a job by their names."""
    jobs = yaml.safe_load((ROOT / ".github/workflows" / workflow).read_text(encoding="utf-8"))["jobs"]
    return {step.get("name", step.get("uses", "")): step for step in jobs[job]["steps"]}


def find_report(archive: Path) -> Path:
    return min((archive / "content/reports").rglob("2*.md"))


def add_draft(archive: Path) -> str:
    """Make a draft of a copy of a report and return its address below the site's."""
    file = find_report(archive)
    draft = file.with_name(f"{file.stem}--n9.md")
    text = file.read_text(encoding="utf-8").replace("\ntitle: ", f"\ndraft: true\ntitle: {DRAFT}", 1)
    draft.write_text(re.sub("(?m)^source: .*\n", "", text, count=1), encoding="utf-8")
    return draft.relative_to(archive / "content").with_suffix("").as_posix()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return copy_archive(tmp_path / "archive")


def test_production_stands_at_its_own_address_and_has_no_draft(archive: Path) -> None:
    draft = add_draft(archive)
    done = run_shell(read_command("production"), archive, CONTEXT="production", **PREVIEW)

    assert done.returncode == 0, done.stderr
    home = (archive / "public/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://archive.example/">' in home
    assert "noindex" not in home
    assert not (archive / "public" / draft).exists()
    assert DRAFT not in "".join(read_texts(archive / "public"))


def read_texts(site: Path) -> Iterator[str]:
    for file in site.rglob("*"):
        if file.suffix in (".html", ".xml", ".json", ".csv", ".txt"):
            yield file.read_text(encoding="utf-8")


@pytest.mark.parametrize("context", ["deploy-preview", "branch-deploy"])
def test_a_preview_shows_drafts_at_its_own_address_and_to_no_search_engine(context: str, archive: Path) -> None:
    draft = add_draft(archive)
    done = run_shell(read_command(context), archive, CONTEXT=context, **PREVIEW)
    pages = sorted((archive / "public").rglob("*.html"))

    assert done.returncode == 0, done.stderr
    assert DRAFT in (archive / "public" / draft / "index.html").read_text(encoding="utf-8")
    assert not [
        page for page in pages if "archive.example" in (text := page.read_text("utf-8")) and "noindex" not in text
    ]
    assert 'href="https://deploy-7--archive.example/"' in (archive / "public/index.html").read_text(encoding="utf-8")
    assert (archive / "public/_headers").read_text(encoding="utf-8").endswith("/*\n  X-Robots-Tag: noindex, nofollow\n")
    assert [str(p) for p in check_site(archive / "public").problems] == []


def test_a_report_with_an_error_stops_production_and_not_the_preview(archive: Path) -> None:
    file = find_report(archive)
    file.write_text(file.read_text(encoding="utf-8").replace("\nplace: ", "\nplaec: ", 1), encoding="utf-8")
    preview = run_shell(read_command("deploy-preview"), archive, **PREVIEW)
    shutil.rmtree(archive / "public")
    production = run_shell(read_command("production"), archive, **PREVIEW)

    assert preview.returncode == 0
    assert "plaec" in preview.stderr
    assert production.returncode != 0
    assert not (archive / "public").exists()


def test_the_network_is_closed_to_the_program(archive: Path) -> None:
    ask = ".venv/bin/python -c \"import urllib.request as r; r.urlopen('http://127.0.0.1:9/')\""

    assert "the network was asked for" in run_shell(ask, archive).stderr


@pytest.fixture
def pull_request(archive: Path) -> Path:
    """A commit that merges a pull request: one fact mended, on top of what it is merged into."""

    def git(*arguments: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@a.example", *arguments],
            cwd=archive,
            check=True,
            capture_output=True,
        )

    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "before")
    git("switch", "-qc", "mended")
    file = find_report(archive)
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"- \{id: \w+, .*\n", "", text, count=1), encoding="utf-8")
    git("commit", "-qam", "a fact less")
    git("switch", "-q", "main")
    git("merge", "-q", "--no-ff", "mended", "-m", "merged")
    return archive


def run_steps(steps: dict[str, dict[str, Any]], folder: Path, **variables: str) -> dict[str, int]:
    """Run the shell steps of a job one after the other, each with what the ones before put on the path."""
    temporary = folder.parent / "runner"
    temporary.mkdir(exist_ok=True)
    files = {name: temporary / name.lower() for name in ("GITHUB_PATH", "GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
    for file in files.values():
        file.touch()
    told = {"RUNNER_TEMP": str(temporary), **{name: str(file) for name, file in files.items()}, **variables}
    statuses = {}
    for name, step in steps.items():
        if "run" in step and _is_due(step, folder):
            start = ":".join([*files["GITHUB_PATH"].read_text().split(), str(folder.parent / "bin")])
            done = run_shell(f'PATH="{start}:$PATH"\n{step["run"]}', folder, **told)
            statuses[name] = done.returncode
            assert done.returncode == 0 or step.get("continue-on-error"), f"{name}: {done.stdout}{done.stderr}"
    return statuses


def _is_due(step: dict[str, Any], folder: Path) -> bool:
    """Whether a step runs; a step that waits for a file does where the file is there."""
    needed = re.search(r"hashFiles\('([^']+)'\) != ''", step.get("if", ""))
    return needed is None or (folder / needed[1]).is_file()


def test_a_pull_request_is_told_what_it_changes(pull_request: Path) -> None:
    run_steps(read_steps("check.yml", "content"), pull_request)
    runner = pull_request.parent / "runner"
    summary = (runner / "github_step_summary").read_text(encoding="utf-8")

    assert summary.startswith("<!-- sitegen diff -->\n")
    assert "0 added, 0 changed, 1 removed in 1 report" in summary
    assert (runner / "summary.md").read_text(encoding="utf-8") == summary


@pytest.mark.parametrize(("old", "expected"), [("", "--method POST"), ("4711", "--method PATCH")])
def test_the_summary_is_one_comment(old: str, expected: str, tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    (work / "summary.md").write_text("<!-- sitegen diff -->\nnothing\n", encoding="utf-8")
    put_program(tmp_path, "gh", f'case "$*" in *--paginate*) echo "{old}";; esac')
    steps = {name: step for name, step in read_steps("check.yml", "comment").items() if "run" in step}
    run_steps(steps, work, GITHUB_REPOSITORY="a/b", PULL="7", GH_TOKEN="none")
    asked, written = (tmp_path / "gh.calls").read_text(encoding="utf-8").splitlines()

    assert 'startswith("<!-- sitegen diff -->")' in asked
    assert expected in written
    assert written.endswith("body=@summary.md")
    assert ("comments/4711" if old else "issues/7/comments") in written


@pytest.mark.parametrize("on", ["true", "false"])
def test_pages_are_built_below_the_path_of_the_repository(on: str, archive: Path) -> None:
    put_program(archive.parent, "gh", f"echo {on}")
    steps = read_steps("deploy.yml", "build")
    run_steps(steps, archive, ADDRESS="https://user.example/repository", GITHUB_REPOSITORY="a/b", GH_TOKEN="none")
    home = (archive / "public/index.html").read_text(encoding="utf-8")

    assert (archive.parent / "runner/github_output").read_text() == f"on={on}\n"
    assert 'href="https://user.example/repository/"' in home
    assert 'src="/repository/assets/' in home


@pytest.mark.parametrize(("hook", "calls"), [("", 0), ("https://hook.example/1", 1)])
def test_a_build_is_asked_for_where_there_is_whom_to_ask(hook: str, calls: int, tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    put_program(tmp_path, "curl", "exit 0")
    run_steps(read_steps("rebuild.yml", "ask"), work, HOOK=hook)
    file = tmp_path / "curl.calls"

    assert len(file.read_text().splitlines() if file.exists() else []) == calls
