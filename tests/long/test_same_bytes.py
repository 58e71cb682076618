"""The same content gives the same bytes, whoever builds it, wherever, in whatever environment."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.long.trees import read_hashes

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[2]
HERE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8", "COLUMNS": "80"}
JOBS = "2"
ELSEWHERE = {
    "PYTHONHASHSEED": "4711",
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "SOURCE_DATE_EPOCH": "1",
    "COLUMNS": "200",
    "USER": "nobody",
    "LOGNAME": "nobody",
    "HOME": "/nonexistent",
}
AS_ANOTHER = ("unshare", "--user")
"""Runs a command under another number of user, where the system lets one do so."""


def find_other_user() -> tuple[str, ...]:
    """Return what runs a command as somebody else; nothing where the system does not allow it."""
    works = shutil.which("unshare") and subprocess.run([*AS_ANOTHER, "true"], capture_output=True, check=False)
    return AS_ANOTHER if works and works.returncode == 0 else ()


def run_build(
    folder: Path, *options: str, environment: dict[str, str], umask: int, prefix: tuple[str, ...] = ()
) -> None:
    """Build in a process of its own; problems in the content are no matter here."""
    command = [*prefix, sys.executable, "-m", "sitegen", "build", *options]
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, umask=umask, capture_output=True, text=True, check=False
    )

    assert done.returncode in (0, 1), done.stderr


def copy_sources(folder: Path) -> None:
    """Copy what a site is made from, the last file first, as if everything had been written today."""
    for part in ("content", "seeds"):
        for file in sorted((ROOT / part).rglob("*"), reverse=True):
            if file.is_file():
                to = folder / file.relative_to(ROOT)
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, to)


def test_every_file_is_the_same_in_another_environment(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "另一个 folder"
    copy_sources(one)
    copy_sources(other)
    run_build(one, "--jobs", JOBS, environment=HERE, umask=0o022)
    run_build(
        tmp_path,
        *("--content", str(other / "content"), "--out", str(tmp_path / "out/网站"), "--jobs", "1"),
        environment=ELSEWHERE,
        umask=0o077,
        prefix=find_other_user(),
    )

    expected = read_hashes(one / "public")

    assert "index.html" in expected
    assert expected == read_hashes(tmp_path / "out/网站")
