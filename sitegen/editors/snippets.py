"""Snippets for VS Code, made from the fields.

The YAML extension does not look into the front matter of Markdown files; snippets work there without any extension.
"""

from collections.abc import Iterator
from typing import Any

from sitegen.editors.offered import Offered
from sitegen.store.fields import REPORT, STAT
from sitegen.store.fields.parts import MENTION, SECTION
from sitegen.store.schema import Field, Group, Many, Shape

Snippet = dict[str, Any]

_SCOPE = "markdown,yaml"
_ENTRIES: tuple[tuple[str, Group, tuple[str, ...]], ...] = (
    ("stat", STAT, ("indicator", "printed", "theme", "quote")),
    ("section", SECTION, ("heading", "themes")),
    ("practice", MENTION, ("name", "theme", "quote")),
)
"""Name, group, and the fields that a person writes; the program works out the others."""
_REPORT = ("title", "place", "issuer", "period", "published", "sections", "stats")


def make_snippets(offered: Offered) -> dict[str, Snippet]:
    """Return the snippets of an archive by their names in Chinese."""
    found: dict[str, Snippet] = {}
    for name, group, keys in _ENTRIES:
        label = next(field.label_zh for field in REPORT.fields if field.key in (f"{name}s",))
        pairs = (f"{key}: {_blank(number, group.by_key[key], offered)}" for number, key in enumerate(keys, 1))
        found[f"新{label}"] = _snippet((name, label), f"- {{{', '.join(pairs)}}}", f"在 {name}s: 下添一条{label}")
    found["新报告"] = _snippet(("report", "报告"), "\n".join(_report_lines(offered)), "一篇新报告的开头部分")
    for field in STAT.fields:
        if isinstance(field.form, Shape) and field.form.choices:
            body = f"{field.key}: {_blank(1, field, offered)}"
            found[field.label_zh] = _snippet((field.key, field.label_zh), body, field.doc_zh)
    theme = STAT.by_key["theme"]
    found["主题编号"] = _snippet(("theme", "主题"), _blank(1, theme, offered), "从已有的主题里选一个编号")
    return found


def _snippet(prefixes: tuple[str, ...], body: str, description: str) -> Snippet:
    return {"scope": _SCOPE, "prefix": list(prefixes), "body": body.split("\n"), "description": description}


def _report_lines(offered: Offered) -> Iterator[str]:
    yield "---"
    for number, key in enumerate(_REPORT, 1):
        field = REPORT.by_key[key]
        if key == "sections":
            yield "sections:"
            yield f"- {{heading: ${{{number}:小标题}}, themes: [{_blank(9, STAT.by_key['theme'], offered)}]}}"
        else:
            yield f"{key}: {'[]' if isinstance(field.form, Many) else _blank(number, field, offered)}"
    yield from ("---", "## $6", "", "$0")


def _blank(number: int, field: Field, offered: Offered) -> str:
    """A place to fill in: a list to choose from, or the field's name."""
    if field.refers_to == "theme":
        chosen = f"${{{number}|{','.join(name for name, _ in offered.themes)}|}}"
        return f"[{chosen}]" if isinstance(field.form, Many) else chosen
    if isinstance(field.form, Shape) and field.form.choices:
        return f"${{{number}|{','.join(field.form.choices)}|}}"
    if isinstance(field.form, Shape) and field.form.sort in ("day", "period"):
        return f'"${{{number}:{field.example.strip(chr(34))}}}"'
    return f"${{{number}:{field.label_zh}}}"
