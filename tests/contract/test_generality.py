"""Nothing in the program is keyed to the labelled bulletins: no township, sentence or figure of theirs."""

import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
DATA = {"divisions.tsv", "villages.bin"}
"""The division table holds every place of the country."""


def labelled() -> list[dict[str, Any]]:
    return [
        yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "tests" / "gold").glob("0*.yaml"))
    ]


def program() -> dict[str, str]:
    roots = [ROOT / "sitegen", ROOT / "themes"]
    paths = [
        path
        for root in roots
        for path in sorted(root.rglob("*"))
        if path.suffix in {".py", ".yaml", ".html", ".js", ".css", ".toml", ".xml"}
    ]
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in paths if path.name not in DATA
    }


def where(words: set[str]) -> list[str]:
    return [f"{path}: {word}" for path, text in program().items() for word in sorted(words) if word in text]


def test_no_township_of_the_five_stands_in_the_program() -> None:
    reports = [report for gold in labelled() for report in gold["reports"]]
    names = {re.sub(r".*[县区市](?=.{2,})", "", report["place"]) for report in reports} - {""}

    assert len(names) > 8
    assert where({name for name in names if not name.endswith(("县", "区", "市"))}) == []


def test_no_sentence_of_the_five_stands_in_the_program() -> None:
    sections = [section for gold in labelled() for report in gold["reports"] for section in report["sections"]]
    held = {words for section in sections for words in section["holds"] if len(words) >= 8}
    headings = {section["heading"] for section in sections if section["heading"]}

    assert len(held) > 100
    assert where(held | headings) == []


def test_no_figure_of_the_five_stands_in_the_program() -> None:
    stats = [stat for gold in labelled() for report in gold["reports"] for stat in report["stats"]]
    printed = {match for stat in stats for match in re.findall(r"\d[\d.]{3,}", stat["mention"])}
    numbers = {
        number for number in printed if len(number.replace(".", "").strip("0")) > 2
    }  # 1000 and 20000 are anybody's

    assert len(numbers) > 60
    assert where(numbers) == []
