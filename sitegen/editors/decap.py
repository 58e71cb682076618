"""The configuration of Decap CMS, made from the fields.

What Decap would spoil is kept from it: the body is plain text (its own Markdown editor writes a document anew), lists
of texts are lists (its short form splits at commas), and what only the program writes is hidden. Not offered at all:
``indicators.yaml``, which is a list with comments, and Decap edits mappings and drops comments.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.editors.json_schema import PERIOD_PATTERN
from sitegen.editors.offered import Choices, Offered
from sitegen.model.report import Editor
from sitegen.store.fields import BULLETIN, PAGE, PLACE, PRACTICE, REPORT, SITE, THEME
from sitegen.store.schema import Field, Group, Many, Shape

Config = dict[str, Any]

LOCAL_SERVER = "http://localhost:8081"
"""Where ``decap-server`` listens if nothing else is said."""
_DEEP = "path/path/path/path/path/{{slug}}"
"""As deep as reports stand; Decap reads folders as deep as this, and no file is ever named by it."""
_SUMMARIES = {
    "sections": "{{fields.heading | default('（开头）')}}",
    "practices": "{{fields.name}}",
    "stats": "{{fields.indicator}}：{{fields.printed}}",
    "credits": "{{fields.role}} {{fields.name}}",
}


def make_config(editor: Editor, offered: Offered, *, content: str, address: str, local: bool) -> Config:
    """Return Decap's configuration.

    Args:
        editor: What ``site.yaml`` says of the editor.
        offered: The ids and words that the archive has.
        content: Path of the content folder in the repository: ``content``.
        address: Where the site stands; empty where that is not known.
        local: Whether a server on this machine may stand in for the repository's host.
    """
    config: Config = {"load_config_file": False, "locale": "zh_Hans", "backend": _backend(editor)}
    if local:
        config["local_backend"] = {"url": f"{LOCAL_SERVER}/api/v1"}
    if editor.review:
        config["publish_mode"] = "editorial_workflow"
    if address:
        config |= {"site_url": address, "display_url": address}
    return config | {
        "media_folder": f"{content}/images",
        "public_folder": "/images",
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        "editor": {"preview": False},
        "collections": list(_collections(offered, content)),
    }


def list_origins(editor: Editor, *, local: bool) -> tuple[str, ...]:
    """Return the hosts that the browser editor talks to, for its policy."""
    known = {
        "github": ("https://api.github.com", "https://www.githubstatus.com"),
        "gitlab": ("https://gitlab.com",),
        "gitea": (),
    }
    own = ["/".join(address.split("/")[:3]) for address in (editor.api, editor.sign_in) if address]
    return (*known[editor.backend], *own, *([LOCAL_SERVER] if local else ()))


def _backend(editor: Editor) -> Config:
    backend: Config = {"name": editor.backend, "repo": editor.repository, "branch": editor.branch}
    backend |= {"api_root": editor.api} if editor.api else {}
    backend |= {"base_url": editor.sign_in} if editor.sign_in else {}
    return backend | ({"auth_type": "pkce", "app_id": editor.app_id} if editor.app_id else {})


def _collections(offered: Offered, content: str) -> Iterator[Config]:
    yield {
        **_folder("reports", "报告", REPORT, offered, content, body="正文"),
        "create": True,
        "path": _DEEP,
        "identifier_field": "place",
        "summary": "{{place}} {{period}} {{title | default('（没有标题）')}}",
        "sortable_fields": ["place", "period", "issuer", "added"],
        "preview_path": "reports/{{dirname}}/{{filename}}/",
    }
    yield {
        **_folder("places", "地方", PLACE, offered, content, body="介绍"),
        "path": _DEEP,
        "identifier_field": "full_name",
        "summary": "{{full_name}}",
        "sortable_fields": ["full_name", "code"],
        "preview_path": "places/{{dirname}}/{{filename}}/",
    }
    yield {
        **_folder("themes", "主题", THEME, offered, content, body="介绍"),
        "create": True,
        "slug": "{{label_en}}",
        "identifier_field": "label_en",
        "summary": "{{label}} {{label_en}}",
    }
    yield {
        **_folder("practices", "做法", PRACTICE, offered, content, body="介绍"),
        "identifier_field": "name",
        "summary": "{{name}}",
    }
    yield {
        **_folder("bulletins", "通报", BULLETIN, offered, content, body="前言"),
        "identifier_field": "file",
        "summary": "{{file}} {{title | default('（没有标题）')}}",
    }
    yield {**_folder("pages", "页面", PAGE, offered, content, body="正文"), "path": "path/{{slug}}"}
    yield {
        "name": "settings",
        "label": "设置",
        "files": [
            {
                "name": "site",
                "label": "网站",
                "file": f"{content}/site.yaml",
                "fields": [_widget(field, offered) for field in SITE.fields],
            }
        ],
    }


def _folder(name: str, label: str, group: Group, offered: Offered, content: str, *, body: str) -> Config:
    text = {
        "name": "body",
        "label": body,
        "widget": "text",
        "required": False,
        "hint": "Markdown 文本，段与段之间空一行。",
    }
    return {
        "name": name,
        "label": label,
        "label_singular": label,
        "folder": f"{content}/{name}",
        "format": "yaml-frontmatter",
        "extension": "md",
        "create": False,
        "delete": False,
        "fields": [*(_widget(field, offered) for field in group.fields), text],
    }


def _widget(field: Field, offered: Offered) -> Config:
    """A field of a form; ``keep`` says what of an empty value is written: nothing, ``null``, empty text."""
    config: Config = {"name": field.key, "label": field.label_zh, "hint": field.doc_zh, "required": field.needed}
    if field.kept:
        return config | {"widget": "hidden"}
    if isinstance(field.form, Many):
        return config | _many(field, field.form, offered)
    if isinstance(field.form, Group):
        return config | {"widget": "object", "fields": [_widget(part, offered) for part in field.form.fields]}
    keep = "null" if field.nullable else "text" if field.form.empty else "nothing"
    return config | {"keep": keep} | _single(field, field.form, offered)


def _many(field: Field, form: Many, offered: Offered) -> Config:
    if isinstance(form.of, Group):
        return {
            "widget": "list",
            "label_singular": field.label_zh,
            "collapsed": True,
            "summary": _SUMMARIES[field.key],
            "default": [],
            "fields": [_widget(part, offered) for part in form.of.fields],
        }
    if field.refers_to in ("theme", "series"):
        choices = offered.themes if field.refers_to == "theme" else offered.series
        return {"widget": "select", "multiple": True, "options": _options(choices)}
    item = {"name": "item", "label": field.label_zh, "widget": "string"}
    return {"widget": "list", "label_singular": field.label_zh, "default": [], "field": item}


def _single(field: Field, shape: Shape, offered: Offered) -> Config:
    if field.refers_to in ("theme", "series"):
        return {"widget": "select", "options": _options(_OFFERED[field.refers_to](offered))}
    if shape.sort == "flag":
        return {"widget": "boolean"}
    if shape.choices:
        labels = shape.labels_zh or shape.choices
        return {"widget": "select", "options": _options(tuple(zip(shape.choices, labels, strict=True)))}
    if shape.sort in ("number", "count"):
        return {"widget": "number", "value_type": "int" if shape.sort == "count" else "float"}
    pattern = PERIOD_PATTERN if shape.sort == "period" else f"^(?:{shape.pattern})$" if shape.pattern else ""
    return {"widget": "string"} | ({"pattern": [pattern, field.doc_zh]} if pattern else {})


_OFFERED: Mapping[str, Any] = {"theme": lambda offered: offered.themes, "series": lambda offered: offered.series}


def _options(choices: Choices) -> list[dict[str, str]]:
    return [
        {"label": f"{meaning.split('：')[0]}（{word}）" if meaning else word, "value": word}
        for word, meaning in choices
    ]
