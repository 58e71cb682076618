"""The locks say what is installed down to the byte, and no machine's package host."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEMPLATE = "sitegen/engine/start/template/requirements.lock"


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock", TEMPLATE])
def test_requirements_are_pinned_with_hashes_and_name_no_host(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", "")
    requirements = [line for line in text.splitlines() if line and not line.startswith("#")]

    assert requirements
    assert [line for line in requirements if "==" not in line or "--hash=sha256:" not in line] == []
    assert [line for line in requirements if "://" in line or line.startswith("-")] == []


def test_the_packages_of_npm_are_pinned_with_hashes_and_name_no_host() -> None:
    packages = json.loads((ROOT / "tests/node/package-lock.json").read_text(encoding="utf-8"))["packages"]
    installed = {name: package for name, package in packages.items() if name}

    assert installed
    assert [name for name, package in installed.items() if "integrity" not in package] == []
    assert [name for name, package in installed.items() if "resolved" in package] == []
