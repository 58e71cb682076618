"""Write ``docs/reference/templates.md`` from the records of variables: ``python tools/write_template_reference.py``.

A test compares the page with what this makes of the program, so that it is never stale.
"""

import inspect
import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Annotated, get_args, get_origin, get_type_hints

from sitegen.render import NoticeKind, PageKind, variables, views
from sitegen.render.variables import PageVariables

FILE = Path(__file__).parents[1] / "docs" / "reference" / "templates.md"
KINDS: dict[PageKind | NoticeKind, type[PageVariables]] = {
    PageKind.HOME: variables.HomePage,
    PageKind.REPORT: variables.ReportPage,
    PageKind.CITE: variables.CitePage,
    PageKind.BULLETIN: variables.BulletinPage,
    PageKind.PLACE: variables.PlacePage,
    PageKind.THEME: variables.ThemePage,
    PageKind.INDICATOR: variables.IndicatorPage,
    PageKind.PRACTICE: variables.PracticePage,
    PageKind.REPORTS: variables.ReportListPage,
    PageKind.PLACES: variables.PlaceListPage,
    PageKind.LISTING: variables.ListPage,
    PageKind.COMPARE: variables.ComparePage,
    PageKind.SEARCH: variables.SearchPage,
    PageKind.DATA: variables.DataPage,
    PageKind.ABOUT: variables.AboutPage,
    PageKind.TEXT: variables.TextPage,
    PageKind.NOT_FOUND: variables.NotFoundPage,
    NoticeKind.WITHDRAWN: variables.WithdrawnPage,
    NoticeKind.MOVED: variables.MovedPage,
    NoticeKind.GONE: variables.GonePage,
}
INTRO = """\
# Templates

<!-- Made by tools/write_template_reference.py from sitegen/render/variables.py and views/; do not edit. -->

A Jinja theme is a folder with `jinja-theme.toml`, `templates/`, `assets/` and `strings/`.
A page of the kind `report` is rendered from `templates/report.html`.
Templates choose and arrange; what they show is counted, sorted and put into words before.
A misspelt variable is an error, and all text is escaped.

Besides its variables a template has `t(key, …)`, a string of `strings/<language>.yaml` with its `{names}` filled in; \
`asset(name)`, the address of a file of `assets/`; `lang(code)`, the `lang` attribute of an element whose markup may \
be in another language than the page; and the filter `headline`, which breaks a title where newspapers do. \
Chinese words that stand between tags of a page in another language are marked as Chinese without any of these.
"""


def templates_page() -> str:
    """Return the page on template variables."""
    shared = {field.name for field in fields(PageVariables)}
    parts = [INTRO, "\n## Every page\n\n", _table(PageVariables, ())]
    for name, record in (("site", variables.SiteView), ("page", variables.PageView)):
        parts += [f"\n### `{name}`\n\n{_first_line(record)}\n\n", _table(record, ())]
    for kind, record in KINDS.items():
        parts += [f"\n## `{kind}.html`\n\n{_first_line(record)}\n\n", _table(record, shared)]
    parts.append("\n## Records\n\nWhat lists and tables are made of.\n")
    for name, record in inspect.getmembers(views, is_dataclass):
        parts.append(f"\n### {name}\n\n{_first_line(record)}\n\n")
        parts += [f"- `{name}`: {_type(hint)}\n" for name, hint in get_type_hints(record).items()]
    return "".join(parts)


def _table(record: type, left_out: Iterable[str]) -> str:
    rows = ["| variable | type | meaning |\n", "|---|---|---|\n"]
    for name, hint in get_type_hints(record, include_extras=True).items():
        if name not in left_out:
            bare, help_text = get_args(hint) if get_origin(hint) is Annotated else (hint, "")
            rows.append(f"| `{name}` | {_type(bare)} | {help_text} |\n")
    return "".join(rows)


def _type(hint: object) -> str:
    said = hint.__name__ if isinstance(hint, type) and not get_args(hint) else str(hint)
    return "`" + re.sub(r"\b(?:sitegen|markupsafe)(?:\.\w+)*\.(\w+)", r"\1", said).replace("|", "or") + "`"


def _first_line(record: type) -> str:
    return (inspect.getdoc(record) or "").partition("\n")[0]


if __name__ == "__main__":
    FILE.write_text(templates_page(), encoding="utf-8")
