"""The summary of what two content folders say differently, as a reviewer reads it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from sitegen.cli import main
from sitegen.engine.diff import FITS, FolderDiff, compare_folders, format_markdown
from sitegen.engine.diff.records import ReportDiff, StatDiff
from sitegen.model.report import Report
from sitegen.model.terms import ReportPath, ThemeId
from sitegen.problems.words import Language
from sitegen.store.places import write_place
from sitegen.store.report_file import write_report
from tests.unit.archive.make import PLACES, make_report, make_stat

LIUWAN = "云岭省青溪县柳湾镇"
BODY = "全年硬化道路12公里，建桥3座。\n"
ROAD = make_stat("a00001", indicator="硬化道路", quote="硬化道路12公里")
BRIDGE = make_stat("a00002", indicator="桥梁", value=3, unit="座", printed="3座", quote="建桥3座")
BEFORE = make_report("yun/qing/liuwan-zhen/2023", LIUWAN, title="一年回眸", body=BODY, stats=(ROAD, BRIDGE))
AFTER = make_report(
    "yun/qing/liuwan-zhen/2023",
    LIUWAN,
    title="一年回眸",
    published=None,
    body=BODY.replace("12", "21"),
    stats=(make_stat("a00001", indicator="硬化道路", value=21, printed="21公里", quote="硬化道路21公里"),),
)
ENGLISH = """<!-- sitegen diff -->
### Facts: 0 added, 1 changed, 1 removed in 1 report

#### 一年回眸

<code>reports/yun/qing/liuwan-zhen/2023.md</code>

- Characters of the text: 1 added, 1 removed. \
First: 全年硬化道路「12」公里，建桥3座。 → 全年硬化道路「21」公里，建桥3座。

|  | line | what is measured | before | after | words of the report |
| --- | --- | --- | --- | --- | --- |
| changed | 14 | 硬化道路 | 12公里 | 21公里 | 硬化道路12公里 → 硬化道路21公里 |
| removed |  | 桥梁 | 3座 |  | 建桥3座 |

<details><summary>Pages that say something else: 3</summary>

- <code>/reports/yun/qing/liuwan-zhen/2023/</code>
- <code>/places/yun/qing/liuwan-zhen/</code>
- <code>/themes/economy/</code>

