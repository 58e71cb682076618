"""Write the reference pages that are made from the program: ``python tools/write_reference.py``.

A test compares the pages with what this makes of the program, so that none of them is ever stale.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from sitegen.problems.catalogue import Entry, catalogue
from sitegen.store.fields import BULLETIN, FACTS, PAGE, PLACE, PRACTICE, REPORT, SERIES, SITE, THEME
from sitegen.store.schema import Field, Form, Group, Many, Shape
from tools.command_reference import commands_page

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
FILES: tuple[tuple[str, str, Group], ...] = (
    ("content/reports/….md", "A report: what one place or department says for one period.", REPORT),
    ("content/bulletins/<stem>.md", "What belongs to a whole bulletin; the text below is its preface.", BULLETIN),
    ("content/places/<place id>.md", "A province, county or township; the text below is shown on its page.", PLACE),
    ("content/themes/<id>.md", "A theme that is added, or said differently than the program does.", THEME),
    ("content/practices/<id>.md", "A practice with a text of its own.", PRACTICE),
    ("content/pages/<id>.md", "A page of text: `about` is the page about the archive.", PAGE),
    (
        "content/indicators.yaml",
        "A list of indicators that are added, or said differently than the program does.",
        SERIES,
    ),
    ("content/site.yaml", "What the archive is called and where it stands.", SITE),
    (
        "seeds/index.yaml",
        "A list of what is known of bulletins from outside their texts; each key but `file` may be left out.",
        FACTS,
    ),
)
FRONT_MATTER_INTRO = """\
# Front matter

<!-- Made by tools/write_reference.py from sitegen/store/fields/; do not edit. -->

Every file of `content/` but `site.yaml` and `indicators.yaml` is Markdown with front matter: \
fields between two lines `---`, then the text.
The fields are YAML, of which only plain data is read: no anchors, aliases, tags or merge keys.
Nothing is guessed from how a value looks: `2023`, `no` and `2023-11-06` are the text that they are \
until the field says what it must be.
Text that holds `, : # [ ] { } % @` is best put in double quotation marks.
An empty value and `null` say that nothing is known; an absent field has its default.

Texts are CommonMark with tables, footnotes (`[^1]` and `[^1]: …`) and pictures of the content folder.
A quote is taken from one paragraph, heading, footnote or item of a list, or from one row of a table, \
whose cells have ` | ` between them: `柳湾村 | 3.5 | 45户`.
The marks of footnotes, alternative texts and captions are no words of the body.
HTML is shown, not obeyed; lines that are indented are paragraphs like others; \
a line break beside a Chinese character adds no space; bold next to Chinese punctuation works.
"""
FIELDS_INTRO = """\
# 字段

<!-- 由 tools/write_reference.py 根据 sitegen/store/fields/ 生成，请勿修改。 -->

`content/` 里除 `site.yaml` 和 `indicators.yaml` 外，每个文件都是 Markdown：两行 `---` 之间是字段，下面是正文。
字段一行一个，写成 `名字: 值`，冒号是半角的，后面有一个空格。
值里有 `, : # [ ] { } % @` 时，用半角双引号括起来。
不知道的写 `null`，或者整行不写。

正文里可以用标题、加粗、列表、链接，以及[图片、表格和脚注](../how-to/pictures-tables-footnotes.md)。
HTML 不会生效，会原样显示。
"""
PROBLEMS_INTRO = """\
# Problems

<!-- Made by tools/write_reference.py from sitegen/problems/catalogue.yaml; do not edit. -->

Every command shows all problems of all files at once: file, line and column, the severity with the code, \
the words at fault marked with 「」, and what would be right.
**Errors** keep what has them out of the site, and the exit status is 1.
**Warnings** do so with `--strict` only.
**Notes** are worth knowing and never change the exit status.
"""


def front_matter_page() -> str:
    """Return the page on the fields of content files."""
    sections = [f"\n## `{name}`\n\n{text}\n\n{_table(group)}" for name, text, group in FILES]
    return FRONT_MATTER_INTRO + "".join(sections)


def problems_page() -> str:
    """Return the page on the codes of problems."""
    return PROBLEMS_INTRO + "".join(f"\n## {entry.code}\n\n{_describe(entry)}" for entry in catalogue().values())


def fields_page() -> str:
    """Return the same for editors, in Chinese; files that only the program writes are left out."""
    sections = [
        f"\n## `{name}`：{group.name.zh}\n\n| 字段 | 叫法 | 意思 | 例子 |\n|---|---|---|---|\n"
        + "".join(_rows_zh(group, ""))
        for name, _, group in FILES
    ]
    return FIELDS_INTRO + "".join(sections)


PAGES: dict[str, Callable[[], str]] = {
    "front-matter.md": front_matter_page,
    "fields.zh.md": fields_page,
    "problems.md": problems_page,
    "commands.md": commands_page,
}


def _table(group: Group) -> str:
    return "| field | value | meaning | example |\n|---|---|---|---|\n" + "".join(_rows(group, ""))


def _rows(group: Group, prefix: str) -> Iterator[str]:
    for field in group.fields:
        name = f"{prefix}{field.key}"
        yield f"| `{name}` | {_form(field.form)}{_remarks(field)} | {field.doc} | {_example(field)} |\n"
        inner = field.form.of if isinstance(field.form, Many) else field.form
        if isinstance(inner, Group):
            yield from _rows(inner, f"{name}.")


def _rows_zh(group: Group, prefix: str) -> Iterator[str]:
    for field in group.fields:
        name = f"{prefix}{field.key}"
        needed = "必填。" if field.needed else ""
        yield f"| `{name}` | {field.label_zh} | {needed}{field.doc_zh} | {_example(field)} |\n"
        inner = field.form.of if isinstance(field.form, Many) else field.form
        if isinstance(inner, Group):
            yield from _rows_zh(inner, f"{name}.")


def _form(form: Form) -> str:
    if isinstance(form, Many):
        return f"list of {form.of.name.en}" + ("s" if isinstance(form.of, Group) else "")
    return form.name.en if isinstance(form, Shape) else f"{_article(form.name.en)} {form.name.en}"


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"


def _remarks(field: Field) -> str:
    return "".join([", needed" if field.needed else "", ", or `null`" if field.nullable else ""])


def _example(field: Field) -> str:
    return f"`{field.example}`" if field.example else ""


def _describe(entry: Entry) -> str:
    fix = entry.near if entry.near.en else entry.fix
    severity = entry.severity.words
    return (
        f"**{severity.en}** · {_show(entry.what.en)}\n"
        + (f"\nAdvice: {_show(fix.en)}\n" if fix.en else "")
        + f"\n{entry.meaning.en}\n\n- Cause: {entry.cause.en}\n- Remedy: {entry.remedy.en}\n"
        + f"\n**{severity.zh}** · {_show(entry.what.zh)}\n"
        + (f"\n建议：{_show(fix.zh)}\n" if fix.zh else "")
        + f"\n{entry.meaning.zh}\n\n- 原因：{entry.cause.zh}\n- 办法：{entry.remedy.zh}\n"
    )


def _show(template: str) -> str:
    """A template with its blanks as a reader takes them: ‹place›."""
    return re.sub(r"\{([a-z_]+)[^{}]*\}", r"‹\1›", template).replace("{{", "{").replace("}}", "}")


def main() -> None:
    """Write every page."""
    for name, make in PAGES.items():
        (FOLDER / name).write_text(make(), encoding="utf-8")


if __name__ == "__main__":
    main()
