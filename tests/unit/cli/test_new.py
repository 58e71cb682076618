"""``sitegen new`` writes files that ``sitegen check`` accepts, and never over one that is there."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main
from sitegen.store.report_file import read_report

DAY = ("--date", "2024-02-01")


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new archive, in whose folder the commands run."""
    assert run("init", tmp_path / "archive", "--county", "浙江省嘉善县").exit_code == 0
    monkeypatch.chdir(tmp_path / "archive")
    return tmp_path / "archive"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.cli.asking.may_ask", lambda: True)


def run(*words: str | Path, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, [*(str(word) for word in words), "--lang", "en"], input=typed)


def add(*words: str | Path, typed: str | None = None) -> Result:
    made = run("new", *words, typed=typed)
    assert made.exit_code == 0, made.output
    return made


def faults() -> str:
    """What ``check`` has against the archive, notes left out."""
    checked = run("check", "--strict")
    return "" if checked.exit_code == 0 else checked.stderr


def reports(archive: Path) -> list[str]:
    root = archive / "content/reports"
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*.md"))


def test_a_report_is_a_draft_with_its_place_period_and_title(archive: Path) -> None:
    add(
        "report",
        "--place",
        "西塘镇",
        "--period",
        "2023-07/2023-09",
        "--title",
        "一: 二",
        "--published",
        "2024-01-18",
        *DAY,
    )
    file = archive / "content/reports/zhejiang/jiashan/xitang-zhen/2023-Q3.md"
    report, problems = read_report(file.read_text(encoding="utf-8"), file.as_posix())

    assert faults() == ""
    assert problems == ()
    assert report is not None
    assert (report.place, report.issuer, report.title) == ("浙江省嘉兴市嘉善县西塘镇", "西塘镇", "一: 二")
    assert (str(report.period), str(report.published), str(report.added)) == ("2023-Q3", "2024-01-18", "2024-02-01")
    assert report.draft
    assert report.body == ""


def test_its_places_are_written_where_they_are_missing(archive: Path) -> None:
    add("report", "--place", "江苏省江阴市周庄镇", "--period", "2023", *DAY)
    places = archive / "content/places/jiangsu"

    assert sorted(path.relative_to(places).as_posix() for path in places.rglob("*.md")) == [
        "jiangyin.md",
        "jiangyin/zhouzhuang-zhen.md",
    ]
    assert (archive / "content/places/jiangsu.md").is_file()
    assert faults() == ""


def test_the_text_makes_it_a_page(archive: Path) -> None:
    add("report", "--place", "西塘镇", "--period", "2023", "--title", "题目", *DAY)
    file = archive / "content/reports/zhejiang/jiashan/xitang-zhen/2023.md"
    text = file.read_text(encoding="utf-8").replace("draft: true\n", "")
    file.write_text(text + "全年新建停车位120个。\n", encoding="utf-8")

    assert faults() == ""
    assert run("build", "--strict", "--jobs", "1").exit_code == 0
    page = (archive / "public/reports/zhejiang/jiashan/xitang-zhen/2023/index.html").read_text(encoding="utf-8")
    assert "全年新建停车位120个。" in page
    assert "sitegen check" not in page


def test_what_can_be_worked_out_is_filled_in_when_the_text_is_there(archive: Path) -> None:
    add("report", "--place", "西塘镇", "--period", "2023", *DAY)
    file = archive / "content/reports/zhejiang/jiashan/xitang-zhen/2023.md"
    lines = file.read_text(encoding="utf-8").splitlines()
    example = next(line for line in lines if line.startswith("# - {")).removeprefix("# ")
    text = "\n".join(f"stats:\n{example}" if line == "stats: []" else line for line in lines if line != "draft: true")
    file.write_text(f"{text}\n## 抓产业\n\n全年完成税收640万元。\n", encoding="utf-8")

    assert run("check", "--fix").exit_code == 0
    report, _ = read_report(file.read_text(encoding="utf-8"), file.as_posix())
    assert report is not None
    assert [(str(stat.value), stat.unit) for stat in report.stats] == [("6400000", "元")]
    assert [section.heading for section in report.sections] == ["抓产业"]
    assert run("check", "--strict").stderr == ""


def test_a_draft_is_on_no_page(archive: Path) -> None:
    add("report", "--place", "西塘镇", "--period", "2023", "--title", "还没写完", *DAY)
    assert run("build", "--strict", "--jobs", "1").exit_code == 0

    pages = [path.read_text(encoding="utf-8") for path in (archive / "public").rglob("*.html")]
    assert [page for page in pages if "还没写完" in page] == []


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("2023", "2023"),
        ("2023年", "2023"),
        ("2023-01/2023-06", "2023-H1"),
        ("2023年上半年", "2023-H1"),
        ("2023年第三季度", "2023-Q3"),
        ("2023年1-9月", "2023-01--2023-09"),
        ("2023-11-06", "2023-11-06"),
    ],
)
def test_a_period_may_be_spelled_in_many_ways(archive: Path, typed: str, slug: str) -> None:
    add("report", "--place", "西塘镇", "--period", typed, *DAY)

    assert reports(archive) == [f"zhejiang/jiashan/xitang-zhen/{slug}.md"]
    assert faults() == ""


