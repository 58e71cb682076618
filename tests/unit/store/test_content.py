from pathlib import Path

import pytest

from sitegen.model.report import Settings
from sitegen.store.content import find_files, read_content
from sitegen.store.decode import decode
from sitegen.store.ingest_record import IngestedPart, IngestRecord, read_record, write_record

REPORT = "---\ntitle: 甲\nplace: 浙江省嘉兴市嘉善县西塘镇\n---\n\n全镇上下团结一心。\n"


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


@pytest.mark.parametrize("exists", [True, False])
def test_an_empty_or_missing_folder_is_an_archive_without_reports(tmp_path: Path, exists: bool) -> None:
    folder = tmp_path if exists else tmp_path / "none"
    content, problems = read_content(folder)

    assert problems == ()
    assert content.reports == ()
    assert content.settings == Settings(title="乡镇通报档案", description="", base_url="/")
    assert len(content.themes) >= 12


def test_every_part_of_the_folder_is_read(tmp_path: Path) -> None:
    sha = "0f" * 32
    folder = write(
        tmp_path,
        {
            "site.yaml": "title: 某县档案\nbase_url: https://example.org/x/\n",
            "indicators.yaml": "- {id: milk, name: 奶, unit: 吨, theme: agriculture}\n- {id: tax-revenue, name: 税}\n",
            "reports/a/b/2023.md": REPORT,
            "bulletins/a.md": f"---\nfile: a.txt\nsha256: {sha}\n---\n前言。\n",
            "places/zhejiang.md": "---\nname: 浙江省\nfull_name: 浙江省\n---\n",
            "themes/water.md": "---\nlabel: 水利\nlabel_en: Water\ncovers: 河湖。\n---\n",
            "themes/economy.md": "---\n---\n经济一栏的说明。\n",
            "practices/jifenzhi.md": "---\nname: 积分制\naliases: [积分管理]\n---\n说明。\n",
            "pages/about.md": "---\ntitle: 关于\n---\n说明。\n",
            ".ingest/a.json": write_record(IngestRecord(stem="a", file="a.txt", sha256=sha, parts=())),
        },
    )
    content, problems = read_content(folder)
    themes = {theme.id: theme for theme in content.themes}
    series = {series.id: series for series in content.series}

    assert problems == ()
    assert (content.settings.title, content.settings.base_url) == ("某县档案", "https://example.org/x/")
    assert [report.path for report in content.reports] == ["a/b/2023"]
    assert [bulletin.preface for bulletin in content.bulletins] == ["前言。\n"]
    assert [place.level.value for place in content.places] == ["province"]
    assert (themes["water"].label, content.themes[-1].id) == ("水利", "water")
    assert (themes["economy"].label, themes["economy"].text) == ("经济发展", "经济一栏的说明。\n")
    assert (series["milk"].unit, series["tax-revenue"].name, series["tax-revenue"].unit) == ("吨", "税", "元")
    assert [practice.aliases for practice in content.practices] == [("积分管理",)]
    assert [(page.id, page.title) for page in content.pages] == [("about", "关于")]
    assert list(content.ledgers) == ["a"]


def test_one_broken_file_keeps_no_other_from_being_read(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        {
            "site.yaml": "titel: 甲\n",
            "indicators.yaml": "- {id: BAD}\n- {id: milk, name: 牛奶, unit: 吨, theme: agriculture}\n",
            "reports/a.md": "kein\n",
            "reports/b.md": REPORT,
            "reports/c.md": REPORT.encode("gb18030"),
            "themes/x.md": "---\nlabel: 甲\n---\n",
            ".ingest/a.json": "[]",
        },
    )
    content, problems = read_content(folder)

    assert [report.path for report in content.reports] == ["b"]
    assert "milk" in {series.id for series in content.series}
    assert [(Path(problem.path).name, problem.code) for problem in problems] == [
        ("a.json", "record-broken"),
        ("indicators.yaml", "id-wrong"),
        ("a.md", "front-matter-missing"),
        ("c.md", "file-encoding"),
        ("site.yaml", "key-missing"),
        ("site.yaml", "key-unknown"),
        ("x.md", "key-missing"),
        ("x.md", "key-missing"),
    ]


def test_reports_come_sorted_by_path_and_not_by_file_name(tmp_path: Path) -> None:
    folder = write(tmp_path, {f"reports/{name}.md": REPORT for name in ("a-b", "a", "a/c", "b/2023--n2", "b/2023")})
    content, _ = read_content(folder)

    assert [report.path for report in content.reports] == ["a", "a-b", "a/c", "b/2023", "b/2023--n2"]


def test_what_editors_and_systems_leave_behind_is_passed_over(tmp_path: Path) -> None:
    names = (".DS_Store", "a.md~", ".a.md.swp", "~$a.md", "a.md.orig", "#a.md#", ".a.md.new")
    folder = write(tmp_path, {f"reports/{name}": "x" for name in names} | {"reports/a.md": REPORT})
    content, problems = read_content(folder)

    assert problems == ()
    assert [path.name for path in find_files(folder / "reports", "")] == ["a.md"]
    assert len(content.reports) == 1


def test_a_file_where_none_is_read_is_noted(tmp_path: Path) -> None:
    folder = write(tmp_path, {"reports/a.markdown": REPORT, "report/a.md": REPORT, "sites.yaml": ""})
    _, problems = read_content(folder)

    assert {problem.code for problem in problems} == {"file-unexpected"}
    assert len(problems) == 3


def test_carriage_returns_are_line_ends() -> None:
    assert decode(b"a\r\nb\rc", "x.md") == ("a\nb\nc", ())


@pytest.mark.parametrize(
    ("raw", "code", "line", "column"),
    [
        ("真，她好。\n".encode("gb18030") * 9, "file-encoding", 1, 1),
        ("---\ntitle: 甲\n".encode("utf-16"), "file-encoding", 0, 0),
        ("---\ntitle: 甲\n".encode("utf-16-le"), "file-encoding", 0, 0),
        ("甲乙\n丙丁".encode() + b"\xff" + "戊".encode(), "file-bytes", 2, 3),
        (b"PK\3\0\0\0\0\1\2", "file-binary", 0, 0),
        (b"\xef\xbb\xbfa", "file-bom", 1, 1),
    ],
)
def test_other_bytes_are_problems_with_their_place(raw: bytes, code: str, line: int, column: int) -> None:
    _, problems = decode(raw, "x.md")

    assert [(problem.code, problem.line, problem.column) for problem in problems] == [(code, line, column)]


def test_a_changed_line_of_a_report_is_a_changed_line_of_the_record() -> None:
    def record(word: str) -> list[str]:
        part = IngestedPart(path="a/b/2023", part=1, text=REPORT.replace("团结", word))
        return write_record(IngestRecord(stem="a", file="a.txt", sha256="0f", parts=(part,))).splitlines()

    changed = [(old, new) for old, new in zip(record("团结"), record("凝聚"), strict=True) if old != new]

    assert changed == [('    "全镇上下团结一心。",', '    "全镇上下凝聚一心。",')]


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"stem": 1}', "null", "[" * 100_000])
def test_what_is_no_record_is_a_problem(text: str) -> None:
    record, problems = read_record(text, "content/.ingest/a.json")

    assert record is None
    assert [problem.code for problem in problems] == ["record-broken"]
