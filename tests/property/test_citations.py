"""Laws of citations and of what pages say to programs: they hold for any text."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import Entry, parse_string

from sitegen.model.terms import ReportPath
from sitegen.render.citations import FORMS, Cited, CitedKind
from sitegen.render.citations.record import make_key, tidy
from sitegen.render.structured import format_things
from tests.strategies import any_text, days, line

FORM = {form.id: form.format for form in FORMS}
LATEX = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{sign}": sign for sign in "&%$#_"},
}
UNESCAPED = re.compile("|".join(map(re.escape, LATEX)))
texts = st.one_of(line, any_text).map(tidy).filter(bool)
paths = st.one_of(st.just("a/b/2023"), any_text).map(ReportPath)


@st.composite
def cited_things(draw: st.DrawFn) -> Cited:
    return Cited(
        key=make_key(draw(paths)),
        kind=draw(st.sampled_from(CitedKind)),
        author=draw(texts),
        title=draw(texts),
        container=draw(texts),
        archive=draw(texts),
        address="https://example.org/reports/a/b/2023/#k3f9a2",
        published=draw(st.none() | days),
        note=draw(st.just("") | texts),
        annote=draw(st.just("") | texts),
        plain="",
    )


def read_ris(text: str) -> list[tuple[str, str]]:
    """Tags and values by the format's own rules: two characters, two spaces, a hyphen, a space."""
    rows = [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", row) for row in text.split("\n")]
    assert all(rows), text
    return [(row[1], row[2]) for row in rows if row]


def read_bibtex(text: str) -> Entry:
    (entry,) = parse_string(text, "bibtex").entries.values()
    return entry


def unescape(value: str) -> str:
    """What LaTeX would print of a value in one pair of braces."""
    return UNESCAPED.sub(lambda match: LATEX[match[0]], value.removeprefix("{").removesuffix("}"))


@settings(max_examples=40, deadline=None)
@given(cited_things())
def test_ris_reads_back(cited: Cited) -> None:
    read = read_ris(FORM["ris"](cited))

    assert read[0][0] == "TY"
    assert read[-1] == ("ER", "")
    for tag, value in (
        ("ID", cited.key),
        ("AU", cited.author),
        ("TI", cited.title),
        ("T2", cited.container),
        ("UR", cited.address),
    ):
        assert [found for name, found in read if name == tag] == [value]
    assert [found for name, found in read if name == "N1"] == [note for note in (cited.note, cited.annote) if note]


@settings(max_examples=40, deadline=None)
@given(cited_things())
def test_bibtex_reads_back(cited: Cited) -> None:
    text = FORM["bibtex"](cited)
    entry = read_bibtex(text)

    assert entry.key == cited.key
    assert unescape(entry.fields["title"]) == cited.title
    assert entry.fields["url"] == cited.address
    assert entry.fields.get("date") == (cited.published.isoformat() if cited.published else None)
    (author,) = entry.persons["author"]
    assert unescape(str(author)) == cited.author


@settings(max_examples=40, deadline=None)
@given(cited_things())
def test_csl_json_reads_back(cited: Cited) -> None:
    (item,) = json.loads(FORM["csl"](cited))

    assert (item["id"], item["title"], item["URL"]) == (cited.key, cited.title, cited.address)
    assert item["author"] == [{"literal": cited.author}]


@settings(max_examples=40, deadline=None)
@given(cited_things())
def test_filled_in_is_what_the_library_writes(cited: Cited) -> None:
    for form in ("bibtex", "ris"):
        assert FORM[form](cited) == FORM[form].direct(cited)


printed = st.text(st.sampled_from("党建引领乡村振兴“”‘’（）《》——…0123456789ＡＢ"), min_size=1, max_size=30)


@settings(max_examples=20, deadline=None)
@given(cited_things(), printed, printed)
def test_the_standards_form_is_what_the_library_writes(cited: Cited, author: str, title: str) -> None:
    """Of what is printed in bulletins; the style would raise Latin letters of a body's name, which stays whole."""
    cited = replace(cited, author=author, title=title, container=title)

    assert FORM["gbt"](cited) == FORM["gbt"].direct(cited)
    assert author in FORM["gbt"](cited)
    assert title in FORM["gbt"](cited)


class _Scripts(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


hostile = st.one_of(any_text, st.sampled_from(["</script>", "<!--<script>", "]]>", "</SCRIPT ", "<\u2028/script>"]))


@settings(max_examples=100, deadline=None)
@given(hostile, hostile)
def test_nothing_leaves_its_script_element(name: str, other: str) -> None:
    things = format_things([{"@type": "Report", "name": name, "keywords": [other, name]}])
    parsed = _Scripts(f'<script type="application/ld+json">{things}</script><p>')

    assert parsed.tags == ["script", "p"]
    assert not set("<>&\u2028\u2029") & set(things)
    assert json.loads("".join(parsed.texts))["@graph"][0] == {
        "@type": "Report",
        "name": name,
        "keywords": [other, name],
    }