@pytest.mark.parametrize("typed", ["去年", "2023年的事", "", "2023-13", "2023/2022", "十四五"])
def test_what_is_no_period_is_refused(archive: Path, typed: str) -> None:
    made = run("new", "report", "--place", "西塘镇", "--period", typed)

    assert made.exit_code == 2
    assert "period" in made.stderr
    assert reports(archive) == []


def test_a_further_report_gets_a_number_and_the_first_stays(archive: Path) -> None:
    words = ("report", "--place", "西塘镇", "--period", "2023", *DAY)
    add(*words, "--title", "甲")
    second = add(*words, "--title", "乙")
    add(*words, "--title", "丙")

    assert "further" in second.stderr
    assert reports(archive) == [f"zhejiang/jiashan/xitang-zhen/2023{mark}.md" for mark in ("--n2", "--n3", "")]
    assert "甲" in (archive / "content/reports/zhejiang/jiashan/xitang-zhen/2023.md").read_text(encoding="utf-8")
    assert faults() == ""


def test_so_does_one_whose_twin_has_another_name(archive: Path) -> None:
    words = ("report", "--place", "西塘镇", "--period", "2023", *DAY)
    add(*words)
    folder = archive / "content/reports/zhejiang/jiashan/xitang-zhen"
    (folder / "2023.md").rename(folder / "2022.md")
    add(*words)

    assert reports(archive) == [f"zhejiang/jiashan/xitang-zhen/{name}.md" for name in ("2022", "2023--n2")]


def test_a_department_reports_for_its_county(archive: Path) -> None:
    add("report", "--place", "嘉善", "--department", "县人社局", "--period", "2023", *DAY)

    assert reports(archive) == ["zhejiang/jiashan/dept-rensheju/2023.md"]
    assert faults() == ""


def test_a_department_of_a_township_is_refused(archive: Path) -> None:
    made = run("new", "report", "--place", "西塘镇", "--department", "财政所", "--period", "2023")

    assert made.exit_code == 2
    assert "county" in made.stderr


@pytest.mark.parametrize(
    "typed", ["西塘", "嘉善西塘", "嘉善县西塘镇", "浙江嘉兴嘉善西塘", "zhejiang/jiashan/xitang-zhen", "330421103"]
)
def test_a_place_may_be_named_in_many_ways(archive: Path, typed: str) -> None:
    made = add("place", typed)

    assert made.stderr == "浙江省嘉兴市嘉善县西塘镇\n"
    assert (archive / "content/places/zhejiang/jiashan/xitang-zhen.md").is_file()
    assert faults() == ""


def test_the_ethnic_part_of_a_name_is_kept(archive: Path) -> None:
    add("place", "重庆市巫山县邓家土家族乡")
    text = (archive / "content/places/chongqing/wushan/dengjia-xiang.md").read_text(encoding="utf-8")

    assert "name: 邓家土家族乡\nfull_name: 重庆市巫山县邓家土家族乡\n" in text


def test_a_name_of_several_places_is_refused_with_all_of_them(archive: Path) -> None:
    made = run("new", "place", "兴隆镇")

    assert made.exit_code == 2
    assert "重庆市南川区兴隆镇" in made.stderr
    assert "陕西省咸阳市泾阳县兴隆镇" in made.stderr


def test_on_a_terminal_one_of_them_is_chosen(archive: Path, terminal: None) -> None:
    made = add("place", "兴隆镇", typed="15\n")

    assert "重庆市南川区兴隆镇" in made.stderr
    assert (archive / "content/places/chongqing/nanchuan/xinglong-zhen.md").is_file()


def test_a_place_that_the_table_does_not_have_is_refused_with_the_nearest(archive: Path) -> None:
    made = run("new", "place", "嘉善县西糖镇")

    assert made.exit_code == 2
    assert "did you mean 浙江省嘉兴市嘉善县西塘镇?" in made.stderr


def test_it_is_written_where_that_is_said(archive: Path) -> None:
    add("place", "嘉善县某某镇", "--unlisted", "--former-name", "某某乡")
    text = (archive / "content/places/zhejiang/jiashan/moumou-zhen.md").read_text(encoding="utf-8")

    assert "code: null" in text
    assert "former_names: [某某乡]" in text
    assert faults() == ""
    add("report", "--place", "某某镇", "--period", "2023", *DAY)
    assert reports(archive) == ["zhejiang/jiashan/moumou-zhen/2023.md"]
    assert faults() == ""


