"""What is marked as Chinese on an English page, by the cases in tests/spec/foreign."""

from pathlib import Path

import pytest
import yaml
from jinja2 import Environment, StrictUndefined, TemplateError
from markupsafe import Markup, escape

from sitegen.render.foreign import ForeignWords, mark_foreign

CASES = yaml.safe_load((Path(__file__).parents[2] / "spec/foreign/marks.yaml").read_text(encoding="utf-8"))
SPAN, NAME, END = '<span lang="zh-Hans">', '<span class="name" lang="zh-Hans">', "</span>"
TEMPLATES = {
    "text": ("<p>{{ x }}</p>", "<p>[东湖]</p>"),
    "attribute": ('<p title="{{ x }}">{{ x }}</p>', '<p title="东湖">[东湖]</p>'),
    "attribute chosen by a branch": ('<p{% if x %} title="{{ x }}"{% endif %}>{{ x }}', '<p title="东湖">[东湖]'),
    "an angle in an attribute": ('<p title="a > b">{{ x }}', '<p title="a > b">[东湖]'),
    "element of bare text": ("<title>{{ x }}</title>{{ x }}", "<title>东湖</title>[东湖]"),
    "script": ("<script>1 < 2; {{ x }}</script>{{ x }}", "<script>1 < 2; 东湖</script>[东湖]"),
    "comment": ("<!-- <title> -->{{ x }}", "<!-- <title> -->[东湖]"),
    "condition": ("{{ x if x else 1 }}", "[东湖]"),
    "filter": ("{{ x|upper }}", "[东湖]"),
    "number": ("{{ 1 + 1 }}", "2"),
    "markup": ("{{ m }}", "<b>东湖</b>"),
    "macro": ("{% macro f(y) %}<i>{{ y }}</i>{% endmacro %}{{ f(x) }}", "<i>[东湖]</i>"),
}


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_case(case: dict[str, str]) -> None:
    marked = str(escape(mark_foreign(case["text"])))

    assert case["marked"].replace("「", SPAN).replace("『", NAME).replace("」", END).replace("』", END) == marked


@pytest.mark.parametrize(("template", "expected"), TEMPLATES.values(), ids=TEMPLATES)
def test_an_expression_is_marked_where_an_element_may_stand(template: str, expected: str) -> None:
    environment = Environment(extensions=[ForeignWords], autoescape=True)
    made = environment.from_string(template).render(x="东湖", m=Markup("<b>东湖</b>"))

    assert expected.replace("[", SPAN).replace("]", END) == made


def test_a_misspelt_variable_is_still_an_error() -> None:
    with pytest.raises(TemplateError, match="nobody"):
        Environment(extensions=[ForeignWords], undefined=StrictUndefined).from_string("{{ nobody }}").render()
