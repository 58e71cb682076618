"""Words of strangers in a summary: shown as they are, and nothing else happens."""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sitegen.engine.diff.escape import code, escape, shorten

HOSTILE = (
    "a | b",
    "![x](https://evil.example/x.png)",
    "[开会](javascript:alert(1))",
    "<img src=x onerror=alert(1)>",
    "</td></table><script>alert(1)</script>",
    "@octocat please look",
    "fixes #12 and GH-12 and owner/repo#3",
    "https://evil.example/ www.evil.example mailto:a@b.example",
    "`code` **bold** _it_ ~~no~~ $x$",
    "\\| \\` \\",
    "| --- |\n| x |",
    "&lt;b&gt; &copy; &#64;octocat",
    "# heading",
    "[^1] [ ] [x]: http://a.example",
    "-->",
)
MARKS = re.compile(r"@(?=\w)|#(?=\d)|\w://|\bGH-(?=\d)|\bwww\.(?=\w)|(?:mailto|xmpp):(?=\w)", re.IGNORECASE)


def render(text: str) -> str:
    """Return the cell of a table as a code host would show it, addresses made links where they are plain."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return parser.render(f"| a | b |\n| --- | --- |\n| {text} | end |\n")


def read_cell(html: str) -> str:
    cells = re.findall("<td>(.*?)</td>", html, re.S)
    assert len(cells) == 2, html
    assert cells[1] == "end"
    return str(cells[0])


@pytest.mark.parametrize("text", HOSTILE)
def test_it_is_shown_as_it_stands(text: str) -> None:
    cell = read_cell(render(escape(text)))

    assert "<" not in cell
    assert " ".join(text.split("\n")).strip() == unescape(cell).replace("\u200b", "")


@pytest.mark.parametrize("text", HOSTILE)
def test_nobody_is_called_and_nothing_becomes_a_link(text: str) -> None:
    assert not MARKS.search(unescape(read_cell(render(escape(text)))))


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(alphabet="ab1 @#|\\`*_[]()<>!&;:/.-~$\n\r镇", max_size=40))
def test_any_text_stays_in_its_cell(text: str) -> None:
    cell = read_cell(render("x" + escape(text) + "x"))

    assert "<" not in cell
    assert not MARKS.search(unescape(cell))


def test_what_nobody_sees_is_named() -> None:
    assert escape("兴隆\u202e镇\u200b\ufeff") == "兴隆⟨U+202E⟩镇⟨U+200B⟩⟨U+FEFF⟩"
    assert escape("一\u3000二\t三") == "一\u3000二 三"


def test_a_path_is_one_too() -> None:
    assert read_cell(render(code("reports/a`|b.md"))) == "<code>reports/a`|b.md</code>"


def test_a_long_text_keeps_beginning_and_end() -> None:
    assert shorten("一二三四五六七八九十", 5) == "一二…九十"
    assert shorten("一二三", 3) == "一二三"
    assert all(len(shorten("abcdefghij", most)) == most for most in range(2, 10))
