import pytest

from sitegen.engine.three_way import Region, find_regions


def regions(base: str, theirs: str, now: str) -> list[tuple[str, str, str]]:
    texts = (base, theirs, now)
    return [
        tuple(text[start:end] for text, (start, end) in zip(texts, region, strict=True))  # type: ignore[misc]
        for region in find_regions(*texts)
    ]


@pytest.mark.parametrize(
    ("base", "theirs", "now", "expected"),
    [
        ("abc", "abc", "abc", []),
        ("abc", "abc", "aXc", [("b", "b", "X")]),
        ("abc", "aYc", "aXc", [("b", "Y", "X")]),
        ("abc", "aYc", "abX", [("b", "Y", "b"), ("c", "c", "X")]),
        ("abc", "abc", "aXbc", [("", "", "X")]),
        ("abc", "ac", "abc", [("b", "", "b")]),
        ("abc", "abcd", "Xabc", [("", "", "X"), ("", "d", "")]),
        ("ab", "ab", "X", [("ab", "ab", "X")]),
        ("", "", "a", [("", "", "a")]),
    ],
)
def test_runs_in_which_not_all_agree(base: str, theirs: str, now: str, expected: list[tuple[str, ...]]) -> None:
    assert regions(base, theirs, now) == expected


def test_regions_count_items_of_each() -> None:
    assert list(find_regions("abc", "xabc", "xabY")) == [
        Region((0, 0), (0, 1), (0, 1)),
        Region((2, 3), (3, 4), (3, 4)),
    ]
