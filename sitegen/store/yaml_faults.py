"""What a person most likely did where a YAML text is broken."""

import re

from sitegen.store.desk import Desk
from sitegen.store.nodes import BrokenYamlError

_WIDE_COLON = re.compile(r"^[\s\-{]*([A-Za-z_]+)[：﹕]")
_NO_SPACE = re.compile(r"^\s*([A-Za-z_]+):[^\s]")


def explain_yaml(error: BrokenYamlError, desk: Desk, mark: str) -> None:
    """Note a broken YAML text: at the line that a reader would mend, with advice in plain words."""
    line, column = error.line, error.column
    code = error.code
    if code == "yaml-broken":
        code, line, column, mark = _diagnose(error, desk, mark)
    desk.add(code, line, column, mark=mark, why=error.why)


def _diagnose(error: BrokenYamlError, desk: Desk, mark: str) -> tuple[str, int, int, str]:
    """The code of the likely slip, and where it is."""
    for line in (error.line, error.line - 1):
        shown = desk.line(line)
        if wide := _WIDE_COLON.match(shown):
            return "yaml-colon", line, wide.end(), shown[wide.end() - 1]
        if tight := _NO_SPACE.match(shown):
            return "yaml-colon", line, tight.end(1) + 1, ":"
    shown = desk.line(error.line)
    if "\t" in shown[: max(error.column, 1)] and "'\\t'" in error.why.en:
        return "yaml-tab", error.line, error.column, mark
    for line in range(error.line, max(error.line - 3, 0), -1):
        if desk.line(line).replace('\\"', "").count('"') % 2:
            return "yaml-quote", line, desk.line(line).rfind('"') + 1, '"'
    if "quoted scalar" in error.why.en:
        return "yaml-quote", *error.opened, mark
    if "flow" in error.why.en:
        return "yaml-bracket", *error.opened, mark
    if "mapping values are not allowed" in error.why.en:
        return "yaml-quote-needed", error.line, error.column, mark
    return "yaml-broken", error.line, error.column, mark
