"""Short ways to make records for tests of the archive."""

from datetime import date
from decimal import Decimal
from typing import Any

from sitegen.model.content import Content
from sitegen.model.period import Period
from sitegen.model.place import Place, PlaceLevel
from sitegen.model.report import Bulletin, PracticeMention, Report, Series, Settings, Source, Theme
from sitegen.model.stat import Stat
from sitegen.model.terms import PlaceId, ReportPath, SeriesId, StatId, ThemeId

ECONOMY = ThemeId("economy")
ROADS = Series(SeriesId("roads"), "硬化道路", "公里", ECONOMY)


def make_report(path: str, place: str | None, period: str | None = "2023", **fields: Any) -> Report:
    values: dict[str, Any] = {
        "title": None,
        "issuer": None,
        "published": None,
        "added": None,
        "source": None,
        "credits": (),
        "captions": (),
        "themes": (),
        "sections": (),
        "practices": (),
        "stats": (),
        "body": "",
    }
    values |= fields
    return Report(path=ReportPath(path), place=place, period=Period.parse(period) if period else None, **values)


def make_place(id: str, full_name: str, name: str, code: str | None = None) -> Place:
    return Place(id=PlaceId(id), name=name, full_name=full_name, level=tuple(PlaceLevel)[id.count("/")], code=code)


def make_stat(id: str, **fields: Any) -> Stat:
    values: dict[str, Any] = {
        "indicator": "硬化道路",
        "value": Decimal(12),
        "unit": "公里",
        "printed": "12公里",
        "theme": ECONOMY,
        "quote": "硬化12公里",
    }
    return Stat(id=StatId(id), **(values | fields))


def make_content(*reports: Report, **fields: Any) -> Content:
    values: dict[str, Any] = {
        "settings": Settings("档案", "", "/"),
        "themes": (Theme(ECONOMY, "经济发展", "Economy", ""),),
        "series": (ROADS,),
        "places": PLACES,
    }
    return Content(reports=reports, **(values | fields))


def make_mention(name: str, theme: str | None = "economy") -> PracticeMention:
    return PracticeMention(name, ThemeId(theme) if theme else None, None)


def make_bulletin(stem: str) -> Bulletin:
    return Bulletin(
        stem=stem,
        file=f"{stem}.txt",
        sha256="0" * 64,
        title=None,
        published=date(2024, 1, 1),
        publication=None,
        captions=(),
        preface="",
    )


def make_source(stem: str, part: int) -> Source:
    return Source(f"{stem}.txt", "0" * 64, part)


PLACES = (
    make_place("yun", "云岭省", "云岭省"),
    make_place("yun/qing", "云岭省青溪县", "青溪县", "9801"),
    make_place("yun/bei", "云岭省北原县", "北原县", "9802"),
    make_place("yun/qing/liuwan-zhen", "云岭省青溪县柳湾镇", "柳湾镇", "980101"),
    make_place("yun/bei/liuwan-zhen", "云岭省北原县柳湾镇", "柳湾镇"),
    make_place("yun/qing/shiqiao-xiang", "云岭省青溪县石桥乡", "石桥乡", "980100"),
)
LIUWAN, OTHER_LIUWAN, SHIQIAO = "云岭省青溪县柳湾镇", "云岭省北原县柳湾镇", "云岭省青溪县石桥乡"
