"""Where a reader writes about a mistake."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from sitegen.render.corrections import address_for
from sitegen.render.pages.cite import show_cite
from sitegen.render.pages.report import show_report
from tests.unit.archive.make import make_stat
from tests.unit.render.citing import PATH, make_cited_site

SUBJECT = "勘误：A&B？“C” 100%"
BODY = "数据：12公里\n地址：https://example.org/?a=1#k3f9a2\n"
STAT = make_stat("k3f9a2")


@pytest.mark.parametrize("to", ["ed@example.org", "mailto:ed@example.org"])
def test_a_mail_has_its_subject_and_text(to: str) -> None:
    address = address_for(to, SUBJECT, BODY)
    path, _, query = address.partition("?")
    fields = dict(field.split("=", 1) for field in query.split("&"))

    assert path == "mailto:ed@example.org"
    assert {name: unquote(value) for name, value in fields.items()} == {
        "subject": SUBJECT,
        "body": BODY.replace("\n", "\r\n"),
    }
    assert address.isascii()


@pytest.mark.parametrize(
    ("to", "path", "names"),
    [
        ("https://github.com/a/b/issues/new", "/a/b/issues/new", ("title", "body")),
        ("https://github.com/a/b/issues/new/choose", "/a/b/issues/new", ("title", "body")),
        ("https://codeberg.org/a/b/issues/new?labels=1&labels=2", "/a/b/issues/new", ("title", "body")),
        ("https://gitlab.com/a/b/-/issues/new", "/a/b/-/issues/new", ("issue[title]", "issue[description]")),
    ],
)
def test_an_issue_has_its_title_and_text(to: str, path: str, names: tuple[str, str]) -> None:
    parts = urlsplit(address_for(to, SUBJECT, BODY))
    asked = parse_qs(parts.query)

    assert parts.path == path
    assert [asked[name] for name in names] == [[SUBJECT], [BODY]]
    assert asked.get("labels") == parse_qs(urlsplit(to).query).get("labels")


@pytest.mark.parametrize("to", ["https://example.org/form", "https://example.org/form?id=3", "https://example.org/@ed"])
def test_another_page_is_left_as_it_is(to: str) -> None:
    assert address_for(to, SUBJECT, BODY) == to


@pytest.mark.parametrize("to", ["ed@example.org", "https://github.com/a/b/issues/new"])
def test_a_mistake_in_a_stat_names_stat_quote_and_address(to: str) -> None:
    site = make_cited_site(to=to, title="全年工作回眸", stats=(STAT,))
    told = unquote(show_cite(site, PATH).stats[0].report_error)

    for words in (
        "全年工作回眸",
        "k3f9a2",
        "硬化12公里",
        "https://example.org/reports/yun/qing/liuwan-zhen/2023/#k3f9a2",
    ):
        assert words in told


def test_a_mistake_in_a_report_names_it_and_its_address() -> None:
    site = make_cited_site(to="ed@example.org", title="全年工作回眸")
    told = unquote(show_report(site, PATH).report_error)

    assert "全年工作回眸" in told
    assert "https://example.org/reports/yun/qing/liuwan-zhen/2023/" in told


def test_nobody_is_named_where_site_yaml_names_nobody() -> None:
    site = make_cited_site(stats=(STAT,))

    assert show_report(site, PATH).report_error == ""
    assert show_cite(site, PATH).stats[0].report_error == ""
