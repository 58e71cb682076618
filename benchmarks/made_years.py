"""A made archive: townships that report the same things year after year, every number of it right.

What is right may look odd: completions above 100 %, unsteady counts, levels that are revised a year later, a sales
figure that trebles. The ties of a number say what arithmetic or its neighbours hold it to; they know nothing of the
audit.
"""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from sitegen.model.content import Content
from sitegen.model.period import Period
from sitegen.model.report import Report, Settings
from sitegen.model.stat import Stat, make_stat_id
from sitegen.model.terms import ReportPath, SeriesId, StatId, ThemeId
from sitegen.quantities import derive, find_printed

Tie = Callable[[Mapping[str, Decimal]], bool]
"""Whether the values of a line, by key, can be right together."""

YEARS = range(2019, 2024)
PLACES = 12
_MARKED = re.compile(r"【(\w+):([^|】]+)\|([^】]+)】")
_SERIES = {"tax": "tax-revenue", "income": "disposable-income", "land": "arable-land", "forest": "forest-cover"}


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its numbers marked ``【key:indicator|number】``, and what ties them."""

    text: str
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A made archive and the ties of its numbers."""

    content: Content
    keys: Mapping[tuple[ReportPath, StatId], tuple[int, str]]
    """Line and key of each stat."""
    lines: Mapping[ReportPath, tuple[Line, ...]]
    values: Mapping[tuple[ReportPath, int], Mapping[str, Decimal]]

    def shows(self, path: ReportPath, stat: StatId, value: Decimal) -> bool:
        """Whether a tie that held is broken where the stat has this value."""
        line, key = self.keys[(path, stat)]
        right = self.values[(path, line)]
        wrong = {**right, key: value}
        return any(tie(right) and not tie(wrong) for tie in self.lines[path][line].ties)


@dataclass(slots=True)
class _Township:
    """The course of one place's levels; each steady one goes its way with a few percent a year."""

    rng: random.Random
    course: dict[str, list[float]] = field(default_factory=dict)

    def level(self, name: str, low: float, high: float, growth: float, noise: float) -> None:
        value = self.rng.uniform(low, high)
        values = []
        for _ in range(YEARS.start - 1, YEARS.stop):
            values.append(value)
            value *= 1 + growth + self.rng.uniform(-noise, noise)
        self.course[name] = values

    def near(self, name: str, year: int) -> list[float]:
        """Return the reported values of the years beside one."""
        at = year - YEARS.start + 1
        return [self.course[name][i] for i in (at - 1, at + 1) if 1 <= i < len(self.course[name])]


def make_archive(seed: int) -> Made:
    """Return an archive that is the same for the same seed."""
    rng = random.Random(seed)
    reports: list[Report] = []
    lines: dict[ReportPath, tuple[Line, ...]] = {}
    keys: dict[tuple[ReportPath, StatId], tuple[int, str]] = {}
    values: dict[tuple[ReportPath, int], dict[str, Decimal]] = {}
    for number in range(PLACES):
        town = _settle(rng)
        for year in YEARS:
            path = ReportPath(f"yunling/beiyuan/zhen-{number:02}/{year}")
            lines[path] = _lines(town, year, rng)
            stats: list[Stat] = []
            for at, line in enumerate(lines[path]):
                values[(path, at)] = {}
                for key, stat in _read(line, {s.id for s in stats}):
                    stats.append(stat)
                    keys[(path, stat.id)] = (at, key)
                    values[(path, at)][key] = stat.value
            reports.append(_report(path, f"云岭省北原县第{number}镇", year, lines[path], tuple(stats)))
    return Made(Content(settings=Settings("档案", "", "/"), reports=tuple(reports)), keys, lines, values)


def _settle(rng: random.Random) -> _Township:
    town = _Township(rng)
    town.level("tax", 400, 3000, 0.06, 0.08)
    town.level("income", 14000, 24000, 0.08, 0.02)
    town.level("land", 12000, 60000, 0.0, 0.01)
    town.level("forest", 40, 72, 0.004, 0.002)
    town.level("collective", 80, 900, 0.15, 0.05)
    town.level("homes", 900, 6000, 0.0, 0.01)
    town.level("poor", 60, 220, -0.02, 0.04)
    town.level("members", 180, 1900, 0.01, 0.02)
    town.level("online", 20, 60, 1.6, 0.6)
    return town


def _lines(town: _Township, year: int, rng: random.Random) -> tuple[Line, ...]:
    at = year - YEARS.start + 1
    return (*_steady(town, year, at, rng), *_joined(town, at, rng), *_loose(town, at, rng))