</details>
"""


def write(folder: Path, *reports: Report) -> Path:
    """Write a content folder that a check has nothing to say of."""
    for place in PLACES:
        file = folder / f"places/{place.id}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(write_place(place), encoding="utf-8")
    for report in reports:
        file = folder / f"reports/{report.path}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(write_report(report), encoding="utf-8")
    return folder


def test_a_summary_says_what_a_reviewer_asks(tmp_path: Path) -> None:
    found = compare_folders(write(tmp_path / "old", BEFORE), write(tmp_path / "new", AFTER))

    assert format_markdown(found) == ENGLISH
    assert "### 数据：新增 0，修改 1，删除 1，涉及 1 篇报告" in format_markdown(found, Language.ZH)


def test_what_else_differs_is_told_by_its_fields(tmp_path: Path) -> None:
    old = write(tmp_path / "old", BEFORE)
    new = write(tmp_path / "new", replace(BEFORE, title="一年|回眸", issuer="柳湾镇", captions=("长" * 200,)))
    (new / "places/yun/qing/liuwan-zhen.md").write_text(
        write_place(replace(PLACES[3], former_names=("柳湾乡",))), encoding="utf-8"
    )
    text = format_markdown(compare_folders(old, new))

    assert "\n- title: 一年回眸 → 一年\\|回眸\n- issuer: none → 柳湾镇\n- captions changed\n" in text
    assert "\n- place <code>yun/qing/liuwan-zhen</code>: former_names: none → 柳湾乡\n" in text


def test_a_link_that_leads_elsewhere_is_not_passed_over(tmp_path: Path) -> None:
    folders = [
        write(tmp_path / name, replace(BEFORE, body=f"{BODY}\n见[说明](https://{name}.example/)。\n"))
        for name in ("old", "new")
    ]

    assert "targets of links differ" in format_markdown(compare_folders(*folders))


def test_a_moved_report_names_both_paths(tmp_path: Path) -> None:
    moved = replace(BEFORE, path=ReportPath("yun/qing/liuwan-zhen/2023--n2"))
    text = format_markdown(compare_folders(write(tmp_path / "old", BEFORE), write(tmp_path / "new", moved)))

    assert "liuwan-zhen/2023--n2.md</code> · Moved from <code>reports/yun/qing/liuwan-zhen/2023.md</code>" in text


def test_other_fields_of_a_fact_stand_beside_its_words(tmp_path: Path) -> None:
    changed = replace(BEFORE, stats=(replace(ROAD, theme=ThemeId("agriculture"), basis="上年"), BRIDGE))
    text = format_markdown(compare_folders(write(tmp_path / "old", BEFORE), write(tmp_path / "new", changed)))

    row = (
        "| changed | 14 | 硬化道路 |  | 12公里 | 硬化道路12公里<br>theme: economy → agriculture<br>basis: none → 上年 |"
    )
    assert row in text


def test_nothing_that_differs_is_said_in_one_line(tmp_path: Path) -> None:
    found = compare_folders(write(tmp_path / "old", BEFORE), write(tmp_path / "new", BEFORE))

    assert found.is_empty
    assert format_markdown(found) == "<!-- sitegen diff -->\nThe archive says the same as before.\n"


def test_addresses_that_are_lost_come_first(tmp_path: Path) -> None:
    found = compare_folders(write(tmp_path / "old", BEFORE), write(tmp_path / "new"))
    text = format_markdown(found)

    assert "<code>/reports/yun/qing/liuwan-zhen/2023/</code>" in text
    assert text.index("answer no more") < text.index("一年回眸")


def test_problems_are_new_or_mended(tmp_path: Path) -> None:
    broken = make_report(AFTER.path, LIUWAN, title="一年回眸", body=BODY, stats=(*AFTER.stats, BRIDGE))
    old, new = write(tmp_path / "old", BEFORE), write(tmp_path / "new", broken)
    found, back = compare_folders(old, new), compare_folders(new, old)

    assert [problem.code for problem in found.new] == ["quote-missing"]
    assert [problem.path for problem in found.new] == [f"reports/{AFTER.path}.md"]
    assert found.content.is_empty
    assert found.new == back.mended
    assert found.unread == back.unread == (AFTER.path,)
    assert "#### New problems" in format_markdown(found)


def test_a_problem_that_only_moved_is_not_new(tmp_path: Path) -> None:
    old, new = write(tmp_path / "old", BEFORE), write(tmp_path / "new", BEFORE)
    for folder, lines in ((old, ""), (new, "\n\n")):
        (folder / "indicators.yaml").write_text(f"{lines}roads:\n  colour: red\n", encoding="utf-8")

    assert compare_folders(old, new).new == ()
    assert compare_folders(old, new).mended == ()


@pytest.mark.parametrize("fit", list(FITS))
@pytest.mark.parametrize("language", list(Language))
def test_what_is_too_long_is_cut_and_counted(fit: str, language: Language, tmp_path: Path) -> None:
    quotes = "硬化道路12公里" + "很长" * 60
    number = 2_600 if fit == "summary" else 700
    stats = [make_stat(f"a{n:05}", quote=f"{quotes}{n}") for n in range(number)]
    found = compare_folders(write(tmp_path / "old", BEFORE), write(tmp_path / "new", BEFORE))
    report = make_report("yun/qing/liuwan-zhen/2024", LIUWAN, title="长", stats=tuple(stats))
    whole = _with_report(found, report)
    text, cut = format_markdown(whole, language), format_markdown(whole, language, fit)
    told = cut.count("\n| ") - 2

    assert FITS[fit].measure(text) > FITS[fit].most
    assert FITS[fit].most * 0.99 < FITS[fit].measure(cut) <= FITS[fit].most
    assert f" {number - told} " in cut.splitlines()[-1]


def _with_report(found: FolderDiff, report: Report) -> FolderDiff:
    stats = tuple(StatDiff(None, stat) for stat in report.stats)
    content = replace(found.content, reports=(ReportDiff(None, report, None, stats),))
    return replace(found, content=content)


def test_a_hostile_report_stays_in_its_table(tmp_path: Path) -> None:
    quote = "a|b</td><img src=x> @octocat #1 [x](http://a.example) `c`"
    hostile = make_report(
        "yun/qing/liuwan-zhen/2024",
        LIUWAN,
        title="<script>alert(1)</script> @octocat\u202e",
        stats=(make_stat("a00003", indicator=quote, quote=quote, printed="12公里|"),),
    )
    found = compare_folders(write(tmp_path / "old", BEFORE), write(tmp_path / "new", BEFORE))
    html = (
        MarkdownIt("commonmark", {"html": True}).enable("table").render(format_markdown(_with_report(found, hostile)))
    )

    assert html.count("<td>") == 6
    assert not any(tag in html for tag in ("<script", "<img", "<a ", "<code>c"))
    assert "@octocat" not in html


def test_the_command_writes_both_forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    folders = (str(write(tmp_path / "old", BEFORE)), str(write(tmp_path / "new", AFTER)))
    told = CliRunner().invoke(main, ["diff", *folders])
    made = json.loads(CliRunner().invoke(main, ["diff", *folders, "--output", "json"]).stdout)

    assert told.stdout == ENGLISH
    assert (
        CliRunner()
        .invoke(main, ["diff", *folders, "--lang", "zh"])
        .stdout.startswith("<!-- sitegen diff -->\n### 数据")
    )
    assert [stat["changed"] for stat in made["reports"][0]["stats"]] == [["value", "printed", "quote"], []]
    assert made["reports"][0]["stats"][0]["after"]["value"] == "21"
    assert made["reports"][0]["text"] == {"removed": 1, "added": 1, "before": BODY.strip(), "after": AFTER.body.strip()}


def test_the_command_says_what_is_missing(tmp_path: Path) -> None:
    here = str(write(tmp_path / "new", AFTER))

    assert CliRunner().invoke(main, ["diff", str(tmp_path / "no"), here]).exit_code == 2
    assert CliRunner().invoke(main, ["diff", here, here, "--fit", "comment", "--output", "json"]).exit_code == 2
