"""What ingest writes has no error, whatever the page looked like, so that nothing it reads is kept from the site."""

from datetime import date
from pathlib import Path

from sitegen.checks import check_folder
from sitegen.engine.ingest import ingest
from sitegen.problems import Severity
from sitegen.store.report_file import read_report, write_report
from tests.damage.clean import invent, read_clean
from tests.damage.damage import damage, varied

GOLD = Path(__file__).parents[1] / "gold" / "more"


def test_what_ingest_writes_has_no_error_and_is_in_canonical_form(tmp_path: Path) -> None:
    clean = [read_clean(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.clean.md"))]
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for seed, report in enumerate([*clean, *map(invent, range(8))]):
        (seeds / f"{seed:02}.txt").write_text(damage(report, varied(seed), seed), encoding="utf-8")
    ingest([seeds], tmp_path / "content", today=date(2024, 1, 18))
    content, problems = check_folder(tmp_path / "content")
    files = {report.path: tmp_path / "content" / "reports" / f"{report.path}.md" for report in content.reports}

    assert [str(problem) for problem in problems if problem.severity > Severity.NOTE] == []
    assert len(files) >= 11
    for path, file in files.items():
        text = file.read_text(encoding="utf-8")
        report, _ = read_report(text, f"reports/{path}.md")
        assert report is not None
        assert write_report(report) == text
