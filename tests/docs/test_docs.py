"""What the docs name exists: files that they link to, headings, commands with their options, problem codes."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import click
import pytest

from sitegen.cli import main
from sitegen.problems.catalogue import catalogue

ROOT = Path(__file__).parents[2]
DOCS = sorted([*(ROOT / "docs").rglob("*.md"), ROOT / "README.md"])
EDITORS = ("tutorial/first-page.md", "how-to/*.md")
LINK = re.compile(
    r"(?<!!)\[[^\]\n]*\]\((?!https?:|mailto:|/)([^)\s\"]+)[^)]*\)|!\[[^\]\n]*\]\((?!https?:|/)([^)\s]+)[^)]*\)"
)
FENCE = re.compile(r"^(?: *)```(\w*)\n(.*?)^(?: *)```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
COMMAND = re.compile(r"(?:^|[\s/\\])sitegen (?=[a-z-])(.*)$")
BLANK = "‹"
"""Stands where a problem names something of the editor's own."""


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def without_code(text: str) -> str:
    return CODE.sub("", FENCE.sub("", text))


def list_headings(text: str) -> set[str]:
    """The anchors that hosts of Markdown give to headings."""
    found = re.findall(r"^#{1,6} (.+)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in found}


def list_commands(text: str) -> Iterator[str]:
    """What is typed after ``sitegen``, in blocks and in sentences."""
    for _, block in FENCE.findall(text):
        for line in block.replace("\\\n", " ").splitlines():
            if found := COMMAND.search(line.partition(" #")[0]):
                yield found[1].strip()
    for code in CODE.findall(FENCE.sub("", text)):
        if found := COMMAND.search(code):
            yield found[1].strip()


def find_fault(typed: str) -> str:
    """What is wrong with a command; empty where nothing is. Words in the place of a value are not looked at."""
    words = shlex.split(typed)
    command: click.Command = main
    while isinstance(command, click.Group) and words and not words[0].startswith(("-", "[")):
        below = command.commands.get(words[0])
        if below is None:
            return f"no command {words[0]}"
        command, words = below, words[1:]
    options = {name: option for option in command.params for name in option.opts + option.secondary_opts}
    for word in words:
        option = word.partition("=")[0]
        if option.startswith("-") and option not in (*options, "-h", "--help"):
            return f"no option {option}"
    return ""


@pytest.mark.parametrize("path", DOCS, ids=name)
def test_links_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    broken = []
    for target in ("".join(pair) for pair in LINK.findall(without_code(text))):
        file, _, anchor = unquote(target).partition("#")
        other = (path.parent / file).resolve() if file else path
        known = list_headings(other.read_text(encoding="utf-8")) if anchor and other.is_file() else {""}
        if BLANK not in target and (not other.exists() or anchor not in known):
            broken.append(target)

    assert broken == []


@pytest.mark.parametrize("path", DOCS, ids=name)
def test_commands_exist_with_their_options(path: Path) -> None:
    faults = {typed: fault for typed in list_commands(path.read_text(encoding="utf-8")) if (fault := find_fault(typed))}

    assert faults == {}


def test_a_wrong_command_is_found() -> None:
    text = "`sitegen chek` `sitegen check --fixx`\n\n```sh\n.venv/bin/sitegen build --out=x --no  # why\n```\n"

    assert [find_fault(typed) for typed in list_commands(text)] == [
        "no option --no",
        "no command chek",
        "no option --fixx",
    ]


def test_problem_codes_that_pages_for_editors_name_exist() -> None:
    kinds = {code.partition("-")[0] for code in catalogue()}
    unknown = []
    for path in (path for pattern in EDITORS for path in sorted((ROOT / "docs").glob(pattern))):
        for code in re.findall(r"(?:^|[\[`])([a-z]+(?:-[a-z]+)+)(?=[\]`])", path.read_text(encoding="utf-8")):
            if code.partition("-")[0] in kinds and code not in catalogue():
                unknown.append(f"{name(path)}: {code}")

    assert unknown == []


def test_the_index_leads_to_every_page() -> None:
    index = (ROOT / "docs/README.md").read_text(encoding="utf-8")
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in DOCS if path.is_relative_to(ROOT / "docs")}

    assert pages - {"README.md"} - set(re.findall(r"\]\(([^)#]+)\)", index)) == set()
