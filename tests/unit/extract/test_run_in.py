"""The run-in opening of a paragraph."""

import pytest

from sitegen.ingest.extract.run_in import find_run_in


def test_a_short_first_sentence_is_an_opening() -> None:
    paragraph = "夯实思想建设。坚持以党建为引领，深入学习。"

    assert paragraph[: find_run_in(paragraph)] == "夯实思想建设。"


@pytest.mark.parametrize(
    "paragraph",
    [
        "夯实思想建设。",
        "坚持以党建为引领，深入学习。成效明显。",
        "全年改厕86户。群众满意。",
        "这一年里全镇上下齐心协力埋头苦干克服了重重困难。成效明显。",
        "“真好。”老李说。",
        "",
    ],
)
def test_other_paragraphs_have_none(paragraph: str) -> None:
    assert find_run_in(paragraph) == 0
