"""A small invented archive with all that the search page can narrow down by, suggest and answer."""

from pathlib import Path
from typing import Any

import pytest

from sitegen.build import build
from sitegen.model.place import Place, PlaceLevel
from sitegen.model.report import Report
from sitegen.model.stat import make_stat_id
from sitegen.model.terms import Kind, Status, ThemeId
from sitegen.problems import Severity
from sitegen.quantities import derive
from sitegen.store.places import write_place
from sitegen.store.report_file import write_report
from tests.unit.archive.make import make_mention, make_report, make_stat

PLACES = (
    ("yun", "云岭省", "云岭省"),
    ("yun/qing", "云岭省青溪县", "青溪县"),
    ("yun/bei", "云岭省北原县", "北原县"),
    ("yun/qing/liuwan-zhen", "云岭省青溪县柳湾镇", "柳湾镇"),
    ("yun/bei/liuwan-zhen", "云岭省北原县柳湾镇", "柳湾镇"),
    ("yun/qing/changhe-xiang", "云岭省青溪县长禾乡", "长禾乡"),
)
TAX, LAMPS = "tax-revenue", "solar-lamps"

Said = tuple[str, str, str | None]
"""Quote, printed number, series."""


def report(path: str, place: str, period: str, *said: Said, **fields: Any) -> Report:
    """Return a report whose text is its quotes, each a sentence of its own."""
    stats = []
    for quote, printed, series in said:
        derived = derive(printed, quote, None)
        assert derived is not None
        forecast = "预计" in quote
        stats.append(
            make_stat(
                make_stat_id(printed, quote, 1, {stat.id for stat in stats}),
                indicator=quote.removeprefix("预计").removeprefix("又").partition(printed)[0],
                value=derived.value,
                unit=derived.unit,
                printed=printed,
                quote=quote,
                kind=derived.kind,
                basis=derived.basis,
                status=Status.FORECAST if forecast else Status.REPORTED,
                series=series if derived.kind is Kind.LEVEL else None,
            )
        )
    text = "".join(f"{quote}。" for quote, _, _ in said)
    return make_report(path, place, period, stats=tuple(stats), body=f"{place[-3:]}工作进展顺利。{text}\n", **fields)


def list_reports() -> tuple[Report, ...]:
    economy, governance = (ThemeId("economy"),), (ThemeId("governance"),)
    qing = "云岭省青溪县柳湾镇"
    return (
        report(
            "yun/qing/liuwan-zhen/2023",
            qing,
            "2023",
            ("税收收入800万元", "800万元", TAX),
            ("新安装太阳能路灯90盏", "90盏", LAMPS),
            ("新修水渠3公里", "3公里", None),
            themes=economy,
            sections=(),
            practices=(make_mention("积分制", "governance"),),
        ),
        report(
            "yun/qing/liuwan-zhen/2022",
            qing,
            "2022",
            ("税收收入700万元", "700万元", TAX),
            themes=economy,
        ),
        report(
            "yun/bei/liuwan-zhen/2023",
            "云岭省北原县柳湾镇",
            "2023",
            ("税收收入650万元", "650万元", TAX),
            themes=(*economy, *governance),
            practices=(make_mention("积分制", "governance"),),
        ),
        report(
            "yun/qing/changhe-xiang/2023-Q3",
            "云岭省青溪县长禾乡",
            "2023-Q3",
            ("预计税收收入120万元", "120万元", TAX),
            ("投入资金5万元", "5万元", None),
            ("又投入资金6万元", "6万元", None),
            themes=governance,
        ),
    )


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built archive."""
    root = tmp_path_factory.mktemp("small")
    for id, full_name, name in PLACES:
        place = Place(id=id, name=name, full_name=full_name, level=tuple(PlaceLevel)[id.count("/")])
        _write(root / f"content/places/{id}.md", write_place(place))
    for one in list_reports():
        _write(root / f"content/reports/{one.path}.md", write_report(one))
    result = build(root / "content", root / "public")
    assert result.moved, "\n".join(map(str, result.problems))
    assert not [str(problem) for problem in result.problems if problem.severity >= Severity.ERROR]
    return root / "public"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
