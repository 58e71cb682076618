"""A small content folder with its bulletin as received, made anew for each test."""

import hashlib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sitegen.model.period import Period
from sitegen.model.place import Place, PlaceLevel
from sitegen.model.report import Bulletin, Report, Section, Source
from sitegen.model.stat import Stat
from sitegen.model.terms import PlaceId, ReportPath, StatId, ThemeId
from sitegen.store.bulletins import write_bulletin
from sitegen.store.places import write_place
from sitegen.store.report_file import write_report

SOURCE = "清溪镇2023年工作总结\r\n全年新修公路１２公里。\r\n".encode()
SITE = "title: 试验档案\ndescription: 只为测试。\nbase_url: https://example.org/\n"
PLACES = (
    Place(id=PlaceId("jiashu"), name="甲省", full_name="甲省", level=PlaceLevel.PROVINCE),
    Place(id=PlaceId("jiashu/yi"), name="乙县", full_name="甲省乙县", level=PlaceLevel.COUNTY),
    Place(id=PlaceId("jiashu/yi/qingxi-zhen"), name="清溪镇", full_name="甲省乙县清溪镇", level=PlaceLevel.TOWNSHIP),
)


def make_report(year: int, length: str) -> Report:
    quote = f"新修公路{length}公里"
    return Report(
        path=ReportPath(f"jiashu/yi/qingxi-zhen/{year}"),
        title=f"清溪镇{year}年工作总结",
        place="甲省乙县清溪镇",
        issuer="清溪镇",
        period=Period.of_year(year),
        published=None,
        added=date(2026, 1, 2),
        source=Source("a1.txt", hashlib.sha256(SOURCE).hexdigest(), year),
        credits=(),
        captions=(),
        themes=(ThemeId("economy"),),
        sections=(Section("一、交通", (ThemeId("economy"),)),),
        practices=(),
        stats=(
            Stat(
                id=StatId("k3f9a2"),
                indicator="新修公路",
                value=Decimal(length),
                unit="公里",
                printed=f"{length}公里",
                theme=ThemeId("economy"),
                quote=quote,
            ),
        ),
        body=f"## 一、交通\n\n全年{quote}，群众满意。\n",
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with ``content`` and ``seeds``."""
    reports = (make_report(2022, "9"), make_report(2023, "12"))
    bulletin = Bulletin(
        stem="a1",
        file="a1.txt",
        sha256=hashlib.sha256(SOURCE).hexdigest(),
        title=None,
        published=None,
        publication=None,
        captions=("桥。",),
        preface="",
    )
    files = {
        "content/site.yaml": SITE,
        "content/bulletins/a1.md": write_bulletin(bulletin),
        **{f"content/places/{place.id}.md": write_place(place) for place in PLACES},
        **{f"content/reports/{report.path}.md": write_report(report) for report in reports},
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a1.txt").write_bytes(SOURCE)
    return tmp_path


@pytest.fixture
def read_site() -> Callable[[Path], dict[str, bytes]]:
    """Return all files of a site by their path."""

    def read(folder: Path) -> dict[str, bytes]:
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    return read
