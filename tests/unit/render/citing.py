"""Short ways to make what is cited."""

from dataclasses import replace
from datetime import date
from typing import Any

from sitegen.archive import Archive, relate
from sitegen.model.report import Settings
from sitegen.model.terms import ReportPath
from sitegen.render import default_folder, find_languages, load_jinja_theme
from sitegen.render.context import Site, make_site
from sitegen.routes import Routes
from tests.unit.archive.make import LIUWAN, make_bulletin, make_content, make_report, make_source

PATH = ReportPath("yun/qing/liuwan-zhen/2023")
HOST = "https://example.org/"
THEME = load_jinja_theme(default_folder())
LANGUAGES = find_languages(THEME, "zh-Hans")


def make_cited_archive(publication: str | None = None, to: str | None = None, **fields: Any) -> Archive:
    """An archive of one report that came in a bulletin; ``published`` and ``period`` may be spelled."""
    published = fields.pop("published", None)
    bulletin = replace(make_bulletin("one"), published=None, publication=publication)
    report = make_report(
        PATH,
        LIUWAN,
        fields.pop("period", "2023"),
        source=make_source("one", 1),
        published=date.fromisoformat(published) if published else None,
        **fields,
    )
    return relate(make_content(report, bulletins=(bulletin,), settings=Settings("档案", "", "/", report_errors_to=to)))


def make_cited_site(base_url: str = HOST, **fields: Any) -> Site:
    return make_site(make_cited_archive(**fields), Routes(base_url), LANGUAGES, (), ())
