"""What an archive's editor has described is found by ingest."""

from datetime import date
from pathlib import Path

from sitegen.engine.ingest import IngestResult, ingest
from sitegen.store.content import read_content

SOURCE = "某镇2023年工作总结\n\n一年来，全镇采出山泉水320吨，石榴架长制覆盖12个村，群众收入稳步增长。\n"


def read(tmp_path: Path, files: dict[str, str]) -> tuple[Path, IngestResult]:
    source, content = tmp_path / "a.txt", tmp_path / "content"
    source.write_text(SOURCE, encoding="utf-8")
    for name, text in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return content, ingest([source], content, today=date(2026, 1, 1))


def test_a_series_of_its_own(tmp_path: Path) -> None:
    entry = "- {id: spring-water, name: 山泉水, unit: 吨, theme: economy, aliases: [采出山泉水]}\n"
    content, _ = read(tmp_path, {"indicators.yaml": entry})
    (report,) = read_content(content)[0].reports

    assert [stat.series for stat in report.stats if stat.unit == "吨"] == ["spring-water"]


def test_a_practice_of_its_own(tmp_path: Path) -> None:
    content, _ = read(tmp_path, {"practices/jiazhangzhi.md": "---\nname: 石榴架长制\n---\n"})
    (report,) = read_content(content)[0].reports

    assert [practice.name for practice in report.practices] == ["石榴架长制"]


def test_without_a_word_from_the_editor_neither_is_known(tmp_path: Path) -> None:
    content, _ = read(tmp_path, {})
    (report,) = read_content(content)[0].reports

    assert report.practices == ()
    assert {stat.series for stat in report.stats} == {None}


def test_an_error_in_the_editors_file_is_reported(tmp_path: Path) -> None:
    _, result = read(tmp_path, {"indicators.yaml": "- {id: spring-water, unit: 吨}\n"})

    assert "key-missing" in [problem.code for problem in result.problems]
