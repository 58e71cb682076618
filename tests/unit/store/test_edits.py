import pytest

from sitegen.store.edits import Edit, apply_edits, plain_text


def test_what_is_not_edited_stays_byte_for_byte() -> None:
    original = "\ufeff甲\r\n乙\n丙\r\n丁\r戊"

    assert apply_edits(original, []) == original
    assert apply_edits(original, [Edit(2, 3, "一\n二")]) == "\ufeff甲\r\n一\r\n二\n丙\r\n丁\r戊"
    assert plain_text(original) == "甲\n乙\n丙\n丁\n戊"


def test_edits_come_in_any_order_and_additions_in_the_given_one() -> None:
    assert apply_edits("abc", [Edit(3, 3, "3"), Edit(1, 2, "B"), Edit(1, 1, "x"), Edit(1, 1, "y")]) == "axyBc3"


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply_edits("abc", [Edit(0, 2, ""), Edit(1, 3, "")])
