"""What other programs say in English has Chinese words, whichever of their messages it is."""

import ast
import errno
import inspect
import json.decoder
import json.scanner
from collections.abc import Iterator
from types import ModuleType

import pytest
import yaml
import yaml.parser
import yaml.scanner

from sitegen.problems.borrowed import _patterns, tell_json_error, tell_system_error, tell_yaml_error
from sitegen.problems.words import Words

BLANK = "'x'"


def messages(module: ModuleType, raised: tuple[str, ...], positions: tuple[int, ...]) -> Iterator[str]:
    """Every message that a module can raise, with something in its blanks."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in raised:
            for argument in (node.args[at] for at in positions if at < len(node.args)):
                if text := spelled(argument):
                    yield text


def spelled(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return spelled(node.left) + spelled(node.right)
    if isinstance(node, ast.BinOp):
        return spelled(node.left).replace("%r", BLANK).replace("%s", "flow").replace("%d", "2")
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return spelled(node.func.value).replace("{0!r}", BLANK)
    return ""


def of_yaml() -> list[str]:
    raised = ("ScannerError", "ParserError")
    found = {text for module in (yaml.scanner, yaml.parser) for text in messages(module, raised, (0, 2))}
    return sorted(text for text in found if not text.startswith("Please check"))


def of_json() -> list[str]:
    return sorted(set(messages(json.decoder, ("JSONDecodeError",), (0,))) | {"Expecting value"})


@pytest.mark.parametrize("message", of_yaml())
def test_every_message_of_the_yaml_library_is_known(message: str) -> None:
    assert any(pattern.fullmatch(message) for pattern, _ in _patterns("yaml"))


@pytest.mark.parametrize("message", of_json())
def test_every_message_of_the_json_module_is_known(message: str) -> None:
    assert any(pattern.fullmatch(message) for pattern, _ in _patterns("json"))


def test_there_are_messages_to_look_at() -> None:
    assert len(of_yaml()) > 40
    assert len(of_json()) > 5


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("a: x: y", "这里不能再有冒号加空格"),
        ("a: [x\nb: y", "读列表 [ ] 时，这里应当是逗号“,”或“]”，却是“:”"),
        ("a: {x: y", "读条目 { } 时，这里应当是逗号“,”或“}”，却是字段部分的末尾"),
        ("- a\nb: c", "读列表时，缩进与上面不一致，多出了一个字段"),
        ("a: '", "读引号里的文字时，还没有写完，字段部分就结束了"),
        ("a: @x", "读下一个符号时，这里不能以字符 “@” 开头"),
    ],
)
def test_broken_yaml_is_told_in_chinese(text: str, zh: str) -> None:
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        yaml.compose(text, Loader=yaml.BaseLoader)

    assert tell_yaml_error(caught.value).zh == zh


def test_an_unknown_message_of_a_library_is_told_in_general_words() -> None:
    assert tell_yaml_error(yaml.MarkedYAMLError(problem="found a cat")) == Words("found a cat", "写法不对")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), Words("Permission denied", "没有权限")),
        (OSError(errno.ENOLCK, "No locks available"), Words("No locks available", "系统错误 ENOLCK")),
        (OSError("odd"), Words("odd", "系统错误 odd")),
    ],
)
def test_errors_of_the_system(error: OSError, words: Words) -> None:
    assert tell_system_error(error) == words


def test_json_tells_where_it_breaks_or_which_value_is_missing() -> None:
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads('{"a": }')

    assert tell_json_error(caught.value).zh == "缺少值"
    assert tell_json_error(KeyError("stem")) == Words("KeyError: 'stem'", "缺少“stem”")
    assert tell_json_error(TypeError("text expected, not 3")).zh == "格式不对"
