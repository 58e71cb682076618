from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from sitegen.checks import check_content, check_folder
from sitegen.checks.values import is_known_unit
from sitegen.lexicon import load_series, load_themes
from sitegen.model.content import Content
from sitegen.model.period import Period
from sitegen.model.report import PracticeMention, Report, Section, Settings
from sitegen.model.stat import Stat
from sitegen.model.terms import Bound, Kind, ReportPath, SeriesId, StatId, ThemeId
from sitegen.store.report_file import write_report

BODY = "全镇上下团结一心。\n\n## 抓产业\n\n新建大棚120个，带动增收近36万元。全面推行“积分制”管理，投诉同比下降5.5%。\n"


def stat(printed: str, quote: str, value: str, unit: str, **fields: object) -> Stat:
    made = Stat(
        id=StatId("aaaaa1"),
        indicator="甲",
        value=Decimal(value),
        unit=unit,
        printed=printed,
        theme=ThemeId("agriculture"),
        quote=quote,
    )
    return replace(made, **fields)


def report(**fields: object) -> Report:
    made = Report(
        path=ReportPath("zhejiang/jiashan/xitang-zhen/2023"),
        title=None,
        place="浙江省嘉兴市嘉善县西塘镇",
        issuer="西塘镇",
        period=Period.of_year(2023),
        published=None,
        added=None,
        source=None,
        credits=(),
        captions=(),
        themes=(ThemeId("agriculture"),),
        sections=(Section(None, ()), Section("抓产业", (ThemeId("agriculture"),))),
        practices=(),
        stats=(),
        body=BODY,
    )
    return replace(made, **fields)


def content(*reports: Report) -> Content:
    settings = Settings(title="档案", description="", base_url="/")
    return Content(settings=settings, reports=reports, themes=load_themes(), series=load_series())


def codes(*reports: Report) -> list[str]:
    return [problem.code for problem in check_content(content(*reports))]


@pytest.mark.parametrize(
    "right",
    [
        stat("120个", "新建大棚120个", "120", "个"),
        stat("近36万元", "带动增收近36万元", "360000", "元", bound=Bound.NEARLY),
        stat("36万元", "带动增收近36万元", "360000", "元", bound=Bound.NEARLY),
        stat("5.5%", "投诉同比下降5.5%", "-5.5", "%", kind=Kind.CHANGE, basis="同比"),
        stat("120个", "新建大棚120个，带动增收", "120", "个", at=1),
    ],
    ids=lambda stat: stat.printed,
)
def test_a_stat_that_follows_from_its_words_is_no_problem(right: Stat) -> None:
    assert codes(report(stats=(right,))) == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (stat("120个", "新建大棚120个", "12", "个"), "value-differs"),
        (stat("120个", "新建大棚120个", "120", "座"), "value-differs"),
        (stat("120个", "新建大棚120个", "120", "个", value_to=Decimal(130)), "value-differs"),
        (stat("5.5%", "投诉同比下降5.5%", "5.5", "%", kind=Kind.CHANGE), "value-differs"),
        (stat("近36万元", "带动增收近36万元", "360000", "元"), "bound-differs"),
        (stat("120个", "新建大棚", "120", "个"), "printed-missing"),
        (stat("20个", "新建大棚120个", "20", "个"), "printed-missing"),
        (stat("120个", "新建大鹏120个", "120", "个"), "quote-missing"),
        (stat("120个", "团结一心。新建大棚120个", "120", "个"), "quote-missing"),
        (stat("120个", "新建大棚120个", "120", "个", theme=ThemeId("agri")), "theme-unknown"),
        (stat("120个", "新建大棚120个", "120", "个", series=SeriesId("no-such")), "series-unknown"),
    ],
)
def test_a_stat_that_does_not_is_one(wrong: Stat, code: str) -> None:
    assert codes(report(stats=(wrong,))) == [code]


def test_a_practice_is_named_without_the_quotation_marks_of_its_quote() -> None:
    assert codes(report(practices=(PracticeMention("积分制", None, "全面推行“积分制”管理"),))) == []


def test_bold_and_line_breaks_of_an_editor_do_not_lose_a_quote() -> None:
    body = BODY.replace("新建大棚120个", "**新建**大棚\n120个")

    assert codes(report(body=body, stats=(stat("120个", "新建大棚120个", "120", "个"),))) == []


def test_words_that_a_heading_repeats_are_still_quoted_once() -> None:
    sections = (Section(None, ()), Section("新建大棚120个", (ThemeId("agriculture"),)))
    body = BODY.replace("抓产业", "新建大棚120个")

    assert codes(report(body=body, sections=sections, stats=(stat("120个", "新建大棚120个", "120", "个"),))) == []


@pytest.mark.parametrize("unit", ["元", "%", "微克/立方米", "台(套)", "元/斤"])
def test_units_and_compounds_of_units_are_known(unit: str) -> None:
    assert is_known_unit(unit)


@pytest.mark.parametrize("unit", ["囤", "元/囤", "年度"])
def test_other_words_are_no_known_units(unit: str) -> None:
    assert not is_known_unit(unit)


def test_the_report_with_the_usual_path_is_the_first_of_two() -> None:
    usual, copy = report(), report(path=ReportPath("zhejiang/jiashan/a-copy/old"))
    problems = check_content(content(usual, copy))

    assert [(p.path, p.code) for p in problems if p.code == "report-twice"] == [
        ("reports/zhejiang/jiashan/a-copy/old.md", "report-twice")
    ]


def test_reports_of_other_issuers_periods_and_marked_ones_are_not_the_same() -> None:
    others = (
        report(place="浙江省嘉兴市嘉善县", path=ReportPath("zhejiang/jiashan/dept-minzhengju/2023")),
        report(period=Period.of_year(2022), path=ReportPath("zhejiang/jiashan/xitang-zhen/2022")),
        report(path=ReportPath("zhejiang/jiashan/xitang-zhen/2023--n2")),
    )

    assert codes(report(), *others) == []


def test_a_report_with_an_error_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    good = report(path=ReportPath("zhejiang/jiashan/xitang-zhen/2022"), period=Period.of_year(2022))
    wrong = report(stats=(stat("120个", "新建大棚120个", "7", "个"),))
    for one in (good, wrong):
        path = tmp_path / "reports" / f"{one.path}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write_report(one), encoding="utf-8")
    found, problems = check_folder(tmp_path)

    assert [one.path for one in found.reports] == [good.path]
    assert [(problem.code, problem.line) for problem in problems] == [("value-differs", 16)]


def test_without_a_folder_problems_name_the_file_and_no_line() -> None:
    (problem,) = check_content(content(report(stats=(stat("120个", "新建大棚120个", "7", "个"),))))

    assert (problem.path, problem.line) == ("reports/zhejiang/jiashan/xitang-zhen/2023.md", 0)