def _steady(town: _Township, year: int, at: int, rng: random.Random) -> tuple[Line, ...]:
    """Lines of levels that go on from year to year."""
    tax, income = town.course["tax"][at], town.course["income"][at]
    before = town.course["income"][at - 1]
    grown = (tax / (town.course["tax"][at - 1] * rng.uniform(0.95, 1.05)) - 1) * 100
    # a year before, printed in the report of that year; revised by up to 5 % since
    printed_before = town.course["tax"][at - 1] if at > 1 else None

    def agrees(v: Mapping[str, Decimal]) -> bool:
        expected = (printed_before or 0) * 10000 * (1 + float(v["rate"]) / 100)
        return not printed_before or 0.88 < float(v["tax"]) / expected < 1.14

    return (
        Line(
            f"全年完成税收收入【tax:税收收入|{tax:.1f}万元】，"
            f"同比{'增长' if grown >= 0 else '下降'}【rate:税收收入|{abs(grown):.1f}%】。",
            (agrees, _beside("tax", town.near("tax", year), 10000)),
        ),
        Line(
            f"农村居民人均可支配收入由【before:人均可支配收入|{before:.0f}元】增加到"
            f"【income:农村居民人均可支配收入|{income:.0f}元】，"
            f"增长【rate:农村居民人均可支配收入|{(income / before - 1) * 100:.1f}%】。",
            (
                lambda v: abs((float(v["income"]) / float(v["before"]) - 1) * 100 - float(v["rate"])) < 0.11,
                _beside("income", town.near("income", year), 1),
            ),
        ),
        Line(
            f"全镇耕地面积【land:耕地面积|{town.course['land'][at]:.0f}亩】，"
            f"森林覆盖率【forest:森林覆盖率|{town.course['forest'][at]:.1f}%】。",
            (
                _beside("land", town.near("land", year), 1),
                _beside("forest", town.near("forest", year), 1),
                lambda v: v["forest"] <= 100,
            ),
        ),
    )


def _joined(town: _Township, at: int, rng: random.Random) -> tuple[Line, ...]:
    """Lines whose numbers hold each other."""
    homes = round(town.course["homes"][at])
    people, poor = round(homes * rng.uniform(2.7, 2.8)), round(town.course["poor"][at])
    poor_people = round(poor * rng.uniform(2.6, 2.8))
    state, own = rng.randint(80, 900), rng.randint(20, 300)
    target = rng.randint(20, 90) * 100
    done = round(target * rng.uniform(0.82, 1.4))
    helped, each = rng.randint(40, 400), rng.randint(8, 60) * 100
    ponds, tanks = rng.randint(110, 380), rng.randint(110, 380)
    members = round(town.course["members"][at])
    women = round(members * rng.uniform(0.24, 0.28))
    collective, before = town.course["collective"][at], town.course["collective"][at - 1]
    idle, idle_now = rng.uniform(3.5, 6), rng.uniform(1.5, 3.4)
    return (
        Line(
            f"全镇现有农户【h:农户|{homes}户】【n:农户|{people}人】，"
            f"其中脱贫户【ph:脱贫户|{poor}户】【pn:脱贫户|{poor_people}人】。",
            (
                lambda v: v["h"] <= v["n"] <= 10 * v["h"],
                lambda v: v["ph"] <= v["pn"] <= 10 * v["ph"],
                lambda v: v["ph"] <= v["h"] and v["pn"] <= v["n"],
            ),
        ),
        Line(
            f"全年共投入帮扶资金【w:投入帮扶资金|{state + own}万元】，其中财政资金【s:财政资金|{state}万元】、"
            f"自筹资金【o:自筹资金|{own}万元】。",
            (lambda v: v["w"] == v["s"] + v["o"],),
        ),
        Line(
            f"完成固定资产投资【v:固定资产投资|{done}万元】，占年度目标【t:固定资产投资目标|{target}万元】的"
            f"【p:固定资产投资|{done * 100 / target:.1f}%】。",
            (lambda v: abs(v["v"] * 100 / v["t"] - v["p"]) < Decimal("0.1"),),
        ),
        Line(
            f"带动脱贫户【k:带动脱贫户|{helped}户】户均增收【m:户均增收|{each}元】，"
            f"共增收【z:增收|{helped * each / 10000:.1f}万元】。",
            (lambda v: abs(v["k"] * v["m"] / v["z"] - 1) < Decimal("0.05"),),
        ),
        Line(
            f"新建蓄水池【a:新建蓄水池|{ponds}口】、山坪塘【b:新建山坪塘|{tanks}口】，"
            f"共计【c:新建蓄水设施|{ponds + tanks}口】。",
            (lambda v: v["c"] == v["a"] + v["b"],),
        ),
        Line(
            f"全镇共有党员【m:党员|{members}名】，其中女党员【w:女党员|{women}名】，"
            f"占【p:女党员占比|{women * 100 / members:.1f}%】。",
            (lambda v: v["w"] <= v["m"], lambda v: abs(v["w"] * 100 / v["m"] - v["p"]) < Decimal("0.1")),
        ),
        Line(
            f"村集体经济收入达到【v:村集体经济收入|{collective:.1f}万元】，"
            f"比上年增加【d:村集体经济收入|{collective - before:.1f}万元】，"
            f"增长【p:村集体经济收入|{(collective - before) * 100 / before:.1f}%】。",
            (lambda v: abs(float(v["d"] * 100 / max(v["v"] - v["d"], Decimal(1)) - v["p"])) < 0.3,),
        ),
        Line(
            f"城镇登记失业率由【a:失业率|{idle:.1f}%】降到【b:失业率|{idle_now:.1f}%】，"
            f"下降【d:失业率|{round(idle, 1) - round(idle_now, 1):.1f}个百分点】。",
            (lambda v: abs(v["a"] - v["b"] + v["d"]) < Decimal("0.11"),),
        ),
    )


