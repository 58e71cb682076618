"""The five bulletins of the archive, from the raw text to what is committed."""

import hashlib
import importlib.util
import shutil
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sitegen.checks import check_folder
from sitegen.engine.ingest import ingest
from sitegen.engine.score import score
from sitegen.problems import Severity
from sitegen.store.reading import write_reading

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
CONTENT = ROOT / "content"
TODAY = date(2030, 1, 1)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def score_of(content: Path) -> dict[str, Any]:
    path = ROOT / "tests" / "gold" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec and spec.loader
    score: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    table: dict[str, Any] = score.score_folder(content, ROOT / "tests" / "gold").table()
    return table


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder made from the bulletins alone, as for a new archive."""
    content = tmp_path_factory.mktemp("fresh") / "content"
    ingest([SEEDS], content, today=TODAY)
    return content


def test_bulletins_are_kept_byte_for_byte() -> None:
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:8] for path in sorted(SEEDS.glob("*.txt"))}

    assert found == {
        "000_e9fb4de8c8809a4a.txt": "9a4c4878",
        "001_195f5ce82a618809.txt": "dbceb485",
        "002_0ffb770234363fc2.txt": "63258046",
        "003_fa9f366178239004.txt": "1ef9e50b",
        "004_f8ee8049917aef04.txt": "9662de30",
    }


def test_the_five_become_twelve_reports(fresh: Path) -> None:
    found = sorted(path.relative_to(fresh / "reports").as_posix() for path in (fresh / "reports").rglob("*.md"))

    assert found == [
        "chongqing/jiangjin/jiaping-zhen/2023.md",
        "chongqing/jiangjin/xihu-zhen/2022.md",
        "chongqing/jiangjin/xihu-zhen/2023.md",
        "chongqing/nanchuan/xinglong-zhen/2023.md",
        "chongqing/wushan/dachang-zhen/2023-Q3.md",
        "chongqing/wushan/daxi-xiang/2023-Q3.md",
        "chongqing/wushan/dengjia-xiang/2023-Q3.md",
        "chongqing/wushan/dept-rensheju/2023-Q3.md",
        "chongqing/wushan/dept-shengtaihuanjingju/2023-Q3.md",
        "chongqing/wushan/futian-zhen/2023-Q3.md",
        "chongqing/wushan/liangping-xiang/2023-Q3.md",
        "chongqing/wushan/tonggu-zhen/2023-Q3.md",
    ]


def test_ingest_again_changes_nothing(fresh: Path, tmp_path: Path) -> None:
    content = shutil.copytree(fresh, tmp_path / "content")
    before = files(content)

    result = ingest([SEEDS], content, today=date(2031, 2, 3))

    assert result.changed == ()
    assert files(content) == before


def test_the_committed_archive_is_what_ingest_reads(tmp_path: Path) -> None:
    content = shutil.copytree(CONTENT, tmp_path / "content")
    before = files(content)

    ingest([SEEDS], content, today=TODAY)

    assert files(content) == before


def test_an_edited_report_is_left_alone_and_named(fresh: Path, tmp_path: Path) -> None:
    content = shutil.copytree(fresh, tmp_path / "content")
    edited = content / "reports" / "chongqing" / "jiangjin" / "jiaping-zhen" / "2023.md"
    edited.write_text(
        edited.read_text(encoding="utf-8").replace("indicator: ", "indicator: 改过的", 1), encoding="utf-8"
    )
    before = files(content)

    result = ingest([SEEDS], content, today=TODAY)

    assert files(content) == before
    assert [(p.code, p.path) for p in result.problems if p.code == "report-edited"] == [
        ("report-edited", edited.as_posix())
    ]


def test_a_moved_report_is_not_ingested_a_second_time(fresh: Path, tmp_path: Path) -> None:
    content = shutil.copytree(fresh, tmp_path / "content")
    old = content / "reports" / "chongqing" / "jiangjin" / "jiaping-zhen" / "2023.md"
    new = old.with_name("2023--n2.md")
    old.rename(new)
    before = files(content / "reports")

    ingest([SEEDS], content, today=TODAY)

    assert files(content / "reports") == before


def test_a_report_that_a_person_removed_stays_away(fresh: Path, tmp_path: Path) -> None:
    content = shutil.copytree(fresh, tmp_path / "content")
    removed = content / "reports" / "chongqing" / "jiangjin" / "jiaping-zhen" / "2023.md"
    removed.unlink()

    result = ingest([SEEDS], content, today=TODAY)

    assert not removed.exists()
    assert "report-removed" in {problem.code for problem in result.problems}


def test_a_lost_record_does_not_cost_an_edit(fresh: Path, tmp_path: Path) -> None:
    content = shutil.copytree(fresh, tmp_path / "content")
    edited = content / "reports" / "chongqing" / "jiangjin" / "jiaping-zhen" / "2023.md"
    edited.write_text(
        edited.read_text(encoding="utf-8").replace("indicator: ", "indicator: 改过的", 1), encoding="utf-8"
    )
    shutil.rmtree(content / ".ingest")
    before = files(content / "reports")

    ingest([SEEDS], content, today=TODAY)

    assert files(content / "reports") == before


def test_a_renamed_bulletin_is_the_same_bulletin(fresh: Path, tmp_path: Path) -> None:
    content = shutil.copytree(fresh, tmp_path / "content")
    seeds = shutil.copytree(SEEDS, tmp_path / "seeds")
    (seeds / "003_fa9f366178239004.txt").rename(seeds / "jiaping.txt")
    before = set(files(content / "reports"))

    ingest([seeds], content, today=TODAY)

    assert set(files(content / "reports")) == before
    assert (content / "bulletins" / "jiaping.md").exists()
    assert not (content / "bulletins" / "003_fa9f366178239004.md").exists()


def test_bad_sources_are_named_and_the_others_read(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "empty.txt").write_bytes(b"")
    (seeds / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\r" * 9)
    (seeds / "gb.txt").write_bytes("全镇新修公路5公里。".encode("gb18030"))
    shutil.copy(SEEDS / "002_0ffb770234363fc2.txt", seeds)

    result = ingest([seeds], tmp_path / "content", today=TODAY)

    codes = {p.path.rsplit("/", 1)[-1]: p.code for p in result.problems if p.severity is Severity.ERROR}
    assert codes == {"empty.txt": "source-empty", "binary.txt": "file-binary", "gb.txt": "file-encoding"}
    assert [summary.reports for summary in result.sources] == [1]


def test_only_bad_sources_leave_the_content_folder_untouched(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    content = tmp_path / "content"

    ingest([tmp_path / "empty.txt"], content, today=TODAY)

    assert not content.exists()


def test_windows_line_ends_and_a_mark_read_the_same(tmp_path: Path) -> None:
    name = "002_0ffb770234363fc2.txt"
    for folder, head, end in (("unix", b"", b"\n"), ("windows", b"\xef\xbb\xbf", b"\r\n")):
        (tmp_path / folder).mkdir()
        raw = (SEEDS / name).read_bytes()
        (tmp_path / folder / name).write_bytes(head + raw.replace(b"\n", end))
        ingest([tmp_path / folder], tmp_path / folder / "content", today=TODAY)

    report = Path("content/reports/chongqing/nanchuan/xinglong-zhen/2023.md")
    bodies = [
        (tmp_path / folder / report).read_text(encoding="utf-8").split("\n---\n")[1] for folder in ("unix", "windows")
    ]
    assert bodies[0] == bodies[1]
    assert "byte-order-mark" in (tmp_path / "windows" / "content" / ".ingest" / f"{name[:-4]}.json").read_text("utf-8")


def test_a_text_whose_place_cannot_be_settled_is_a_draft(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "兴隆镇2023年工作回眸\n\n2023年，兴隆镇完成税收598万元，同比增长5.1%。\n\n全镇新修公路12公里，受益群众300余户。\n",
        "utf-8",
    )

    result = ingest([tmp_path / "a.txt"], tmp_path / "content", today=TODAY)

    assert (tmp_path / "content" / "reports" / "unresolved" / "a-1.md").exists()
    assert "\nplace: null\n" in (tmp_path / "content" / "reports" / "unresolved" / "a-1.md").read_text("utf-8")
    (note,) = [problem for problem in result.problems if problem.code == "place-unsettled"]
    assert "兴隆镇" in note.text


def test_the_committed_archive_has_no_problem_but_notes() -> None:
    _, problems = check_folder(CONTENT)

    assert [str(problem) for problem in problems if problem.severity > Severity.NOTE] == []


def test_the_committed_archive_reads_as_well_as_was_reached() -> None:
    table = score_of(CONTENT)

    reached = {name: table[name].get("f1", table[name].get("acc")) for name in FLOORS}
    assert {name: value for name, value in reached.items() if value < FLOORS[name]} == {}
    assert table["wrong_place"] == 0


def test_the_table_of_the_reading_is_as_measured_now() -> None:
    made = score(CONTENT, ROOT / "tests" / "gold")

    assert (CONTENT / "reading.json").read_text(encoding="utf-8") == write_reading(made)


FLOORS = {"split": 1.0, "quantity": 0.95, "stat": 0.80, "section": 0.90, "clean": 0.90, "quote": 1.0, "practice": 0.60}
