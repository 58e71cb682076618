"""Measure the content folder against labels written by hand."""

import importlib.util
from pathlib import Path
from typing import Any

from sitegen.engine.plan import WritePlan
from sitegen.model.reading import Measure, ReadingScore
from sitegen.problems import ReasonError, Words
from sitegen.store.reading import write_reading

FILE = "reading.json"


class NoLabelsError(ReasonError):
    """The folder of labels cannot be used; the message says why."""


def score(content: Path, gold: Path) -> ReadingScore:
    """Return how well the reports of a content folder agree with labels.

    Args:
        content: The content folder.
        gold: Folder with the labels, ``*.yaml``, and ``score.py``, which knows what they mean.

    Raises:
        NoLabelsError: if the folder has no labels or no ``score.py``.
    """
    labels = sorted(gold.glob("*.yaml"))
    if not labels or not (gold / "score.py").is_file():
        said = Words("{gold} needs score.py and labels *.yaml", "{gold} 里要有 score.py 和标注文件 *.yaml")
        raise NoLabelsError(said.fill(gold=gold))
    table = _load(gold / "score.py").score_folder(content, gold).table()
    measures = tuple(
        Measure(name, row["f1"] if "f1" in row else row["acc"], row["n"])
        for name, row in table.items()
        if isinstance(row, dict)
    )
    return ReadingScore(len(labels), measures, table["wrong_place"])


def write_score(content: Path, made: ReadingScore) -> Path:
    """Write ``reading.json`` into the content folder and return its path."""
    plan = WritePlan()
    plan.write(content / FILE, write_reading(made))
    plan.carry_out()
    return content / FILE


def _load(path: Path) -> Any:
    """The labels' own scorer as a module; it stands beside them because it is their meaning."""
    spec = importlib.util.spec_from_file_location("sitegen_labels_score", path)
    if spec is None or spec.loader is None:
        raise NoLabelsError(Words("{path} cannot be loaded", "{path} 加载不了").fill(path=path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