@pytest.mark.parametrize("typed", ["嘉善县西塘镇", "某某镇"])
def test_nothing_else_is_unlisted(archive: Path, typed: str) -> None:
    assert run("new", "place", typed, "--unlisted").exit_code == 2


def test_a_place_that_is_there_stays_as_it_is(archive: Path) -> None:
    file = archive / "content/places/zhejiang/jiashan.md"
    text = file.read_text(encoding="utf-8") + "嘉善在浙北。\n"
    file.write_text(text, encoding="utf-8")

    assert run("new", "place", "嘉善县").exit_code == 2
    assert file.read_text(encoding="utf-8") == text


def test_a_theme_gets_a_page(archive: Path) -> None:
    add(
        "theme",
        "--label",
        "水利",
        "--label-en",
        "Water works",
        "--covers",
        "水库、河道。",
        "--covers-en",
        "Reservoirs.",
    )

    assert faults() == ""
    assert run("build", "--strict", "--jobs", "1").exit_code == 0
    assert "水利" in (archive / "public/themes/water-works/index.html").read_text(encoding="utf-8")
    assert "Water works" in (archive / "public/en/themes/water-works/index.html").read_text(encoding="utf-8")


def test_vs_code_offers_a_new_theme(archive: Path) -> None:
    add("theme", "--label", "水利", "--label-en", "Water works", "--covers", "水库、河道。")

    assert "water-works" in (archive / ".vscode/schemas/report.json").read_text(encoding="utf-8")


def test_a_theme_of_a_name_that_is_taken_is_refused(archive: Path) -> None:
    made = run("new", "theme", "--label", "经济发展", "--label-en", "Growth", "--covers", "产值。")

    assert made.exit_code == 2
    assert "'economy'" in made.stderr
    assert not (archive / "content/themes").exists()


@pytest.mark.parametrize("own", ["Water", "a--b", "../x", "水利"])
def test_what_is_no_id_is_refused(archive: Path, own: str) -> None:
    assert run("new", "theme", "--label", "水", "--label-en", "W", "--covers", "水。", "--id", own).exit_code == 2
    assert run("new", "page", "--title", "水", "--id", own).exit_code == 2
    assert faults() == ""


def test_a_page_is_written_in_both_languages_and_published_when_it_has_a_text(archive: Path) -> None:
    add("page", "--title", "使用说明", "--title-en", "How to use")
    chinese, english = (archive / f"content/pages/{name}how-to-use.md" for name in ("", "en/"))

    assert faults() == ""
    assert "title: 使用说明" in chinese.read_text(encoding="utf-8")
    assert "title: How to use" in english.read_text(encoding="utf-8")

    chinese.write_text(chinese.read_text(encoding="utf-8") + "先看地方。\n", encoding="utf-8")
    assert run("build", "--strict", "--jobs", "1").exit_code == 0
    assert "先看地方。" in (archive / "public/pages/how-to-use/index.html").read_text(encoding="utf-8")
    assert "先看地方。" in (archive / "public/en/pages/how-to-use/index.html").read_text(encoding="utf-8")


def test_a_page_that_is_there_stays_as_it_is(archive: Path) -> None:
    before = (archive / "content/pages/about.md").read_bytes()

    assert run("new", "page", "--title", "关于", "--id", "about").exit_code == 2
    assert (archive / "content/pages/about.md").read_bytes() == before


def test_on_a_terminal_everything_is_asked(archive: Path, terminal: None) -> None:
    add("report", *DAY, typed="嘉善\n县教育局\n去年\n2023年\n办好学校\n")
    add("theme", typed="水利\nWater works\n水库。\n\n")
    add("page", typed="使用说明\n\n")

    assert reports(archive) == ["zhejiang/jiashan/dept-jiaoyuju/2023.md"]
    assert (archive / "content/themes/water-works.md").is_file()
    assert (archive / "content/pages/shiyongshuoming.md").is_file()
    assert faults() == ""


@pytest.mark.parametrize("sort", ["report", "place", "theme", "page"])
def test_off_a_terminal_what_is_missing_is_named(archive: Path, sort: str) -> None:
    made = run("new", sort)

    assert made.exit_code == 2
    assert "give " in made.stderr


@pytest.mark.parametrize("charset", ["gb18030", "gbk", "utf-8"])
def test_a_console_of_windows_understands_questions_and_answers(archive: Path, terminal: None, charset: str) -> None:
    made = CliRunner(charset=charset).invoke(
        main, ["new", "report", *DAY, "--lang", "zh"], input="西塘镇\n2023年上半年\n一季度看变化\n".encode(charset)
    )

    assert made.exit_code == 0, made.output
    assert "时段" in made.output
    assert reports(archive) == ["zhejiang/jiashan/xitang-zhen/2023-H1.md"]
