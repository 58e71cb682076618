"""What hosts are told: it names commands that exist, keeps strangers out, and says the same in every file."""

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.cli import main

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PINNED = re.compile(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
"""An action of the host's own, by commit, with the version for people."""
RECIPE = (ROOT / "docs/how-to/deploy.md").read_text(encoding="utf-8")
LEAST = {
    ("check.yml", "content"): {"contents": "read"},
    ("check.yml", "comment"): {"pull-requests": "write"},
    ("check.yml", "tests"): {"contents": "read"},
    ("deploy.yml", "build"): {"contents": "read", "pages": "read"},
    ("deploy.yml", "deploy"): {"pages": "write", "id-token": "write"},
    ("rebuild.yml", "ask"): {},
}
"""What each job may do; another right is to be thought about here first."""


def read_netlify() -> dict[str, Any]:
    return tomllib.loads((ROOT / "netlify.toml").read_text(encoding="utf-8"))


def read_workflow(path: Path) -> dict[Any, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def list_jobs() -> list[Any]:
    return [
        pytest.param(path, name, job, id=f"{path.name}-{name}")
        for path in WORKFLOWS
        for name, job in read_workflow(path)["jobs"].items()
    ]


def list_steps() -> list[dict[str, Any]]:
    return [step for _, _, job in (param.values for param in list_jobs()) for step in job["steps"]]


def list_commands() -> list[str]:
    """Every line of shell that a host is told to run."""
    netlify = read_netlify()
    contexts = [context["command"] for context in netlify["context"].values() if "command" in context]
    steps = [line for step in list_steps() if "run" in step for line in step["run"].splitlines()]
    return [netlify["build"]["command"], *contexts, *steps]


def find_calls(line: str) -> list[list[str]]:
    """Return the words of each call of sitegen in a line."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    words = list(lexer)
    starts = [at for at, word in enumerate(words) if word.rpartition("/")[2] == "sitegen"]
    ends = [
        next((at for at in range(start, len(words)) if set(words[at]) <= set("&|;<>}")), len(words)) for start in starts
    ]
    return [words[start + 1 : end] for start, end in zip(starts, ends, strict=True)]


def calls() -> list[list[str]]:
    return [call for line in list_commands() if "sitegen" in line for call in find_calls(line)]


def test_every_call_is_one_that_the_program_knows() -> None:
    known = {"build", "check", "diff"}
    for command, *arguments in calls():
        main.commands[command].make_context(command, [re.sub(r"\$\{?\w+[^/]*", "https:", one) for one in arguments])
        known.discard(command)

    assert known == set()


def test_only_previews_show_drafts_and_production_is_strict() -> None:
    netlify = read_netlify()
    previews = [netlify["context"][name]["command"] for name in ("deploy-preview", "branch-deploy")]

    assert "--strict" in netlify["build"]["command"]
    assert "--drafts" not in netlify["build"]["command"]
    assert all("--drafts" in command and "$DEPLOY_PRIME_URL" in command for command in previews)
    assert all("X-Robots-Tag: noindex" in command for command in previews)
    assert [call for call in calls() if "--drafts" in call and call not in find_calls(previews[0])] == []
    assert all("--strict" in call for call in calls() if call[0] == "build" and "--drafts" not in call)


@pytest.mark.parametrize("fence", ["nginx", "caddyfile"])
def test_the_recipes_send_what_netlify_sends(fence: str) -> None:
    blocks = "\n".join(re.findall(rf"```{fence}\n(.*?)```", RECIPE, re.S))
    rules = [rule["values"] for rule in read_netlify()["headers"] if rule["for"] != "/admin/*"]

    assert blocks
    for name, value in {pair for values in rules for pair in values.items()}:
        assert f'"{value}"' in blocks, f"{name}: {value}"


def test_every_call_in_the_recipes_is_one_that_the_program_knows() -> None:
    blocks = re.findall(r"```sh\n(.*?)```", RECIPE, re.S)
    found = [call for block in blocks for line in block.splitlines() for call in find_calls(line)]

    assert len(found) == 4
    for command, *arguments in found:
        main.commands[command].make_context(command, arguments)


def test_rules_that_overlap_name_different_headers() -> None:
    rules = read_netlify()["headers"]
    for number, rule in enumerate(rules):
        for other in rules[number + 1 :]:
            if _meet(rule["for"], other["for"]):
                assert not set(rule["values"]) & set(other["values"]), (rule["for"], other["for"])


def _meet(one: str, other: str) -> bool:
    (start, star, _), (begin, dot, _) = one.partition("*"), other.partition("*")
    return (start.startswith(begin) if dot else start == begin) or (begin.startswith(start) if star else False)


def test_the_day_begins_in_china_and_the_python_is_one_that_works() -> None:
    environment = read_netlify()["build"]["environment"]
    jobs = [job for _, _, job in (param.values for param in list_jobs())]
    pythons = {str(step["with"]["python-version"]) for step in list_steps() if "python-version" in step.get("with", {})}

    assert environment["TZ"] == "Asia/Shanghai"
    assert all(job["env"]["TZ"] == environment["TZ"] for job in jobs if "sitegen" in str(job))
    assert pythons == {environment["PYTHON_VERSION"]}


def find_schema_faults(schema: str, *files: Path) -> str:
    """Return what a schema that comes with the checker says against files."""
    command = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *files)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_the_files_are_of_the_form_that_the_host_reads(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yml"
    broken.write_text(WORKFLOWS[0].read_text(encoding="utf-8").replace("runs-on:", "run-on:"), encoding="utf-8")

    assert find_schema_faults("github-workflows", *WORKFLOWS) == ""
    assert find_schema_faults("dependabot", ROOT / ".github/dependabot.yml") == ""
    assert "run-on" in find_schema_faults("github-workflows", broken)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_named_by_commit(path: Path) -> None:
    used = [line.partition("uses: ")[2] for line in path.read_text(encoding="utf-8").splitlines() if "uses: " in line]

    assert [action for action in used if not PINNED.fullmatch(action)] == []


def test_one_version_of_each_action() -> None:
    used = {step["uses"] for step in list_steps() if "uses" in step}

    assert len(used) == len({name.partition("@")[0] for name in used})


@pytest.mark.parametrize(("path", "name", "job"), list_jobs())
def test_a_job_may_do_the_least_and_ends(path: Path, name: str, job: dict[str, Any]) -> None:
    assert read_workflow(path)["permissions"] == {}
    assert job.get("permissions", {}) == LEAST[path.name, name]
    assert job["timeout-minutes"] <= 60
    assert job["runs-on"] == "ubuntu-24.04"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_runs_of_one_sort_do_not_race(path: Path) -> None:
    assert read_workflow(path)["concurrency"]["group"]


def test_nothing_of_a_pull_request_is_put_into_a_command() -> None:
    assert [step["run"] for step in list_steps() if "${{" in step.get("run", "")] == []
    assert not any("pull_request_target" in str(read_workflow(path)[True]) for path in WORKFLOWS)


def test_who_checks_out_keeps_no_key() -> None:
    checkouts = [step for step in list_steps() if step.get("uses", "").startswith("actions/checkout@")]

    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_who_may_write_runs_nothing_of_the_pull_request() -> None:
    comment = read_workflow(ROOT / ".github/workflows/check.yml")["jobs"]["comment"]

    assert "head.repo.full_name == github.repository" in comment["if"]
    assert not any("checkout" in step.get("uses", "") for step in comment["steps"])
    assert "sitegen" not in str([step.get("run") for step in comment["steps"]]).replace("sitegen diff", "")


def test_pages_are_rebuilt_each_day() -> None:
    for name in ("deploy.yml", "rebuild.yml"):
        (times,) = read_workflow(ROOT / ".github/workflows" / name)[True]["schedule"]
        minute, hour, *rest = times["cron"].split()

        assert (0 < int(minute) < 60, hour, rest) == (True, "16", ["*", "*", "*"])  # midnight in China


def test_what_is_installed_is_cached_by_the_lock() -> None:
    pythons = [step["with"] for step in list_steps() if step.get("uses", "").startswith("actions/setup-python@")]

    assert pythons
    assert all(given["cache"] == "pip" and (ROOT / given["cache-dependency-path"]).is_file() for given in pythons)
