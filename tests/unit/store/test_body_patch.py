import pytest

from sitegen.store.body_patch import replace_blocks, source_blocks
from sitegen.store.edits import apply_edits

HEAD = "---\ntitle: null\n---\n"
BODY = "\n导语，\n分两行。\n## 抓党建\n第一段。\n\n\n- 一\n\n- 二\n\n末段。\n\n"


def changed(text: str, first: int, last: int, *new: str) -> str:
    return apply_edits(text, [replace_blocks(text, first, last, new)])


def test_blocks_are_paragraphs_headings_and_lists() -> None:
    assert source_blocks(BODY) == ("导语，\n分两行。", "## 抓党建", "第一段。", "- 一\n\n- 二", "末段。")


@pytest.mark.parametrize(
    ("first", "last", "new", "expected"),
    [
        (2, 3, ("新段。",), BODY.replace("第一段。", "新段。")),
        (0, 1, ("甲。", "乙。"), BODY.replace("导语，\n分两行。", "甲。\n\n乙。")),
        (4, 4, ("新段。",), BODY.replace("末段。", "新段。\n\n末段。")),
        (5, 5, ("新段。",), BODY.replace("末段。", "末段。\n\n新段。")),
        (2, 3, (), BODY.replace("第一段。\n\n\n", "")),
        (4, 5, (), BODY.replace("\n\n末段。", "")),
        (0, 5, (), BODY.replace(BODY.strip("\n"), "")),
    ],
)
def test_only_the_named_blocks_change(first: int, last: int, new: tuple[str, ...], expected: str) -> None:
    assert changed(HEAD + BODY, first, last, *new) == HEAD + expected


@pytest.mark.parametrize(("text", "expected"), [(HEAD, f"{HEAD}新段。\n"), (HEAD[:-1], f"{HEAD}新段。\n")])
def test_a_body_begins_where_there_is_none(text: str, expected: str) -> None:
    assert changed(text, 0, 0, "新段。") == expected