def _loose(town: _Township, at: int, rng: random.Random) -> tuple[Line, ...]:
    """Lines of numbers that nothing holds, but that a rate is no more than all."""
    events, disputes = round(10 ** rng.uniform(0.4, 1.7)), round(10 ** rng.uniform(1.3, 2.8))
    return (
        Line(f"开展技能培训【c:开展技能培训|{events}期】，培训群众【d:培训群众|{events * rng.randint(20, 90)}人次】。"),
        Line(
            f"调处矛盾纠纷【e:调处矛盾纠纷|{disputes}件】，化解率【r:矛盾纠纷化解率|{rng.uniform(93, 100):.1f}%】。",
            (lambda v: v["r"] <= 100,),
        ),
        Line(f"镇级河长巡河完成率【p:镇级河长巡河完成率|{rng.uniform(100, 140):.1f}%】。"),
        Line(f"农产品线上销售额【o:农产品线上销售额|{town.course['online'][at]:.1f}万元】。"),
        Line(
            f"向上争取资金【f:向上争取资金|{10 ** rng.uniform(1.5, 3.6):.0f}万元】，"
            f"新修机耕道【k:新修机耕道|{rng.uniform(1, 30):.2f}公里】。"
        ),
        Line(
            f"发放各类惠民补贴【s:发放惠民补贴|{rng.randint(90, 990)}余万元】，"
            f"惠及群众【g:惠及群众|{rng.randint(800, 9000)}人次】。"
        ),
    )


def _beside(key: str, near: list[float], scale: int) -> Tie:
    """Return a tie to neighbours: less than five times any of them."""
    return lambda v: all(0.2 < float(v[key]) / (other * scale) < 5 for other in near)


def _read(line: Line, taken: set[StatId]) -> list[tuple[str, Stat]]:
    quote = _MARKED.sub(r"\3", line.text).rstrip("。")
    found: list[tuple[str, Stat]] = []
    for match in _MARKED.finditer(line.text):
        key, indicator, printed = match.groups()
        before = len(_MARKED.sub(r"\3", line.text[: match.start()]))
        places = [span.start for span in find_printed(printed, quote)]
        at = places.index(before) + 1 if len(places) > 1 else None
        read = derive(printed, quote, at)
        assert read is not None, (printed, quote)
        made = make_stat_id(printed, quote, at or 1, taken)
        taken.add(made)
        stat = Stat(
            id=made,
            indicator=indicator,
            value=read.value,
            unit=read.unit,
            printed=printed,
            at=at,
            bound=read.bound,
            kind=read.kind,
            basis=read.basis,
            theme=ThemeId("economy"),
            series=SeriesId(_SERIES[key]) if key in _SERIES else None,
            quote=quote,
        )
        found.append((key, stat))
    return found


def _report(path: ReportPath, place: str, year: int, lines: tuple[Line, ...], stats: tuple[Stat, ...]) -> Report:
    return Report(
        path=path,
        title=None,
        place=place,
        issuer=None,
        period=Period.of_year(year),
        published=None,
        added=None,
        source=None,
        credits=(),
        captions=(),
        themes=(),
        sections=(),
        practices=(),
        stats=stats,
        body="\n\n".join(_MARKED.sub(r"\3", line.text) for line in lines) + "\n",
    )
