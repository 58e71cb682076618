"""Addresses that were published once and would answer nothing any more."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sitegen.build import build
from sitegen.build.published import check_published
from sitegen.checks import check_folder
from sitegen.problems import Problem
from sitegen.store.ingest_record import IngestedPart, IngestRecord, write_record
from tests.unit.build.conftest import make_report

ReadSite = Callable[[Path], dict[str, bytes]]
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
REPORTS = "content/reports/jiashu/yi"


def ask(root: Path, sitemap: str = "old/sitemap.xml", now: date | None = None) -> tuple[Problem, ...]:
    found, problems = check_folder(root / "content", now=now)
    return check_published(root / sitemap, found, problems, root / "content", now=now)


def publish(root: Path, base_url: str = "https://old.example/archive/") -> None:
    assert build(root / "content", root / "old", base_url=base_url).moved


def move(root: Path, old: str, new: str) -> None:
    (root / REPORTS / new).parent.mkdir(parents=True, exist_ok=True)
    (root / REPORTS / old).rename(root / REPORTS / new)


@pytest.mark.parametrize("base_url", ["https://old.example/archive/", "https://old.example/a/b/", "/", "/x/"])
def test_a_site_answers_its_own_sitemap_wherever_it_stood(base_url: str, root: Path) -> None:
    publish(root, base_url)

    assert ask(root) == ()


def test_what_the_sitemap_has_is_what_a_build_lists(root: Path, read_site: ReadSite) -> None:
    publish(root, "/")
    change = root / REPORTS / "qingxi-zhen/2023.md"
    change.write_text(change.read_text("utf-8").replace("---\n", "---\nwithdrawn: 应要求撤下\n", 1), encoding="utf-8")
    before = read_site(root / "old")["sitemap.xml"].decode()
    publish(root, "/")

    assert ask(root) == ()
    assert "/reports/jiashu/yi/qingxi-zhen/2023/" in before
    assert "/reports/jiashu/yi/qingxi-zhen/2023/" not in read_site(root / "old")["sitemap.xml"].decode()


def test_a_moved_report_is_found_by_its_name_and_moved_from_mends_it(root: Path) -> None:
    publish(root)
    move(root, "qingxi-zhen/2023.md", "qingxi-zhen/2023--n2.md")
    (problem,) = ask(root)
    file = root / REPORTS / "qingxi-zhen/2023--n2.md"

    assert problem.code == "published-lost"
    assert problem.line > 0
    assert problem.fix == f"write moved_from: [jiashu/yi/qingxi-zhen/2023] in {file.as_posix()}"

    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("---\n", "---\nmoved_from: [jiashu/yi/qingxi-zhen/2023]\n", 1), encoding="utf-8")

    assert ask(root) == ()


def test_of_two_that_could_be_it_the_one_that_ingest_wrote_is_it(root: Path) -> None:
    publish(root)
    move(root, "qingxi-zhen/2023.md", "qingxi-zhen/2023-H1.md")
    move(root, "qingxi-zhen/2022.md", "qingxi-zhen/2023-H2.md")

    assert [problem.fix for problem in ask(root)] == ["", ""]

    report = make_report(2023, "12")
    part = IngestedPart(path=report.path, part=2023, text="")
    assert report.source is not None
    record = IngestRecord(stem="a1", file="a1.txt", sha256=report.source.sha256, parts=(part,))
    (root / "content/.ingest").mkdir()
    (root / "content/.ingest/a1.json").write_text(write_record(record), encoding="utf-8")

    assert [problem.fix.rpartition("/")[2] for problem in ask(root)] == ["", "2023-H1.md"]


def test_a_deleted_report_is_named_without_advice(root: Path) -> None:
    publish(root)
    (root / REPORTS / "qingxi-zhen/2023.md").unlink()

    assert [(problem.code, problem.fix) for problem in ask(root)] == [("published-lost", "")]


@pytest.mark.parametrize(
    ("line", "key"), [("draft: true", "draft"), ('publish_on: "2026-03-02"', "publish_on"), ("", "place: null")]
)
def test_a_report_that_is_hidden_again_is_named_with_its_file(line: str, key: str, root: Path) -> None:
    publish(root)
    file = root / REPORTS / "qingxi-zhen/2023.md"
    text = file.read_text(encoding="utf-8")
    text = text.replace("---\n", f"---\n{line}\n", 1) if line else text.replace("place: 甲省乙县清溪镇", "place: null")
    file.write_text(text, encoding="utf-8")
    (problem,) = ask(root, now=date(2026, 3, 1))

    assert (problem.code, problem.path) == ("published-hidden", file.as_posix())
    assert problem.fix.startswith(f"take {key} out")


def test_what_is_lost_with_a_hidden_report_is_not_named_beside_it(root: Path) -> None:
    publish(root)
    for file in (root / REPORTS / "qingxi-zhen").glob("*.md"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("---\n", "---\ndraft: true\n", 1), encoding="utf-8")

    assert [problem.code for problem in ask(root)] == ["published-hidden"] * 2


def test_a_report_with_an_error_is_named_once(root: Path) -> None:
    publish(root)
    file = root / REPORTS / "qingxi-zhen/2023.md"
    file.write_text(file.read_text(encoding="utf-8").replace("issuer: ", "issuer: ["), encoding="utf-8")

    assert ask(root) == ()


def test_a_place_that_lost_its_reports_is_named_with_the_nearest(root: Path) -> None:
    publish(root)
    place = root / "content/places/jiashu/yi/qingxi-zhen.md"
    place.rename(place.with_name("qingxi-jiedao.md"))
    move(root, "qingxi-zhen", "qingxi-jiedao")
    lost = [problem for problem in ask(root) if problem.code == "published-page-lost"]

    assert [problem.what.partition(" ")[0].removeprefix("https://old.example/archive/") for problem in lost] == [
        "en/places/jiashu/yi/qingxi-zhen/",
        "places/jiashu/yi/qingxi-zhen/",
    ]
    assert lost[0].fix == "the nearest address that is there is en/places/jiashu/yi/qingxi-jiedao/"


def test_an_index_leads_to_the_sitemaps_beside_it(root: Path) -> None:
    publish(root)
    (root / REPORTS / "qingxi-zhen/2023.md").unlink()
    index = f'<sitemapindex xmlns="{SITEMAP}"><sitemap><loc>https://old.example/archive/sitemap.xml</loc></sitemap></sitemapindex>'
    (root / "old/index.xml").write_text(index, encoding="utf-8")

    assert ask(root) == ask(root, "old/index.xml")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html><p>没有这个页面</html>",
        "<html><p>没有这个页面</p></html>",
        f'<urlset xmlns="{SITEMAP}"></urlset>',
        f'<sitemapindex xmlns="{SITEMAP}"><sitemap><loc>https://a.example/b.xml</loc></sitemap></sitemapindex>',
        f'<!DOCTYPE a [<!ENTITY b "c">]><urlset xmlns="{SITEMAP}"><url><loc>&b;</loc></url></urlset>',
    ],
)
def test_what_is_no_sitemap_is_an_error(text: str, root: Path) -> None:
    (root / "list.xml").write_text(text, encoding="utf-8")

    assert [problem.code for problem in ask(root, "list.xml")] == ["published-unreadable"]
