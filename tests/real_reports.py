"""Hypothesis strategies for reports whose numbers stand in their text, and for the ways in which people write them."""

from collections.abc import Callable, Mapping
from typing import Any

import yaml
from hypothesis import strategies as st

from sitegen.model.report import PracticeMention, Report, Section
from sitegen.model.stat import Stat, make_stat_id
from sitegen.model.terms import ReportPath, ThemeId
from sitegen.quantities import derive
from sitegen.store.front_matter import join_front_matter, split_front_matter
from sitegen.store.report_file import write_report
from sitegen.store.sections import union_of
from tests import strategies as made

THEMES = tuple(ThemeId(name) for name in ("economy", "agriculture", "governance", "infrastructure", "party-building"))
HEADINGS = ("抓产业 促增收", "强治理", "补短板：修路架桥", "办实事#暖民心")
SAID = ("新建大棚{}个", "带动增收近{}万元", "投诉量同比下降{}%", "种植水稻{}亩以上", "完成任务的{}%", "预计产值{}亿元")
LABELS = {"economy": "经济发展", "governance": "基层治理", "infrastructure": "Infrastructure"}
STYLES: tuple[Mapping[str, Any] | None, ...] = (
    None,
    {"default_flow_style": False},
    {"width": 30, "indent": 4, "default_flow_style": False},
    {"width": 60},
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report in which everything can be worked out again from its words, and nothing is wrong."""
    headings: list[str | None] = [None, *draw(st.lists(st.sampled_from(HEADINGS), unique=True, max_size=3))]
    number = draw(st.integers(2, 90))
    sections, blocks, stats, practices = [], [], [], []
    taken: set[str] = set()
    for heading in headings:
        section = Section(heading, tuple(draw(st.lists(st.sampled_from(THEMES), unique=True, min_size=1, max_size=2))))
        sections.append(section)
        words = []
        for said in draw(st.lists(st.sampled_from(SAID), unique=True, max_size=4)):
            number += draw(st.integers(1, 7))
            words.append(said.format(f"{number}.{number % 9 + 1}" if "亿" in said else number))
            stat = _stat(said, words[-1], section.themes[0], taken)
            taken.add(stat.id)
            stats.append(stat)
        number += 1
        if draw(st.booleans()):
            practices.append(PracticeMention(f"{number}分制", None, f"推行“{number}分制”"))
            words.append(f"推行“{number}分制”")
        blocks += [f"## {heading}"] if heading else []
        blocks.append("，".join(["全镇上下一心" if heading is None else f"落实{heading[:3]}", *words]) + "。")
    return Report(
        path=ReportPath("zhejiang/jiashan/xitang-zhen/2023"),
        title="某某镇2023年工作",
        place="浙江省嘉兴市嘉善县西塘镇",
        issuer="西塘镇",
        period=draw(made.periods()),
        published=draw(made.optional(made.days)),
        added=draw(made.days),
        source=None,
        credits=(),
        captions=(),
        themes=union_of(sections),
        sections=tuple(sections),
        practices=tuple(practices),
        stats=tuple(stats),
        body="\n\n".join(blocks) + "\n",
    )


def _stat(said: str, quote: str, theme: ThemeId, taken: set[str]) -> Stat:
    number = "".join(char for char in quote if char.isdigit() or char == ".")
    printed = quote[quote.index(number) - quote.startswith("带动") :].removesuffix("以上")
    read = derive(printed, quote)
    assert read, quote
    return Stat(
        id=make_stat_id(printed, quote, 1, taken),
        indicator=said.partition("{")[0].removesuffix("近"),
        value=read.value,
        value_to=read.value_to,
        unit=read.unit,
        printed=printed,
        bound=read.bound,
        kind=read.kind,
        basis=read.basis,
        status=read.status,
        theme=theme,
        quote=quote,
    )


def tree_of(report: Report) -> dict[str, Any]:
    """The front matter as plain data: every value as text, null where null is meant."""
    matter = split_front_matter(write_report(report)).yaml
    return with_nulls(yaml.load(matter, yaml.BaseLoader), yaml.safe_load(matter))


def with_nulls(text: Any, typed: Any) -> Any:
    """Values as written, but null where null is meant."""
    if isinstance(text, dict):
        return {key: with_nulls(value, typed[key]) for key, value in text.items()}
    if isinstance(text, list):
        return [with_nulls(value, other) for value, other in zip(text, typed, strict=True)]
    return typed if typed is None or isinstance(typed, bool) else text


def file_of(tree: dict[str, Any], body: str, style: Mapping[str, Any] | None) -> str:
    """A file as an editor would have it: with comments, in a style of YAML; one stat a line where there is none."""
    if style is not None:
        return f"---\n# 已核对\n{yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, **style)}---\n\n{body}"
    lines = ["# 已核对\n"]
    for key, value in tree.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines.append(f"{key}:   # 共{len(value)}条\n")
            lines += [f"- {_flow(item)}{f'  # 第{n}条' if key == 'stats' else ''}\n" for n, item in enumerate(value)]
        else:
            lines.append(f"{key}: {_flow(value)}\n")
    return join_front_matter("".join(lines), body)


def _flow(value: Any) -> str:
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, default_flow_style=True, width=10**6)
    return text.removesuffix("\n").removesuffix("\n...")


@st.composite
def unfinished(draw: st.DrawFn) -> tuple[Report, str]:
    """A report, and its file as somebody left it from which much is missing that follows from the rest."""
    report = draw(reports())
    tree = tree_of(report)
    for entry in tree["stats"]:
        for spoil in draw(st.lists(st.sampled_from(SPOILS), max_size=2)):
            spoil(entry)
    for entry in tree["practices"]:
        if draw(st.booleans()):
            del entry["quote"]
    if draw(st.booleans()):
        del tree["themes"]
    else:
        tree["themes"] = [LABELS.get(theme, theme) if draw(st.booleans()) else theme for theme in tree["themes"]]
    for section in tree["sections"]:
        section["themes"] = [LABELS.get(theme, theme) if draw(st.booleans()) else theme for theme in section["themes"]]
    if draw(st.booleans()):
        tree["sections"].reverse()
    return report, draw(written(tree, report.body))


@st.composite
def written(draw: st.DrawFn, tree: dict[str, Any], body: str) -> str:
    """A front matter and a body as a file in any style, with the line ends of any system."""
    text = file_of(tree, body, draw(st.sampled_from(STYLES)))
    mark, line_end = draw(st.sampled_from([("", "\n"), ("", "\r\n"), ("\ufeff", "\r\n")]))
    return mark + text.replace("\n", line_end)


def _without(*keys: str) -> Callable[[dict[str, Any]], None]:
    def spoil(entry: dict[str, Any]) -> None:
        for key in keys:
            entry.pop(key, None)

    return spoil


def _unsign(entry: dict[str, Any]) -> None:
    if "value" in entry:
        entry["value"] = entry["value"].removeprefix("-")


def _unscale(entry: dict[str, Any]) -> None:
    if "value" in entry:
        entry["value"] = "".join(char for char in entry["printed"] if char.isdigit() or char == ".")


_READ = ("value", "value_to", "bound", "kind", "basis", "status")
SPOILS = (
    _without("id", "theme", "unit", *_READ),
    _without("unit", *_READ),
    _without("id", "kind", "basis", "status"),
    _without("unit"),
    _without("bound"),
    _without("theme"),
    _without("id"),
    _unsign,
    _unscale,
)
"""Ways to leave a stat unfinished that all lead back to the same stat."""
