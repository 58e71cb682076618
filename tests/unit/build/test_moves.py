"""Former addresses of reports: each leads to where the report is now, on any host."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.build import build

ReadSite = Callable[[Path], dict[str, bytes]]
NOW = "jiashu/yi/qingxi-zhen/2023"
ONCE, BEFORE = "jiashu/yi/qingxi/2023", "jiashu/bing/qingxi-xiang/2023"


def change(root: Path, line: str) -> None:
    file = root / f"content/reports/{NOW}.md"
    file.write_text(file.read_text(encoding="utf-8").replace("---\n", f"---\n{line}\n", 1), encoding="utf-8")


@pytest.mark.parametrize("base", ["", "x/"])
def test_every_former_address_leads_on_at_once(base: str, root: Path, read_site: ReadSite) -> None:
    change(root, f"moved_from: [{ONCE}, {BEFORE}, unresolved/a1-2]")
    build(root / "content", root / "public", base_url=f"https://example.org/{base}")
    made = read_site(root / "public")

    for former in (ONCE, BEFORE):
        for page in ("", "cite/"):
            html = made[f"reports/{former}/{page}index.html"].decode()
            to = f"/{base}reports/{NOW}/{page}"
            assert f'<meta http-equiv="refresh" content="0; url={to}">' in html
            assert f'<link rel="canonical" href="https://example.org{to}">' in html
            assert f'<a class="title" href="{to}">' in html
            assert re.search(rf'<script src="/{base}assets/moved.js\?v=\w+" data-to="{to}"></script>', html)
            assert html.index("moved.js") < html.index("refresh")
            assert "noindex" in html
        for ending in ("bib", "ris", "json"):
            assert made[f"reports/{former}/cite.{ending}"] == made[f"reports/{NOW}/cite.{ending}"]
    assert not any("unresolved" in name for name in made)
    assert ONCE not in made["sitemap.xml"].decode()
    assert ONCE not in made["data/reports.json"].decode()


def test_hosts_that_can_are_told_of_each_address(root: Path, read_site: ReadSite) -> None:
    change(root, f"moved_from: [{ONCE}]")
    build(root / "content", root / "public", base_url="https://example.org/x/")
    lines = read_site(root / "public")["_redirects"].decode().splitlines()
    expected = [
        f"/x/reports/{ONCE}/{page} /x/reports/{NOW}/{page} 301"
        for page in ("", "cite/", "cite.bib", "cite.ris", "cite.json")
    ]

    assert expected == lines


def test_there_is_no_list_where_nothing_moved(root: Path, read_site: ReadSite) -> None:
    build(root / "content", root / "public")

    assert "_redirects" not in read_site(root / "public")


def test_a_former_address_of_a_withdrawn_report_leads_to_the_reason(root: Path, read_site: ReadSite) -> None:
    change(root, f"moved_from: [{ONCE}]\nwithdrawn: 应发布单位要求撤下")
    build(root / "content", root / "public")
    made = read_site(root / "public")

    for page in (f"reports/{ONCE}/index.html", f"reports/{ONCE}/cite/index.html", f"reports/{NOW}/cite/index.html"):
        assert f"url=/reports/{NOW}/" in made[page].decode()
    assert b"12" not in made[f"reports/{ONCE}/cite.bib"].replace(b"/2023/", b"")


def test_the_former_address_of_a_draft_answers_nothing(root: Path, read_site: ReadSite) -> None:
    change(root, f"moved_from: [{ONCE}]\ndraft: true")
    build(root / "content", root / "public")

    assert not any(ONCE in name for name in read_site(root / "public"))


@pytest.mark.parametrize("path", ["jiashu/yi/qingxi-zhen/2022", "year/2023", "jiashu/yi/qingxi-zhen/2022/cite", "../x"])
def test_what_is_no_former_path_takes_no_other_page_s_place(path: str, root: Path, read_site: ReadSite) -> None:
    change(root, f"moved_from: ['{path}']\nwithdrawn: 应发布单位要求撤下")  # whose page stands although it has an error
    result = build(root / "content", root / "public")

    assert result.moved
    assert {"moved-from-form", "moved-from-taken"} & {problem.code for problem in result.problems}
    assert (
        "清溪镇2022年工作总结" in read_site(root / "public")["reports/jiashu/yi/qingxi-zhen/2022/index.html"].decode()
    )


def test_a_former_path_gives_way_to_a_page_that_is_kept(root: Path, read_site: ReadSite) -> None:
    build(root / "content", root / "public")
    change(root, "moved_from: [jiashu/yi/qingxi-zhen/2022]")
    file = root / "content/reports/jiashu/yi/qingxi-zhen/2022.md"
    file.write_text(file.read_text(encoding="utf-8").replace("issuer: ", "issuer: ["), encoding="utf-8")
    before = read_site(root / "public")
    result = build(root / "content", root / "public")
    page = "reports/jiashu/yi/qingxi-zhen/2022/index.html"

    assert result.moved
    assert before[page] == read_site(root / "public")[page]
