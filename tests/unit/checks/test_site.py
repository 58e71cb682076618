"""A built site that holds together, and what is found where it does not; the messages are in tests/invalid/site-*."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.checks.site import check_site
from sitegen.checks.site.budgets import Scales
from sitegen.checks.site.built import read_site
from sitegen.checks.site.rules import find_budget, fits, is_named

HOME = '<link rel="canonical" href="{host}{base}"><a href="{base}a/">a</a>'
PAGE = '<link rel="canonical" href="{host}{base}a/"><a href="../">home</a> <a href="#b" id="b">b</a>'


def write(folder: Path, files: Mapping[str, str], *, host: str = "https://a.example", base: str = "/") -> Path:
    """Write a site of two pages that is as it should be, with other files over it."""
    whole = {"index.html": HOME, "a/index.html": PAGE, **files}
    for name, text in whole.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace("{host}", host).replace("{base}", base), encoding="utf-8")
    return folder


def find(folder: Path) -> list[tuple[str, str]]:
    """Return the codes of what is wrong, each with its file."""
    problems = check_site(folder).problems
    return [(problem.code, Path(problem.path).relative_to(folder).as_posix()) for problem in problems]


@pytest.mark.parametrize("base", ["/", "/x/", "/x/y/"])
@pytest.mark.parametrize("host", ["https://a.example", ""])
def test_a_site_that_holds_together_has_no_problem(host: str, base: str, tmp_path: Path) -> None:
    assert find(write(tmp_path, {}, host=host, base=base)) == []


def test_pages_and_files_are_counted(tmp_path: Path) -> None:
    result = check_site(write(tmp_path, {"robots.txt": ""}))

    assert (result.pages, result.files) == (2, 3)


@pytest.mark.parametrize(
    "link",
    [
        "/x/a/",
        "/x/a/#b",
        "/x/a/?q=1#b",
        "../a/",
        "",
        "#",
        "#top",
        "https://a.example/x/a/",
        "https://a.example/other/",
        "https://b.example/nowhere/",
        "//b.example/nowhere/",
        "mailto:a@a.example",
        "tel:12345",
        "/x/data.csv",
        "/x/%E6%95%B0.csv",
        "/x/数.csv",
    ],
)
def test_links_that_lead_somewhere(link: str, tmp_path: Path) -> None:
    page = f'<meta name="robots" content="noindex"><a href="{link}">c</a>'
    write(tmp_path, {"c/index.html": page, "data.csv": "", "数.csv": ""}, base="/x/")

    assert [code for code, file in find(tmp_path) if file == "c/index.html"] == []


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("/a/", "site-link"),
        ("/x/a", "site-link"),
        ("/x/b/", "site-link"),
        ("../../a/", "site-link"),
        ("https://a.example/x/nowhere", "site-link"),
        ("http://[broken", "site-link"),
        ("/x/a/#c", "site-anchor"),
        ("../a/#B", "site-anchor"),
        ("#c", "site-anchor"),
    ],
)
def test_links_that_lead_nowhere(link: str, code: str, tmp_path: Path) -> None:
    write(tmp_path, {"c/index.html": f'<meta name="robots" content="noindex"><a href="{link}">c</a>'}, base="/x/")

    assert (code, "c/index.html") in find(tmp_path)


@pytest.mark.parametrize(
    "element",
    [
        '<img src="/no.png" alt="">',
        '<img srcset="/no.png 1x, /a/ 2x" alt="">',
        '<script src="/no.js"></script>',
        '<link rel="stylesheet" href="/no.css">',
        '<link rel="icon" type="image/svg+xml" href="/no.svg">',
        '<link rel="alternate" type="application/atom+xml" href="/no.xml">',
        '<form action="/no/"></form>',
        '<div data-index="/no/"></div>',
        '<meta property="og:image" content="https://a.example/no.png">',
        '<meta http-equiv="refresh" content="0; url=/no/">',
    ],
)
def test_everything_that_points_is_followed(element: str, tmp_path: Path) -> None:
    write(tmp_path, {"404.html": element})

    assert find(tmp_path) == [("site-link", "404.html")]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("404.html", '<img src="https://b.example/a.png" alt="">'),
        ("404.html", '<iframe src="//b.example/"></iframe>'),
        ("404.html", '<form action="https://b.example/"></form>'),
        ("404.html", '<img srcset="/a/ 1x, https://b.example/a.png 2x" alt="">'),
        ("assets/a.css", "a { background: url('https://b.example/a.png') }"),
        ("assets/a.css", '@import "https://b.example/a.css";'),
        ("assets/a.js", 'import { a } from "https://b.example/a.js";'),
        ("assets/a.js", 'const a = await import("https://b.example/a.js");'),
        ("assets/a.js", 'fetch("https://b.example/count")'),
    ],
)
def test_nothing_is_loaded_from_elsewhere(file: str, text: str, tmp_path: Path) -> None:
    write(tmp_path, {file: text})

    assert ("site-foreign", file) in find(tmp_path)


def test_names_that_look_like_addresses_are_none(tmp_path: Path) -> None:
    text = 'const SVG = "http://www.w3.org/2000/svg"; // see https://b.example/ from "there"'
    write(tmp_path, {"assets/a.js": text, "404.html": '<script src="/assets/a.js"></script>'})

    assert [code for code, _ in find(tmp_path)] == []


def test_a_signpost_needs_no_link_to_it_and_no_address_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, {"old/index.html": '<meta http-equiv="refresh" content="0; url=/a/">'})

    assert find(tmp_path) == []


def test_a_way_over_pages_that_nobody_reaches_is_none(tmp_path: Path) -> None:
    lost = '<link rel="canonical" href="https://a.example/{0}/"><a href="/{1}/">x</a>'
    write(tmp_path, {"b/index.html": lost.format("b", "c"), "c/index.html": lost.format("c", "b")})

    assert find(tmp_path) == [("site-unreachable", "b/index.html"), ("site-unreachable", "c/index.html")]


def test_in_a_preview_no_page_is_for_search_engines(tmp_path: Path) -> None:
    hidden = '<meta name="robots" content="noindex">'
    urls = "".join(f"<url><loc>https://a.example/{path}</loc></url>" for path in ("", "a/"))
    write(tmp_path, {"index.html": hidden + HOME, "a/index.html": hidden + PAGE, "sitemap.xml": f"<s>{urls}</s>"})

    assert find(tmp_path) == []


def test_a_broken_page_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    write(tmp_path, {"404.html": "<p id=a><b><p id=a><a href='/no/'>x</b>", "b.html": "", "empty/index.html": "\x00"})

    assert {("site-id-twice", "404.html"), ("site-link", "404.html")} <= set(find(tmp_path))


def test_the_line_is_that_of_the_element(tmp_path: Path) -> None:
    write(tmp_path, {"404.html": '<p>\n<p>\n<a\n href="/no/">x</a>'})

    assert [problem.line for problem in check_site(tmp_path).problems] == [4]


def test_a_page_names_the_file_that_it_is_made_from(tmp_path: Path) -> None:
    write(tmp_path / "site", {"en/places/yun/index.html": '<a href="/no/">x</a>'})
    (tmp_path / "content/places").mkdir(parents=True)
    (tmp_path / "content/places/yun.md").write_text("")
    problem = next(p for p in check_site(tmp_path / "site", tmp_path / "content").problems if p.code == "site-link")

    assert (tmp_path / "content/places/yun.md").as_posix() in problem.fix


def test_what_a_page_loads_is_weighed_once_and_what_comes_later_is_not(tmp_path: Path) -> None:
    later = '<picture><source srcset="/c.png 1w, /b.png 2w"><img loading="lazy" src="/b.png"></picture>'
    page = f'<script src="/assets/a.js"></script><img src="/a.png">{later}'
    scripts = {
        "assets/a.js": 'import "./b.js"; import("./late.js"); // ' + "a" * 50,
        "assets/b.js": 'export { a } from "./a.js";',
        "assets/late.js": "// " + "later" * 500,
    }
    write(tmp_path, {"404.html": page, "a.png": "x" * 900, "b.png": "x" * 9000, "c.png": "x" * 8000, **scripts})
    site = read_site(tmp_path)
    cost = Scales(site).weigh(site.pages["/404.html"], "/404.html")

    assert cost.pictures == 900
    assert cost.scripts == len(scripts["assets/a.js"]) + len(scripts["assets/b.js"])
    assert cost.loads < 400
    assert cost.page == len(page)


def test_the_rules_are_told_by_the_path() -> None:
    assert find_budget("index.html").kind == "home"
    assert find_budget("reports/a/b/index.html").kind == "report"
    assert find_budget("en/themes/a/index.html").kind == "other"
    assert find_budget("admin/index.html").kind == "editor"
    assert is_named("en/search/index.html", "unlisted")
    assert not is_named("search/a/index.html", "unlisted")
    assert fits("feed.xml", ["**/feed.xml"])
    assert not fits("afeed.xml", ["**/feed.xml"])
