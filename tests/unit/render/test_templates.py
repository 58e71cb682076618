"""What templates use, and what the records of variables declare, both ways."""

from dataclasses import fields
from typing import Annotated, get_args, get_origin, get_type_hints

import pytest
from jinja2 import Environment, TemplateError, meta, nodes

from sitegen.render import NoticeKind, PageKind, default_folder, load_jinja_theme
from sitegen.render import variables as records
from sitegen.render.environment import GLOBALS, make_environment
from sitegen.render.words import Words
from sitegen.routes import Routes
from tools.write_template_reference import FILE, KINDS, templates_page


@pytest.fixture(scope="module")
def environment() -> Environment:
    theme = load_jinja_theme(default_folder())
    return make_environment(theme, Routes("/"), Words("zh-Hans", theme.strings["zh-Hans"]))


def used_by(environment: Environment, name: str) -> set[str]:
    """Variables of a template and of those that it extends; macros get theirs as arguments."""
    assert environment.loader is not None
    tree = environment.parse(environment.loader.get_source(environment, name)[0])
    imported = {name for node in tree.find_all(nodes.FromImport) for _, name in map(_pair, node.names)}
    macros = {node.name for node in tree.find_all(nodes.Macro)}
    found = meta.find_undeclared_variables(tree) - GLOBALS - imported - macros
    for parent in meta.find_referenced_templates(tree):
        assert parent is not None
        inner = used_by(environment, parent)
        assert not parent.startswith("parts/") or inner == set(), f"{parent} uses what it is not given"
        found |= inner
    return found


def _pair(name: str | tuple[str, str]) -> tuple[str, str]:
    return (name, name) if isinstance(name, str) else name


def test_every_kind_of_page_has_a_record() -> None:
    assert {*PageKind, *NoticeKind} == set(KINDS)


@pytest.mark.parametrize("kind", [*PageKind, *NoticeKind])
def test_a_template_uses_just_what_its_record_declares(environment: Environment, kind: PageKind | NoticeKind) -> None:
    declared = {field.name for field in fields(KINDS[kind])}

    assert declared == used_by(environment, f"{kind}.html")


@pytest.mark.parametrize("record", [*KINDS.values(), records.SiteView, records.PageView])
def test_every_variable_has_a_help_text(record: type) -> None:
    for name, hint in get_type_hints(record, include_extras=True).items():
        assert get_origin(hint) is Annotated, name
        assert all(isinstance(text, str) and text for text in get_args(hint)[1:]), name


@pytest.mark.parametrize(("name", "record"), [("site", records.SiteView), ("page", records.PageView)])
def test_what_is_said_of_site_and_page_is_used_and_declared(environment: Environment, name: str, record: type) -> None:
    assert environment.loader is not None
    used = set()
    for template in environment.list_templates():
        tree = environment.parse(environment.loader.get_source(environment, template)[0])
        for node in tree.find_all(nodes.Getattr):
            if isinstance(node.node, nodes.Name) and node.node.name == name:
                used.add(node.attr)

    assert {field.name for field in fields(record)} == used


def test_a_misspelt_variable_is_an_error(environment: Environment) -> None:
    with pytest.raises(TemplateError, match="headign"):
        environment.from_string("{{ headign }}").render()


def test_text_is_escaped(environment: Environment) -> None:
    assert environment.from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"


def test_the_reference_page_is_fresh() -> None:
    assert FILE.read_text(encoding="utf-8") == templates_page(), "run: python tools/write_template_reference.py"
