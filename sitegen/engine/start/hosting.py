"""What publishes an archive on every push: this repository's own files, with the program installed instead of made."""

import re
from pathlib import Path

import sitegen

FILES = (
    "netlify.toml",
    ".github/dependabot.yml",
    ".github/workflows/check.yml",
    ".github/workflows/deploy.yml",
    ".github/workflows/rebuild.yml",
)
CHANGES = (
    (re.compile(r"make \.venv/\.run && "), ""),
    (re.compile(r"\.venv/bin/sitegen"), "python -m sitegen"),
    (
        re.compile(r"# Netlify keeps \.venv.*\n"),
        "# Netlify installs requirements.txt by itself, and keeps pip's downloads between builds.\n",
    ),
    (
        re.compile(r'run: \|\n +make \.venv/\.run\n +echo "\$PWD/\.venv/bin" >> "\$GITHUB_PATH"\n'),
        "run: python -m pip install -r requirements.txt\n",
    ),
    (re.compile(r"(cache-dependency-path: )requirements\.lock"), r"\1requirements.txt"),
    (re.compile(r"docs/how-to/deploy\.md"), "README.md"),
    (re.compile(r"\n  tests:\n(?:    .*\n|\n)*"), "\n"),
)
"""An archive has no Makefile and no tests of the program."""


def make_hosting() -> dict[str, str]:
    """Return the files of an archive that hosts and CI read, by their path in it."""
    package = Path(sitegen.__file__).parent
    shipped = package / "hosting"
    root = shipped if shipped.is_dir() else package.parent
    made = {}
    for name in FILES:
        text = (root / name).read_text(encoding="utf-8")
        for pattern, instead in CHANGES:
            text = pattern.sub(instead, text)
        made[name] = text.rstrip("\n") + "\n"
    return made
