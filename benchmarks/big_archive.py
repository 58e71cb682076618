"""Write an archive of any size, the same for the same seed: ``python -m benchmarks.big_archive 300 FOLDER``.

The indicators, units and themes are those that the program knows; places, sentences and numbers are made up.
"""

import argparse
import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path

from benchmarks.sentences import ACTS, CHANGES, COUNTERS, LEADS, MEANS, NAMES, PRACTICES, RESULTS, VERBS
from sitegen.lexicon import load_series, load_themes
from sitegen.lexicon.pinyin import slug
from sitegen.model.period import Period
from sitegen.model.place import Place, PlaceLevel
from sitegen.model.report import Bulletin, Credit, PracticeMention, Report, Section, Series, Settings, Source
from sitegen.model.stat import Stat, make_stat_id
from sitegen.model.terms import Kind, PlaceId, ReportPath
from sitegen.quantities import derive
from sitegen.store.bulletins import write_bulletin
from sitegen.store.places import write_place
from sitegen.store.report_file import write_report
from sitegen.store.sections import union_of
from sitegen.store.site import write_site

YEARS = range(2014, 2024)
TOWNSHIPS_A_COUNTY = 10
COUNTIES_A_PROVINCE = 6
SECTIONS = 6
PARAGRAPHS_A_SECTION = 3
STATS_A_PARAGRAPH = 2
LONG_TITLE = "凝心聚力谋发展 砥砺奋进启新程——把“一件事”办到群众心坎上、" + (
    "写在青山绿水间的日日夜夜：二〇二三年工作总结和新一年的规划"
)
"""Sixty characters, with all that a headline can hold."""
_SETTINGS = Settings(
    title="大档案", description="只为测量。", base_url="https://archive.example/", report_errors_to=None
)


@dataclass(frozen=True)
class Township:
    """A township with what lies above it."""

    province: Place
    county: Place
    place: Place


def write_archive(folder: Path, reports: int, seed: int = 1) -> None:
    """Write ``content`` and ``seeds`` with so many yearly reports of townships.

    The townships of a county share a bulletin each year. The same numbers give the same bytes; the reports of a
    smaller archive are the first of a larger one.

    Raises:
        ValueError: if there are not names enough for so many reports.
    """
    _write(folder / "content/site.yaml", write_site(_SETTINGS))
    bulletins: dict[str, list[Report]] = {}
    issues = tuple(islice(_issues(seed), reports))
    if len(issues) < reports:
        raise ValueError(f"there are names for {len(issues)} reports, not for {reports}")
    for township, year in issues:
        for place in (township.province, township.county, township.place):
            _write(folder / f"content/places/{place.id}.md", write_place(place))
        stem = f"{township.county.id.replace('/', '-')}-{year}"
        bulletins.setdefault(stem, []).append(_make_report(township, year, f"{seed} {township.place.id} {year}"))
    for stem, together in bulletins.items():
        _write_bulletin(folder, stem, together)


def write_township(folder: Path, reports: int, seed: int = 1) -> None:
    """Write ``content`` and ``seeds`` of an archive in which one township reports month after month.

    Every seventh report has a title of 60 characters, every eleventh none at all.
    """
    _write(folder / "content/site.yaml", write_site(_SETTINGS))
    township = next(_townships(random.Random(seed)))
    for place in (township.province, township.county, township.place):
        _write(folder / f"content/places/{place.id}.md", write_place(place))
    for number in range(reports):
        year, month = divmod(12 * YEARS.start + number, 12)
        period = Period.of_months(year, month + 1, month + 1)
        made = _make_report(township, year, f"{seed} {number}")
        title = (LONG_TITLE if number % 7 == 1 else f"{made.issuer}{year}年{month + 1}月工作") if number % 11 else None
        path = ReportPath(f"{township.place.id}/{period.slug}")
        report = replace(made, path=path, period=period, published=None, title=title)
        _write(folder / f"content/reports/{path}.md", write_report(report))


def _issues(seed: int) -> Iterator[tuple[Township, int]]:
    """Yield who reports for which year, as long as there are names."""
    for township in _townships(random.Random(seed)):
        for year in YEARS:
            yield township, year


def _townships(chance: random.Random) -> Iterator[Township]:
    """Yield townships county by county; no two places have names that are spelled alike."""
    names = [first + second for first in NAMES for second in NAMES if first != second]
    chance.shuffle(names)
    province = county = None
    for number, name in enumerate({slug(name): name for name in names}.values()):
        # A province's name, then for each of its counties the county's and those of its townships.
        within = number % (1 + COUNTIES_A_PROVINCE * (1 + TOWNSHIPS_A_COUNTY))
        if within == 0:
            province = _make_place(None, name + "省", PlaceLevel.PROVINCE)
        elif within % (1 + TOWNSHIPS_A_COUNTY) == 1:
            county = _make_place(province, name + "县", PlaceLevel.COUNTY)
        elif province and county:
            ending = chance.choice(("镇", "镇", "乡", "街道"))
            yield Township(province, county, _make_place(county, name + ending, PlaceLevel.TOWNSHIP))


