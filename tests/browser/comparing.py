"""An invented archive whose places report the same things in ways that may and may not be compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PLACES = {
    "jia": "甲省",
    "jia/yi": "甲省/乙县",
    "jia/bing": "甲省/丙县",
    "jia/yi/qingxi-zhen": "甲省/乙县/清溪镇",
    "jia/yi/nanshan-zhen": "甲省/乙县/南山镇",
    "jia/yi/dongping-xiang": "甲省/乙县/东坪乡",
    "jia/yi/xihe-jiedao": "甲省/乙县/西河街道",
    "jia/yi/beiling-xiang": "甲省/乙县/北岭乡",
    "jia/yi/shiqiao-zhen": "甲省/乙县/石桥镇",
    "jia/bing/qingxi-zhen": "甲省/丙县/清溪镇",
}
"""Full names by id, divided by slashes; two places are called 清溪镇."""


@dataclass(frozen=True)
class Said:
    """A stat of a report, as its sentence states it."""

    indicator: str
    series: str
    printed: str
    value: str
    unit: str
    more: str = ""
    """Further keys of the stat, as YAML."""


def tax(printed: str, value: str, more: str = "") -> Said:
    return Said("税收收入", "tax-revenue", printed, value, "元", more)


def lamps(printed: str, value: str, more: str = "") -> Said:
    return Said("太阳能路灯", "solar-lamps", printed, value, "盏", more)


YI = "jia/yi/"
SAID: dict[tuple[str, str], tuple[Said, ...]] = {
    (YI + "qingxi-zhen", "2023"): (tax("598万元", "5980000"), lamps("120盏", "120")),
    (YI + "qingxi-zhen", "2022"): (tax("510.5万元", "5105000"),),
    (YI + "nanshan-zhen", "2023"): (
        tax("近300万元", "3000000", "bound: nearly"),
        Said("硬化道路", "roads-hardened", "3公里", "3", "公里", "place: 甲省乙县南山镇河池村"),
        Said("硬化道路", "roads-hardened", "12.5公里", "12.5", "公里"),
    ),
    (YI + "dongping-xiang", "2023"): (tax("1.02亿元", "102000000"),),
    (YI + "dongping-xiang", "2022"): (tax("9000余万元", "90000000", "bound: over"),),
    (YI + "dongping-xiang", "2023-Q1"): (tax("2100万元", "21000000"),),
    (YI + "xihe-jiedao", "2023"): (
        tax("90-100万元", "900000", "value_to: 1000000"),
        Said("硬化道路", "roads-hardened", "0.8公里", "0.8", "公里"),
    ),
    (YI + "beiling-xiang", "2023"): (
        tax("77万元", "770000"),
        tax("80万元", "800000", 'status: target, period: "2024"'),
    ),
    (YI + "beiling-xiang", "2022"): (lamps("15盏", "15"),),
    (YI + "shiqiao-zhen", "2023-01/2023-09"): (tax("66万元", "660000"), lamps("40盏", "40")),
    ("jia/bing/qingxi-zhen", "2023"): (tax("12万元", "120000"),),
    ("jia/yi", "2023"): (tax("8.8亿元", "880000000"),),
}
"""What each report says, by place and period."""


def write_archive(content: Path) -> None:
    """Write a content folder with these places and reports."""
    for place, name in PLACES.items():
        own, full = name.rpartition("/")[2], name.replace("/", "")
        _write(content / f"places/{place}.md", _lines("---", f"name: {own}", f"full_name: {full}", "---"))
    for (place, period), said in SAID.items():
        file = content / f"reports/{place}/{period.replace('/', '--')}.md"
        _write(file, _lines(*_report(PLACES[place].replace("/", ""), period, said)))


def _report(place: str, period: str, said: tuple[Said, ...]) -> Iterator[str]:
    yield from ("---", "title: null", f"place: {place}", f"issuer: {place[-3:]}", f'period: "{period}"')
    yield from ("published: null", 'added: "2026-01-02"', "credits: []", "captions: []", "themes: [economy]")
    yield from ("sections:", "- {heading: null, themes: [economy]}", "practices: []", "stats:")
    for number, stat in enumerate(said):
        more = f", {stat.more}" if stat.more else ""
        yield (
            f"- {{id: aaaaa{number}, indicator: {stat.indicator}, value: {stat.value}, unit: {stat.unit},"
            f" printed: {stat.printed}, theme: economy, series: {stat.series}, quote: {_sentence(number, stat)}{more}}}"
        )
    yield "---"
    yield "".join(f"{_sentence(number, stat)}。" for number, stat in enumerate(said))


def _sentence(number: int, stat: Said) -> str:
    return f"{'全年今后'[number * 2 :][:2]}{stat.indicator}{stat.printed}"


def _lines(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
