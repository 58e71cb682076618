"""Content made of texts in which the stats are marked: ``完成【税收|598万元】``."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from sitegen.model.content import Content
from sitegen.model.report import Report, Settings
from sitegen.model.stat import Stat, make_stat_id
from sitegen.model.terms import SeriesId, ThemeId
from sitegen.quantities import derive, find_printed
from tests.unit.archive.make import make_report

SPEC = Path(__file__).parents[2] / "spec" / "audit"
PLACE = "云岭省北原县柳湾镇"
_MARKED = re.compile(r"【([^|】]+)\|([^】]+)】")


def cases() -> list[dict[str, Any]]:
    return [
        case | {"file": path.stem}
        for path in sorted(SPEC.glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def content_of(case: dict[str, Any]) -> Content:
    entries = case.get("reports") or [{"text": case["text"]}]
    reports = tuple(read_marked(number=number, **entry) for number, entry in enumerate(entries))
    return Content(settings=Settings("档案", "", "/"), reports=reports)


def read_marked(
    text: str, place: str = PLACE, period: str = "2023", number: int = 0, series: str | None = None
) -> Report:
    """A report of which every marked number is a stat; the quote is its sentence."""
    stats: list[Stat] = []
    for sentence in re.findall(r"[^。\n]+", text):
        plain = _MARKED.sub(r"\2", sentence)
        said: list[str] = []
        for match in _MARKED.finditer(sentence):
            found = re.search(r"\d[\d.,]*\D*$", match[2])
            printed = found[0] if found else match[2]
            places = list(find_printed(printed, plain))
            said.append(printed)
            stats.append(_make_stat(match[1], printed, plain, said.count(printed) if len(places) > 1 else None))
    return make_report(
        f"a/b/c{number}/{period}",
        place,
        period,
        stats=tuple(replace(stat, series=SeriesId(series) if series else None) for stat in stats),
        body="\n\n".join(_MARKED.sub(r"\2", line) for line in text.splitlines()) + "\n",
    )


def _make_stat(indicator: str, printed: str, quote: str, at: int | None) -> Stat:
    read = derive(printed, quote, at)
    assert read is not None, (printed, quote)
    assert isinstance(read.value, Decimal)
    return Stat(
        id=make_stat_id(printed, quote, at or 1),
        indicator=indicator,
        value=read.value,
        value_to=read.value_to,
        unit=read.unit,
        printed=printed,
        at=at,
        bound=read.bound,
        kind=read.kind,
        basis=read.basis,
        status=read.status,
        theme=ThemeId("economy"),
        quote=quote,
    )