def _make_place(above: Place | None, name: str, level: PlaceLevel) -> Place:
    own = slug(name.rstrip("省县")) if level is not PlaceLevel.TOWNSHIP else slug(name[:2]) + "-" + slug(name[2:])
    if above is None:
        return Place(id=PlaceId(own), name=name, full_name=name, level=level)
    return Place(id=PlaceId(f"{above.id}/{own}"), name=name, full_name=above.full_name + name, level=level)


def _make_report(township: Township, year: int, seed: str) -> Report:
    """Make one report; its source is filled in with its bulletin."""
    chance = random.Random(seed)
    name = township.place.name
    themes = chance.sample(load_themes(), SECTIONS)
    number = SECTIONS * PARAGRAPHS_A_SECTION * STATS_A_PARAGRAPH
    measured = iter(chance.sample(load_series(), number))
    body = [f"{year}年，{name}{chance.choice(ACTS)}，{chance.choice(RESULTS)}。"]
    sections = [Section(None, ())]
    stats: list[Stat] = []
    for counter, theme in zip(COUNTERS, themes, strict=False):
        sections.append(Section(f"{counter}、{theme.label}", (theme.id,)))
        body.append(f"## {counter}、{theme.label}")
        for _ in range(PARAGRAPHS_A_SECTION):
            sentences = [f"{chance.choice(ACTS)}，{chance.choice(MEANS)}，{chance.choice(RESULTS)}。"]
            for series in islice(measured, STATS_A_PARAGRAPH):
                clause, found = _make_stats(chance, series, {stat.id for stat in stats})
                sentences.append(f"{chance.choice(LEADS)}，{clause}。{chance.choice(MEANS)}。")
                stats += found
            body.append("".join(sentences))
    practice = chance.choice(PRACTICES)
    body.append(f"推行“{practice}”，{chance.choice(RESULTS)}。")
    return Report(
        path=ReportPath(f"{township.place.id}/{year}"),
        title=f"{name}{year}年工作总结",
        place=township.place.full_name,
        issuer=name,
        period=Period.of_year(year),
        published=date(year + 1, 1, chance.randint(4, 28)),
        added=date(2026, 1, 2),
        source=None,
        credits=(Credit("通讯员", chance.choice(NAMES) + chance.choice(NAMES)),),
        captions=(f"{name}一角",),
        themes=union_of(sections),
        sections=tuple(sections),
        practices=(PracticeMention(practice, themes[-1].id, f"推行“{practice}”"),),
        stats=tuple(stats),
        body="\n\n".join(body) + "\n",
    )


def _make_stats(chance: random.Random, series: Series, taken: set[str]) -> tuple[str, list[Stat]]:
    """Return a clause about one indicator, and what it states: a level, and perhaps how it changed."""
    value = _print_value(chance, series.unit)
    clause = f"{series.name}{chance.choice(VERBS)}{value}"
    printed = [(value, clause)]
    if series.unit != "%" and chance.random() < 0.3:
        change = f"{chance.randint(5, 190) / 10:.1f}%"
        clause += f"，{chance.choice(CHANGES)}{change}"
        printed.append((change, clause))
    return clause, [_make_stat(series, words, quote, taken) for words, quote in printed]


def _print_value(chance: random.Random, unit: str) -> str:
    if unit in ("%", "‰"):
        return f"{chance.randint(400, 999) / 10:.1f}{unit}"
    if unit == "元":
        return f"{chance.randint(100, 9999) / 100:.2f}{chance.choice(('万', '亿'))}元"
    return f"{chance.choice(('', '', '', '约'))}{chance.randint(2, 9000)}{unit}"


def _make_stat(series: Series, printed: str, quote: str, taken: set[str]) -> Stat:
    derived = derive(printed, quote, None)
    assert derived is not None, f"{printed!r} in {quote!r} is no number"
    return Stat(
        id=make_stat_id(printed, quote, 1, taken),
        indicator=series.name,
        value=derived.value,
        unit=derived.unit,
        printed=printed,
        theme=series.theme,
        quote=quote,
        bound=derived.bound,
        kind=derived.kind,
        basis=derived.basis,
        status=derived.status,
        series=series.id if derived.kind is Kind.LEVEL and derived.unit == series.unit else None,
    )


def _write_bulletin(folder: Path, stem: str, reports: list[Report]) -> None:
    """Write a bulletin as received, its file, and the files of its reports."""
    source = "\n\n\n".join(f"{report.title}\n\n{report.body.replace('## ', '')}" for report in reports)
    sha256 = hashlib.sha256(source.encode()).hexdigest()
    bulletin = Bulletin(
        stem=stem,
        file=f"{stem}.txt",
        sha256=sha256,
        title=None,
        published=max(report.published for report in reports if report.published),
        publication=None,
        captions=(f"{stem.rpartition('-')[2]}年各乡镇街道年终晒账",),
        preface="",
    )
    _write(folder / f"seeds/{stem}.txt", source)
    _write(folder / f"content/bulletins/{stem}.md", write_bulletin(bulletin))
    for part, report in enumerate(reports, start=1):
        made = replace(report, source=Source(bulletin.file, sha256, part))
        _write(folder / f"content/reports/{report.path}.md", write_report(made))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write_archive(given.folder, given.reports, given.seed)
