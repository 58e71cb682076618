import pytest
import yaml

from sitegen.store import nodes
from sitegen.store.nodes import BrokenYamlError, Mapping, Scalar, compose

LOADERS = [yaml.BaseLoader, *([yaml.CBaseLoader] if yaml.__with_libyaml__ else [])]


@pytest.fixture(params=LOADERS, autouse=True, ids=lambda loader: loader.__name__)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "_WITH_LIBYAML", request.param)


def test_nothing_is_resolved_and_everything_has_its_place() -> None:
    tree = compose('年: 2023\nb: [no, "null", ~, 甲]\n', first_line=2)

    assert isinstance(tree, Mapping)
    assert tree.get("年") == Scalar("2023", True, 2, 4)
    assert [(item.text, item.is_null, item.line, item.column) for item in tree.get("b").items] == [
        ("no", False, 3, 5),
        ("null", False, 3, 9),
        ("~", True, 3, 17),
        ("甲", False, 3, 20),
    ]


def test_an_empty_text_is_no_tree() -> None:
    assert compose("# 只有注释\n") is None


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: &x 1\n", "yaml-feature", 1, 4),
        ("a: 1\nb: *x\n", "yaml-feature", 2, 4),
        ("a: !!python/name:os.system x\n", "yaml-feature", 1, 4),
        ("a: !!str x\n", "yaml-feature", 1, 4),
        ("a: ! x\n", "yaml-feature", 1, 4),
        ("<<: {a: 1}\n", "yaml-feature", 1, 1),
        ("? [a]\n: 1\n", "yaml-feature", 1, 3),
        ("a: 1\n---\nb: 1\n", "yaml-feature", 2, 1),
        ("a: " + "[" * 200_000, "yaml-too-large", 1, 15),
        ("- " * 100_000, "yaml-too-large", 1, 25),
        ("a: b: c\n", "yaml-broken", 1, 5),
        ("a: \x07\n", "yaml-character", 1, 4),
        ("甲: 1\n乙: 好\x07\n", "yaml-character", 2, 5),
    ],
)
def test_what_is_no_plain_data_is_refused_with_its_place(text: str, code: str, line: int, column: int) -> None:
    with pytest.raises(BrokenYamlError) as caught:
        compose(text)

    assert (caught.value.code, caught.value.line, caught.value.column) == (code, line, column)


def test_a_text_without_end_is_refused_unread() -> None:
    with pytest.raises(BrokenYamlError) as caught:
        compose("a" * (nodes.MAX_CHARACTERS + 1))

    assert caught.value.code == "yaml-too-large"


def test_many_aliases_cannot_grow_a_text() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))

    with pytest.raises(BrokenYamlError):
        compose(bomb)
